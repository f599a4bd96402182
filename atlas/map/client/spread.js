/**
 * Spread: marks that would cover each other are pushed apart, so that each of a few can be seen and clicked.
 */
(function (atlas) {
  'use strict';

  const ROUNDS = 90, STILL = 0.3, GOLDEN = 2.4;

  /**
   * Push points apart until no two are nearer than `gap`.
   *
   * x and y are changed in place, in any unit; the same points always end in the same places. Points are kept sorted
   * from west to east, so that each is only compared with its neighbours.
   */
  atlas.spread = function (x, y, gap) {
    const order = Uint32Array.from(x.keys());
    for (let round = 0; round < ROUNDS; round++) {
      order.sort((a, b) => x[a] - x[b] || a - b);
      let moved = 0;
      for (let i = 0; i < order.length; i++) {
        const a = order[i];
        for (let j = i + 1; j < order.length && x[order[j]] - x[a] < gap; j++) moved += part(x, y, a, order[j], gap);
      }
      if (moved < STILL * gap / 20) break;
    }
  };

  /** Move two points that are too near by half of what is missing each; two in one place part in a fixed direction. */
  function part(x, y, a, b, gap) {
    let dx = x[b] - x[a], dy = y[b] - y[a], away = Math.hypot(dx, dy);
    if (away >= gap) return 0;
    if (away < gap / 2000) { const turn = a * GOLDEN + b; dx = Math.cos(turn); dy = Math.sin(turn); away = 1; }
    const step = (gap - Math.min(away, gap)) / 2 + gap / 400, ux = dx / away * step, uy = dy / away * step;
    x[a] -= ux; y[a] -= uy; x[b] += ux; y[b] += uy;
    return step;
  }
})(window.atlas);
