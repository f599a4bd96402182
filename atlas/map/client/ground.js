/**
 * Ground: grid, shore, land and the chosen sea on a canvas under everything; the sea itself is the colour of the frame.
 *
 * It is drawn when the view, the theme or the land has changed, never because events were filtered. From the nearest zoom
 * on the coast is the fine one, fetched when first needed. The seas are fetched once the page has come to rest. The first land
 * waits for the events where these come at once: they are drawn some frames earlier then, and the land right after them.
 */
(function (atlas) {
  'use strict';

  const FINE_ZOOM = 6, STEP = 0.6;            // device pixels a vertex must lie from the last one drawn
  const SHORE = 7, SHORE_ZOOM = 5, COAST = 0.8, BOLD_COAST = 1.2, MEND = 1.2, GRID = 0.8, SEA_EDGE = 1.5;      // CSS pixels
  const DEGREES = 10, SEAS_AFTER = 1500, EVENTS_MS = 400;      // milliseconds
  const {world} = atlas;

  const meets = (box, view) => box[0] < view.east && box[2] > view.west && box[1] < view.south && box[3] > view.north;
  const padded = (view, pixels) => {
    const more = pixels * view.ratio / view.scale;
    return {west: view.west - more, east: view.east + more, north: view.north - more, south: view.south + more};
  };

  function trace(context, view, {x, y}) {
    let atX = view.x(x[0]), atY = view.y(y[0]);
    context.moveTo(atX, atY);
    for (let i = 1; i < x.length; i++) {
      const toX = view.x(x[i]), toY = view.y(y[i]);
      if (i < x.length - 1 && Math.abs(toX - atX) + Math.abs(toY - atY) < STEP) continue;
      context.lineTo(toX, toY);
      atX = toX;
      atY = toY;
    }
  }

  atlas.Ground = class {
    constructor(layer, map, options) {
      Object.assign(this, {layer, map, urls: options.urls, files: {}, asked: new Map(), seas: [], theme: null, drawn: ''});
      this.surface = new atlas.Surface(map, ['ground']);
      this.degrees = new atlas.Degrees(layer, map);
      map.on('zoomanim', (e) => this.surface.scaleTo(e.center, e.zoom));
      map.on('zoom', () => this.surface.scaleTo(map.getCenter(), map.getZoom()));
      map.on('move', () => { if (this.surface.uncovered()) this.redraw(); });
      map.on('moveend resize', () => this.redraw());
      this.events = new Promise((come) => {
        layer.once('painted failed', come);
        setTimeout(come, EVENTS_MS);
      });
      this._fetch('land5').then(() => this._fetch('landWorld'));
      setTimeout(() => this._fetch('seas'), SEAS_AFTER);
      this.redraw();
    }

    apply() { this.redraw(); }

    /** Draw, if anything that is seen here has changed. */
    redraw() {
      const {map, files} = this, zoom = map.getZoom(), {theme} = document.documentElement.dataset;
      if (zoom >= FINE_ZOOM) this._fetch('land1');
      if (this._sea()) this._fetch('seas');
      const near = zoom >= FINE_ZOOM && files.land1 ? 'land1' : 'land5';
      const view = [map.getPixelBounds().min, map.getSize(), zoom], look = [near, Object.keys(files), this._grid(), this._sea(), theme];
      const now = [...view, ...look].join();
      if (now === this.drawn) return;
      this.drawn = now;
      if (!this.colours || theme !== this.theme) this.colours = atlas.palette(theme);
      this.theme = theme;
      this.surface.place();
      this._draw([files.landWorld, files[near]].filter(Boolean));
      this.degrees.redraw();
    }

    /** The sea at a place, as {id, title, note}; null on land, on the high seas beyond, and until the seas have come. */
    seaAt({lat, lng}) {
      this._fetch('seas');
      const at = lng - Math.floor((lng + 180) / 360) * 360;
      const sea = this.seas.find(({geometry}) => atlas.inside(geometry, at, lat));
      if (!sea) return null;
      const {id, name, area_km2: area} = sea.properties;
      return {id, title: name, note: area ? `${Math.round(area).toLocaleString('en')} km²` : ''};
    }

    /** The same as `seaAt`, as a promise: it waits for the seas where they are still on their way. */
    seaFound(latlng) { return this._fetch('seas').then(() => this.seaAt(latlng)); }

    _grid() { return this.layer.has('grid'); }

    _sea() {
      const sel = this.layer.sel || '';
      return sel.startsWith('sea.') ? sel.slice(4) : '';
    }

    _fetch(name) {
      if (!this.urls[name]) return Promise.resolve();
      if (!this.asked.has(name)) this.asked.set(name, this._get(name));
      return this.asked.get(name);
    }

    _get(name) {
      return fetch(this.urls[name])
        .then(async (answer) => {
          if (!answer.ok) throw new Error(`${answer.status} ${this.urls[name]}`);
          await this.events;
          return answer.json();
        })
        .then((collection) => this._take(name, collection))
        .catch((error) => {
          console.warn(`The map's ${name} could not be fetched: ${error.message}`);
          this.map.attributionControl.addAttribution('Part of the map could not be loaded');
        });
    }

    _take(name, collection) {
      if (name === 'seas') this.seas = collection.features;
      else this.files[name] = atlas.shapes(collection);
      // In the next frame: what comes before it, other land or a move of the map, would draw all of it again.
      if (name !== 'seas' || this._sea()) requestAnimationFrame(() => { this.drawn = ''; this.redraw(); });
    }

    _draw(lands) {
      const context = this.surface.contexts[0], {width, height, ratio} = this.surface, {colours} = this, views = [];
      context.clearRect(0, 0, width, height);
      context.lineJoin = context.lineCap = 'round';
      this.surface.copies((view) => views.push(view));
      const lines = (kind, colour, thick) => {
        context.beginPath();
        for (const view of views) {
          const sight = padded(view, SHORE);
          for (const land of lands) for (const run of land[kind]) if (meets(run.box, sight)) trace(context, view, run);
        }
        context.strokeStyle = colour;
        context.lineWidth = thick * ratio;
        context.stroke();
      };
      if (this._grid()) this._lines(context, views);
      lines('coasts', colours.shore, SHORE * Math.min(1, 2 ** ((this.surface.zoom - SHORE_ZOOM) / 2)));
      this._fillSea(context, views);
      context.beginPath();
      for (const view of views) {
        for (const ring of lands.flatMap((land) => land.rings)) {
          if (!meets(ring.box, view)) continue;
          trace(context, view, ring);
          context.closePath();
        }
      }
      context.fillStyle = colours.land;
      context.fill();
      lines('cuts', colours.land, MEND);
      const bold = atlas.wishes('(prefers-contrast: more)');
      lines('coasts', bold ? colours.ink2 : colours.coast, bold ? BOLD_COAST : COAST);
    }

    _lines(context, views) {
      context.beginPath();
      for (const view of views) {
        for (let lng = -180; lng < 180; lng += DEGREES) {
          context.moveTo(view.x(world.x(lng)), 0);
          context.lineTo(view.x(world.x(lng)), view.height);
        }
        for (let lat = -80; lat <= 80; lat += DEGREES) {
          context.moveTo(0, view.y(world.y(lat)));
          context.lineTo(view.width, view.y(world.y(lat)));
        }
      }
      context.strokeStyle = this.colours.grid;
      context.lineWidth = GRID * views[0].ratio;
      context.stroke();
    }

    _fillSea(context, views) {
      const sea = this.seas.find(({id, properties}) => (properties.id || id) === this._sea());
      if (!sea) return;
      const {rings} = atlas.shapes({features: [sea]});
      context.beginPath();
      for (const view of views) {
        for (const ring of rings) {
          trace(context, view, ring);
          context.closePath();
        }
      }
      context.globalAlpha = 0.12;
      context.fillStyle = context.strokeStyle = this.colours.accent;
      context.fill('evenodd');
      context.globalAlpha = 0.8;
      context.lineWidth = SEA_EDGE * views[0].ratio;
      context.stroke();
      context.globalAlpha = 1;
    }
  };
})(window.atlas);
