/**
 * Bar of the player: one button while it is closed; open, a slim row with the date, the steps, the speed and what is shown.
 */
(function (atlas, L) {
  'use strict';

  const SIGNS = {
    play: 'M4 2.5 13.5 8 4 13.5Z', pause: 'M3.5 2.5H6.5V13.5H3.5ZM9.5 2.5H12.5V13.5H9.5Z',
    back: 'M13 3 6 8 13 13ZM3 3H5V13H3Z', on: 'M3 3 10 8 3 13ZM11 3H13V13H11Z',
    set: 'M2 5H8M12 5H14M2 11H4M8 11H14M10 3V7M6 9V13', close: 'M4 4 12 12M12 4 4 12',
  };
  const SPEEDS = [[1, '1 day a second'], [7, '1 week a second'], [365.25 / 12, '1 month a second'], [365.25 / 4, '3 months a second'], [365.25, '1 year a second']];
  const SHOWS = [[0, 'All so far'], [7, 'Last 7 days'], [30, 'Last 30 days'], [90, 'Last 90 days']];
  const PLAYS_FOR = 90;                        // seconds that the whole takes at most at the speed first offered

  atlas.PlayerBar = class {
    /** act: {toggle, step(direction), close, change}: what the buttons do. */
    constructor(layer, map, act) {
      Object.assign(this, {map, texts: {}});
      this.box = atlas.html('div', 'player');
      this.box.setAttribute('role', 'group');
      this.box.setAttribute('aria-label', 'Player: the events in the order of their days');
      this.progress = atlas.html('div', 'player-progress only-open', this.box);
      this._button('Previous event', 'back', () => act.step(-1));
      this.toggle = this._button('Play', 'play', act.toggle);
      this.toggle.classList.replace('only-open', 'player-toggle');
      this.word = atlas.html('span', '', this.toggle, 'Play');
      this._button('Next event', 'on', () => act.step(1));
      this._date();
      this._settings(act);
      this._button('Close the player', 'close', () => { act.close(); this.toggle.focus(); }).classList.remove('is-solid');
      this.status = atlas.html('p', 'unseen', this.box);
      this.status.setAttribute('role', 'status');
      this.open = false;
      atlas.shield(this.box, layer);
      const control = L.control({position: 'bottomleft'});
      control.onAdd = () => this.box;
      control.addTo(map);
    }

    /** Days a second, and the days of the moving window: 0 for all so far. */
    get speed() { return Number(this.pace.value); }
    get window() { return Number(this.what.value); }

    get open() { return this.box.classList.contains('is-open'); }

    set open(open) {
      this.box.classList.toggle('is-open', open);
      this.map.getContainer().classList.toggle('has-player', open);
      this._fold(false);
      if (!open) this.chosenSpeed = false;
    }

    /** Offer the slowest speed at which a range of days does not take too long, unless the reader has chosen one. */
    suit(days) {
      if (this.chosenSpeed) return;
      this.pace.value = (SPEEDS.find(([speed]) => days / speed <= PLAYS_FOR) || SPEEDS[SPEEDS.length - 1])[0];
    }

    /** Is it running? The same button begins and ends it. */
    set runs(runs) {
      const label = runs ? 'Pause' : 'Play';
      this.toggle.querySelector('path').setAttribute('d', runs ? SIGNS.pause : SIGNS.play);
      this.toggle.title = label;
      this.toggle.setAttribute('aria-label', label);
    }

    /** Show a day, how many events are shown, a line of text, and how far (0 to 1) the player has come. */
    show(day, count, line, share) {
      atlas.span(day, day, 'day').split(' ').forEach((part, k) => this._write(this.parts[k], part));
      this._write(this.count, `${count.toLocaleString('en')} event${count === 1 ? '' : 's'}`);
      this._write(this.line, line);
      this.progress.style.transform = `scaleX(${share.toFixed(4)})`;
    }

    /** Tell a screen reader. */
    say(text) { this.status.textContent = text; }

    _write(element, text) { if (element.textContent !== text) element.textContent = text; }

    _button(label, sign, act, parent = this.box) {
      const button = atlas.iconButton(label, SIGNS[sign], parent);
      button.classList.add('is-solid', 'only-open');
      button.addEventListener('click', act);
      return button;
    }

    _date() {
      const box = atlas.html('div', 'player-now only-open', this.box), date = atlas.html('b', 'player-date', box);
      this.parts = ['player-day', 'player-month', 'player-year'].map((name) => atlas.html('span', name, date));
      this.count = atlas.html('span', 'player-count', box);
      this.line = atlas.html('span', 'player-line', box);
    }

    _settings(act) {
      this.more = this._button('Speed and what is shown', 'set', () => this._fold(this.more.getAttribute('aria-expanded') !== 'true'));
      this.more.classList.remove('is-solid');
      this.more.classList.add('player-more');
      this.settings = atlas.html('div', 'player-settings only-open', this.box);
      this.pace = this._choice('Speed', SPEEDS, 'player-speed');
      this.what = this._choice('Shown', SHOWS);
      this.pace.addEventListener('change', () => { this.chosenSpeed = true; });
      this.what.addEventListener('change', act.change);
      this.settings.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !this.settings.classList.contains('is-unfolded')) return;
        this._fold(false);
        this.more.focus();
      });
    }

    /** The settings lie in the row; where it is narrow they unfold over it. */
    _fold(unfolded) {
      this.more.setAttribute('aria-expanded', String(unfolded));
      this.settings.classList.toggle('is-unfolded', unfolded);
    }

    _choice(label, options, className = '') {
      const field = atlas.html('label', className, this.settings);
      atlas.html('span', '', field, label);
      const choice = atlas.html('select', '', field);
      for (const [value, text] of options) choice.add(new Option(text, value));
      return choice;
    }
  };
})(window.atlas, window.L);
