/**
 * Range: what a hand makes of it. No function here lets a range turn round or leave the span.
 *
 * Where a pixel is worth more than two days nobody can aim at one: ends then stand at whole months.
 */
const AIMABLE_DAYS = 2, DAYS_A_MONTH = 30.44;

/** Days as pixels of the strip. */
class Scale {
  constructor(span, width) {
    this.span = span;
    this.days = span.to - span.from + 1;
    this.width = Math.max(width, 1);
    this.byMonth = this.days / this.width > AIMABLE_DAYS;
  }

  x(edge) { return (edge - this.span.from) / this.days * this.width; }
  share(edge) { return (edge - this.span.from) / this.days * 100; }

  /** The edge at x, not yet at a whole day. */
  edge(x) { return this.span.from + within(x, 0, this.width) / this.width * this.days; }

  /** The edge nearest to x that an end may stand at. */
  nearest(x) {
    const edge = this.edge(x);
    if (!this.byMonth) return Math.round(edge);
    const first = Math.max(firstOf(monthOf(edge)), this.span.from), next = Math.min(firstOf(monthOf(edge) + 1), this.span.to + 1);
    return edge - first < next - edge ? first : next;
  }
}

/** The range with its first ('from') or last ('to') day dragged to x; at the other end it stops. */
function dragged(range, end, x, scale) {
  const {from, to} = range, edge = scale.nearest(x);
  if (end === "from") {
    const last = scale.byMonth ? Math.max(firstOf(monthOf(to)), scale.span.from) : to;
    return {from: Math.min(edge, last), to};
  }
  const first = scale.byMonth ? Math.min(firstOf(monthOf(from) + 1), scale.span.to + 1) : from + 1;
  return {from, to: Math.max(edge, first) - 1};
}

/** The range moved by so many pixels as a whole; one of whole months stays one. */
function slid(range, pixels, {span, days, width, byMonth}) {
  const by = pixels / width * days;
  if (byMonth && wholeMonths(range, span)) {
    const first = monthOf(range.from), last = monthOf(range.to);
    const n = within(Math.round(by / DAYS_A_MONTH), monthOf(span.from) - first, monthOf(span.to) - last);
    return {from: Math.max(firstOf(first + n), span.from), to: Math.min(firstOf(last + n + 1) - 1, span.to)};
  }
  const n = within(Math.round(by), span.from - range.from, span.to - range.to);
  return {from: range.from + n, to: range.to + n};
}

/** The range that a stroke from x to x has touched. */
function brushed(x0, x1, scale) {
  const {span, byMonth} = scale;
  const day = (x) => Math.min(Math.floor(scale.edge(x)), span.to);
  const first = day(Math.min(x0, x1)), last = day(Math.max(x0, x1));
  if (!byMonth) return {from: first, to: last};
  return {from: Math.max(firstOf(monthOf(first)), span.from), to: Math.min(firstOf(monthOf(last) + 1) - 1, span.to)};
}

/** The range after a key on the handle of one end, or null if the key means nothing to it. */
function stepped(range, end, {key, shiftKey}, span) {
  const edge = end === "from" ? range.from : range.to + 1;
  const [low, high] = end === "from" ? [span.from, range.to] : [range.from + 1, span.to + 1];
  const by = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1}[key];
  const wanted = by ? (shiftKey ? monthsOn(edge, by) : edge + by)
    : {PageDown: monthsOn(edge, -12), PageUp: monthsOn(edge, 12), Home: low, End: high}[key];
  if (wanted === undefined) return null;
  const moved = within(wanted, low, high);
  return end === "from" ? {...range, from: moved} : {...range, to: moved - 1};
}

/** Put what somebody typed into a date input right; `said` tells what was put right. */
function mended(range, end, day, span) {
  if (Number.isNaN(day)) return {range, said: `That is no day; ${longDay(range[end])} stays.`};
  const kept = within(day, span.from, span.to), said = [];
  if (kept !== day) said.push(`The events run from ${longDay(span.from)} to ${longDay(span.to)}, so ${longDay(kept)} was taken.`);
  const wanted = {...range, [end]: kept};
  if (wanted.from <= wanted.to) return {range: wanted, said: said.join(" ")};
  said.push("The first day lay after the last, so the two were exchanged.");
  return {range: {from: wanted.to, to: wanted.from}, said: said.join(" ")};
}
