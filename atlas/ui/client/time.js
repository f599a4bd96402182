/**
 * Time: the strip of time below the map. Bars of events by month, the chosen range on them, and what sets it.
 *
 * `data` is {span: [first, last] in days since 1970}, with {map: its name} beside a map that has one. The range and `page.months`,
 * the URL of the counts, come with `atlas:state`; the range goes as `atlas:preview` and `atlas:did` (see atlas/map/client/page.js).
 * That URL changes only with the other filters, so that a move of the range sends no counts.
 */
const ENDS = {from: "First day shown", to: "Last day shown"}, WORDS_GAP_PX = 6, NARROW_PX = 13;

export default function ({parentElement, data}) {
  parentElement.atlasStrip ||= new Strip(parentElement.querySelector(".strip"), data.map ? `-${data.map}` : "");
  parentElement.atlasStrip.show(data);
  return () => {
    parentElement.atlasStrip.remove();
    delete parentElement.atlasStrip;
  };
}

class Strip {
  constructor(root, ending) {
    this.ending = ending;
    root.replaceChildren();
    this.field = make("div", "strip-field", root);
    this.plot = make("div", "strip-plot", this.field);
    this.ground = make("b", "strip-chosen", this.plot);
    this.bars = make("div", "strip-bars", this.plot);
    this.bars.setAttribute("role", "img");
    this.veils = ["before", "after"].map((side) => make("b", `strip-veil ${side}`, this.plot));
    this.axis = make("div", "strip-axis", this.plot);
    this.axis.setAttribute("aria-hidden", "true");
    this.words = {}; this.handles = {};
    for (const [end, name] of Object.entries(ENDS)) this.handle(end, name);
    const tools = make("div", "strip-tools", root);
    this.controls = new Controls(tools, (range) => this.choose(range));
    this.retell = numbersTable(tools, () => this.months, ending);
    this.hand = new Hand(this, this.field, this.handles);
    this.pen = document.createElement("canvas").getContext("2d");
    Object.assign(this, {span: null, range: null, last: null, months: [], url: null, frame: 0});
    this.listen();
  }

  handle(end, name) {
    this.words[end] = make("span", "strip-word", this.plot);
    this.words[end].setAttribute("aria-hidden", "true");
    this.handles[end] = make("div", `strip-handle ${end}`, this.plot);
    for (const [key, value] of Object.entries({role: "slider", tabindex: "0", "aria-label": name})) this.handles[end].setAttribute(key, value);
  }

  listen() {
    const ears = {
      [`atlas:state${this.ending}`]: ({detail}) => this.hear(detail),
      [`atlas:preview${this.ending}`]: ({detail}) => { if (detail.by === "player" && this.span && !this.hand.busy) this.draw(this.inSpan(detail)); },
    };
    for (const [name, ear] of Object.entries(ears)) document.addEventListener(name, ear);
    const size = new ResizeObserver(() => this.resize());
    size.observe(this.plot);
    document.fonts.ready.then(() => this.resize());
    this.deaf = () => {
      for (const [name, ear] of Object.entries(ears)) document.removeEventListener(name, ear);
      size.disconnect();
    };
  }

  remove() {
    this.deaf();
    this.hand.remove();
    cancelAnimationFrame(this.frame);
    this.asked?.abort();
  }

  say(name, detail) { document.dispatchEvent(new CustomEvent(`atlas:${name}${this.ending}`, {detail})); }

  left() { return this.plot.getBoundingClientRect().left; }

  // What the page says

  show({span: [from, to]}) {
    if (!this.span || this.span.from !== from || this.span.to !== to) {
      this.span = {from, to};
      this.scale = new Scale(this.span, this.plot.clientWidth);
      this.controls.build(this.span);
      this.last = this.range = this.span;
      this.resize();
      const told = document[`atlasState${this.ending}`];
      if (told) this.hear(told);
    }
  }

  /** What Python says holds; under a hand it has to wait. */
  hear(state) {
    if (!this.span) return;
    this.last = this.inSpan(state);
    if (!this.hand.busy) this.draw(this.last);
    if (state.page && state.page.months !== this.url) this.ask(state.page.months);
  }

  inSpan({from, to}) {
    const {span} = this, first = within(from, span.from, span.to);
    return {from: first, to: within(to, first, span.to)};
  }

  /** Fetch the counts; the bars of before stay until they come. */
  async ask(url) {
    this.asked?.abort();
    this.url = url;
    const {signal} = this.asked = new AbortController();
    try {
      const answer = await fetch(url, {signal});
      if (!answer.ok) throw new Error(`${answer.status} ${url}`);
      this.months = (await answer.json()).months;
      drawBars(this.bars, this.months, this.scale);
      this.retell();
    } catch (error) {
      if (signal.aborted) return;
      this.url = null;   // the next time the page says something it is tried again
      this.controls.say("The numbers of events could not be loaded. The dates can be set all the same.");
      throw error;
    }
  }

  // What the reader does

  /** Show a range that is not yet settled; the map follows within a frame. */
  preview(range) {
    if (same(range, this.range)) return;
    this.draw(range);
    this.controls.say("");
    this.frame ||= requestAnimationFrame(() => this.flush());
  }

  flush() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.say("preview", {from: this.range.from, to: this.range.to, by: "strip"});
  }

  /** The range is settled: Python is told once, and not at all of what it knows. */
  done() {
    if (this.frame) this.flush();
    if (same(this.range, this.last)) return;
    this.last = this.range;
    this.say("did", {range: [this.range.from, this.range.to]});
  }

  cancel() {
    this.preview(this.last);
    if (this.frame) this.flush();
  }

  choose({from, to}) {
    this.draw({from, to});
    this.flush();
    this.done();
  }

  // How it looks

  resize() {
    if (!this.span) return;
    this.scale = new Scale(this.span, this.plot.clientWidth);
    drawAxis(this.axis, this.scale);
    this.pen.font = getComputedStyle(this.words.from).font;
    this.draw(this.range);
  }

  draw(range) {
    const {scale, span} = this, ends = {from: scale.share(range.from), to: scale.share(range.to + 1)};
    this.range = range;
    Object.assign(this.ground.style, {left: `${ends.from}%`, width: `${ends.to - ends.from}%`});
    this.veils[0].style.width = `${ends.from}%`;
    this.veils[1].style.width = `${100 - ends.to}%`;
    const whole = wholeMonths(range, span) && monthOf(range.from) !== monthOf(range.to), limits = {from: [span.from, range.to], to: [range.from, span.to]};
    for (const [end, handle] of Object.entries(this.handles)) {
      const day = range[end], [low, high] = limits[end];
      handle.style.left = `${ends[end]}%`;
      for (const [key, value] of Object.entries({now: day, min: low, max: high, text: longDay(day)})) handle.setAttribute(`aria-value${key}`, value);
      this.words[end].textContent = whole ? shortMonth(monthOf(day)) : shortDay(day);
    }
    this.plot.classList.toggle("narrow", scale.x(range.to + 1) - scale.x(range.from) < NARROW_PX);
    this.placeWords();
    this.controls.show(range);
  }

  placeWords() {
    const {words: {from, to}, scale, range} = this, [wideA, wideB] = [from, to].map((word) => this.wide(word));
    const lefts = wordsApart(scale.x(range.from), wideA, scale.x(range.to + 1), wideB, scale.width, WORDS_GAP_PX);
    [from, to].forEach((word, k) => { word.style.transform = `translateX(${lefts[k]}px)`; });
  }

  /** How wide a word is; asking the page itself would lay it out anew at each step of the player. */
  wide(word) {
    return this.pen.measureText(word.textContent).width + 1;
  }
}
