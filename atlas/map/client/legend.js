/**
 * Legend: every sign of the map explained, as a panel that opens and closes; a sign that is a layer carries its switch.
 *
 * It lies in the first corner that holds no part of the chosen event, and closes if all four do; what the reader opens or
 * closes by hand stays so. On a phone it is a button that opens a sheet.
 */
(function (atlas, L) {
  'use strict';

  const PHONE = 520;                           // CSS pixels of frame up to which it is a button
  const ROOMY = {x: 700, y: 560};              // and from which it stands open
  const CORNERS = ['bottomright', 'bottomleft', 'topleft', 'topright'], ON_PHONE = ['bottomleft', 'topleft', 'topright', 'bottomright'];
  const MARGIN = 16;                           // CSS pixels between the panel and what it should not cover, its own margin with it
  const SETTLE = 60;                           // milliseconds a choice may take to bring its event into view

  atlas.Legend = class {
    constructor(layer, map, options) {
      Object.assign(this, {layer, map, embed: options.embed, chosen: null, wanted: null, timer: 0, switches: new Map()});
      if (options.legend === false) return;
      this.panel = this._build();
      const phone = map.getSize().x <= PHONE;
      this.control = L.control({position: phone ? ON_PHONE[0] : 'bottomright'});
      this.control.onAdd = () => this.panel;
      this.control.addTo(map);
      this.panel.open = this._roomy();
      map.on('resize', () => this._settle());
    }

    apply() {
      for (const [name, box] of this.switches) box.checked = this.layer.has(name);
      this.redraw();
    }

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
      const panel = atlas.html('details', 'legend'), head = atlas.html('summary', '', panel), {marks, ways, layers} = atlas.look.signs;
      atlas.html('span', 'on-wide', head, 'Reading the map');
      atlas.html('span', 'on-phone', head, 'Legend');
      const icon = atlas.svg('svg', {viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true'}, head);
      atlas.svg('path', {d: 'M1.5 4 6 8.5 10.5 4', class: 'sign-chevron'}, icon);
      const kinds = this._list(panel, 'legend-kinds', 'Kinds');
      for (const one of atlas.look.kinds) {
        const row = atlas.html('li', '', kinds);
        atlas.symbol(one, 14, row);
        atlas.html('span', '', row, one.many);
      }
      this._signs(marks, this._list(panel, 'legend-signs', 'Signs'));
      const known = this._list(panel, 'legend-ways', 'Ways between sightings');
      this._switch('legs', null, known);
      this._signs(ways, known);
      const switched = this._list(panel, 'legend-layers', 'Layers');
      for (const sign of layers) this._switch(sign.id, sign, switched);
      panel.classList.toggle('is-alone', Boolean(this.embed));
      this._listen(panel, head);
      return panel;
    }

    _listen(panel, head) {
      head.addEventListener('click', () => { this.wanted = !panel.open; });
      panel.addEventListener('toggle', () => this.map.fire('furniture'));
      panel.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !panel.open) return;
        this.wanted = panel.open = false;
        head.focus();
      });
      atlas.shield(panel, this.layer);
    }

    _list(panel, className, label) {
      const list = atlas.html('ul', className, panel);
      list.setAttribute('aria-label', label);
      return list;
    }

    _signs(signs, list) {
      for (const sign of signs) {
        const row = atlas.html('li', sign.when, list);
        this._picture(sign, row);
        atlas.html('span', '', row, sign.words);
      }
    }

    /** A row whose sign, if it has one, can be switched on and off. */
    _switch(name, sign, list) {
      const row = atlas.html('label', '', atlas.html('li', 'is-switch', list)), box = document.createElement('input');
      if (sign) this._picture(sign, row);
      atlas.html('span', '', row, atlas.look.layers.find(({id}) => id === name).name);
      Object.assign(box, {type: 'checkbox', name: `layer-${name}`});
      box.addEventListener('change', () => this.layer.turn(name, box.checked));
      row.appendChild(box);
      this.switches.set(name, box);
    }

    /** Draw a sign of atlas/signs.py: [tag, attributes, text] of each shape. */
    _picture({drawn, width}, row) {
      const picture = atlas.svg('svg', {viewBox: `0 0 ${width} 14`, width, height: 14, 'aria-hidden': 'true'}, row);
      for (const [tag, attributes, text] of drawn) atlas.svg(tag, attributes, picture, text);
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
