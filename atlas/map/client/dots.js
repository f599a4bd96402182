/**
 * Dots: sightings, drawn by how well they are backed. Full: several sources. Open: one alone. Broken: weak sources only.
 */
(function (atlas) {
  'use strict';

  const MANY = 0, ONE = 1, WEAK = 2, TURN = 2 * Math.PI;
  const BIG = {radius: 4.8, rim: 1.9, casing: 1.2}, SMALL = {radius: 3, rim: 1.3, casing: 1};   // CSS pixels
  const ARCS = 3, BROKEN = 0.6;                       // a broken ring: so many arcs, this part of each drawn
  const RINGS = [[6, 'halo'], [4.5, 'accent'], [2.5, 'halo']];

  /** How well a sighting is backed: 0 by several sources, 1 by one, 2 by weak ones only. */
  atlas.backing = (sightings, i) => sightings.weak[i] ? WEAK : sightings.sources[i] > 1 ? MANY : ONE;

  function disc(c, radius, colour) {
    c.fillStyle = colour;
    c.beginPath();
    c.arc(0, 0, radius, 0, TURN);
    c.fill();
  }

  function draw(c, {radius, rim, casing}, backing, colour, halo) {
    disc(c, radius + casing, halo);
    if (backing === MANY) { disc(c, radius, colour); return; }
    const middle = radius - rim / 2, arc = TURN / ARCS;
    c.strokeStyle = colour;
    c.lineWidth = rim;
    c.beginPath();
    if (backing === ONE) c.arc(0, 0, middle, 0, TURN);
    else for (let k = 0; k < ARCS; k++) {
      const from = k * arc - Math.PI / 2 + arc * (1 - BROKEN) / 2;
      c.moveTo(middle * Math.cos(from), middle * Math.sin(from));
      c.arc(0, 0, middle, from, from + arc * BROKEN);
    }
    c.stroke();
  }

  /** The dot of a chosen event's sighting at a place in device pixels; ringed if it is the one selected. */
  atlas.drawDot = function (c, ratio, x, y, backing, strength, colour, colours, ringed) {
    c.save();
    c.translate(x, y);
    c.scale(ratio, ratio);
    c.globalAlpha = strength;
    if (ringed) for (const [more, token] of RINGS) disc(c, BIG.radius + more, colours[token]);
    draw(c, BIG, backing, colour, colours.halo);
    c.restore();
  };

  /** The dot of a sighting as a small SVG, so wide, in the colour of its event. */
  atlas.dotPicture = function ({events, sightings}, row, size, parent) {
    const kind = atlas.look.kinds[events.kind[sightings.event[row]]], backing = atlas.backing(sightings, row), middle = BIG.radius - BIG.rim / 2;
    const picture = atlas.svg('svg', {viewBox: '-6 -6 12 12', width: size, height: size, 'aria-hidden': 'true'}, parent), colour = `var(--${kind.id})`;
    if (backing === MANY) { atlas.svg('circle', {r: BIG.radius, fill: colour}, picture); return; }
    const arc = TURN * middle / ARCS, dash = backing === WEAK ? `${arc * BROKEN} ${arc * (1 - BROKEN)}` : '';
    atlas.svg('circle', {r: middle, fill: 'none', stroke: colour, 'stroke-width': BIG.rim, 'stroke-dasharray': dash, transform: 'rotate(-54)'}, picture);
  };

  /** The small dot of a sighting where those of all events are shown. */
  atlas.dotStamp = (stamps, kind, backing, strength, colours) => stamps.stamp(`dot ${kind} ${backing} ${strength}`, SMALL.radius + SMALL.casing + 1, (c) => {
    c.globalAlpha = strength;
    draw(c, SMALL, backing, colours.kinds[kind], colours.halo);
  });
})(window.atlas);
