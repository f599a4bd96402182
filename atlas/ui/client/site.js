/**
 * Site: what every page needs of the browser. `data` is {page: its path, keys: the keys of a view}.
 *
 * Links inside the atlas open without loading everything anew, those of the header under the view that is shown
 * (site_links.js); tables sort and search (site_tables.js); what was opened stays open (site_kept.js), texts are copied (site_copy.js). All of them listen
 * to the document and hold nothing of the page.
 */
export default function ({parentElement, data}) {
  parentElement.atlasStop ||= listen(parentElement);
  if (parentElement.atlasPage !== undefined && parentElement.atlasPage !== data.page) arrive();
  parentElement.atlasPage = data.page;
  parentElement.atlasKeys = data.keys;
  return () => {
    parentElement.atlasStop();
    delete parentElement.atlasStop;
  };
}

function listen(element) {
  const captured = Object.entries(keptEars()).map(([name, ear]) => [name, ear, name === "toggle"]);  // a toggle does not rise
  const ears = [...linkEars(() => element.atlasKeys), ...Object.entries(tableEars()), ...Object.entries(copyEars()), ...captured, ...acts];
  const watch = new MutationObserver((changes) => {
    for (const {addedNodes} of changes) for (const node of addedNodes) if (node.querySelectorAll) settle(node);
  });
  for (const ear of ears) document.addEventListener(...ear);
  watch.observe(document.body, {childList: true, subtree: true});
  settle(document);
  return () => {
    watch.disconnect();
    for (const ear of ears) document.removeEventListener(...ear);
  };
}

let reached = "", left = "";
/** The part of the page that the address names after its `#` stays in view while the rest comes, until the reader acts. */
function reach() {
  if (location.hash.length < 2 || left === location.href) return;
  const part = document.getElementById(named());
  if (!part) return;
  part.scrollIntoView();
  if (reached !== location.href) part.focus({preventScroll: true});
  reached = location.href;
}

/** What the address names after its `#`; nothing where that cannot be read. */
function named() {
  try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
}

const leave = () => { left = location.href; };
const acts = ["wheel", "touchmove", "pointerdown", "keydown"].map((name) => [name, leave, {capture: true, passive: true}]);

/** What has come to the page takes the form that the address and the reader gave it. */
function settle(node) {
  const all = (selector) => [...(node.matches?.(selector) ? [node] : []), ...node.querySelectorAll(selector)];
  all("details[data-keep]").forEach(reopen);
  all(".listed").forEach(restore);
  reach();
}
