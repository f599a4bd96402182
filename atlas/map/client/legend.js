/**
 * Legend: every sign of the map explained, as a panel that opens and closes.
 *
 * It lies in the first corner that holds no part of the chosen event, and closes if all four do; what the reader opens or
 * closes by hand stays so.
 */
(function (atlas, L) {
  'use strict';

  const PHONE = 520, TALL = 560;               // CSS pixels of frame: up to this width a button; from this height open at first
  const CORNERS = {
    bottomright: (size, box) => [size.x - box.x - 24, size.y - box.y - 64],
    bottomleft: (size, box) => [0, size.y - box.y - 24],
    topleft: () => [0, 0],
    topright: (size, box) => [size.x - box.x - 24, 0],
  };
  const ON_PHONE = ['bottomleft', 'topleft', 'topright', 'bottomright'];
  const SETTLE = 60;                           // milliseconds a choice may take to bring its event into view

  const line = (picture, attributes) => atlas.svg('path', {d: 'M0 7H30', class: 'sign-line', ...attributes}, picture);
  const kind = (id) => atlas.look.kinds.find((one) => one.id === id);

  /** The signs: what is drawn into a picture of 30 by 14, and what it means. */
  const SIGNS = [
    [(p) => {
      atlas.svg('circle', {cx: 15, cy: 7, r: 6.6, class: 'sign-circle'}, p);
      atlas.svg('circle', {cx: 15, cy: 7, r: 2.6, class: 'sign-fill'}, p);
    }, 'Sighting; circle: how far off it may be'],
    [(p) => {
      line(p);
      atlas.svg('path', {d: 'M20 7 12 3 14 7 12 11Z', class: 'sign-fill'}, p);
    }, 'Way told by a source'],
    [(p) => line(p, {'stroke-dasharray': '6 4'}), 'Joined by us: shortest way over water'],
    [(p) => {
      line(p, {class: 'sign-band'});
      line(p, {'stroke-width': 1.4, 'stroke-dasharray': '2 4'});
    }, 'Flight: ends known, line not'],
    [(p) => [[7, 'sign-fill'], [23, 'sign-hollow']].forEach(([x, look]) => atlas.svg('path', {
      d: kind('transit').path, 'fill-rule': 'evenodd', transform: `translate(${x - 6.5} .5) scale(.81)`, class: look,
    }, p)), 'Hollow: low confidence'],
    [(p) => [[7, 1], [23, 0.25]].forEach(([x, opacity]) => atlas.svg('circle', {cx: x, cy: 7, r: 4, opacity, class: 'sign-fill'}, p)), 'Pale: not the chosen event'],
  ];
  const FURNITURE = [
    [(p) => atlas.svg('path', {d: 'M7 11 23 3', class: 'gate'}, p), 'Strait gate'],
    [(p) => atlas.svg('rect', {x: 12.4, y: 4.4, width: 5.2, height: 5.2, class: 'place'}, p), 'Port'],
    [(p) => atlas.svg('path', {d: 'M1 11H15V3H29', class: 'zone'}, p), 'Air zone'],
  ];

  atlas.Legend = class {
    constructor(layer, map, options) {
      Object.assign(this, {layer, map, chosen: null, wanted: null, timer: 0});
      if (options.legend === false) return;
      this.panel = this._build();
      const phone = map.getSize().x <= PHONE;
      this.control = L.control({position: phone ? ON_PHONE[0] : 'bottomright'});
      this.control.onAdd = () => this.panel;
      this.control.addTo(map);
      this._open(!phone && !options.embed && map.getSize().y >= TALL);
      map.on('resize', () => this._settle());
    }

    apply() { this.redraw(); }

    redraw() {
      if (!this.panel || this.layer.chosen === this.chosen) return;
      this.chosen = this.layer.chosen;
      this._settle();
    }

    _settle() {
      clearTimeout(this.timer);
      if (this.panel) this.timer = setTimeout(() => this._move(), SETTLE);
    }

    _build() {
      const panel = atlas.html('details', 'legend'), head = atlas.html('summary', '', panel);
      atlas.html('span', 'on-wide', head, 'Reading the map');
      atlas.html('span', 'on-phone', head, 'Legend');
      const icon = atlas.svg('svg', {viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true'}, head);
      atlas.svg('path', {d: 'M1.5 4 6 8.5 10.5 4', class: 'sign-chevron'}, icon);
      const kinds = atlas.html('ul', 'legend-kinds', panel);
      for (const one of atlas.look.kinds) {
        const row = atlas.html('li', '', kinds);
        atlas.symbol(one, 14, row);
        atlas.html('span', '', row, one.many);
      }
      this._signs(SIGNS, atlas.html('ul', 'legend-signs', panel));
      this._signs(FURNITURE, atlas.html('ul', 'legend-furniture', panel));
      head.addEventListener('click', () => { this.wanted = !panel.open; });
      panel.addEventListener('toggle', () => this.map.fire('furniture'));
      L.DomEvent.disableClickPropagation(panel);
      L.DomEvent.disableScrollPropagation(panel);
      return panel;
    }

    _signs(signs, list) {
      for (const [draw, text] of signs) {
        const row = atlas.html('li', '', list);
        draw(atlas.svg('svg', {viewBox: '0 0 30 14', width: 30, height: 14, 'aria-hidden': 'true'}, row));
        atlas.html('span', '', row, text);
      }
    }

    _open(open) {
      this.panel.open = this.wanted ?? open;
      this.fits = open;
    }

    _move() {
      const size = this.map.getSize(), boxes = this.layer.chosen >= 0 ? this.layer.taken() : [];
      this.panel.open = this.wanted ?? this.fits;
      const own = {x: this.panel.offsetWidth, y: this.panel.offsetHeight};
      const order = this.layer.phone ? ON_PHONE : Object.keys(CORNERS);
      const hidden = (corner) => {
        const [x, y] = CORNERS[corner](size, own), right = x + own.x + 24, bottom = y + own.y + (corner === 'topleft' ? 90 : corner === 'topright' ? 60 : 24);
        return boxes.filter((box) => box[0] < right && box[2] > x && box[1] < bottom && box[3] > y).length;
      };
      const free = order.find((corner) => !hidden(corner));
      this.control.setPosition(free || order[0]);
      if (!free && this.wanted === null) this.panel.open = false;
      this.map.fire('furniture');
    }
  };
})(window.atlas, window.L);
