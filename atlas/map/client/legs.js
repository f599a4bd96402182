/**
 * Legs: the ways between sightings. Told by a source: solid. Joined by us: dashed. Of aircraft no line is known: a band,
 * and where a straight one would cross land only its two ends, which fade out.
 */
(function (atlas) {
  'use strict';

  const MANY = 300, CLOSE = 7;                        // from here on quiet legs are plain pixels: paths cost a frame to rasterise
  const QUIET = {width: 1.1, alpha: 0.36, outside: 0.12, dash: [4, 3.5], head: 0.62, headAlpha: 0.6, close: 6};
  const CHOSEN = {width: 2.2, casing: 5, casingAlpha: 0.75, dash: [6, 5], more: 2};
  const BAND = {width: 16, alpha: 0.13, thread: 1.4, dash: [2, 5]};
  const ARROW = {least: 34, at: 0.54, outline: [5.5, 0, -4.5, -4.6, -2.3, 0, -4.5, 4.6], casing: 1.6};

  const inView = (view, {box}, leg) => box[4 * leg] < view.east && box[4 * leg + 2] > view.west && box[4 * leg + 1] < view.south && box[4 * leg + 3] > view.north;

  /** The lines of a leg in device pixels, [x0, y0, x1, y1, ...]: one, or its two ends where it has a gap. */
  const lines = atlas.legLines = function (view, legs, leg) {
    const first = legs.first[leg], last = legs.first[leg + 1] - 1, gap = legs.gap[leg];
    return gap < 0 ? [corners(view, legs, first, last)] : [corners(view, legs, first, gap), corners(view, legs, gap + 1, last)];
  };

  /** Corners from one vertex to another, without those nearer than half a pixel to the one before. */
  function corners(view, legs, first, last) {
    const line = [];
    for (let v = first; v <= last; v++) {
      const x = view.x(legs.x[v]), y = view.y(legs.y[v]), n = line.length;
      if (n && v < last && Math.abs(x - line[n - 2]) + Math.abs(y - line[n - 1]) < 0.5) continue;
      line.push(x, y);
    }
    return line;
  }

  function trace(path, line) {
    path.moveTo(line[0], line[1]);
    for (let k = 2; k < line.length; k += 2) path.lineTo(line[k], line[k + 1]);
  }

  /** The ways of all ships whose events are shown, thin and pale; those of aircraft wait until they are chosen. */
  atlas.drawLegs = function (view, c, data, visible, state, stamps, colours, skip) {
    const {legs, events} = data, seen = [];
    for (let leg = 0; leg < legs.count; leg++) {
      if (visible[legs.event[leg]] && legs.event[leg] !== skip && !legs.air[leg] && inView(view, legs, leg)) seen.push(leg);
    }
    // Asked of all that are loaded as long as one has not zoomed in, lest they change their look while the days move on.
    if (seen.length > MANY || (legs.count > MANY && view.zoom < CLOSE)) { plotLegs(view, data, seen, state, stamps, colours); return; }
    const batches = new Map();
    for (const leg of seen) {
      const key = events.kind[legs.event[leg]] * 4 + legs.told[leg] * 2 + (atlas.inRange(legs, leg, state) ? 1 : 0);
      if (!batches.has(key)) batches.set(key, new Path2D());
      for (const line of lines(view, legs, leg)) trace(batches.get(key), line);
    }
    c.lineJoin = c.lineCap = 'round';
    c.lineWidth = QUIET.width * view.ratio;
    for (const [key, path] of batches) {
      c.strokeStyle = colours.kinds[key >> 2];
      c.globalAlpha = key & 1 ? QUIET.alpha : QUIET.outside;
      c.setLineDash(key & 2 ? [] : QUIET.dash.map((part) => part * view.ratio));
      c.stroke(path);
    }
    c.setLineDash([]);
    if (view.zoom >= QUIET.close) {
      for (const leg of seen) {
        const strength = QUIET.headAlpha * atlas.strength(legs, leg, state), colour = colours.kinds[events.kind[legs.event[leg]]];
        for (const line of lines(view, legs, leg)) arrow(c, line, view.ratio, strength, colour, colours, QUIET.head);
      }
    }
    c.globalAlpha = 1;
  };

  /** Very many legs straight into the buffer, pixel by pixel, under what is there. */
  function plotLegs(view, {legs, events}, seen, state, {pixels}, colours) {
    const {width, height, ratio} = view, period = Math.round(7 * ratio), drawn = Math.round(4 * ratio);
    const quiet = colours.kinds.map((colour) => [atlas.pixel(colour, QUIET.outside), atlas.pixel(colour, QUIET.alpha)]);
    for (const leg of seen) {
      const colour = quiet[events.kind[legs.event[leg]]][atlas.inRange(legs, leg, state) ? 1 : 0], told = legs.told[leg];
      let phase = 0;
      for (let v = legs.first[leg]; v + 1 < legs.first[leg + 1]; v++) {
        const ax = view.x(legs.x[v]), ay = view.y(legs.y[v]), dx = view.x(legs.x[v + 1]) - ax, dy = view.y(legs.y[v + 1]) - ay;
        const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))) || 1, [enter, leave] = clip(ax, ay, dx, dy, width - 1, height - 1);
        const sx = dx / steps, sy = dy / steps, from = Math.ceil(enter * steps), stop = leave * steps;
        let x = ax + sx * from, y = ay + sy * from, beat = (phase + from) % period;
        for (let s = from; s < stop; s++, x += sx, y += sy) {
          if (told || beat < drawn) { const place = (y | 0) * width + (x | 0); if (pixels[place] === 0) pixels[place] = colour; }
          if (++beat === period) beat = 0;
        }
        phase = (phase + steps) % period;
      }
    }
  }

  /** The part (0 to 1) of a line from a by d that lies in a box; an empty part comes out reversed. */
  function clip(ax, ay, dx, dy, width, height) {
    let enter = 0, leave = 1;
    for (const [a, d, size] of [[ax, dx, width], [ay, dy, height]]) {
      if (d === 0) { if (a < 0 || a > size) return [1, 0]; continue; }
      const one = -a / d, two = (size - a) / d;
      enter = Math.max(enter, Math.min(one, two));
      leave = Math.min(leave, Math.max(one, two));
    }
    return [enter, leave];
  }

  /** The ways of the chosen event: first all casings, then all lines, then one arrowhead each. `picked` is drawn heavier. */
  atlas.drawChosenLegs = function (view, c, legs, rows, state, colour, colours, picked) {
    const r = view.ratio, parts = rows.flatMap((leg) => lines(view, legs, leg).map((line, end) => ({leg, line, paint: fading(c, line, legs.gap[leg] < 0 ? -1 : end, colour)})));
    const dashed = (dash) => c.setLineDash(dash.map((part) => part * r));
    const stroke = (line, width, alpha, style) => {
      c.beginPath(); trace(c, line);
      c.lineWidth = width * r; c.globalAlpha = alpha; c.strokeStyle = style; c.stroke();
    };
    c.lineJoin = 'round';
    c.lineCap = 'butt';
    dashed([]);
    for (const {leg, line, paint} of parts) {
      if (legs.air[leg]) stroke(line, BAND.width, BAND.alpha * (leg === picked ? 2 : 1), paint);
      else stroke(line, leg === picked ? CHOSEN.casing + CHOSEN.more : CHOSEN.casing, leg === picked ? 1 : CHOSEN.casingAlpha, colours.halo);
    }
    for (const {leg, line, paint} of parts) {
      dashed(legs.air[leg] ? BAND.dash : legs.told[leg] ? [] : CHOSEN.dash);
      stroke(line, (legs.air[leg] ? BAND.thread : CHOSEN.width) + (leg === picked ? CHOSEN.more : 0), atlas.strength(legs, leg, state), paint);
    }
    dashed([]);
    for (const {leg, line} of parts) arrow(c, line, r, atlas.strength(legs, leg, state), colour, colours);
    c.globalAlpha = 1;
  };

  /** The colour of a line; one that leads into a gap (the first end, 0) or out of it (the second, 1) is clear there. */
  function fading(c, line, end, colour) {
    if (end < 0) return colour;
    const paint = c.createLinearGradient(...line.slice(0, 2), ...line.slice(-2));
    paint.addColorStop(end, colour);
    paint.addColorStop(1 - end, `${colour}00`);
    return paint;
  }

  /** One head a little past the middle of a line, if it is long enough to carry one. */
  function arrow(c, line, ratio, strength, colour, colours, size = 1) {
    let length = 0;
    for (let k = 2; k < line.length; k += 2) length += Math.hypot(line[k] - line[k - 2], line[k + 1] - line[k - 1]);
    if (length < ARROW.least * ratio) return;
    let rest = length * ARROW.at, k = 2, step = 0;
    for (; k < line.length; k += 2) {
      step = Math.hypot(line[k] - line[k - 2], line[k + 1] - line[k - 1]);
      if (rest <= step) break;
      rest -= step;
    }
    const [ax, ay, bx, by] = line.slice(k - 2, k + 2), share = step ? rest / step : 0;
    c.save();
    c.translate(ax + (bx - ax) * share, ay + (by - ay) * share);
    c.rotate(Math.atan2(by - ay, bx - ax));
    c.scale(ratio * size, ratio * size);
    c.beginPath();
    for (let p = 0; p < ARROW.outline.length; p += 2) c.lineTo(ARROW.outline[p], ARROW.outline[p + 1]);
    c.closePath();
    c.globalAlpha = strength;
    c.strokeStyle = colours.halo; c.lineWidth = ARROW.casing; c.stroke();
    c.fillStyle = colour; c.fill();
    c.restore();
  }
})(window.atlas);
