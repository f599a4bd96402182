/**
 * Rows: the options of a listbox of any length, of which only those in sight are in the page.
 *
 * Each row is as high as the others, so its place follows from its number; aria-setsize and aria-posinset tell the rest.
 */
(function (atlas) {
  'use strict';

  const ROW = 60, MORE = 4;                    // CSS pixels; rows above and below what is in sight

  atlas.Rows = class {
    /**
     * box: the element that scrolls, made a listbox here; fill(element, value): write one row.
     * `values` are shown in order; `current` is the number of the row the keyboard is at, -1 for none.
     */
    constructor(box, label, fill) {
      Object.assign(this, {box, fill, values: [], current: -1, chosen: -1});
      this.all = atlas.html('div', 'rows-all', box);
      this.all.setAttribute('role', 'presentation');
      box.tabIndex = 0;
      box.setAttribute('role', 'listbox');
      box.setAttribute('aria-label', label);
      box.addEventListener('scroll', () => this.draw(), {passive: true});
    }

    /** Show other values, staying at the same value if it is still there. */
    set(values) {
      const was = this.values[this.current];
      this.values = values;
      this.current = was === undefined ? -1 : values.indexOf(was);
      this.all.style.height = `${values.length * ROW}px`;
      this.draw();
    }

    /** Mark a value as the chosen one and bring it into sight. */
    choose(value) {
      this.chosen = value;
      const at = this.values.indexOf(value);
      if (at >= 0) this.current = at;
      if (at >= 0) this.reveal(at);
      this.draw();
    }

    /** Make a row the current one. */
    go(row) {
      this.current = Math.max(0, Math.min(this.values.length - 1, row));
      this.reveal(this.current);
      this.draw();
    }

    reveal(row) {
      const top = row * ROW, {scrollTop, clientHeight} = this.box;
      if (top < scrollTop) this.box.scrollTop = top;
      else if (top + ROW > scrollTop + clientHeight) this.box.scrollTop = top + ROW - clientHeight;
    }

    /** How many rows fit into the box. */
    get page() { return Math.max(1, Math.floor(this.box.clientHeight / ROW) - 1); }

    /** Number of the row that holds an element, -1 if none does. */
    rowOf(element) {
      const option = element.closest('[role=option]');
      return option ? Number(option.getAttribute('aria-posinset')) - 1 : -1;
    }

    draw() {
      const {scrollTop, clientHeight} = this.box, shown = new Set();
      const from = Math.floor(scrollTop / ROW) - MORE, to = Math.ceil((scrollTop + clientHeight) / ROW) + MORE;
      for (let row = Math.max(0, from); row < Math.min(this.values.length, to); row++) shown.add(row);
      if (this.current >= 0) shown.add(this.current);
      this.all.replaceChildren(...[...shown].sort((a, b) => a - b).map((row) => this._option(row)));
      if (this.current >= 0) this.box.setAttribute('aria-activedescendant', `list-row-${this.current}`);
      else this.box.removeAttribute('aria-activedescendant');
    }

    _option(row) {
      const option = atlas.html('div', `row${row === this.current ? ' is-current' : ''}`), value = this.values[row];
      option.id = `list-row-${row}`;
      option.style.top = `${row * ROW}px`;
      const told = {role: 'option', 'aria-posinset': row + 1, 'aria-setsize': this.values.length, 'aria-selected': value === this.chosen};
      for (const [name, content] of Object.entries(told)) option.setAttribute(name, content);
      this.fill(option, value);
      return option;
    }
  };
})(window.atlas);
