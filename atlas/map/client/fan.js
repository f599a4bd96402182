/**
 * Fan: a pile opened round its place, so that each mark or dot of it can be seen, pointed at, clicked and reached by keyboard.
 *
 * A few lie on a ring, more on a spiral, in order of time; a hairline leads from each to where it truly lies. Escape, a
 * click beside and a zoom close it, a drag carries it along; it stays as long as all it holds is drawn on the map.
 */
(function (atlas, L) {
  'use strict';

  const MOST = 40;                             // so many are spread; of more the latest
  const RING = 10, LETTERED = 12;              // so many lie on a ring, so many have their dates beside them
  const APART = {wide: 32, phone: 42};         // CSS pixels between two
  const LEAST = 46, EDGE = 20;                 // CSS pixels: radius of the smallest ring and of the spiral's start; room for half a sign
  const DATE = 46;                             // CSS pixels that a date beside a sign takes
  const SYMBOL = 16, DOT = 12, TURN = 2 * Math.PI;
  const STEPS = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

  /** Places for n signs round (0, 0): the first at the top, clockwise; two lie side by side. */
  function spread(n, apart) {
    const places = [], ring = Math.max(LEAST, n * apart / TURN);
    for (let k = 0, turn = n === 2 ? -TURN / 2 : -TURN / 4; k < n; k++) {
      const radius = n <= RING ? ring : LEAST + apart * (turn / TURN + 0.25);
      places.push(L.point(radius * Math.cos(turn), radius * Math.sin(turn)));
      turn += n <= RING ? TURN / n : apart / radius;
    }
    return places;
  }

  atlas.Fan = class {
    constructor(layer, map) {
      Object.assign(this, {layer, map, pile: [], items: [], root: null});
      map.on('zoomstart resize', () => this.close());
      layer.on('filter pick', () => this._check());
    }

    apply() { this._check(); }

    redraw() { this._mark(); }

    /** Spread a pile (atlas.pile) that lies at a point of the container. */
    open(pile, point) {
      this.close();
      this.layer.unpoint();
      this.pile = pile.slice(-MOST);
      const places = spread(this.pile.length, this.layer.phone ? APART.phone : APART.wide);
      const reach = Math.max(...places.map((place) => place.distanceTo([0, 0]))) + EDGE, {x, y} = this.map.getSize();
      const inside = (value, size) => size > 2 * reach ? Math.min(Math.max(value, reach), size - reach) : size / 2;
      const middle = L.point(inside(point.x, x), inside(point.y, y)).round(), root = this.root = atlas.html('div', 'fan', this.map.getPane('fan'));
      L.DomUtil.setPosition(root, this.map.containerPointToLayerPoint(middle));
      root.setAttribute('role', 'group');
      root.setAttribute('aria-label', atlas.pileWords(pile)[0]);
      const ground = atlas.html('div', 'fan-ground', root);
      ground.style.width = ground.style.height = `${2 * reach}px`;
      this.clear = reach + (this.pile.length > LETTERED ? 0 : DATE);
      this._lines(places, middle);
      this.items = this.pile.map((one, k) => this._item(one, places[k]));
      if (pile.length > MOST) atlas.html('p', 'fan-note', root, `The latest ${MOST} of ${pile.length}: zoom in for the others`).style.top = `${reach}px`;
      root.addEventListener('keydown', (event) => this._key(event));
      root.addEventListener('focusout', () => this.layer.card.hide());
      L.DomEvent.disableClickPropagation(root);
      L.DomEvent.on(root, 'mousemove', L.DomEvent.stopPropagation);
      this._mark();
      this.items[0].focus({preventScroll: true});
    }

    /** Close; say whether there was anything to close. */
    close() {
      if (!this.root) return false;
      const {root} = this, held = root.contains(document.activeElement);
      Object.assign(this, {pile: [], items: [], root: null});
      root.remove();
      this.layer.card.hide();
      if (held) this.map.getContainer().focus({preventScroll: true});
      return true;
    }

    /** From each sign to where it truly lies. */
    _lines(places, middle) {
      const {layer} = this, picture = atlas.svg('svg', {class: 'fan-lines', width: 1, height: 1, 'aria-hidden': 'true'}, this.root);
      this.pile.forEach(({layer: kind, row}, k) => {
        const {x, y} = layer.data[kind === 'event' ? 'events' : 'sightings'], at = layer.toPoint(x[row], y[row]).subtract(middle);
        atlas.svg('path', {d: `M${at.x} ${at.y}L${places[k].x} ${places[k].y}`}, picture);
      });
    }

    _item(one, {x, y}) {
      const {layer, root} = this, {data} = layer, said = atlas.words(data, one).filter(Boolean), item = atlas.html('button', 'fan-item');
      item.type = 'button';
      item.dataset.sel = `${one.layer}.${one.id}`;
      item.setAttribute('aria-label', said.join(', '));
      if (one.layer === 'event') atlas.symbol(atlas.look.kinds[data.events.kind[one.row]], SYMBOL, item);
      else atlas.dotPicture(data, one.row, DOT, item);
      if (this.pile.length <= LETTERED) {
        const side = Math.abs(x) < EDGE ? y < 0 ? 'top' : 'bottom' : x > 0 ? 'right' : 'left';
        atlas.html('span', `fan-date at-${side}`, item, atlas.shortDate(data, one));
      }
      Object.assign(item.style, {left: `${x}px`, top: `${y}px`});
      root.appendChild(item);
      const show = () => layer.card.show(said, this.map.layerPointToContainerPoint(L.DomUtil.getPosition(root)), this.clear);
      item.addEventListener('focus', () => { if (item.matches(':focus-visible')) show(); });
      item.addEventListener('mouseenter', show);
      item.addEventListener('mouseleave', () => layer.card.hide());
      item.addEventListener('click', () => layer.pick(item.dataset.sel));
      return item;
    }

    /** Show which of them is chosen. */
    _mark() { for (const item of this.items) item.setAttribute('aria-pressed', item.dataset.sel === this.layer.sel); }

    /** Close if something of it is no longer drawn as it was: filtered out, or now told as the story of an event. */
    _check() {
      const {layer} = this, {visible, data} = layer;
      const drawn = ({layer: kind, row}) => {
        if (kind === 'event') return visible[row] === 1 && row !== layer.skipped;
        const event = data.sightings.event[row];
        return event === layer.chosen || (layer.has('sightings') && visible[event] === 1);
      };
      if (this.root && !this.pile.every(drawn)) this.close();
    }

    _key(event) {
      event.stopPropagation();
      const {items} = this, now = items.indexOf(document.activeElement), step = STEPS[event.key];
      const to = step ? (now + step + items.length) % items.length : {Home: 0, End: items.length - 1}[event.key];
      if (event.key === 'Escape') this.close();
      else if (to !== undefined) { event.preventDefault(); items[to].focus({preventScroll: true}); }
    }
  };
})(window.atlas, window.L);
