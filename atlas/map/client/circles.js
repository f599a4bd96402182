/**
 * Circles: how far off a sighting may be. A whole line: a place is stated; dashes: it is inferred; dots: only its sea is named.
 *
 * A strait that is named gets a circle as any other place, no strip along its gate: the source names the water, not the line.
 */
(function (atlas) {
  'use strict';

  const MANY = 500;                                   // from here on circles are outlines of plain pixels
  const VAGUE_KM = 150, OUTSIDE = 0.3, CROWDED = 0.3;
  const LINE = 0.55, HIDDEN = 4;                      // how opaque the line of a circle is; CSS pixels that the dot in its middle covers
  const DASHES = {inferred: [3, 3], sea: [1.2, 3.2]}; // CSS pixels drawn and left out, by basis

  /** Can a sighting be drawn? */
  const drawable = atlas.drawable = (sightings, i) => sightings.x[i] === sightings.x[i];

  /** Do the days of a sighting or leg meet the dates of the page; and how strongly is it drawn? */
  atlas.inRange = (table, i, state) => table.start[i] <= state.to && table.end[i] >= state.from;
  const strengthOf = atlas.strength = (table, i, state) => atlas.inRange(table, i, state) ? 1 : OUTSIDE;

  /** The ellipse of a sighting's circle in device pixels: middle, half width, half height. */
  function ellipse(view, sightings, i) {
    const north = view.y(sightings.north[i]), south = view.y(sightings.south[i]);
    return [view.x(sightings.x[i]), (north + south) / 2, sightings.wide[i] * view.scale, (south - north) / 2];
  }

  const dashes = ({basis, sightings}, i) => DASHES[basis[sightings.basis[i]]] || [];

  function inView(view, [x, y, wide, high]) { return x + wide >= 0 && y + high >= 0 && x - wide <= view.width && y - high <= view.height; }

  /**
   * Draw the circles of these sightings; what lies outside the dates is faded. One circle stands for all that are the same.
   * fill: how strongly they are filled, 1 for those of one event; less where many lie over each other.
   */
  atlas.drawCircles = function (view, c, data, rows, state, colours, fill = 1) {
    const {sightings, events} = data, drawn = new Set();
    c.lineWidth = 0.9 * view.ratio;
    for (const i of rows) {
      const [x, y, wide, high] = ellipse(view, sightings, i), strength = strengthOf(sightings, i, state);
      const same = [x, y, wide, strength, events.kind[sightings.event[i]], sightings.basis[i]].join();
      if (wide < 2 || drawn.has(same) || !inView(view, [x, y, wide, high])) continue;
      drawn.add(same);
      c.fillStyle = c.strokeStyle = colours.kinds[events.kind[sightings.event[i]]];
      c.beginPath();
      c.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
      c.globalAlpha = (sightings.km[i] >= VAGUE_KM ? 0.05 : 0.1) * strength * fill;
      c.fill();
      c.setLineDash(dashes(data, i).map((part) => part * view.ratio));
      c.globalAlpha = LINE * strength;
      c.stroke();
    }
    c.setLineDash([]);
    c.globalAlpha = 1;
  };

  /** The sightings of all events shown: small dots under the marks, with their circles, or these as pixels where they are many. */
  atlas.drawSightings = function (view, c, data, visible, state, stamps, colours, skip) {
    const {sightings, events} = data, rows = [];
    for (let i = sightings.count - 1; i >= 0; i--) {
      const event = sightings.event[i];
      if (!visible[event] || event === skip || !drawable(sightings, i)) continue;
      const strength = strengthOf(sightings, i, state), kind = events.kind[event];
      stamps.press(view.x(sightings.x[i]), view.y(sightings.y[i]), atlas.dotStamp(stamps, kind, atlas.backing(sightings, i), strength, colours));
      if (sightings.wide[i] * view.scale > HIDDEN * view.ratio && inView(view, ellipse(view, sightings, i))) rows.push(i);
    }
    if (rows.length <= MANY) atlas.drawCircles(view, c, data, rows, state, colours, CROWDED);
    else plotCircles(view, data, rows, state, stamps, colours);
  };

  function plotCircles(view, data, rows, state, stamps, colours) {
    const {sightings, events} = data, tints = colours.kinds.map((colour) => [OUTSIDE, 1].map((strength) => atlas.pixel(colour, LINE * strength)));
    for (const i of rows) {
      plot(stamps, ellipse(view, sightings, i), tints[events.kind[sightings.event[i]]][atlas.inRange(sightings, i, state) ? 1 : 0], dashes(data, i));
    }
  }

  /** The outline of an ellipse straight into the buffer, under what is there. */
  function plot({pixels, width, height, ratio}, [x, y, wide, high], colour, [on = 1, off = 0]) {
    const steps = Math.ceil(Math.max(wide, high) * 6.3), period = Math.round((on + off) * ratio), drawn = Math.max(1, Math.round(on * ratio));
    // From step to step the arm is turned by the same small angle: four products instead of a sine and a cosine.
    const turnX = Math.cos(2 * Math.PI / steps), turnY = Math.sin(2 * Math.PI / steps);
    for (let k = 0, armX = 1, armY = 0; k < steps; k++, [armX, armY] = [armX * turnX - armY * turnY, armX * turnY + armY * turnX]) {
      if (k % period >= drawn) continue;
      const px = Math.round(x + wide * armX), py = Math.round(y + high * armY);
      if (px >= 0 && py >= 0 && px < width && py < height && pixels[py * width + px] === 0) pixels[py * width + px] = colour;
    }
  }
})(window.atlas);
