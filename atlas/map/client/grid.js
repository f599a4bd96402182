/**
 * Grid: which points lie near a place, without looking at all of them.
 *
 * Compressed rows: the points of cell k are order[first[k]] .. order[first[k + 1] - 1]. A look-up costs some hundredths of
 * a millisecond at 1,000 points and less than one at 100,000, so no tree is needed.
 */
(function (atlas) {
  'use strict';

  const WORLD = atlas.world.SIZE;

  atlas.Grid = class {
    /** Points in world units; those that are NaN are left out. */
    constructor(x, y) {
      const side = Math.max(16, Math.min(512, 2 ** Math.ceil(Math.log2(Math.sqrt(x.length + 1)))));
      Object.assign(this, {x, y, side, cell: WORLD / side, first: new Uint32Array(side * side + 1)});
      const cells = new Int32Array(x.length);
      let kept = 0;
      for (let i = 0; i < x.length; i++) {
        cells[i] = x[i] === x[i] ? this.row(y[i]) * side + this.row(x[i]) : -1;
        if (cells[i] >= 0) { this.first[cells[i] + 1]++; kept++; }
      }
      for (let k = 0; k < side * side; k++) this.first[k + 1] += this.first[k];
      this.order = new Uint32Array(kept);
      const next = this.first.slice();
      for (let i = 0; i < x.length; i++) if (cells[i] >= 0) this.order[next[cells[i]]++] = i;
    }

    row(value) { return Math.max(0, Math.min(this.side - 1, Math.floor(value / this.cell))); }

    /** The nearest point within reach that `accept(index)` takes, -1 if none; of equals the last, which lies on top. */
    nearest(x, y, reach, accept) {
      let best = reach * reach, found = -1;
      this._each(x, y, reach, (i, away) => {
        if (away <= best && (away < best || i > found) && accept(i)) { best = away; found = i; }
      });
      return found;
    }

    /** All points within reach that `accept(index)` takes. */
    within(x, y, reach, accept) {
      const found = [];
      this._each(x, y, reach, (i, away) => { if (away <= reach * reach && accept(i)) found.push(i); });
      return found;
    }

    /** Visit what lies in the cells round a place, with the square of its distance. */
    _each(x, y, reach, visit) {
      const {cell, side, first, order} = this;
      for (let r = this.row(y - reach); r <= this.row(y + reach); r++) {
        for (let q = Math.floor((x - reach) / cell); q <= Math.floor((x + reach) / cell); q++) {
          const k = r * side + ((q % side) + side) % side;
          for (let j = first[k]; j < first[k + 1]; j++) {
            const i = order[j], dx = atlas.world.near(this.x[i], x) - x, dy = this.y[i] - y;
            visit(i, dx * dx + dy * dy);
          }
        }
      }
    }
  };
})(window.atlas);
