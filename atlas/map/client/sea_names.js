/**
 * Sea names: letters along a curve. The name slides along it to the freest part that is in the frame, is set tighter, then
 * 15 % smaller, and then left out. The second name of a disputed sea runs beside the first at 80 % of its size.
 */
(function (atlas) {
  'use strict';

  const FONT = 'italic 400 {size} "Source Serif 4", Georgia, serif';
  const LEAST = 11, MOST = 1.6;                // CSS pixels, and how far a name may grow
  const STEPS = 24, TRIES = 9;                 // points of a curve between two of its corners; places tried along it
  const TIGHT = 0.45, SMALL = 0.85, SECOND = 0.8;
  const FULL = 0.4;                            // left out if so much of it would lie under marks
  let curves = 0;

  /** Points of a smooth curve (Catmull-Rom) through the corners. */
  function curve(corners) {
    const points = [corners[0]];
    for (let i = 0; i < corners.length - 1; i++) {
      const a = corners[i - 1] || corners[i], b = corners[i], c = corners[i + 1], d = corners[i + 2] || c;
      for (let step = 1; step <= STEPS; step++) {
        const t = step / STEPS, bend = (p, q, r, s) => q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)));
        points.push({x: bend(a.x, b.x, c.x, d.x), y: bend(a.y, b.y, c.y, d.y)});
      }
    }
    return points;
  }

  /** The longest stretch of the curve that is in the frame and under no panel. */
  function stretch(points, room) {
    const inside = ({x, y}) => x > 14 && y > 26 && x < room.width - 14 && y < room.height - 12 && room.seen([x - 10, y - 10, x + 10, y + 10]);
    let best = [0, 0], from = null;
    points.forEach((point, i) => {
      from = inside(point) ? from ?? i : null;
      if (from !== null && i - from > best[1] - best[0]) best = [from, i];
    });
    return points.slice(best[0], best[1] + 1);
  }

  function lengths(points) {
    const sums = [0];
    for (let i = 1; i < points.length; i++) sums.push(sums[i - 1] + Math.hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y));
    return sums;
  }

  /** Size and tracking at which the name fits into so many pixels, or null. */
  function fit(sea, zoom, length) {
    const grown = sea.size * Math.min(MOST, 2 ** ((zoom - 5) * 0.4)), size = Math.max(LEAST, grown);
    for (const [smaller, tighter] of [[1, 1], [1, TIGHT], [SMALL, TIGHT]]) {
      const type = {size: Math.max(LEAST, size * smaller), tracking: sea.tracking * tighter};
      type.width = atlas.textWidth(sea.name, FONT, type.size, type.tracking);
      if (type.width <= length) return type;
    }
    return null;
  }

  /** The boxes that the letters cover when they begin so far along the curve. */
  function boxes(points, sums, start, type, second) {
    const reach = type.size * 0.5, below = second ? type.size * 1.1 : 0, found = [];
    for (let i = 0; i < points.length; i++) {
      if (sums[i] < start || sums[i] > start + type.width) continue;
      const {x, y} = points[i];
      found.push([x - reach, y - reach, x + reach, y + reach]);
      if (below) found.push([x - reach + below * 0.6, y - reach + below * 0.6, x + reach + below * 0.6, y + reach + below * 0.6]);
    }
    return found;
  }

  /** Write the name of a sea onto the sheet, if it has its place at this zoom and in this frame. */
  atlas.letterSea = function (sheet, room, map, sea) {
    const zoom = map.getZoom();
    if (zoom < sea.from || zoom >= sea.to) return;
    const middle = sea.curve[Math.floor(sea.curve.length / 2)][0], turn = 360 * Math.round((map.getCenter().lng - middle) / 360);
    const corners = sea.curve.map(([lng, lat]) => map.latLngToContainerPoint([lat, lng + turn]));
    const points = stretch(curve(corners), room), sums = lengths(points), length = sums[sums.length - 1];
    const type = fit(sea, zoom, length);
    if (!type) return;
    let best = null;
    for (let i = 0; i < TRIES; i++) {
      const start = (length - type.width) * i / (TRIES - 1), covered = boxes(points, sums, start, type, sea.second);
      const under = covered.filter((box) => room.worst(box)).length / covered.length;
      const cost = under * 100 + Math.abs(i - (TRIES - 1) / 2);
      if (!best || cost < best.cost) best = {cost, start, under, covered};
    }
    if (best.under > FULL) return;
    best.covered.forEach((box) => room.takeSoftly(box));
    const id = `sea-curve-${curves++}`, d = 'M' + points.map(({x, y}) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
    sheet.add('path', {id, d, fill: 'none'});
    write(sheet, id, sea.name, best.start + type.width / 2, type.size, type.tracking, sea.second ? '-.12em' : 0);
    if (sea.second) write(sheet, id, sea.second, best.start + type.width / 2, type.size * SECOND, type.tracking * 0.9, '1.05em');
  };

  function write(sheet, curve, name, middle, size, tracking, dy) {
    const text = sheet.add('text', {class: 'name-sea', 'font-size': size, 'letter-spacing': `${tracking}em`, 'text-anchor': 'middle', dy});
    sheet.add('textPath', {href: `#${curve}`, startOffset: middle}, name, text);
  }
})(window.atlas);
