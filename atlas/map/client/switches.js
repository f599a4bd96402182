/**
 * Switches: which layers are on, between a reader who switches them on the map and a page that answers later.
 *
 * The map does not wait: what is switched is shown at once and told to the page. An answer to an earlier switch, or one that
 * was on its way before, does not undo a later one.
 */
(function (atlas) {
  'use strict';

  atlas.Switches = class {
    constructor() { Object.assign(this, {shown: 0, told: null, sent: []}); }

    /** What to show now that the page has told a mask. */
    hear(mask) {
      const answered = this.sent.indexOf(mask), old = answered < 0 && mask === this.told;
      this.told = mask;
      this.sent.splice(0, answered + 1);
      if (!this.sent.length || (answered < 0 && !old)) { this.sent = []; this.shown = mask; }
      return this.shown;
    }

    /** Switch one layer, by its place, and tell the page. */
    turn(place, on) {
      this.shown = on ? this.shown | 1 << place : this.shown & ~(1 << place);
      this.sent.push(this.shown);
      atlas.page.did({layers: atlas.look.layers.filter((_, k) => this.shown >> k & 1).map(({id}) => id)});
      return this.shown;
    }
  };
})(window.atlas);
