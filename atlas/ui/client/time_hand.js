/**
 * Hand: pointer and keys on the strip. A press near a handle drags that end, inside the range it moves the range as a whole,
 * elsewhere it strokes out a new one; so does a press anywhere while all days are chosen. A press that moves nothing does nothing.
 */
const KEYS_REST_MS = 200, STILL_PX = 4, MOUSE_REACH_PX = 12, FINGER_REACH_PX = 22;

/** What a press at x takes hold of: 'from', 'to', 'range' or 'brush'. In a narrow range a third is left to move it by. */
function holdAt(x, range, scale, reach) {
  const a = scale.x(range.from), b = scale.x(range.to + 1), inner = Math.min(reach, (b - a) / 3);
  if (x >= a - reach && x <= a + inner) return "from";
  if (x >= b - inner && x <= b + reach) return "to";
  return x > a && x < b && !same(range, scale.span) ? "range" : "brush";
}

class Hand {
  /** `strip` is asked for its range and scale, and told: preview(range), done(), cancel(). */
  constructor(strip, field, handles) {
    Object.assign(this, {strip, field, handles, press: null, keyed: 0});
    field.addEventListener("pointerdown", (event) => this.down(event));
    field.addEventListener("pointermove", (event) => this.move(event));
    field.addEventListener("pointerup", (event) => this.up(event));
    for (const name of ["pointercancel", "lostpointercapture"]) field.addEventListener(name, (event) => this.lose(event));
    field.addEventListener("mousedown", (event) => event.preventDefault());   // no selected text, and focus where we put it
    this.escape = (event) => { if (event.key === "Escape" && this.press) this.let(true); };
    document.addEventListener("keydown", this.escape);
    for (const [end, handle] of Object.entries(handles)) {
      handle.addEventListener("keydown", (event) => this.key(event, end));
      handle.addEventListener("blur", () => this.rest());
    }
  }

  remove() {
    clearTimeout(this.keyed);
    document.removeEventListener("keydown", this.escape);
  }

  /** Is a hand on the strip, or has one only just left it? */
  get busy() { return Boolean(this.press) || this.keyed > 0; }

  x({clientX}) { return clientX - this.strip.left(); }

  down(event) {
    if (event.button || !event.isPrimary || this.press) return;
    this.rest();
    const {range, scale} = this.strip, x = this.x(event);
    const hold = holdAt(x, range, scale, event.pointerType === "mouse" ? MOUSE_REACH_PX : FINGER_REACH_PX);
    this.press = {id: event.pointerId, x, hold, range, moved: false};
    this.field.setPointerCapture(event.pointerId);
    this.handles[hold]?.focus({preventScroll: true});
  }

  move(event) {
    const {press, strip} = this, x = this.x(event);
    if (!press) {
      this.field.dataset.hold = holdAt(x, strip.range, strip.scale, MOUSE_REACH_PX);
      return;
    }
    if (event.pointerId !== press.id || (!press.moved && Math.abs(x - press.x) < STILL_PX)) return;
    press.moved = true;
    strip.preview(this.ranged(press, x));
  }

  /** The range that a press has made by the time it is at x. An end keeps its distance to the pointer. */
  ranged({hold, range, x: x0}, x) {
    const {scale} = this.strip;
    if (hold === "brush") return brushed(x0, x, scale);
    if (hold === "range") return slid(range, x - x0, scale);
    return dragged(range, hold, scale.x(hold === "from" ? range.from : range.to + 1) + x - x0, scale);
  }

  up(event) { if (event.pointerId === this.press?.id) this.let(false); }

  /** The browser has taken the pointer away: nothing was chosen. */
  lose(event) { if (event.pointerId === this.press?.id) this.let(true); }

  let(cancelled) {
    const {id, moved} = this.press;
    this.press = null;
    if (this.field.hasPointerCapture(id)) this.field.releasePointerCapture(id);
    if (moved) this.strip[cancelled ? "cancel" : "done"]();
  }

  key(event, end) {
    if (event.altKey || event.ctrlKey || event.metaKey || this.press) return;
    const range = stepped(this.strip.range, end, event, this.strip.scale.span);
    if (!range) return;
    event.preventDefault();
    this.strip.preview(range);
    clearTimeout(this.keyed);
    this.keyed = setTimeout(() => this.rest(), KEYS_REST_MS);
  }

  /** The keys have come to rest: what they have chosen holds. */
  rest() {
    if (!this.keyed) return;
    clearTimeout(this.keyed);
    this.keyed = 0;
    this.strip.done();
  }
}
