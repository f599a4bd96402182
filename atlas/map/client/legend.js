/**
 * Legend: every sign of the map explained, as a panel that opens and closes.
 *
 * It lies in the first corner that holds no part of the chosen event, and closes if all four do; what the reader opens or
 * closes by hand stays so.
 */
(function (atlas, L) {
  'use strict';

  const PHONE = 520;                           // CSS pixels of frame up to which it is a button
  const ROOMY = {x: 700, y: 560};              // and from which it stands open
  const CORNERS = ['bottomright', 'bottomleft', 'topleft', 'topright'], ON_PHONE = ['bottomleft', 'topleft', 'topright', 'bottomright'];
  const MARGIN = 16;                           // CSS pixels between the panel and what it should not cover, its own margin with it
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
    [(p) => [[0, 11], [30, 19]].forEach(([from, to]) => {
      atlas.svg('path', {d: `M${from} 7H${to}`, class: 'sign-line sign-band'}, p);
      atlas.svg('path', {d: `M${from} 7H${to}`, class: 'sign-line', 'stroke-width': 1.4, 'stroke-dasharray': '2 4'}, p);
    }), 'Flight over land: way not known'],
    [(p) => [[7, 'sign-fill'], [23, 'sign-hollow']].forEach(([x, look]) => atlas.svg('path', {
      d: kind('transit').path, 'fill-rule': 'evenodd', transform: `translate(${x - 6.5} .5) scale(.81)`, class: look,
    }, p)), 'Hollow: low confidence'],
    [(p) => [[7, 1], [23, 0.25]].forEach(([cx, opacity]) => {
      atlas.svg('circle', {cx, cy: 7, r: 4, opacity, class: 'sign-fill'}, p);
    }), 'Pale: not the chosen event'],
    [(p) => {
      atlas.svg('circle', {cx: 15, cy: 7, r: 6.2, class: 'sign-hollow', 'stroke-dasharray': '2.4 1.8'}, p);
      atlas.svg('path', {d: kind('naval-patrol').path, 'fill-rule': 'evenodd', transform: 'translate(11 3) scale(.5)', class: 'sign-fill'}, p);
    }, 'Computed, not seen; doubt grows 150 km a day or more, over 400 km not drawn. No flights', 'only-playing'],
  ];
  const FURNITURE = [
    [(p) => atlas.svg('path', {d: 'M7 11 23 3', class: 'gate'}, p), 'Strait gate'],
    [(p) => atlas.svg('rect', {x: 12.4, y: 4.4, width: 5.2, height: 5.2, class: 'place'}, p), 'Port'],
    [(p) => atlas.svg('path', {d: 'M1 11H15V3H29', class: 'zone'}, p), 'Air zone'],
  ];

  atlas.Legend = class {
    constructor(layer, map, options) {
      Object.assign(this, {layer, map, embed: options.embed, chosen: null, wanted: null, timer: 0});
      if (options.legend === false) return;
      this.panel = this._build();
      const phone = map.getSize().x <= PHONE;
      this.control = L.control({position: phone ? ON_PHONE[0] : 'bottomright'});
      this.control.onAdd = () => this.panel;
      this.control.addTo(map);
      this.panel.open = this._roomy();
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
      atlas.shield(panel, this.layer);
      return panel;
    }

    _signs(signs, list) {
      for (const [draw, text, when = ''] of signs) {
        const row = atlas.html('li', when, list);
        draw(atlas.svg('svg', {viewBox: '0 0 30 14', width: 30, height: 14, 'aria-hidden': 'true'}, row));
        atlas.html('span', '', row, text);
      }
    }

    /** Is the frame large enough for an open legend? The page sizes it late, so this is asked at each move. */
    _roomy() {
      const {x, y} = this.map.getSize();
      return !this.embed && x >= ROOMY.x && y >= ROOMY.y;
    }

    /** Lie in the first corner that covers nothing of the chosen event, closed if none is free; else where it covers least. */
    _move() {
      const boxes = this.layer.chosen >= 0 ? this.layer.taken() : [], order = this.layer.phone ? ON_PHONE : CORNERS;
      let best = null;
      for (const open of this._roomy() ? [true, false] : [false]) {
        this.panel.open = this.wanted ?? open;
        for (const corner of order) {
          const hidden = this._hidden(corner, boxes);
          if (!best || hidden < best.hidden) best = {corner, hidden, open: this.panel.open};
        }
        if (!best.hidden) break;
      }
      this.panel.open = best.open;
      this.control.setPosition(best.corner);
      this.map.fire('furniture');
    }

    /** How many boxes the panel would cover in a corner, over or under the buttons that are there. */
    _hidden(corner, boxes) {
      const size = this.map.getSize(), atTop = corner.startsWith('top'), atLeft = corner.endsWith('left');
      const stack = this.map.getContainer().querySelector(`.leaflet-${atTop ? 'top' : 'bottom'}.leaflet-${atLeft ? 'left' : 'right'}`);
      const others = [...stack.children].filter((control) => control !== this.panel);
      const before = others.reduce((sum, control) => sum + control.offsetHeight + 10, 0);
      const wide = this.panel.offsetWidth + MARGIN, high = this.panel.offsetHeight + MARGIN;
      const [left, right] = atLeft ? [0, wide] : [size.x - wide, size.x];
      const [top, bottom] = atTop ? [before, before + high] : [size.y - before - high, size.y - before];
      return boxes.filter((box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top).length;
    }
  };
})(window.atlas, window.L);
