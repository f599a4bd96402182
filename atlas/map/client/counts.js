/**
 * Counts: circles at the gates of straits, as large as what passed there, with an arrow and a number for each way. They are
 * drawn only where the page tells a state with `counts`; each is a link to the page of its strait, for pointer and keyboard.
 *
 *   counts  [{id, passage: places of its gates in data.passages, n, ways: [[degrees from north, number], ...], lines: the same in words}],
 *           the greatest first
 *   open    address of the page that the circles lead to, relative to the site; it is given the strait's `id`
 */
(function (atlas, L) {
  'use strict';

  const WIDEST = 27, UNIT = {wide: 4.1, phone: 3.2}, LEAST = 8;     // CSS pixels: of the greatest, of one passage, of the smallest
  const ROUNDS = 40, APART = 2, MOVED = 4, ARROW = 5, FAR = 7, FIGURE = 7;
  const NAME = '600 {size} "Libre Franklin", system-ui, sans-serif', SIZE = {wide: 12, phone: 11};

  /** Where the name of a circle may stand: beside it, below, above, aslant. */
  const spots = (r) => [
    [r + 8, 4, 'start'], [-r - 8, 4, 'end'], [0, r + 18, 'middle'], [0, -r - 8, 'middle'],
    [r, r + 12, 'start'], [-r, r + 12, 'end'], [r, -r - 4, 'start'], [-r, -r - 4, 'end'],
  ];

  atlas.Counts = class {
    constructor(layer, map) {
      Object.assign(this, {layer, map, boxes: [], seen: ''});
      this.sheet = new atlas.Sheet(map, 'counts', 'count-sheet');
      this.list = atlas.html('div', 'counts leaflet-zoom-hide', map.getPane('counts'));
      this.list.setAttribute('role', 'list');
      this.list.setAttribute('aria-label', 'Straits, those passed most often first');
      layer.on('pick', ({sel}) => { if (this.shown && sel && sel.startsWith('passage.')) atlas.page.open(this._address(sel.slice('passage.'.length))); });
    }

    apply() { this.redraw(); }

    /** Whether circles are shown: then names of straits stand beside them, and nowhere else. */
    get shown() { return Boolean(this.layer.state && this.layer.state.counts); }

    /** Boxes in container pixels that other names give way to. */
    taken() { return this.boxes; }

    redraw() {
      const {map, layer} = this, {data, state} = layer;
      if (!data || !state || (!state.counts && !this.seen)) return;
      const centre = map.getCenter(), seen = state.counts ? [centre.lat, centre.lng, map.getZoom(), map.getSize(), JSON.stringify(state.counts)].join() : '';
      if (seen === this.seen) return;
      this.seen = seen;
      this.boxes = [];
      this.sheet.lay();
      const focused = document.activeElement && document.activeElement.dataset.strait;
      this.list.textContent = '';
      L.DomUtil.setPosition(this.list, map.containerPointToLayerPoint([0, 0]));
      if (!state.counts) return;
      this.room = new atlas.Room(map.getSize());
      atlas.controlBoxes(map).forEach((box) => this.room.cover(box));
      const circles = this._circles(state.counts);
      circles.forEach((circle) => this._take([circle.x - circle.r, circle.y - circle.r, circle.x + circle.r, circle.y + circle.r]));
      circles.forEach((circle) => this._link(circle));
      circles.forEach((circle) => circle.ways.forEach(([way, n]) => this._way(circle, way, n)));
      if (focused) this.list.querySelector(`[data-strait="${CSS.escape(focused)}"]`)?.focus();
    }

    _take(box) {
      this.boxes.push(box);
      this.room.take(box);
    }

    /** Where each circle stands: at its gate, and pushed aside by greater ones that would cover it. */
    _circles(counts) {
      const {map, layer} = this, unit = Math.min(UNIT[layer.phone ? 'phone' : 'wide'], WIDEST / Math.sqrt(Math.max(1, ...counts.map(({n}) => n))));
      const circles = counts.map((count) => {
        const gates = count.passage.map((place) => layer.data.passages[place].line).filter((line) => line.length);
        if (!gates.length) return null;
        const middles = gates.map((line) => [0, 1].map((axis) => (line[0][axis] + line[line.length - 1][axis]) / 2));
        const [lng, lat] = [0, 1].map((axis) => middles.reduce((sum, middle) => sum + middle[axis], 0) / middles.length);
        const {x, y} = atlas.near(map, lng, lat);
        return {...count, x, y, gate: {x, y}, r: Math.max(LEAST, unit * Math.sqrt(count.n))};
      }).filter(Boolean);
      for (let round = 0; round < ROUNDS; round++) {
        let moved = false;
        circles.forEach((small, i) => circles.slice(0, i).forEach((great) => { moved = aside(small, great) || moved; }));
        if (!moved) break;
      }
      return circles;
    }

    _address(id) {
      const [path, query = ''] = this.layer.state.open.split('?'), asked = new URLSearchParams(query);
      return `${path}?${new URLSearchParams([['id', id], ...asked])}`;
    }

    _link({id, n, x, y, r, gate, lines}) {
      const size = SIZE[this.layer.phone ? 'phone' : 'wide'], name = atlas.strait(this.layer.data, id);
      if (Math.hypot(x - gate.x, y - gate.y) > MOVED) this.sheet.add('path', {class: 'count-lead', d: `M${gate.x} ${gate.y}L${x} ${y}`});
      const item = atlas.html('div', '', this.list), link = atlas.html('a', 'count', item, String(n)), address = this._address(id);
      item.setAttribute('role', 'listitem');
      link.href = new URL(address, window.parent.location.href).href;
      link.dataset.strait = id;
      link.setAttribute('aria-label', lines.join('. '));
      Object.assign(link.style, {left: `${x - r}px`, top: `${y - r}px`, width: `${2 * r}px`, height: `${2 * r}px`, fontSize: `${Math.min(15, Math.max(10.5, r * 0.62))}px`});
      const spot = atlas.findSpot(this.room, {x, y}, atlas.textWidth(name, NAME, size), size, spots(r));
      if (spot) {
        this._take(spot.box);
        this.sheet.add('text', {class: 'count-name', x: spot.x, y: spot.y, 'text-anchor': spot.anchor, 'font-size': size}, name);
      }
      this._listen(link, address, lines, {x, y: y - r});
    }

    _listen(link, address, lines, top) {
      const {layer} = this, show = () => layer.card.show(lines, top), hide = () => layer.card.hide();
      link.addEventListener('click', (event) => {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        atlas.page.open(address);
      });
      L.DomEvent.disableClickPropagation(link);
      L.DomEvent.on(link, 'mousemove', L.DomEvent.stopPropagation);
      for (const [name, act] of Object.entries({mouseenter: show, focus: show, mouseleave: hide, blur: hide})) link.addEventListener(name, act);
    }

    /** An arrow at the rim of a circle, and how many went that way, where there is room for it. */
    _way({x, y, r}, way, n) {
      if (!n) return;
      const angle = way * Math.PI / 180, [dx, dy] = [Math.sin(angle), -Math.cos(angle)], out = r + FAR + ARROW + FIGURE;
      const at = {x: x + dx * out, y: y + dy * out + 3.5}, wide = atlas.textWidth(String(n), NAME, 10.5) / 2;
      const box = [at.x - wide - 1, at.y - 8, at.x + wide + 1, at.y + 1], tip = [x + dx * (r + FAR), y + dy * (r + FAR)];
      if (!this.room.free(box)) return;
      this._take(box);
      this.sheet.add('path', {class: 'count-way', d: `M0 -${ARROW}L4 2.5L0 1L-4 2.5Z`, transform: `translate(${tip[0]} ${tip[1]}) rotate(${way})`});
      this.sheet.add('text', {class: 'count-ways', x: at.x, y: at.y, 'text-anchor': 'middle'}, String(n));
    }
  };

  /** Push a circle away from a greater one that it overlaps; from one in its very place it goes to the north. */
  function aside(small, great) {
    const dx = small.x - great.x, dy = small.y - great.y, away = Math.hypot(dx, dy), short = small.r + great.r + APART - away;
    if (short <= 0.1) return false;
    const [ux, uy] = away > 0.1 ? [dx / away, dy / away] : [0, -1];
    small.x += ux * short;
    small.y += uy * short;
    return true;
  }

  /** The name of a strait as the map letters it. */
  atlas.strait = (data, id) => atlas.shortStrait(atlas.lettering.straits[id] || data.passages.find((passage) => passage.id === id).name);

  /** 'Tsushima Strait (either channel)' is lettered 'Tsushima Strait', 'waters between A and B' with a capital. */
  atlas.shortStrait = (name) => { const [short] = name.split(' ('); return short[0].toUpperCase() + short.slice(1); };
})(window.atlas, window.L);
