/** Links inside the atlas. The address is all that a page reads; so a step of the history is all that a link needs. */
// Streamlit takes every target but a new tab off our links.
const INSIDE = 'a[href^="./"]:not([target="_blank"], [download])', CARRYING = "a[data-carry]";

function linkEars(keys) {
  /**
   * A link that carries the view gets it when it is used: it keeps its own keys, takes those of the view from the address,
   * and over them the pairs in its `data-carry`, where an empty one takes a key off. One that bears `data-with` keeps its
   * view and takes those keys of the page itself.
   */
  const carry = ({target}) => {
    const link = target.closest?.(`${CARRYING}, a[data-with]`);
    if (!link) return;
    const [path, query] = link.getAttribute("href").split("?"), here = new URLSearchParams(location.search), pairs = new URLSearchParams(query);
    const put = (key, value) => value ? pairs.set(key, value) : pairs.delete(key);
    if (link.matches(CARRYING)) {
      for (const key of keys()) put(key, here.get(key));
      for (const [key, value] of new URLSearchParams(link.dataset.carry)) put(key, value);
    }
    for (const key of link.dataset.with?.split(" ") ?? []) put(key, here.get(key));
    link.setAttribute("href", path + (pairs.size ? `?${pairs}` : ""));
  };
  const away = (event) => {
    const menu = document.querySelector(".menu[open]"), escape = event.type === "keydown";
    if (!menu || (escape ? event.key !== "Escape" : menu.contains(event.target))) return;
    menu.open = false;
    if (escape) menu.querySelector("summary").focus();
  };
  const plain = (event) => !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const follow = (event) => {
    const link = event.target.closest?.(INSIDE);
    if (!link || !plain(event) || event.defaultPrevented) return;
    carry(event);
    event.preventDefault();
    link.closest(".menu")?.removeAttribute("open");
    go(new URL(link.href));
  };
  // A bar of a chart is no link that one could find: Vega would make one when it is clicked, and load everything anew.
  const bar = (event) => {
    const href = event.target.__data__?.href;
    if (typeof href !== "string" || !href.startsWith("./") || !plain(event)) return;
    event.stopPropagation();
    go(new URL(href, location.href));
  };
  return [["pointerover", carry], ["focusin", carry], ["pointerdown", away], ["keydown", away], ["click", follow], ["click", bar, true]];
}

function go(to) {
  const samePage = to.pathname === location.pathname, id = to.searchParams.get("id");
  const stays = samePage && id && id === new URLSearchParams(location.search).get("id");
  if (to.href !== location.href) history.pushState({}, "", to.href);
  dispatchEvent(new PopStateEvent("popstate"));
  if (stays) showMap();
  else document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  if (!stays) arrive();
}

/** A part of what the page is about was chosen: the page stays where it is, as long as its map can be seen. */
function showMap() {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  document.querySelector('[class*="st-key-beside-"]')?.scrollIntoView({block: "nearest", behavior: still ? "auto" : "smooth"});
}

/** Another page has come: whoever hears the page is told its title. */
function arrive() {
  const title = () => document.querySelector("#main");
  const before = title(), until = performance.now() + 3000;
  const look = () => {
    const now = title();
    if (now && now !== before) now.focus({preventScroll: true});
    else if (performance.now() < until) requestAnimationFrame(look);
  };
  look();
}
