/**
 * Filter: which events pass what the page says, with the same answers as the filters of atlas/view, in typed arrays.
 *
 * What has nothing to do with days is worked out once and kept, so that dragging or playing the days costs two comparisons
 * an event; and of the rest each filter costs a pass over all events only if it leaves any out.
 */
(function (atlas) {
  'use strict';

  const ALL = -1;                                     // every bit of a mask
  const STATES = [0, 3, 1, 2];                        // all, both, China alone, Russia alone: the bits that must stand, of these two
  const WORST = 255;
  const SEVERAL = ['areas', 'ships', 'passages'];
  const USUAL = {kinds: ALL, states: 0, series: -1, sure: ALL, joint: ALL, basis: WORST, areas: null, ships: null, passages: null};
  const BESIDE_DAYS = Object.keys(USUAL);

  /** A state as the page tells it (start.js), with everything that it leaves out because it is the usual. */
  atlas.whole = (state) => ({
    ...USUAL, layers: atlas.look.layers.reduce((bits, {on}, place) => bits | on << place, 0), only: null, sel: null, theme: 'light', fit: false, box: null, ...state,
  });

  atlas.Filter = class {
    constructor(data) {
      this.data = data;
      this.passing = new Uint8Array(data.events.count);
      this.before = null;
    }

    /** Write into `visible` one byte an event: 1 if its days overlap the state's and it passes the rest; give how many have a place. */
    show(state, visible) {
      if (state.only) return this._only(state.only, visible);
      const {start, end, x} = this.data.events, passing = this.besideDays(state), {from, to} = state;
      let placed = 0;
      for (let i = 0; i < visible.length; i++) {
        const seen = visible[i] = passing[i] & (start[i] <= to) & (end[i] >= from);
        if (seen && x[i] === x[i]) placed++;
      }
      return placed;
    }

    /** Just these events, whatever the days and the filters say. */
    _only(places, visible) {
      const {x} = this.data.events;
      visible.fill(0);
      for (const place of places) visible[place] = 1;
      return places.filter((place) => x[place] === x[place]).length;
    }

    /** One byte an event: does it pass everything but the days? */
    besideDays(state) {
      const {passing, before} = this;
      if (before && BESIDE_DAYS.every((field) => before[field] === state[field])) return passing;
      const {kind, states, series, sure, joint, basis} = this.data.events, {series: only} = state;
      passing.fill(1);
      if (state.kinds !== ALL) keep(passing, kind, (k) => state.kinds >> k & 1);
      if (state.states) keep(passing, states, (bits) => (bits & 3) === STATES[state.states]);
      if (state.sure !== ALL) keep(passing, sure, (k) => state.sure >> k & 1);
      if (state.joint !== ALL) keep(passing, joint, (k) => state.joint >> k & 1);
      if (state.basis !== WORST) keep(passing, basis, (rank) => rank <= state.basis);
      if (only >= 0) for (let i = 0; i < passing.length; i++) passing[i] &= series[i] === only;
      for (const field of SEVERAL) if (state[field]) keepHaving(passing, this.data.has[field], state[field]);
      this.before = state;
      return passing;
    }
  };

  /** Let only those events go on passing whose value (a byte) is good. */
  function keep(passing, column, good) {
    const table = Uint8Array.from({length: 256}, (_, value) => good(value));
    for (let i = 0; i < passing.length; i++) passing[i] &= table[column[i]];
  }

  /** Let only those events go on passing that have any of these places. */
  function keepHaving(passing, {first, events}, chosen) {
    const found = new Uint8Array(passing.length);
    for (const place of chosen) for (let k = first[place]; k < first[place + 1]; k++) found[events[k]] = 1;
    for (let i = 0; i < passing.length; i++) passing[i] &= found[i];
  }
})(window.atlas);
