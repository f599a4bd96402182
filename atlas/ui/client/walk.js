/**
 * Walk: the bar of a story. Buttons, arrow keys and one tick for each step lead from stop to stop; a line of time shows the days.
 *
 * `data` is {story, many: how many steps in words, stops: [{id, verdict, say, days, from, to: 0 to 1 along the line of time}], years: [[year, 0 to 1]],
 * at: the stop where the reader is}; the first stop is the cover. Python is told {step: id} and writes it to the address.
 */
const ELSEWHERE = 'input, textarea, select, [contenteditable], [role="slider"], [role="listbox"], [role="menu"], [role="tablist"]';

export default function ({parentElement, data, setTriggerValue}) {
  const root = parentElement.querySelector(".walk-bar");
  if (root.atlasStory !== data.story) build(root, data);
  root.atlasStop ||= listen(root);
  root.atlasGo = (place) => {
    if (place < 0 || place >= data.stops.length || place === root.atlasAt) return;
    show(root, data, place);
    setTriggerValue("did", {step: data.stops[place].id});
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  };
  if (root.atlasAt !== data.at) show(root, data, data.at);
  return () => {
    root.atlasStop();
    delete root.atlasStop;
  };
}

function build(root, data) {
  const make = (tag, name, parent, text = "") => {
    const element = parent.appendChild(document.createElement(tag));
    element.className = name;
    element.textContent = text;
    return element;
  };
  root.replaceChildren();
  Object.assign(root, {atlasStory: data.story, atlasAt: null});
  const steps = make("nav", "walk-steps", root);
  steps.setAttribute("aria-label", "Steps");
  for (const [name, text, way] of [["walk-back", "Previous", -1], ["walk-on", "Next", 1]]) {
    const button = make("button", name, steps, text);
    button.type = "button";
    button.onclick = () => root.atlasGo(root.atlasAt + way);
  }
  const count = make("a", "", make("p", "walk-count", steps));
  count.href = address({claims: "all"});
  count.target = "_self";
  const ticks = make("ol", "walk-ticks", steps);
  data.stops.slice(1).forEach(({id, verdict, say}, k) => {
    const link = make("a", `tick tick-${verdict ?? "none"}`, make("li", "", ticks));
    link.href = address({step: id});
    link.title = say;
    link.setAttribute("aria-label", say);
    link.onclick = (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      root.atlasGo(k + 1);
    };
  });
  const days = make("div", "walk-days", root);
  make("p", "walk-words", days);
  const line = make("div", "walk-line", days);
  line.setAttribute("aria-hidden", "true");
  for (const [year, along] of data.years) make("span", "", line, year).style.left = `${100 * along}%`;
  make("i", "", line);
  make("p", "hear", root).setAttribute("role", "status");
}

/** Give the address of another part of this story; what else the address holds stays. */
function address(own) {
  const query = new URLSearchParams(location.search);
  for (const key of ["step", "claims"]) query.delete(key);
  for (const [key, value] of Object.entries(own)) query.set(key, value);
  return `./story?${query}`;
}

/** Show where the reader is; whoever hears the page is told the stop, unless it is the one at which the page was opened. */
function show(root, data, place) {
  const find = (name) => root.querySelector(name), stop = data.stops[place], last = data.stops.length - 1;
  const opened = root.atlasAt === null;
  root.atlasAt = place;
  // Not `disabled`: a button that has the focus would lose it at the last step.
  find(".walk-back").setAttribute("aria-disabled", String(place === 0));
  find(".walk-on").setAttribute("aria-disabled", String(place === last));
  find(".walk-on").textContent = place ? "Next" : "Start";
  find(".walk-count a").textContent = place ? `${place} of ${last}` : data.many;
  find(".walk-words").textContent = `Days shown: ${stop.days}`;
  root.querySelectorAll(".tick").forEach((tick, k) => {
    const here = k + 1 === place;
    if (here) tick.setAttribute("aria-current", "step");
    else tick.removeAttribute("aria-current");
    tick.tabIndex = here || (!place && !k) ? 0 : -1;   // one stop of the tab key; the arrow keys lead to the others
  });
  const window = find(".walk-line i");
  window.style.left = `${100 * stop.from}%`;
  window.style.width = `${100 * (stop.to - stop.from)}%`;
  root.style.setProperty("--done", place / last);
  if (!opened) find(".hear").textContent = stop.say;
}

function listen(root) {
  const press = (event) => {
    const way = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!way || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (event.target.closest?.(ELSEWHERE)) return;
    event.preventDefault();
    root.atlasGo(root.atlasAt + way);
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}
