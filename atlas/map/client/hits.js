/**
 * Hits: what a pointer means. The order is that of what people aim at: the chosen event's dots, the marks of events, the
 * chosen ways, gates and places, the other ways, circles, and last the sea itself.
 */
(function (atlas) {
  'use strict';

  const REACH = {dot: 9, disc: 15, symbol: 7, mark: 10, small: 6, leg: 5, band: 8};   // a mark's symbol, and beside it

  /** What lies at a point of the container: {layer, id, row} or what the gates say; null where nothing does. Not the sea. */
  atlas.hit = function (layer, point) {
    const {data} = layer;
    if (!data || !layer.places) return null;                       // nothing is drawn yet
    const at = layer.toWorld(point), reach = (pixels) => pixels / 2 ** layer.map().getZoom();
    const named = (kind, table, row) => row < 0 ? null : {layer: kind, id: table.id[row], row};
    return named('sighting', data.sightings, nearestDot(layer.story.taken, point))
      || (onDisc(layer.story.taken, point) ? named('event', data.events, layer.chosen) : null)
      || (layer.parts.player ? layer.parts.player.hit(point) : null)
      || named('event', data.events, nearestMark(layer, at, reach(REACH.symbol)))
      || (layer.has('sightings') ? named('sighting', data.sightings, nearestSighting(layer, at, reach(REACH.small))) : null)
      || named('event', data.events, nearestMark(layer, at, reach(REACH.mark)))
      || named('leg', data.legs, nearestLeg(data.legs, layer.story.legs, at, reach(REACH.leg), reach(REACH.band)))
      || (layer.parts.gates ? layer.parts.gates.hit(point) : null)
      || (layer.has('legs') ? named('leg', data.legs, nearestLeg(data.legs, quietLegs(layer), at, reach(REACH.leg), 0)) : null)
      || named('sighting', data.sightings, smallestCircle(data.sightings, layer.has('sightings') ? allSightings(layer) : layer.story.sightings, at));
  };

  function nearestDot({dots}, point) {
    let best = REACH.dot, found = -1;
    for (const {row, x, y} of dots) {
      const away = Math.hypot(x - point.x, y - point.y);
      if (away <= best) { best = away; found = row; }
    }
    return found;
  }

  const onDisc = ({disc}, point) => Boolean(disc) && Math.hypot(disc.x - point.x, disc.y - point.y) <= REACH.disc;

  /** The nearest mark where it is drawn: the few that were pushed apart one by one, many by their grid. */
  function nearestMark({data, visible, places, grid, skipped}, at, reach) {
    const accept = (i) => visible[i] === 1 && i !== skipped;
    if (!places.moved) return grid.nearest(at.x, at.y, reach, accept);
    let best = reach, found = -1;
    for (const i of places.rows) {
      const away = Math.hypot(atlas.world.near(places.x[i], at.x) - at.x, places.y[i] - at.y);
      if (away <= best && accept(i)) { best = away; found = i; }
    }
    return found;
  }

  /** The grid of all sightings, made when first asked for. */
  atlas.sightingGrid = function (layer) {
    const {x, y} = layer.data.sightings;
    layer.sightings = layer.sightings || new atlas.Grid(x, y);
    return layer.sightings;
  };

  function nearestSighting(layer, at, reach) {
    const {event} = layer.data.sightings;
    return atlas.sightingGrid(layer).nearest(at.x, at.y, reach, (i) => layer.visible[event[i]] === 1);
  }

  function* quietLegs({data: {legs}, visible, skipped}) {
    for (let leg = 0; leg < legs.count; leg++) if (visible[legs.event[leg]] && !legs.air[leg] && legs.event[leg] !== skipped) yield leg;
  }

  function* allSightings({data: {sightings}, visible}) {
    for (let i = 0; i < sightings.count; i++) if (visible[sightings.event[i]]) yield i;
  }

  function nearestLeg(legs, rows, at, reach, band) {
    const {x, y, first, box, air, gap} = legs, size = atlas.world.SIZE;
    let best = Infinity, found = -1;
    for (const leg of rows) {
      const near = air[leg] ? band : reach;
      for (const px of [at.x, at.x + size]) {
        if (px < box[4 * leg] - near || px > box[4 * leg + 2] + near || at.y < box[4 * leg + 1] - near || at.y > box[4 * leg + 3] + near) continue;
        for (let v = first[leg]; v + 1 < first[leg + 1]; v++) {
          if (v === gap[leg]) continue;
          const away = toSegment(px, at.y, x[v], y[v], x[v + 1], y[v + 1]);
          if (away <= near && away < best) { best = away; found = leg; }
        }
      }
    }
    return found;
  }

  function toSegment(px, py, ax, ay, bx, by) {
    const dx = bx - ax, dy = by - ay, share = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(px - ax - share * dx, py - ay - share * dy);
  }

  function smallestCircle(sightings, rows, at) {
    let best = Infinity, found = -1;
    for (const i of rows) {
      const wide = sightings.wide[i], high = (sightings.south[i] - sightings.north[i]) / 2;
      if (!(wide > 0 && wide < best)) continue;
      const dx = atlas.world.near(sightings.x[i], at.x) - at.x, dy = (sightings.south[i] + sightings.north[i]) / 2 - at.y;
      if ((dx / wide) ** 2 + (dy / high) ** 2 <= 1) { best = wide; found = i; }
    }
    return found;
  }
})(window.atlas);
