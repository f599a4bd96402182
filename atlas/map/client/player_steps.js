/**
 * Steps of the player: on which days events begin. The data are sparse, so that one goes from event to event.
 */
(function (atlas) {
  'use strict';

  atlas.Steps = class {
    constructor({events}) {
      this.order = Uint32Array.from({length: events.count}, (_, i) => i).sort((a, b) => events.start[a] - events.start[b] || a - b);
      this.days = Int32Array.from(this.order, (i) => events.start[i]);
    }

    /** The next (1) or previous (-1) day on which one of these events begins, as {day, rows}; null where there is none. */
    from(day, direction, shown) {
      const {order, days} = this;
      for (let k = direction > 0 ? this._after(day) : this._after(day - 1) - 1; k >= 0 && k < days.length; k += direction) {
        if (shown[order[k]]) return {day: days[k], rows: this._rows(days[k], shown)};
      }
      return null;
    }

    /** The last of these events that began after one day and until another, -1 for none. */
    latest(after, day, shown) {
      for (let k = this._after(day) - 1; k >= 0 && this.days[k] > after; k--) if (shown[this.order[k]]) return this.order[k];
      return -1;
    }

    _rows(day, shown) { return [...this.order.subarray(this._after(day - 1), this._after(day))].filter((i) => shown[i]); }

    /** How many events begin until a day, that day with them. */
    _after(day) {
      let low = 0, high = this.days.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.days[middle] <= day) low = middle + 1;
        else high = middle;
      }
      return low;
    }
  };
})(window.atlas);
