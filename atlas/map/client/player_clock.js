/**
 * Clock of the player: it either flows, frame by frame, or, for whoever wants no motion, ticks every two seconds.
 */
(function (atlas) {
  'use strict';

  const TICK_MS = 2000, LONGEST_MS = 100;      // a frame that took longer (the tab was hidden) does not make time jump

  atlas.Clock = class {
    /** flow(seconds) is called in each frame, tick() at each tick of a calm clock; both stop the clock by giving false. */
    constructor(flow, tick) { Object.assign(this, {flow, tick, frame: 0, timer: 0}); }

    get runs() { return Boolean(this.frame || this.timer); }

    /** Does this reader want no motion? The wish may change. */
    get calm() { return atlas.wishes('(prefers-reduced-motion: reduce)'); }

    start() {
      this.stop();
      if (this.calm) {
        this.timer = setInterval(() => { if (this.tick() === false) this.stop(); }, TICK_MS);
        return;
      }
      let before = performance.now();
      const beat = (now) => {
        const passed = Math.max(0, Math.min(LONGEST_MS, now - before));
        before = now;
        this.frame = requestAnimationFrame(beat);
        if (this.flow(passed / 1000) === false) this.stop();
      };
      this.frame = requestAnimationFrame(beat);
    }

    stop() {
      cancelAnimationFrame(this.frame);
      clearInterval(this.timer);
      this.frame = this.timer = 0;
    }
  };
})(window.atlas);
