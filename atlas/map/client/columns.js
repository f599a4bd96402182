/**
 * Columns: the data file made ready to draw from.
 *
 * Everything that has one value an event, a sighting or a leg lies in typed arrays: no object is made per event, so that
 * a hundred thousand of them cost some megabytes and a pass over all of them some tenths of a millisecond.
 * Positions are in world units: Mercator, 256 to the turn of the earth, x from 0 at 180 degrees west, y from 0 in the north.
 */
(function (atlas) {
  'use strict';

  const WORLD = 256, RADIAN = Math.PI / 180, EARTH_KM = 6371.0088, SCALE = 1e4, EVER = 1e8;

  const world = atlas.world = {
    SIZE: WORLD,
    x: (lng) => (lng + 180) / 360 * WORLD,
    y(lat) {
      const s = Math.sin(Math.max(-85, Math.min(85, lat)) * RADIAN);
      return WORLD * (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI));
    },
    lng: (x) => x / WORLD * 360 - 180,
    lat: (y) => Math.atan(Math.sinh(Math.PI * (1 - 2 * y / WORLD))) / RADIAN,
    wrap: (x) => ((x % WORLD) + WORLD) % WORLD,
    /** Where x lies in the copy of the world that is nearest to another x. */
    near: (x, other) => x + Math.round((other - x) / WORLD) * WORLD,
  };

  /** World coordinates of a column of points; NaN where there is none. */
  function points(lon, lat) {
    const x = new Float32Array(lon.length), y = new Float32Array(lon.length);
    for (let i = 0; i < lon.length; i++) {
      x[i] = lon[i] === null ? NaN : world.wrap(world.x(lon[i] / SCALE));
      y[i] = lat[i] === null ? NaN : world.y(lat[i] / SCALE);
    }
    return {x, y};
  }

  /**
   * A circle of so many km round each point, as Mercator shows it: nearly an ellipse, its middle north of the point.
   * `wide` is half its width, `north` and `south` are its upper and lower edge, all in world units.
   */
  function rounds(latitudes, radii) {
    const n = radii.length, wide = new Float32Array(n), north = new Float32Array(n), south = new Float32Array(n);
    for (let i = 0; i < n; i++) {
      if (latitudes[i] === null || !radii[i]) continue;
      const lat = latitudes[i] / SCALE, angle = radii[i] / EARTH_KM, reach = angle / RADIAN;
      wide[i] = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(lat * RADIAN))) / RADIAN / 360 * WORLD;
      north[i] = world.y(lat + reach);
      south[i] = world.y(lat - reach);
    }
    return {wide, north, south};
  }

  function events(raw) {
    return {
      count: raw.id.length, id: raw.id, title: raw.title,
      kind: Uint8Array.from(raw.kind), states: Uint8Array.from(raw.states), sure: Uint8Array.from(raw.sure),
      start: Int32Array.from(raw.start), end: Int32Array.from(raw.end), precision: Int8Array.from(raw.precision),
      series: Int16Array.from(raw.series), joint: Uint8Array.from(raw.joint), basis: Uint8Array.from(raw.basis),
      sources: Uint16Array.from(raw.sources), weak: Uint8Array.from(raw.weak), ...points(raw.lon, raw.lat),
    };
  }

  /** What an event has several of, turned round: the events that have a place are those from `first[place]` up to the next. */
  function several({count, each, places}) {
    const first = new Uint32Array(count + 1), events = new Uint32Array(places.length);
    for (const place of places) first[place + 1]++;
    for (let place = 0; place < count; place++) first[place + 1] += first[place];
    const next = first.slice();
    for (let event = 0, k = 0; event < each.length; event++) {
      for (const end = k + each[event]; k < end; k++) events[next[places[k]]++] = event;
    }
    return {first, events};
  }

  /** A sighting without a date is never outside a range: `start` and `end` then span everything. */
  function sightings(raw) {
    return {
      count: raw.id.length, id: raw.id, time: raw.time, place: raw.place,
      event: Uint32Array.from(raw.event), dated: Uint8Array.from(raw.date, (day) => day === null ? 0 : 1),
      start: Int32Array.from(raw.date, (day) => day === null ? -EVER : day),
      end: Int32Array.from(raw.end, (day, i) => day !== null ? day : raw.date[i] !== null ? raw.date[i] : EVER),
      precision: Int8Array.from(raw.precision), basis: Int8Array.from(raw.basis), role: Int8Array.from(raw.role),
      sources: Uint16Array.from(raw.sources), weak: Uint8Array.from(raw.weak), km: Float32Array.from(raw.radius, (km) => km || 0),
      ...points(raw.lon, raw.lat), ...rounds(raw.lat, raw.radius),
    };
  }

  /**
   * Legs begin inside the world and may run on beyond its edge; `box` is west, north, east, south.
   * Between vertex `gap` and the next a leg has no line, for nobody knows the way; -1 where it is unbroken.
   */
  function legs(raw) {
    const count = raw.id.length, first = Uint32Array.from(raw.first), box = new Float32Array(count * 4);
    const x = Float32Array.from(raw.lon, (lon) => world.x(lon / SCALE)), y = Float32Array.from(raw.lat, (lat) => world.y(lat / SCALE));
    for (let leg = 0; leg < count; leg++) {
      const sides = [Infinity, Infinity, -Infinity, -Infinity];
      for (let v = first[leg]; v < first[leg + 1]; v++) {
        sides[0] = Math.min(sides[0], x[v]); sides[1] = Math.min(sides[1], y[v]);
        sides[2] = Math.max(sides[2], x[v]); sides[3] = Math.max(sides[3], y[v]);
      }
      const turn = Math.floor(sides[0] / WORLD) * WORLD;
      if (turn) { for (let v = first[leg]; v < first[leg + 1]; v++) x[v] -= turn; sides[0] -= turn; sides[2] -= turn; }
      box.set(sides, leg * 4);
    }
    return {
      count, id: raw.id, event: Uint32Array.from(raw.event), told: Uint8Array.from(raw.told), air: Uint8Array.from(raw.air),
      start: Int32Array.from(raw.start, (day) => day === null ? -EVER : day),
      end: Int32Array.from(raw.end, (day) => day === null ? EVER : day),
      from: Int32Array.from(raw.from), to: Int32Array.from(raw.to), km: Float32Array.from(raw.km, (km) => km || 0),
      hours: Float32Array.from(raw.hours, (hours) => hours || 0),
      gap: Int32Array.from(raw.gap, (corner, leg) => corner < 0 ? -1 : first[leg] + corner), first, x, y, box,
    };
  }

  /** Make the parsed file ready; words and small tables stay as they came. */
  atlas.prepare = (raw) => ({
    ...raw, events: events(raw.events), sightings: sightings(raw.sightings), legs: legs(raw.legs),
    has: Object.fromEntries(Object.entries(raw.has).map(([name, lists]) => [name, several(lists)])),
  });

  /** What '<layer>.<id>' names: {layer, id, row}; row -1 where the data do not hold it, null for no selection. */
  atlas.find = function (data, sel) {
    if (!sel) return null;
    const dot = sel.indexOf('.'), layer = sel.slice(0, dot), id = sel.slice(dot + 1);
    const ids = {event: data.events, sighting: data.sightings, leg: data.legs}[layer];
    const rows = {place: data.places, passage: data.passages, zone: data.zones}[layer];
    return {layer, id, row: ids ? ids.id.indexOf(id) : rows ? rows.findIndex((row) => row.id === id) : -1};
  };

  /** The event whose story a selection tells, -1 for none: an event itself, or the one a sighting or leg belongs to. */
  atlas.eventOf = function (data, found) {
    if (!found || found.row < 0) return -1;
    if (found.layer === 'event') return found.row;
    const table = {sighting: data.sightings, leg: data.legs}[found.layer];
    return table ? table.event[found.row] : -1;
  };
})(window.atlas);
