/**
 * Moving marks: computed places of ships, on a canvas of their own that is there only while the player is open. A dashed
 * ring says that nobody saw the ship there, the circle round it how far off it may be.
 */
(function (atlas) {
  'use strict';

  const RING = 11, SYMBOL = 13, WIDTH = 1.4, DASH = [3, 2.4];
  const DOUBT = {fill: 0.07, line: 0.6, width: 1, dash: [2, 4]}, BESIDE_CHOSEN = 0.2, REACH = 12;
  const KM_PER_RADIAN = 6371.0088, TURN = 2 * Math.PI;

  atlas.MovingMarks = class {
    constructor(layer, map) {
      Object.assign(this, {layer, map, surface: new atlas.Surface(map, ['moving']), ships: []});
      this.events = {
        zoomanim: ({center, zoom}) => this.surface.scaleTo(center, zoom),
        zoom: () => this.surface.scaleTo(map.getCenter(), map.getZoom()),
        move: () => { if (this.surface.uncovered()) this.place(); },
        'moveend viewreset resize': () => this.place(),
      };
      map.on(this.events);
      this.surface.place();
    }

    remove() {
      this.map.off(this.events);
      this.surface.remove();
    }

    place() {
      this.surface.place();
      this.draw();
    }

    /** Show ships (atlas.shipsAt) where they may be now. */
    show(ships) {
      if (!ships.length && !this.ships.length) return;
      this.ships = ships;
      this.draw();
    }

    draw() {
      const {surface, ships, layer} = this, c = surface.contexts[0];
      c.clearRect(0, 0, surface.width, surface.height);
      if (!ships.length || !layer.data) return;
      const alpha = ({event}) => layer.chosen >= 0 && layer.chosen !== event ? BESIDE_CHOSEN : 1;
      surface.copies((view) => {
        for (const ship of ships) circle(view, c, ship, this._colour(ship), alpha(ship));
        for (const ship of ships) this._mark(view, c, ship, alpha(ship));
      });
      c.globalAlpha = 1;
      c.setLineDash([]);
    }

    /** The ship (atlas.shipsAt) at a point of the container, or null. */
    hit(point) {
      let best = REACH, found = null;
      for (const ship of this.ships) {
        const at = this.layer.toPoint(ship.x, ship.y), away = Math.hypot(at.x - point.x, at.y - point.y);
        if (away <= best) { best = away; found = ship; }
      }
      return found;
    }

    _colour({event}) { return this.layer.colours.kinds[this.layer.data.events.kind[event]]; }

    _mark(view, c, ship, alpha) {
      const {colours, data} = this.layer, {ratio} = view, x = view.x(ship.x), y = view.y(ship.y), edge = RING * 2 * ratio;
      if (x < -edge || y < -edge || x > view.width + edge || y > view.height + edge) return;
      c.save();
      c.translate(x, y);
      c.scale(ratio, ratio);
      c.globalAlpha = alpha;
      c.beginPath();
      c.arc(0, 0, RING, 0, TURN);
      c.fillStyle = colours.paper;
      c.fill();
      c.setLineDash(DASH);
      c.strokeStyle = this._colour(ship);
      c.lineWidth = WIDTH;
      c.stroke();
      c.setLineDash([]);
      atlas.drawSymbol(c, data.events.kind[ship.event], SYMBOL, {...colours, halo: colours.paper}, false);
      c.restore();
    }
  };

  /** How far off a ship may be; left out where its ring covers it. */
  function circle(view, c, {x, y, km}, colour, alpha) {
    const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * y / atlas.world.SIZE)));
    const radius = km / (KM_PER_RADIAN * Math.cos(latitude)) / TURN * atlas.world.SIZE * view.scale;
    if (radius <= RING * view.ratio) return;
    c.beginPath();
    c.arc(view.x(x), view.y(y), radius, 0, TURN);
    c.fillStyle = c.strokeStyle = colour;
    c.globalAlpha = DOUBT.fill * alpha;
    c.fill();
    c.globalAlpha = DOUBT.line * alpha;
    c.setLineDash(DOUBT.dash.map((part) => part * view.ratio));
    c.lineWidth = DOUBT.width * view.ratio;
    c.stroke();
  }
})(window.atlas);
