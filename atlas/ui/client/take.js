/**
 * Take: copies what stands beside a "Copy" button, and writes the snippet of an embedded map as its switches stand. `data` is
 * {template: of that snippet}.
 *
 * The page is plain markup (atlas/ui/take); this listens to the document. The preview, a whole page of its own, loads once
 * it is seen and follows the switches.
 */
const SAID_MS = 2400;

export default function ({parentElement, data}) {
  parentElement.atlasStop ||= listen(data.template);
  return () => {
    parentElement.atlasStop();
    delete parentElement.atlasStop;
  };
}

function listen(template) {
  const watch = () => preview(template);
  const click = ({target}) => { const button = target.closest?.("[data-copy]"); if (button) copy(button); };
  const change = ({target}) => { const form = target.closest?.("[data-source]"); if (form) write(form, template); };
  document.addEventListener("click", click);
  document.addEventListener("change", change);
  const come = new MutationObserver(watch);  // the page's markup may come after this, and anew
  come.observe(document.body, {childList: true, subtree: true});
  watch();
  return () => {
    come.disconnect();
    document.removeEventListener("click", click);
    document.removeEventListener("change", change);
  };
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  let said = "Copied";
  try {
    await navigator.clipboard.writeText(source.textContent);
  } catch {
    getSelection().selectAllChildren(source);  // no permission, or a page without https
    said = "Selected: Ctrl+C";
  }
  button.textContent = said;
  clearTimeout(button.atlasQuiet);
  button.atlasQuiet = setTimeout(() => { button.textContent = "Copy"; }, SAID_MS);
}

/** What the switches say: the address of the map, and how large it is. */
function asked(form) {
  const {source, sizes} = form.dataset, field = (name) => form.querySelector(`[data-switch=${name}]`);
  const address = new URL(source, location.href), [width, height] = JSON.parse(sizes)[field("size").value];
  for (const name of ["legend", "controls"]) if (!field(name).checked) address.searchParams.set(name, "off");
  if (field("theme").value) address.searchParams.set("theme", field("theme").value);
  return {src: address.href, width, height};
}

function write(form, template) {
  const told = asked(form), escaped = document.createElement("p");
  const safe = (text) => {
    escaped.textContent = text;
    return escaped.innerHTML.replaceAll('"', "&quot;");
  };
  const values = {...told, title: form.dataset.title};
  document.getElementById("embed-code").textContent = template.replace(/\{(\w+)\}/g, (_, name) => safe(values[name]));
  const frame = document.querySelector(".embed-preview iframe");
  if (frame) put(frame, told);
}

/** Show the map as the snippet would, once somebody looks there. */
function preview(template) {
  const form = document.querySelector("[data-source]"), place = document.querySelector(".embed-preview");
  if (!form || !place || place.atlasWatched) return;
  place.atlasWatched = true;
  write(form, template);
  const watcher = new IntersectionObserver(([{isIntersecting}]) => {
    if (!isIntersecting) return;
    watcher.disconnect();
    const frame = document.createElement("iframe");
    frame.title = "Preview of the embedded map";
    place.replaceChildren(frame);
    put(frame, asked(form));
  });
  watcher.observe(place);
}

function put(frame, {src, width, height}) {
  frame.style.width = width.endsWith("%") ? width : `${width}px`;
  frame.style.height = `${height}px`;
  if (frame.src !== src) frame.src = src;
}
