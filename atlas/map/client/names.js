/**
 * Names: the lettering under the marks. Names give way to marks, dots, dates and ways, and to each other in this order:
 * seas, lands, zones, ports, straits, islands; a name that finds no place is left out.
 *
 * All are laid out when the map has come to rest: at once after a move, a little later after a filter, so that they do not
 * hop about while the dates are dragged. The first time they wait until the events are on the screen: measuring texts
 * takes longer than drawing a thousand marks.
 */
(function (atlas) {
  'use strict';

  const SETTLE = 150;                          // milliseconds
  const MAJOR_ZOOM = 4.5, PORT_ZOOM = 6, STRAIT_ZOOM = 6, ZONE_ZOOM = 4.2, LAND_ZOOM = 4;
  const SANS = '"Libre Franklin", system-ui, sans-serif', SERIF = '"Source Serif 4", Georgia, serif';
  const PLAIN = `500 {size} ${SANS}`, FONT = {land: PLAIN, island: `400 {size} ${SANS}`, port: PLAIN, zone: PLAIN, strait: `italic 500 {size} ${SERIF}`};
  const HEIGHT = 10;                           // of a label above its base line
  const HIT = 2;

  const WEST = [[-7, 4, 'end'], [-13, 4, 'end'], [-19, 4, 'end']], EAST = [[7, 4, 'start'], [13, 4, 'start']];
  const NORTH = [[0, -7, 'middle'], [-4, -12, 'middle']], SOUTH = [[0, 15, 'middle']];
  const ROUND_PORT = {w: [...WEST, ...EAST, ...NORTH, ...SOUTH], n: [...NORTH, ...WEST, ...EAST, ...SOUTH], e: [...EAST, ...NORTH, ...WEST, ...SOUTH]};
  const ROUND_GATE = [
    [7, -5, 'start'], [7, 13, 'start'], [-7, -5, 'end'], [-7, 13, 'end'],
    [16, -14, 'start'], [16, 22, 'start'], [-16, 22, 'end'], [-16, -14, 'end'],
  ];
  const ROUND_ISLAND = [[0, 0, 'middle'], [0, 12, 'middle'], [0, -12, 'middle'], [-16, 4, 'end'], [16, 4, 'start']];
  const ROUND_LAND = [[0, 0, 'middle'], [0, 16, 'middle'], [0, -16, 'middle'], [-24, 0, 'middle'], [24, 0, 'middle'], [0, 32, 'middle']];
  const ROUND_ZONE = [[0, 0, 'middle'], [0, -11, 'middle'], [0, 11, 'middle']];

  /** What is chosen is named even where marks crowd: rings of spots ever farther off. */
  const COMPASS = [
    [1, 0, 'start'], [-1, 0, 'end'], [0, -1, 'middle'], [0, 1, 'middle'],
    [0.7, -0.7, 'start'], [-0.7, -0.7, 'end'], [0.7, 0.7, 'start'], [-0.7, 0.7, 'end'],
  ];
  const AFAR = [30, 48, 70, 100].flatMap((far) => COMPASS.map(([dx, dy, anchor]) => [dx * far, dy * far, anchor]));

  atlas.Names = class {
    constructor(layer, map) {
      Object.assign(this, {layer, map, view: '', placed: [], timer: 0, awake: false});
      this.sheet = new atlas.Sheet(map, 'names', 'names');
      map.on('furniture', () => this._lay());
      layer.once('painted failed', () => setTimeout(() => { this.awake = true; this._lay(); }));   // the land is first
      document.fonts.addEventListener('loadingdone', () => this._later());
    }

    apply() { this.redraw(); }

    redraw() {
      const {map, layer} = this, centre = map.getCenter(), layers = layer.state && layer.state.layers;
      const view = [centre.lat, centre.lng, map.getZoom(), map.getSize(), layer.sel, layers, Boolean(layer.data)].join();
      if (view !== this.view) this._lay();
      else this._later();
      this.view = view;
    }

    _later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this._lay(), SETTLE);
    }

    /** The port, strait or zone whose name is at a container point, as '<layer>.<id>', or null. */
    hit({x, y}) {
      const at = this.placed.find(({sel, box}) => sel && x >= box[0] - HIT && x <= box[2] + HIT && y >= box[1] - HIT && y <= box[3] + HIT);
      return at ? at.sel : null;
    }

    _lay() {
      clearTimeout(this.timer);
      if (!this.awake) return;
      const {map, layer, sheet} = this, {lettering} = atlas;
      sheet.lay();
      this.placed = [];
      this.zoom = map.getZoom();
      this.room = new atlas.Room(map.getSize());
      atlas.controlBoxes(map).forEach((box) => this.room.cover(box));
      atlas.controlBoxes(map, '.degrees span').forEach((box) => this.room.take(box));
      layer.taken().forEach((box) => this.room.take(box));
      if (layer.has('seas')) lettering.seas.forEach((sea) => atlas.letterSea(sheet, this.room, map, sea));
      this._takeGates();
      const land = {size: Math.max(11, Math.min(16, 11 * 2 ** ((this.zoom - 5) * 0.4))), tracking: 0.22};
      if (this.zoom >= LAND_ZOOM) lettering.lands.forEach(([name, at]) => this._put('land', name, this._point(at), ROUND_LAND, land));
      if (layer.data) {
        layer.data.zones.forEach((zone) => this._zone(zone));
        this._ports(atlas.placesOf(layer.data));
        layer.data.passages.forEach((passage) => this._strait(passage));
      }
      for (const [name, at, from] of lettering.islands) if (this.zoom >= from) this._put('island', name, this._point(at), ROUND_ISLAND);
    }

    /** Gates and the circles at them are drawn first, for their signs stand in the way of names. */
    _takeGates() {
      const {gates, counts} = this.layer.parts;
      for (const part of [gates, counts]) {
        if (!part) continue;
        part.redraw();
        part.taken().forEach((box) => this.room.take(box));
      }
    }

    _point([lng, lat]) { return atlas.near(this.map, lng, lat); }

    _put(kind, text, point, spots, {size = 11, tracking = 0, sel = null, overSea = false} = {}) {
      const width = atlas.textWidth(text, FONT[kind], size, tracking), chosen = sel !== null && sel === this.layer.sel;
      let spot = atlas.findSpot(this.room, point, width, HEIGHT, spots, overSea);
      if (!spot && chosen) spot = atlas.findSpot(this.room, point, width, HEIGHT, AFAR, true);
      if (!spot) return;
      this.room.take(spot.box);
      this.placed.push({sel, box: spot.box});
      const look = {class: `name-${kind}${chosen ? ' is-chosen' : ''}`, x: spot.x, y: spot.y, 'text-anchor': spot.anchor, 'font-size': size};
      this.sheet.add('text', look, text);
    }

    _zone(zone) {
      const [label, spots] = atlas.lettering.zones[zone.id] || [zone.name, zone.line.slice(0, 1)], sel = `zone.${zone.id}`;
      if (sel !== this.layer.sel && (this.zoom < ZONE_ZOOM || !this.layer.has('zones'))) return;
      const round = spots.flatMap((spot) => {
        const first = this._point(spots[0]), at = this._point(spot);
        return ROUND_ZONE.map(([dx, dy, anchor]) => [dx + at.x - first.x, dy + at.y - first.y, anchor]);
      });
      this._put('zone', label, this._point(spots[0]), round, {sel, tracking: 0.04});
    }

    _ports(places) {
      const {major} = atlas.lettering, chosen = this.layer.sel, on = this.layer.has('places');
      const rank = ({id}) => `place.${id}` === chosen ? 0 : id in major ? 1 : 2;
      for (const place of [...places].sort((a, b) => rank(a) - rank(b))) {
        const sel = place.silent ? null : `place.${place.id}`, side = major[place.id];
        if ((!sel || sel !== chosen) && (!on || !atlas.isDrawn(place, this.zoom) || (!side && this.zoom < PORT_ZOOM))) continue;
        if (place.line.length) this._put('port', atlas.shortName(place.name), this._point(place.line[0]), ROUND_PORT[side || 'e'], {sel, overSea: true});
      }
    }

    _strait(passage) {
      const sel = `passage.${passage.id}`, name = atlas.lettering.straits[passage.id] ?? passage.name;
      if (!passage.line.length || this.layer.parts.counts.shown || (sel !== this.layer.sel && (this.zoom < STRAIT_ZOOM || !name || !this.layer.has('straits')))) return;
      const [from, to] = [passage.line[0], passage.line[passage.line.length - 1]].map((end) => this._point(end));
      this._put('strait', name || passage.name, from.add(to).divideBy(2), ROUND_GATE, {sel, size: 12, overSea: true});
    }
  };

  /** A position as a container point, in the copy of the world nearest to the middle of the map. */
  atlas.near = (map, lng, lat) => map.latLngToContainerPoint([lat, lng + 360 * Math.round((map.getCenter().lng - lng) / 360)]);

  /** The places of the records, and the ports that are there for the reader's bearings only. */
  atlas.placesOf = ({places}) => [...places, ...atlas.lettering.bearings.filter(({id}) => !places.some((place) => place.id === id))];

  /** Ports, bases and cities are drawn; straits, seas and islands among the places only serve to place sightings. */
  atlas.isDrawn = (place, zoom) => ['port', 'base', 'city'].includes(place.kind) && zoom >= (place.id in atlas.lettering.major ? MAJOR_ZOOM : PORT_ZOOM);

  /** 'Shanghai (Wusong naval port)' is lettered 'Shanghai'. */
  atlas.shortName = (name) => name.split(' (')[0].split(',')[0].replace(/ (naval base|air base|airfield)$/, '').replace('-Kamchatsky', '');
})(window.atlas);
