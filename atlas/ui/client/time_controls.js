/**
 * Controls: the range by date inputs, by named ranges and year by year. `choose(range)` sets a range.
 */
const NOTE_MS = 9000, TYPED_MS = 1200;

class Controls {
  constructor(root, choose) {
    Object.assign(this, {root, choose, range: null, span: null, presets: [], noteTimer: 0});
    this.inputs = {from: this.dateInput("from", "From"), to: this.dateInput("to", "To")};
    this.buttons = make("div", "strip-presets", root);
    this.buttons.setAttribute("role", "group");
    this.buttons.setAttribute("aria-label", "Days shown");
    this.select = make("select", "", root);
    this.select.setAttribute("aria-label", "Days shown");
    this.select.addEventListener("change", () => this.choose(this.options[this.select.selectedIndex]));
    this.note = make("p", "strip-note", root);
    this.note.setAttribute("role", "status");
  }

  /**
   * A date input. While a year is typed each of its digits makes a date: what is typed counts after a rest if it is in
   * order, and in any case at Enter and on leaving; what is picked from the calendar counts at once.
   */
  dateInput(end, name) {
    const label = make("label", "strip-date", this.root, name), input = make("input", "", label);
    let typed = false, timer = 0;
    const enter = () => {
      clearTimeout(timer);
      if (input.atlasTouched) this.enter(end, input);
      typed = input.atlasTouched = false;
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { if (input.checkValidity()) enter(); }, TYPED_MS);
    };
    input.type = "date";
    input.required = true;   // no button that empties it
    input.addEventListener("keydown", ({key}) => { typed = true; if (key === "Enter") enter(); });
    input.addEventListener("input", () => { input.atlasTouched = true; if (typed) soon(); else enter(); });
    input.addEventListener("blur", enter);
    return input;
  }

  /** Take what a date input holds; what is impossible is put right, and told. */
  enter(end, input) {
    const {range, said} = mended(this.range, end, input.valueAsNumber / DAY_MS, this.span);
    input.atlasTouched = false;
    if (same(range, this.range)) this.show(range);
    else this.choose(range);
    this.say(said);
  }

  say(words) {
    clearTimeout(this.noteTimer);
    this.note.textContent = words;
    if (words) this.noteTimer = setTimeout(() => { this.note.textContent = ""; }, NOTE_MS);
  }

  /** Lay out what the span allows. */
  build(span) {
    this.span = span;
    this.presets = namedRanges(span);
    for (const input of Object.values(this.inputs)) Object.assign(input, {min: isoDay(span.from), max: isoDay(span.to)});
    this.buttons.replaceChildren();
    for (const preset of this.presets) {
      preset.button = make("button", "", this.buttons, preset.name);
      preset.button.onclick = () => this.choose(preset);
    }
    const group = make("span", "strip-year", this.buttons);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "One year");
    [this.before, this.only, this.after] = ["‹", "", "›"].map((sign) => make("button", "", group, sign));
    for (const button of this.buttons.querySelectorAll("button")) button.type = "button";
    this.buildSelect();
  }

  buildSelect() {
    const years = [];
    for (let year = yearOf(this.span.to); year >= yearOf(this.span.from); year--) years.push({name: String(year), ...yearRange(year, this.span)});
    this.options = [null, ...this.presets, ...years];
    this.select.replaceChildren(...this.options.map((option) => new Option(option ? option.name : "Choose")));
    this.select.options[0].hidden = true;
  }

  show(range) {
    this.range = range;
    for (const [end, input] of Object.entries(this.inputs)) if (!input.atlasTouched) input.value = isoDay(range[end]);
    for (const preset of this.presets) preset.button.setAttribute("aria-pressed", String(same(preset, range)));
    this.select.selectedIndex = Math.max(0, this.options.findIndex((option) => option && same(option, range)));
    const year = yearOf(range.to);
    this.yearButton(this.before, year - 1, `Year before: ${year - 1}`);
    this.yearButton(this.only, year, `Only ${year}`);
    this.yearButton(this.after, year + 1, `Year after: ${year + 1}`);
    this.only.textContent = year;
    this.only.setAttribute("aria-pressed", String(same(yearRange(year, this.span), range)));
  }

  yearButton(button, year, name) {
    const range = yearRange(year, this.span);
    button.disabled = range.from > range.to;
    button.setAttribute("aria-label", name);
    button.title = name;
    button.onclick = () => this.choose(range);
  }
}
