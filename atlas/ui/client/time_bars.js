/**
 * Bars: events by the month in which they began, stacked by kind in the order of the list; `months` are rows of the month
 * and the number of each kind. All is placed in shares of the strip, so that only a change of the counts draws it anew.
 */
const MOST_LINES = 4, SINGLE_EVENTS = 14;

function make(tag, className, parent, text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== "") element.textContent = text;
  if (parent) parent.appendChild(element);
  return element;
}

const counted = (n, one = "event") => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;

const total = ([, ...counts]) => counts.reduce((sum, n) => sum + n, 0);

/** Draw the bars and the lines behind them; nothing is taken for known before the counts are there. */
function drawBars(root, months, scale) {
  const top = Math.max(0, ...months.map(total)), all = months.reduce((sum, row) => sum + total(row), 0);
  root.replaceChildren();
  root.classList.toggle("single", top <= SINGLE_EVENTS);
  if (!top) {
    make("p", "", root, "No event passes the other filters");
    root.setAttribute("aria-label", "No event passes the other filters");
    return;
  }
  const most = months.find((row) => total(row) === top);
  root.setAttribute("aria-label", `Events begun in each month, stacked by kind: ${counted(all)} from ${monthYear(months[0][0])} `
    + `to ${monthYear(months.at(-1)[0])}, at most ${top.toLocaleString("en")} in a month, in ${monthYear(most[0])}`);
  drawLines(root, top);
  for (const row of months) drawMonth(root, row, top, scale);
}

/** Lines at round numbers; the topmost says what is counted. */
function drawLines(root, top) {
  const step = roundStep(top / MOST_LINES);
  for (let value = step; value <= top; value += step) {
    const line = make("b", "", root), last = value + step > top;
    line.style.bottom = `${value / top * 100}%`;
    line.classList.toggle("last", last);
    make("span", "", line, last ? `${counted(value)} begun in a month` : value.toLocaleString("en"));
  }
}

/** The smallest of 1, 2, 5, 10, 20, 50, ... that is not below a value. */
function roundStep(value) {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(value)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= value);
}

function drawMonth(root, row, top, scale) {
  const [month, ...counts] = row;
  const left = scale.share(Math.max(firstOf(month), scale.span.from)), right = scale.share(Math.min(firstOf(month + 1), scale.span.to + 1));
  const bar = make("u", "", root);
  Object.assign(bar.style, {left: `${left}%`, width: `${right - left}%`, height: `${total(row) / top * 100}%`});
  bar.title = [`${monthYear(month)}: ${counted(total(row))}`, ...counts.map((n, k) => n ? `${look.kinds[k].many}: ${n}` : "").filter(Boolean)].join("\n");
  counts.forEach((n, k) => {
    if (!n) return;
    const box = make("i", "", bar);
    box.style.flex = n;
    box.style.setProperty("--n", n);
    box.style.setProperty("--c", `var(--${look.kinds[k].id})`);
  });
}
