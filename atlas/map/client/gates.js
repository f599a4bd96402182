/**
 * Gates: strait gate lines, ports and places, outlines of air zones; over the names, under the ways and marks.
 * What is chosen stands out, and is drawn at every zoom, with its layer switched off too.
 */
(function (atlas) {
  'use strict';

  const SQUARE = 5.2, CHOSEN_SQUARE = 8;       // CSS pixels
  const REACH = {place: 10, passage: 7, zone: 5}, ORDER = Object.keys(REACH);
  const HAS_AREA = ['area', 'sea', 'strait', 'gulf', 'bay', 'island'];
  const NOTES = {place: 'Port or place', passage: 'Strait', zone: 'Air defence zone'};

  function awayFromLine({x, y}, points) {
    let best = Infinity;
    for (let i = 1; i < points.length; i++) {
      const a = points[i - 1], b = points[i], dx = b.x - a.x, dy = b.y - a.y;
      const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      best = Math.min(best, Math.hypot(a.x + t * dx - x, a.y + t * dy - y));
    }
    return best;
  }

  const path = (points, closed) => 'M' + points.map(({x, y}) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L') + (closed ? 'Z' : '');

  atlas.Gates = class {
    constructor(layer, map) {
      Object.assign(this, {layer, map, drawn: [], seen: ''});
      this.sheet = new atlas.Sheet(map, 'gates', 'gates');
    }

    apply() { this.redraw(); }

    redraw() {
      const {map, layer} = this, {data, sel} = layer;
      if (!data) return;
      const centre = map.getCenter();
      const seen = [centre.lat, centre.lng, map.getZoom(), map.getSize(), sel, layer.has('places'), layer.has('straits'), layer.has('zones')].join();
      if (seen === this.seen) return;
      this.seen = seen;
      this.sheet.lay();
      this.drawn = [];
      for (const zone of data.zones) this._zone(zone, sel === `zone.${zone.id}`);
      for (const passage of data.passages) this._gate(passage, this._chosenPassage(passage, sel));
      for (const place of atlas.placesOf(data)) this._place(place, sel === `place.${place.id}`);
    }

    /** What lies at a container point, the smallest sign first: {layer, id, title, note} or null. */
    hit(point) {
      const told = this.drawn.filter(({silent}) => !silent).map((sign) => ({sign, away: this._away(sign, point)}));
      const near = told.filter(({sign, away}) => away <= REACH[sign.layer]);
      near.sort((a, b) => ORDER.indexOf(a.sign.layer) - ORDER.indexOf(b.sign.layer) || a.away - b.away);
      const name = near.length || !this.layer.parts.names ? null : this.layer.parts.names.hit(point);
      const sign = near.length ? near[0].sign : this.drawn.find(({layer, id}) => `${layer}.${id}` === name);
      return sign ? {layer: sign.layer, id: sign.id, title: sign.title, note: NOTES[sign.layer]} : null;
    }

    _away({points}, point) { return points.length > 1 ? awayFromLine(point, points) : points[0].distanceTo(point); }

    /** Boxes in container pixels that names should not cover: squares, and gate lines in short pieces. */
    taken() {
      return this.drawn.filter(({layer}) => layer !== 'zone').flatMap(({points: [a, b]}) => {
        const pieces = b ? Math.max(1, Math.ceil(a.distanceTo(b) / 8)) : 0, boxes = [];
        for (let i = 0; i <= pieces; i++) {
          const x = b ? a.x + (b.x - a.x) * i / pieces : a.x, y = b ? a.y + (b.y - a.y) * i / pieces : a.y;
          boxes.push([x - 4, y - 4, x + 4, y + 4]);
        }
        return boxes;
      });
    }

    /** A strait with two channels is chosen with both its gates. */
    _chosenPassage(passage, sel) {
      const whole = this.layer.data.passages.find(({id}) => sel === `passage.${id}`);
      return Boolean(whole) && (whole.id === passage.id || (whole.parts || []).includes(passage.id));
    }

    _points(line) {
      const {map} = this, turn = 360 * Math.round((map.getCenter().lng - line[0][0]) / 360);
      return line.map(([lng, lat]) => map.latLngToContainerPoint([lat, lng + turn]));
    }

    _keep(layer, {id, name, silent}, points) { this.drawn.push({layer, id, title: name, points, silent}); }

    _zone(zone, chosen) {
      if (!zone.line.length || !(chosen || this.layer.has('zones'))) return;
      const points = this._points(zone.line), closed = Boolean(zone.closed);
      this.sheet.add('path', {class: `zone${chosen ? ' is-chosen' : ''}${closed ? ' is-closed' : ''}`, d: path(points, closed)});
      this._keep('zone', zone, closed ? [...points, points[0]] : points);
    }

    _gate(passage, chosen) {
      if (!passage.line.length || !(chosen || this.layer.has('straits'))) return;
      const points = this._points(passage.line);
      if (chosen) this.sheet.add('path', {class: 'gate-casing', d: path(points)});
      this.sheet.add('path', {class: `gate${chosen ? ' is-chosen' : ''}`, d: path(points)});
      this._keep('passage', passage, points);
    }

    _place(place, chosen) {
      if (!place.line.length || !(chosen || (this.layer.has('places') && atlas.isDrawn(place, this.map.getZoom())))) return;
      const [at] = this._points(place.line.slice(0, 1)), size = chosen ? CHOSEN_SQUARE : SQUARE;
      if (chosen && HAS_AREA.includes(place.kind) && place.radius_km) this._circle(place, at);
      this.sheet.add('rect', {class: `place${chosen ? ' is-chosen' : ''}`, x: at.x - size / 2, y: at.y - size / 2, width: size, height: size});
      this._keep('place', place, [at]);
    }

    /** How far a place that is an area reaches. */
    _circle(place, at) {
      const [lng, lat] = place.line[0], [edge] = this._points([[lng, Math.min(84, lat + place.radius_km / 111.2)]]);
      this.sheet.add('circle', {class: 'place-area', cx: at.x, cy: at.y, r: at.y - edge.y});
    }
  };
})(window.atlas);
