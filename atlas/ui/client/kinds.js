/**
 * Kinds: the list of kinds with their symbols and counts, each a switch; `data` is {map: its name} beside a map that has one.
 *
 * Hears `atlas:state`: `kinds` are the bits of those that are on, `page` holds {counts: one a kind, filtered: whether any filter is on}.
 */
export default function ({parentElement, data}) {
  const root = parentElement.querySelector(".kinds");
  const ending = data?.map ? `-${data.map}` : "", state = `atlas:state${ending}`, kept = `atlasState${ending}`;
  if (!root.firstChild) build(root, ending);
  const hear = () => { if (document[kept]?.page) show(root, document[kept]); };
  parentElement.atlasDeaf?.();
  document.addEventListener(state, hear);
  parentElement.atlasDeaf = () => document.removeEventListener(state, hear);
  hear();
  return () => parentElement.atlasDeaf();
}

function show(root, {kinds = (1 << look.kinds.length) - 1, page: {counts, filtered}}) {
  root.atlasOn = kinds;
  root.querySelector(".all").hidden = !filtered;
  root.querySelectorAll("[aria-pressed]").forEach((button, place) => {
    button.setAttribute("aria-pressed", String(Boolean((kinds >> place) & 1)));
    const link = button.nextSibling, count = counts[place];
    link.textContent = count;
    link.toggleAttribute("data-none", !count);
    link.setAttribute("aria-label", `List ${count} ${look.kinds[place].many.toLowerCase()}`);
  });
}

function build(root, ending) {
  const did = (detail) => document.dispatchEvent(new CustomEvent(`atlas:did${ending}`, {detail}));
  const make = (tag, className, parent, text = "") => {
    const element = parent.appendChild(document.createElement(tag));
    element.className = className;
    element.textContent = text;
    return element;
  };
  const head = make("div", "kinds-head", root);
  make("b", "", head, "Kind").id = `kinds-name${ending}`;
  const all = make("button", "all", head, "Show all");
  all.type = "button";
  all.onclick = () => did({all: true});
  const list = make("div", "kinds-list", root);
  list.id = `kinds${ending}`;  // a list of hundreds of links may stand before it: the head of the page leads here
  list.tabIndex = -1;
  list.setAttribute("role", "group");
  list.setAttribute("aria-labelledby", `kinds-name${ending}`);
  look.kinds.forEach((kind, place) => {
    const line = make("div", "", list), button = make("button", "", line), link = make("a", "num", line);
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    make("i", `sym sym-${kind.id}`, button).setAttribute("aria-hidden", "true");
    make("span", "", button, kind.many);
    // The count leads to the list of that kind, whichever kinds are switched on (site_links.js).
    link.href = "./events";
    link.dataset.carry = `kind=${kind.id}`;
    link.dataset.with = look.narrows;
    button.onclick = () => {
      root.atlasOn ^= 1 << place;
      button.setAttribute("aria-pressed", String(Boolean((root.atlasOn >> place) & 1)));
      did({kinds: look.kinds.filter((_, k) => (root.atlasOn >> k) & 1).map(({id}) => id)});
    };
  });
}
