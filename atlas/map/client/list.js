/**
 * EventList: the events that are shown, as a list at the right edge of the frame, for eyes, keyboard and screen reader.
 *
 * A button on the map opens it; the map then gives way, on a phone the list covers it. Arrows, Page, Home and End move,
 * Enter or a click picks, Escape closes; a search field narrows it and forgives accents.
 */
(function (atlas, L) {
  'use strict';

  const SETTLE = 300;                          // milliseconds after the last filter, not once per frame of a drag
  const LIST_SIGN = 'M5 4H14M5 8H14M5 12H14M2 4H2.5M2 8H2.5M2 12H2.5', CLOSE_SIGN = 'M4 4 12 12M12 4 4 12';

  const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  atlas.EventList = class {
    constructor(layer, map, options) {
      Object.assign(this, {layer, map, order: null, folded: null, timer: 0, chosen: null});
      if (options.embed || options.list === false) return;
      this._button();
      this._panel();
      layer.on('filter ready', () => this._refreshSoon());
    }

    apply() { this.redraw(); }

    redraw() {
      if (!this.panel || this.panel.hidden || this.layer.chosen === this.chosen) return;
      this.chosen = this.layer.chosen;
      this.rows.choose(this.chosen);
    }

    _button() {
      const control = L.control({position: 'topright'});
      this.button = atlas.html('button', 'map-button list-button');
      this.button.type = 'button';
      const icon = atlas.svg('svg', {viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true'}, this.button);
      atlas.svg('path', {d: LIST_SIGN}, icon);
      atlas.html('span', '', this.button, 'List');
      this.button.setAttribute('aria-label', 'List of events');
      this.button.setAttribute('aria-expanded', 'false');
      this.button.setAttribute('aria-controls', 'event-list');
      this.button.addEventListener('click', () => (this.panel.hidden ? this._open() : this._close()));
      atlas.shield(this.button, this.layer);
      control.onAdd = () => this.button;
      control.addTo(this.map);
    }

    _panel() {
      this.panel = atlas.html('section', 'event-list');
      this.panel.id = 'event-list';
      this.panel.hidden = true;
      this.panel.setAttribute('aria-label', 'List of events');
      const head = atlas.html('header', '', this.panel);
      this.count = atlas.html('p', 'event-count', head);
      this.count.setAttribute('role', 'status');
      atlas.iconButton('Close the list', CLOSE_SIGN, head).addEventListener('click', () => this._close());
      this.search = atlas.html('input', 'event-search', this.panel);
      Object.assign(this.search, {type: 'search', placeholder: 'Find by title', autocomplete: 'off', spellcheck: false});
      this.search.setAttribute('aria-label', 'Find by title');
      this.search.addEventListener('input', () => this._refresh());
      this.search.addEventListener('keydown', (event) => { if (event.key === 'ArrowDown') this._enter(event); });
      this.rows = new atlas.Rows(atlas.html('div', 'event-rows', this.panel), 'Events by date', (row, event) => this._fill(row, event));
      this.rows.box.addEventListener('keydown', (event) => this._key(event));
      this.rows.box.addEventListener('click', (event) => this._pick(this.rows.rowOf(event.target)));
      this.rows.box.addEventListener('blur', () => this.layer.card.hide());
      this.panel.addEventListener('keydown', (event) => { if (event.key === 'Escape') this._close(); });
      this.map.getContainer().after(this.panel);
    }

    _open() {
      this.panel.hidden = false;
      this._dock(true);
      this._refresh();
      this.rows.choose(this.chosen = this.layer.chosen);
      this.rows.box.focus();
    }

    _close() {
      this.panel.hidden = true;
      this._dock(false);
      this.button.focus();
    }

    /** The map gives way to the list, or has the frame for itself again. */
    _dock(open) {
      this.button.setAttribute('aria-expanded', String(open));
      this.map.getContainer().classList.toggle('beside-list', open);
    }

    _refreshSoon() {
      clearTimeout(this.timer);
      if (!this.panel.hidden) this.timer = setTimeout(() => this._refresh(), SETTLE);
    }

    /** All events shown whose title holds every word searched for, by their first day. */
    _refresh() {
      const {data, visible} = this.layer;
      if (!data || !visible) return;
      const {events} = data, words = folded(this.search.value).split(/\s+/).filter(Boolean);
      if (!this.order || this.order.length !== events.count) {
        this.order = Uint32Array.from({length: events.count}, (_, i) => i).sort((a, b) => events.start[a] - events.start[b] || a - b);
        this.folded = null;
      }
      if (words.length && !this.folded) this.folded = events.title.map(folded);
      const found = this.order.filter((i) => visible[i] && words.every((word) => this.folded[i].includes(word)));
      this.rows.set(found);
      this.rows.box.classList.toggle('is-empty', !found.length);
      const counted = `${found.length.toLocaleString('en')} event${found.length === 1 ? '' : 's'}`;
      this.count.textContent = words.length ? `${counted} found` : counted;
    }

    _fill(row, i) {
      const {data} = this.layer, {events} = data;
      atlas.symbol(atlas.look.kinds[events.kind[i]], 16, row);
      const text = atlas.html('div', 'row-text', row), where = Number.isNaN(events.x[i]) ? ' · not on the map' : '';
      atlas.html('span', 'row-title', text, events.title[i]);
      atlas.html('span', 'row-when', text, atlas.span(events.start[i], events.end[i], data.precision[events.precision[i]]) + where);
      atlas.html('span', 'unseen', text, `. ${atlas.look.kinds[events.kind[i]].one}.`);
    }

    _enter(event) {
      event.preventDefault();
      this.rows.box.focus();
      this._show(Math.max(0, this.rows.current));
    }

    _key(event) {
      const {rows} = this, {key} = event;
      const step = {ArrowDown: 1, ArrowUp: -1, PageDown: rows.page, PageUp: -rows.page, Home: -Infinity, End: Infinity}[key];
      if (step !== undefined) this._show(rows.current < 0 && step === 1 ? 0 : rows.current + step);
      else if (key === 'Enter' || key === ' ') this._pick(rows.current);
      else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) return this.search.focus();
      else return undefined;
      event.preventDefault();
      event.stopPropagation();
      return undefined;
    }

    /** Go to a row and show where on the map its event is. */
    _show(row) {
      if (!this.rows.values.length) return;
      this.rows.go(row);
      const event = this.rows.values[this.rows.current], place = this.layer.placeOf(event), {map, layer} = this;
      if (!place) return layer.card.hide();
      if (!map.getBounds().contains(place)) map.panTo(place, {animate: false});
      const [title, ...rest] = this._lines(event);
      return layer.card.show([title, ...rest], map.latLngToContainerPoint(place));
    }

    _lines(i) {
      const {data} = this.layer, {events} = data;
      return [events.title[i], `${atlas.look.kinds[events.kind[i]].one} · ${atlas.span(events.start[i], events.end[i], data.precision[events.precision[i]])}`];
    }

    _pick(row) {
      const event = this.rows.values[row];
      if (event === undefined) return;
      this.rows.go(row);
      this.layer.pick(`event.${this.layer.data.events.id[event]}`, true);
    }
  };
})(window.atlas, window.L);
