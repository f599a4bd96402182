/**
 * Tables sort by their heads and are searched by the field above them (atlas/ui/table.py writes them).
 *
 * A row says in `data-find` by what it is found, a cell in `data-key` by what it is sorted; a table with `data-own` keeps
 * both in the address. The page learns of that by a step of the history in place, once the reader has paused.
 */
const SETTLED_MS = 500;

function tableEars() {
  return {
    input: ({target}) => { if (target.matches?.(".listed-search")) search(target.closest(".listed"), target.value); },
    click: ({target}) => { const button = target.closest?.(".listed th button"); if (button) press(button); },
  };
}

/** Show a table as the address says. */
function restore(listed) {
  const own = "own" in listed.dataset, asked = new URLSearchParams(own ? location.search : "");
  const field = listed.querySelector(".listed-search"), order = asked.get("sort");
  const head = order && listed.querySelector(`th[data-column="${CSS.escape(order.replace(/^-/, ""))}"]`);
  if (head) sort(head, order.startsWith("-"));
  // What is typed before this script has come counts too.
  const words = field?.value || asked.get("q");
  if (!field || !words) return;
  field.value = words;
  search(listed, words);
}

function search(listed, words) {
  const found = asking(words), rows = [...listed.querySelectorAll("tbody tr")];
  let shown = 0;
  for (const row of rows) {
    row.hidden = !found(row.dataset.find ?? "");
    if (!row.hidden) shown += 1;
  }
  const said = listed.querySelector(".listed-said");
  said.textContent = words.trim() ? `${shown} of ${rows.length} found` : said.dataset.all;
  listed.querySelector(".listed-none").hidden = shown > 0;
  keep(listed, {q: words.trim()});
}

function press(button) {
  const head = button.closest("th"), now = head.getAttribute("aria-sort");
  const down = now ? now === "ascending" : head.dataset.first === "descending";
  sort(head, down);
  const name = (down ? "-" : "") + head.dataset.column, listed = head.closest(".listed");
  keep(listed, {sort: name === listed.dataset.order ? "" : name});
}

function sort(head, down) {
  const place = head.cellIndex, body = head.closest("table").tBodies[0], way = down ? -1 : 1;
  for (const one of head.parentElement.cells) one.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const keyed = [...body.rows].map((row) => [row.cells[place].dataset.key ?? row.cells[place].textContent.trim(), row]);
  const numbers = keyed.every(([key]) => key === "" || !Number.isNaN(Number(key)));
  const compare = numbers ? (a, b) => a - b : new Intl.Collator("en", {numeric: true}).compare;
  // What has no value stands last, whichever way.
  keyed.sort(([a], [b]) => (a === "") - (b === "") || (a === "" ? 0 : way * compare(a, b)));
  body.append(...keyed.map(([, row]) => row));
}

let settling = 0;
function keep(listed, own) {
  if (!("own" in listed.dataset)) return;
  const url = new URL(location.href);
  for (const [key, value] of Object.entries(own)) value ? url.searchParams.set(key, value) : url.searchParams.delete(key);
  if (url.href === location.href) return;
  history.replaceState(history.state, "", url);
  clearTimeout(settling);
  settling = setTimeout(() => dispatchEvent(new PopStateEvent("popstate")), SETTLED_MS);
}
