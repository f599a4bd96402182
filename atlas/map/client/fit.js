/**
 * Fit: which part of the earth is shown. The map is moved for a choice made outside of it, never under its reader's hand.
 */
(function (atlas, L) {
  'use strict';

  const REGION = {wide: [[22.4, 117.2], [46.4, 146]], phone: [[22.6, 120], [46, 142]]};
  const ROOM = {wide: [[70, 60], [90, 68]], phone: [[34, 40], [44, 78]]}, CLOSEST = 7;  // at the foot the player
  const WHOLE_ROOM = [[44, 30], [44, 40]];            // round a story that is shown alone: half a date, the zoom buttons, the scale
  const AREA = [[10, 105], [60, 165]];                // what the atlas is about; a voyage may come from far outside
  const STORIES = ['event', 'sighting', 'leg'];       // what is shown as a whole story; other things are only brought into sight
  const SHARP_KM = 300, SETTLE_MS = 6000, FOLDED = 150;  // FOLDED: pixels; the page has not given the frame its size yet

  atlas.Fit = class {
    constructor(layer, map) {
      Object.assign(this, {layer, map, moving: false, since: -Infinity, moved: false, address: layer.options.name && !layer.options.address ? new atlas.NoAddress() : new atlas.Address(map)});
      this.asked = [map.getCenter(), map.getZoom()];
      map.on('movestart zoomstart', () => { if (!this.moving) this.moved = true; });
      map.on('moveend', () => { if (this.moved && !this.moving) this.address.write(); });
      layer.on('heard', () => { if (this.moved) this.address.write(); });
      this.observer = new ResizeObserver(() => this.resized());
      this.observer.observe(map.getContainer());
    }

    remove() { this.observer.disconnect(); }

    /** Show a box, or a selection, or the region where there is neither. A story already shown stays where it is as far as it is in sight. */
    show(sel, sameStory, box = null) {
      this.target = {sel, sameStory, box};
      this.since = performance.now();
      this.moved = false;
      this.go();
    }

    go() {
      const {layer, map, target} = this, size = layer.phone ? 'phone' : 'wide', found = atlas.find(layer.data, target.sel), {only} = layer.state;
      const bounds = found && boundsOf(layer.data, found), calm = {animate: false}, whole = only && !target.sameStory ? wholeBounds(layer.data, only) : null;
      if (map.getSize().x < FOLDED || map.getSize().y < FOLDED) return;
      this.moving = true;
      if (target.box) map.fitBounds(target.box, {padding: [4, 4], ...calm});
      else if (whole) map.fitBounds(whole, {paddingTopLeft: WHOLE_ROOM[0], paddingBottomRight: WHOLE_ROOM[1], maxZoom: CLOSEST, ...calm});
      else if (!target.sel) map.fitBounds(REGION[size], {padding: [4, 4], ...calm});
      else if (bounds && (target.sameStory || !STORIES.includes(found.layer))) {
        if (!map.getBounds().contains(bounds)) map.panTo(bounds.getCenter(), calm);
      } else if (bounds) map.fitBounds(bounds, {paddingTopLeft: ROOM[size][0], paddingBottomRight: ROOM[size][1], maxZoom: CLOSEST, ...calm});
      this.moving = false;
      this.address.follow();
    }

    /**
     * The page sizes the frame late, and again when its panel opens: what was fitted shortly before is fitted again.
     * A map that was only opened by a link, and neither fitted nor moved since, keeps the centre that the link asks for.
     */
    resized() {
      this.moving = true;
      this.map.invalidateSize({pan: false});
      if (!this.target && !this.moved) this.map.setView(...this.asked, {animate: false});
      this.moving = false;
      if (this.layer.data && this.target && !this.moved && performance.now() - this.since < SETTLE_MS) this.go();
    }
  };

  /** The bounds of all that is drawn of the events of these places: dots, their circles, ways; null where nothing is. */
  function wholeBounds(data, places) {
    const {sightings, legs, events} = data, {near, lat, lng} = atlas.world, boxes = [];
    for (const event of places) {
      const story = atlas.storyOf(data, event, true);
      for (const row of story.sightings) {
        const x = sightings.x[row], y = sightings.y[row], wide = sightings.wide[row];
        boxes.push(wide ? [x - wide, sightings.north[row], x + wide, sightings.south[row]] : [x, y, x, y]);
      }
      for (const leg of story.legs) boxes.push([...legs.box.subarray(4 * leg, 4 * leg + 4)]);
      if (!story.sightings.length && events.x[event] === events.x[event]) boxes.push([events.x[event], events.y[event], events.x[event], events.y[event]]);
    }
    if (!boxes.length) return null;
    const [first] = boxes, bounds = L.latLngBounds([]);
    for (const [west, north, east, south] of boxes) {
      const turn = near((west + east) / 2, (first[0] + first[2]) / 2) - (west + east) / 2;
      bounds.extend([lat(south), lng(west + turn)]).extend([lat(north), lng(east + turn)]);
    }
    return bounds;
  }

  /** The bounds of what a selection names: the whole story for an event, the thing itself else; null where it has no place. */
  function boundsOf(data, {layer, row}) {
    if (row < 0) return null;
    if (layer === 'event') return storyBounds(data, row);
    if (layer === 'sighting') return atlas.drawable(data.sightings, row) ? L.latLngBounds([pointOf(data.sightings, row)]) : null;
    if (layer === 'leg') return boxBounds(data.legs.box.subarray(4 * row, 4 * row + 4));
    const line = {place: data.places, passage: data.passages, zone: data.zones}[layer][row].line;
    return line.length ? L.latLngBounds(line.map(([lng, lat]) => [lat, lng])) : null;
  }

  const boxBounds = ([west, north, east, south]) => L.latLngBounds([atlas.world.lat(south), atlas.world.lng(west)], [atlas.world.lat(north), atlas.world.lng(east)]);

  const pointOf = (table, row) => L.latLng(atlas.world.lat(table.y[row]), atlas.world.lng(table.x[row]));

  /** Sightings of a known day and no vague place inside the area, as far as there are any; all of the story else. */
  function storyBounds(data, event) {
    const {sightings} = data, {sightings: rows} = atlas.storyOf(data, event, false), area = L.latLngBounds(AREA);
    const sharp = rows.filter((row) => data.precision[sightings.precision[row]] === 'day' && sightings.km[row] < SHARP_KM);
    const used = [sharp.filter((row) => area.contains(pointOf(sightings, row))), sharp, rows].find((some) => some.length);
    if (!used) return data.events.x[event] === data.events.x[event] ? L.latLngBounds([pointOf(data.events, event)]) : null;
    const points = used.map((row) => pointOf(sightings, row));
    return L.latLngBounds(points.map(({lat, lng}) => [lat, points[0].lng + ((lng - points[0].lng + 540) % 360 + 360) % 360 - 180]));
  }
})(window.atlas, window.L);
