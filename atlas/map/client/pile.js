/**
 * Piles: marks and dots that lie so near to each other that nobody can tell them apart at this zoom.
 */
(function (atlas) {
  'use strict';

  const TOGETHER = 0.35;                              // of a symbol's size: nearer than this two of them are one to the eye
  const REACH = 11;                                   // CSS pixels from the pointer within which a mark or dot is what is meant

  const count = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

  /**
   * What lies where a mark or dot was hit (atlas.hit), itself included: [{layer, id, row}], those of the chosen event first, in order of time; only what was
   * hit where it stands alone. A sighting that lies under the mark of its own event does not count: one comes to it by that.
   */
  atlas.pile = function (layer, hit, point) {
    const at = hit && placeOf(layer, hit);
    if (!at || Math.hypot(at.x - point.x, at.y - point.y) > REACH) return hit ? [hit] : [];
    const {data} = layer, reach = TOGETHER * atlas.markSize(data, layer.surface.zoom, layer.phone);
    const events = marksNear(layer, at, reach), dots = new Set(dotsNear(layer, at, reach));
    if (layer.has('sightings')) for (const row of sightingsNear(layer, at, reach, new Set(events))) dots.add(row);
    const named = (kind, table, row) => ({layer: kind, id: table.id[row], row, start: table.start[row]});
    const found = [...events.map((row) => named('event', data.events, row)), ...[...dots].map((row) => named('sighting', data.sightings, row))];
    const others = ({layer: kind, row}) => kind === 'event' || data.sightings.event[row] !== layer.chosen;
    return found.length > 1 ? found.sort((a, b) => others(a) - others(b) || a.start - b.start || a.row - b.row) : [hit];
  };

  /** The lines of the card over a pile. */
  atlas.pileWords = function (pile) {
    const events = pile.filter(({layer}) => layer === 'event').length, dots = pile.length - events;
    const parts = [events ? count(events, 'event') : '', dots ? count(dots, 'sighting') : ''].filter(Boolean);
    return [`${parts.join(' and ')} here`, 'A click spreads them out'];
  };

  /** Where a mark or dot is drawn, in container pixels; null for all else, and for the disc of the chosen event. */
  function placeOf(layer, {layer: kind, row}) {
    if (kind === 'sighting') return layer.toPoint(layer.data.sightings.x[row], layer.data.sightings.y[row]);
    return kind === 'event' && row !== layer.skipped ? layer.toPoint(layer.places.x[row], layer.places.y[row]) : null;
  }

  function marksNear(layer, at, reach) {
    const {visible, places, grid, skipped} = layer, {x, y} = layer.toWorld(at), far = reach / 2 ** layer.map().getZoom();
    const accept = (i) => visible[i] === 1 && i !== skipped;
    if (!places.moved) return grid.within(x, y, far, accept);
    return places.rows.filter((i) => accept(i) && Math.hypot(atlas.world.near(places.x[i], x) - x, places.y[i] - y) <= far);
  }

  function dotsNear({story}, at, reach) {
    return story.taken.dots.filter((dot) => Math.hypot(dot.x - at.x, dot.y - at.y) <= reach).map(({row}) => row);
  }

  function sightingsNear(layer, at, reach, events) {
    const {event} = layer.data.sightings, {x, y} = layer.toWorld(at);
    const accept = (i) => layer.visible[event[i]] === 1 && event[i] !== layer.skipped && !events.has(event[i]);
    return atlas.sightingGrid(layer).within(x, y, reach / 2 ** layer.map().getZoom(), accept);
  }
})(window.atlas);
