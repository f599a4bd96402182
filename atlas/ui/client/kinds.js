/**
 * Kinds: the list of kinds with their symbols and counts, each a switch; `data` is {counts, on: bits, filtered}.
 */
export default function ({parentElement, data}) {
  const root = parentElement.querySelector(".kinds");
  if (!root.firstChild) build(root);
  root.atlasOn = data.on;
  root.querySelector(".all").hidden = !data.filtered;
  root.querySelectorAll("[aria-pressed]").forEach((button, place) => {
    button.setAttribute("aria-pressed", String(Boolean((data.on >> place) & 1)));
    button.lastChild.textContent = data.counts[place];
  });
}

function build(root) {
  const did = (detail) => document.dispatchEvent(new CustomEvent("atlas:did", {detail}));
  const make = (tag, className, parent, text = "") => {
    const element = parent.appendChild(document.createElement(tag));
    element.className = className;
    element.textContent = text;
    return element;
  };
  const head = make("div", "kinds-head", root);
  make("b", "", head, "Kind").id = "kinds-name";
  const all = make("button", "all", head, "Show all");
  all.type = "button";
  all.onclick = () => did({all: true});
  const list = make("div", "kinds-list", root);
  list.setAttribute("role", "group");
  list.setAttribute("aria-labelledby", "kinds-name");
  look.kinds.forEach((kind, place) => {
    const button = make("button", "", list);
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    make("i", `sym sym-${kind.id}`, button).setAttribute("aria-hidden", "true");
    make("span", "", button, kind.many);
    make("small", "", button);
    button.onclick = () => {
      root.atlasOn ^= 1 << place;
      button.setAttribute("aria-pressed", String(Boolean((root.atlasOn >> place) & 1)));
      did({kinds: look.kinds.filter((_, k) => (root.atlasOn >> k) & 1).map(({id}) => id)});
    };
  });
}
