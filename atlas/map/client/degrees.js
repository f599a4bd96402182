/**
 * Degrees: the figures of the graticule along the upper and the right edge of the frame. They keep to the edge while the map moves.
 */
(function (atlas) {
  'use strict';

  const EVERY = 10, NARROW = 520, EDGE = 40;      // degrees; CSS pixels of frame below which, and of its edge in which, none is shown

  const longitude = (lng) => {
    const at = ((lng + 180) % 360 + 360) % 360 - 180;
    return Math.abs(at) === 180 || at === 0 ? `${Math.abs(at)}°` : `${Math.abs(at)}° ${at > 0 ? 'E' : 'W'}`;
  };
  const latitude = (lat) => lat === 0 ? '0°' : `${Math.abs(lat)}° ${lat > 0 ? 'N' : 'S'}`;

  atlas.Degrees = class {
    constructor(map) {
      this.map = map;
      this.frame = atlas.html('div', 'degrees', map.getContainer());
      this.frame.setAttribute('aria-hidden', 'true');
      map.on('move zoomend', () => this.redraw());
      map.on('zoomanim', () => this.frame.replaceChildren());
    }

    redraw() {
      const {map} = this, size = map.getSize(), bounds = map.getBounds(), figures = [];
      if (size.x < NARROW) return this.frame.replaceChildren();
      const put = (side, pixels, longest, text) => {
        if (pixels < EDGE || pixels > longest - EDGE) return;
        const figure = atlas.html('span', side === 'left' ? 'at-top' : 'at-side', null, text);
        figure.style[side] = `${Math.round(pixels)}px`;
        figures.push(figure);
      };
      const first = (degrees) => Math.ceil(degrees / EVERY) * EVERY;
      for (let lng = first(bounds.getWest()); lng <= bounds.getEast(); lng += EVERY) put('left', map.latLngToContainerPoint([0, lng]).x, size.x, longitude(lng));
      for (let lat = first(Math.max(-80, bounds.getSouth())); lat <= Math.min(80, bounds.getNorth()); lat += EVERY) put('top', map.latLngToContainerPoint([lat, bounds.getEast()]).y, size.y, latitude(lat));
      this.frame.replaceChildren(...figures);
    }
  };
})(window.atlas);
