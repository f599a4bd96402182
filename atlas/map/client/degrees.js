/**
 * Degrees: the figures of the graticule along the upper and the right edge of the frame. They keep to the edge while the map moves.
 * The first time they wait until the events are on the screen, for they look where the buttons lie.
 */
(function (atlas) {
  'use strict';

  const STEPS = [10, 20, 30, 60], APART = 70;     // degrees between two figures; the least CSS pixels
  const NARROW = 520, EDGE = 40;                  // CSS pixels of frame below which, and of its edge in which, none is shown

  const longitude = (lng) => {
    const at = ((lng + 180) % 360 + 360) % 360 - 180;
    return Math.abs(at) === 180 || at === 0 ? `${Math.abs(at)}°` : `${Math.abs(at)}° ${at > 0 ? 'E' : 'W'}`;
  };
  const latitude = (lat) => lat === 0 ? '0°' : `${Math.abs(lat)}° ${lat > 0 ? 'N' : 'S'}`;

  atlas.Degrees = class {
    constructor(layer, map) {
      Object.assign(this, {map, awake: false});
      this.frame = atlas.html('div', 'degrees', map.getContainer());
      this.frame.setAttribute('aria-hidden', 'true');
      map.on('move zoomend', () => this.redraw());
      layer.once('painted failed', () => { this.awake = true; this.redraw(); });
      map.on('zoomanim', () => this.frame.replaceChildren());
    }

    redraw() {
      if (!this.awake) return;
      const {map} = this, size = map.getSize(), bounds = map.getBounds(), controls = atlas.controlBoxes(map), figures = [];
      if (size.x < NARROW) return this.frame.replaceChildren();
      const put = (side, pixels, longest, text) => {
        const [x, y] = side === 'left' ? [pixels + EDGE / 2, EDGE / 4] : [size.x - EDGE / 2, pixels - EDGE / 4];
        const covered = controls.some((box) => box[0] - EDGE < x && x < box[2] + EDGE && box[1] - EDGE / 2 < y && y < box[3] + EDGE / 2);
        if (covered || pixels < EDGE || pixels > longest - EDGE) return;
        const figure = atlas.html('span', side === 'left' ? 'at-top' : 'at-side', null, text);
        figure.style[side] = `${Math.round(pixels)}px`;
        figures.push(figure);
      };
      const every = STEPS.find((step) => step * 256 * 2 ** map.getZoom() / 360 >= APART) || STEPS[STEPS.length - 1];
      const first = (degrees) => Math.ceil(degrees / every) * every;
      const east = bounds.getEast(), north = Math.min(80, bounds.getNorth());
      for (let lng = first(bounds.getWest()); lng <= east; lng += every) put('left', map.latLngToContainerPoint([0, lng]).x, size.x, longitude(lng));
      for (let lat = first(Math.max(-80, bounds.getSouth())); lat <= north; lat += every) {
        put('top', map.latLngToContainerPoint([lat, east]).y, size.y, latitude(lat));
      }
      this.frame.replaceChildren(...figures);
    }
  };
})(window.atlas);
