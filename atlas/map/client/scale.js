/**
 * Scale: how long a kilometre and a nautical mile are in the middle of the map; with it the zoom buttons and the credit.
 */
(function (atlas, L) {
  'use strict';

  const UNITS = [['km', 1000], ['nm', 1852]];  // metres
  const LONGEST = 86;                          // CSS pixels

  atlas.Scale = class {
    constructor(layer, map, options) {
      this.map = map;
      map.getContainer().setAttribute('role', 'region');
      map.getContainer().setAttribute('aria-label', `Map. Arrow keys move it, plus and minus zoom${options.list === false || options.embed ? '' : '; the list of events opens by its button'}.`);
      map.attributionControl.setPrefix(false).addAttribution('Land: Natural Earth');
      layer.on('ready', () => map.attributionControl.addAttribution(`Joint Sea Atlas ${layer.data.version}`));
      const control = L.control({position: 'bottomright'});
      this.bars = UNITS.map(() => atlas.html('div'));
      this.box = atlas.html('div', 'map-scale');
      this.box.append(...this.bars);
      this.box.setAttribute('role', 'img');
      control.onAdd = () => this.box;
      control.addTo(map);
      if (options.controls !== false) atlas.addZoom(layer, map);
      map.on('move zoomend', () => this.redraw());
      this.redraw();
    }

    apply() { this.redraw(); }

    redraw() {
      const {map} = this, {x, y} = map.getSize().divideBy(2);
      if (!x || !y) return;
      const [west, east] = [x - 50, x + 50].map((at) => map.containerPointToLatLng([at, y]));
      const metres = map.distance(west, east) / 100, told = [];
      UNITS.forEach(([unit, size], i) => {
        const most = LONGEST * metres / size, power = 10 ** Math.floor(Math.log10(most));
        const length = [5, 2, 1].map((step) => step * power).find((value) => value <= most);
        told.push(`${length} ${unit}`);
        if (this.bars[i].textContent !== told[i]) this.bars[i].textContent = told[i];
        this.bars[i].style.width = `${(length * size / metres).toFixed(1)}px`;
      });
      this.box.setAttribute('aria-label', `Scale: the bars are ${told.join(' and ')} long`);
    }
  };
})(window.atlas, window.L);
