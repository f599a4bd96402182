/**
 * Circles: how far off a sighting may be, and the dots in their middles.
 */
(function (atlas) {
  'use strict';

  const MANY = 500;                                   // from here on circles are outlines of plain pixels
  const VAGUE_KM = 150, INFERRED = 4, OUTSIDE = 0.3;  // INFERRED: place of 'inferred' among the words of basis
  const LINE = 0.55;                                  // how opaque the line of a circle is
  const DOT = {route: 4.6, open: 3.6, small: 2.6, casing: 2, rim: 1.8};

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

  function inView(view, [x, y, wide, high]) { return x + wide >= 0 && y + high >= 0 && x - wide <= view.width && y - high <= view.height; }

  /** Draw the circles of these sightings; what lies outside the dates is faded. One circle stands for all that are the same. */
  atlas.drawCircles = function (view, c, data, rows, state, colours) {
    const {sightings, events} = data, drawn = new Set();
    c.lineWidth = 0.9 * view.ratio;
    for (const i of rows) {
      const [x, y, wide, high] = ellipse(view, sightings, i), strength = strengthOf(sightings, i, state);
      const same = [x, y, wide, strength, events.kind[sightings.event[i]], sightings.basis[i] === INFERRED].join();
      if (wide < 2 || drawn.has(same) || !inView(view, [x, y, wide, high])) continue;
      drawn.add(same);
      c.fillStyle = c.strokeStyle = colours.kinds[events.kind[sightings.event[i]]];
      c.beginPath();
      c.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
      c.globalAlpha = (sightings.km[i] >= VAGUE_KM ? 0.05 : 0.1) * strength;
      c.fill();
      c.setLineDash(sightings.basis[i] === INFERRED ? [3 * view.ratio, 3 * view.ratio] : []);
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
      stamps.press(view.x(sightings.x[i]), view.y(sightings.y[i]), stamps.stamp(`dot ${kind} ${strength}`, DOT.small + 2, (d) => {
        d.globalAlpha = strength;
        disc(d, 0, 0, DOT.small + 1, colours.halo);
        disc(d, 0, 0, DOT.small, colours.kinds[kind]);
      }));
      if (inView(view, ellipse(view, sightings, i))) rows.push(i);
    }
    if (rows.length <= MANY) atlas.drawCircles(view, c, data, rows, state, colours);
    else for (const i of rows) {
      const colour = colours.kinds[events.kind[sightings.event[i]]], alpha = LINE * strengthOf(sightings, i, state);
      plot(stamps, ellipse(view, sightings, i), atlas.pixel(colour, alpha));
    }
  };

  /** The outline of an ellipse straight into the buffer, under what is there. */
  function plot({pixels, width, height}, [x, y, wide, high], colour) {
    const steps = Math.ceil(Math.max(wide, high) * 6.3);
    for (let k = 0; k < steps; k++) {
      const turn = 2 * Math.PI * k / steps, px = Math.round(x + wide * Math.cos(turn)), py = Math.round(y + high * Math.sin(turn));
      if (px >= 0 && py >= 0 && px < width && py < height && pixels[py * width + px] === 0) pixels[py * width + px] = colour;
    }
  }

  function disc(c, x, y, radius, colour) {
    c.fillStyle = colour;
    c.beginPath();
    c.arc(x, y, radius, 0, 2 * Math.PI);
    c.fill();
  }

  /** The dot of a chosen event's sighting: full on its way, open beside it; ringed if it is the one selected. */
  atlas.drawDot = function (view, c, x, y, onRoute, strength, colour, colours, ringed) {
    const r = view.ratio, radius = onRoute ? DOT.route : DOT.open;
    c.globalAlpha = strength;
    if (ringed) [[6, 'halo'], [4.5, 'accent'], [2.5, 'halo']].forEach(([more, token]) => disc(c, x, y, (radius + more) * r, colours[token]));
    const edge = onRoute ? DOT.casing : DOT.rim;
    disc(c, x, y, (radius + edge / 2) * r, onRoute ? colours.halo : colour);
    disc(c, x, y, (radius - edge / 2) * r, onRoute ? colour : colours.halo);
    c.globalAlpha = 1;
  };
})(window.atlas);
