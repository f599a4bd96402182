/**
 * Player: runs the chosen days inside the map, without a word to Python until it rests.
 *
 * While it runs the map draws a preview of other days, and the page's strip of time follows. When it rests, the days
 * shown go to Python once; it repeats them, so that nothing on the map changes. The range that was chosen when the
 * player was opened is kept: after a pause it goes on to its end. A range chosen elsewhere takes its place.
 */
(function (atlas) {
  'use strict';

  const SETTLE_MS = 300;                       // after the last of several quick steps Python is told once
  const LINE_MS = 900, LINGERS_MS = 2500;      // a title stays so long at least, and at most while nothing else begins

  const same = (a, b) => Boolean(a && b) && a.from === b.from && a.to === b.to;

  atlas.Player = class {
    constructor(layer, map, options) {
      Object.assign(this, {layer, map, span: null, time: null, shown: null, told: null, marks: null, line: '', lineSince: 0, timer: 0});
      if (options.embed || options.player === false) return;
      this.clock = new atlas.Clock((seconds) => this._flow(seconds), () => this._tick());
      this.bar = new atlas.PlayerBar(layer, map, {
        toggle: () => (this.clock.runs ? this.pause() : this.play()), step: (direction) => this.step(direction),
        close: () => this.close(), change: () => this._changed(),
      });
      layer.on('filter', () => this._follow());
    }

    get day() { return Math.min(Math.floor(this.time), this.span.to); }

    /** After the page has said what is shown: what it repeats, and every change but that of the days, is played on. */
    apply() {
      if (!this.span) return;
      this._settle();
      if (this.shown) this._show();
      else this._text();
    }

    redraw() { if (this.marks) this._ships(); }

    play() {
      if (!this.layer.data || !this.layer.state) return;
      if (!this.bar.open) this._open();
      if (this.time >= this.span.to + 1) this.time = this.span.from;
      this._write('');
      this.layer.card.hide();  // a step's card names a place that is played away from
      this.bar.runs = true;
      this._wait();
      this.clock.start();
      this._show();
    }

    /** Rest here: the page and its address take the days that are shown now. */
    pause() {
      this._stop();
      this._tell();
      this.bar.say(`Paused on ${this._when()}`);
    }

    /** To the day on which the next (1) or previous (-1) event begins. */
    step(direction) {
      const found = this._next(direction);
      if (!found) {
        if (this.clock.runs) this.pause();
        this.bar.say(`No ${direction > 0 ? 'later' : 'earlier'} event begins in these days`);
        return;
      }
      this._stop();
      this._goTo(found);
      this._tellSoon();
    }

    close() {
      if (this.clock.runs) this.pause();
      else if (this.timer) this._tell();
      Object.assign(this, {span: null, time: null, shown: null, told: null, line: ''});
      this.marks.remove();
      this.marks = null;
      this.bar.open = false;
      this.layer.card.hide();
      this.layer.steady(null);
      this.layer.draw();
      this.map.fire('furniture');
    }

    /** The computed ship at a point of the container: its leg, and `doubt`: how many km it may be off; or null. */
    hit(point) {
      const ship = this.marks && this.marks.hit(point);
      return ship ? {layer: 'leg', id: this.layer.data.legs.id[ship.leg], row: ship.leg, doubt: ship.km} : null;
    }

    _open() {
      const {from, to} = this.layer.state, {data} = this.layer;
      this.steps = this.steps || new atlas.Steps(data);
      this.moves = this.moves || atlas.moves(data);
      this.marks = new atlas.MovingMarks(this.layer, this.map);
      this.bar.open = true;
      this._begin({from, to}, from);
      this._settle();
      this.map.fire('furniture');
    }

    /** Take a range as what is played. */
    _begin(span, time) {
      Object.assign(this, {span, time, shown: null, told: null, line: ''});
      this.bar.suit(span.to - span.from + 1);
    }

    /** Find out what can be shown at all while the range is played. */
    _settle() {
      this.passing = this.layer.shownOn(this.span);
      this.layer.steady(this.span);
    }

    /** A range that is not ours was drawn: somebody chose or drags other days. */
    _follow() {
      if (!this.span) return;
      const {from, to} = this.layer.state, range = {from, to};
      if (same(range, this.shown) || same(range, this.told) || (this.clock.runs && same(range, this.span))) return;
      this._stop();
      this._wait();
      this._begin(range, to + 1);
      this._text();
    }

    _stop() {
      this.clock.stop();
      this.bar.runs = false;
    }

    _flow(seconds) {
      this.time += seconds * this.bar.speed;
      return this._goOn();
    }

    /** Without motion: one event after the other. */
    _tick() {
      const found = this._next(1);
      if (found) this._goTo(found);
      else this.time = this.span.to + 1;
      return this._goOn();
    }

    _goOn() {
      const ended = this.time >= this.span.to + 1;
      if (ended) this.time = this.span.to + 1;
      this._show();
      if (ended) this.pause();
      return !ended;
    }

    _next(direction) {
      const found = this.steps.from(this.day, direction, this.passing);
      return found && found.day >= this.span.from && found.day <= this.span.to ? found : null;
    }

    _goTo({day, rows}) {
      const {layer} = this, [first] = rows, more = rows.length > 1 ? ` and ${rows.length - 1} more` : '';
      this.time = day + 0.5;
      this._write(layer.data.events.title[first] + more, Infinity);
      this._show();
      const place = layer.placeOf(first);
      if (place) layer.card.show([layer.data.events.title[first], atlas.eventDates(layer.data, first)], this.map.latLngToContainerPoint(place));
      else layer.card.hide();
      this.bar.say(`${this._when()}: ${layer.describe(first)}${more}${place ? '' : ', not on the map'}`);
    }

    _range() {
      const {from} = this.span, to = this.day, {window} = this.bar;
      return {from: window ? Math.max(from, to - window + 1) : from, to};
    }

    /** Draw the present moment. */
    _show() {
      const range = this._range(), before = this.shown;
      this.shown = range;
      if (!same(range, this.layer.state)) {
        this.layer.preview(range);
        atlas.page.preview(range);
      }
      if (this.clock.runs && !this.clock.calm) this._headline(before ? before.to : range.to - 1, range.to);
      this._ships();
      this._text();
    }

    /** The title of what has just begun, as long as that can be read. */
    _headline(after, day) {
      const now = performance.now(), stays = now - this.lineSince;
      if (stays < LINE_MS) return;
      const begun = this.steps.latest(after, day, this.layer.visible);
      if (begun >= 0) this._write(this.layer.data.events.title[begun]);
      else if (stays > LINGERS_MS) this._write('');
    }

    _write(line, since = performance.now()) {
      this.line = line;
      this.lineSince = line ? since : -Infinity;
    }

    _ships() {
      const {layer, clock} = this, none = clock.calm || !layer.has('legs');
      this.marks.show(none ? [] : atlas.shipsAt(layer.data, this.moves, layer.visible, this.time));
    }

    _text() {
      const {from, to} = this.span, {window} = this.bar, share = (this.time - from) / (to + 1 - from);
      const plays = `${window ? `${window} days at a time` : 'All so far'}, ${atlas.span(from, to, 'day')}`;
      this.bar.show(this.day, this.layer.shown, this.line || plays, share);
    }

    _changed() {
      this._show();
      if (!this.clock.runs) this._tellSoon();
    }

    _tellSoon() {
      this._wait();
      this.timer = setTimeout(() => this._tell(), SETTLE_MS);
    }

    /** Not yet: what was to be told may still change. */
    _wait() {
      clearTimeout(this.timer);
      this.timer = 0;
    }

    _tell() {
      this._wait();
      this.told = this.shown;
      atlas.page.did({range: [this.shown.from, this.shown.to]});
    }

    _when() { return atlas.span(this.day, this.day, 'day'); }
  };
})(window.atlas);
