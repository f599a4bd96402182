/**
 * EventLayer: one Leaflet layer for every event of the atlas, drawn on two canvases: all events, and over them the chosen one.
 *
 * A change of filter, theme or zoom draws anew; a choice draws only its own canvas and fades the other; a pan draws nothing.
 */
(function (atlas, L) {
  'use strict';

  const PHONE = 520, FADED = 0.2, DOUBLE_CLICK_MS = 260, PREVIEW_REST_MS = 200;
  const NOBODY = {event: -1, sightings: [], legs: [], taken: {boxes: [], dots: [], legPoints: []}};
  const MARK_BOX = 9;

  const sameBut = (one, other, keys) => Object.keys(one).every((key) => keys.includes(key) || String(one[key]) === String(other[key]));

  atlas.EventLayer = L.Layer.extend({
    initialize(options) {
      L.setOptions(this, options);
      Object.assign(this, {data: null, state: null, visible: new Uint8Array(0), shown: 0, sel: null, inked: false, chosen: -1, skipped: -1, story: NOBODY, parts: {}, steadyDays: null, switches: new atlas.Switches()});
    },

    onAdd(map) {
      this.surface = new atlas.Surface(map, ['events', 'chosen']);
      this.stamps = new atlas.Stamps();
      this.card = new atlas.Card(map.getContainer());
      this.fit = new atlas.Fit(this, map);
      this.cover();
      fetch(this.options.urls.columns)
        .then((answer) => { if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`); return answer.json(); })
        .then((raw) => this.load(raw))
        .catch((error) => { this.complain(); this.fire('failed'); throw error; });
    },

    onRemove() { this.surface.remove(); this.card.remove(); this.fit.remove(); },

    getEvents() {
      return {
        viewreset: this.place, moveend: this.place, zoomanim: ({center, zoom}) => this.surface.scaleTo(center, zoom),
        zoom: () => this.surface.scaleTo(this.map().getCenter(), this.map().getZoom()),
        move: () => { if (this.surface.uncovered()) this.place(); },
        mousemove: this.point, mouseout: this.unpoint, click: this.clicked, dblclick: () => clearTimeout(this.seaTimer),
      };
    },

    map() { return this._map; },
    container() { return this._map.getContainer(); },

    complain() {
      const fault = this.container().appendChild(document.createElement('div'));
      fault.className = 'event-fault';
      fault.setAttribute('role', 'alert');
      fault.textContent = 'The events could not be loaded. Reload the page to try again.';
    },

    // What is shown

    load(raw) {
      this.data = atlas.prepare(raw);
      this.visible = new Uint8Array(this.data.events.count);
      this.filters = new atlas.Filter(this.data);
      this.grid = new atlas.Grid(this.data.events.x, this.data.events.y);
      this.sightings = null;
      if (this.state) this.update(this.state.fit, false);
      const lettered = () => { if (this.skipped >= 0) this.choose(); };
      document.fonts.load('650 12px "Libre Franklin"').then(lettered, lettered);
      this.fire('ready');
    },

    /**
     * Show other days for as long as somebody drags or plays; what the page says next ends it. Only events are drawn:
     * marks keep their places, and names, dates, legend and list wait until the picture rests.
     */
    preview({from, to}) {
      if (!this.data || !this.state) return;
      this.state = {...this.state, from, to};
      this.filter();
      this.draw(true);
      clearTimeout(this.previewTimer);
      this.previewTimer = setTimeout(() => this.rest(), PREVIEW_REST_MS);
    },

    rest() {
      this.previewTimer = 0;
      this.places = null;
      this.fire('told');
      this.draw();
    },

    /** Keep each mark where it lies when these days are shown, whatever is drawn, so that none moves while they are played; null ends it. */
    steady(days) {
      const before = this.steadyDays;
      this.steadyDays = days;
      if (!before || !days || before.from !== days.from || before.to !== days.to) this.places = null;
    },

    /** Take what the page says; a selection it repeats does not undo what was chosen on the map meanwhile. */
    tell(told) {
      const before = this.state, heard = atlas.whole(told), state = {...heard, layers: this.switches.hear(heard.layers)};
      this.state = state;
      this.fire('heard');
      // The page repeats a choice that was made here: all of it is on the screen already.
      if (before && !this.previewTimer && state.sel === this.sel && sameBut(before, state, ['sel', 'fit', 'page'])) return;
      clearTimeout(this.previewTimer);
      this.previewTimer = 0;
      if (!before || before.theme !== state.theme) this.wear(state.theme);
      const fresh = !before || before.sel !== state.sel, outside = fresh && state.sel !== this.sel, story = this.chosen;
      const elsewhere = String(state.box) !== String(before && before.box);
      if (fresh) this.sel = state.sel;
      if (this.data) this.update(state.fit && (!before || (state.box ? elsewhere : outside && state.sel !== null)), story >= 0 && story === this.eventOf(this.sel));
    },

    /** Switch one of atlas.look.layers on or off: seen at once, and told to the page. */
    turn(name, on) {
      this.state = {...this.state, layers: this.switches.turn(atlas.look.layers.findIndex(({id}) => id === name), on)};
      if (!this.data) return;
      this.findChosen();
      this.fire('told');
      this.draw();
    },

    wear(theme) {
      this.container().dataset.theme = document.documentElement.dataset.theme = theme;
      this.colours = atlas.palette(theme);
    },

    update(fit, sameStory) {
      this.places = null;
      this.filter();
      this.findChosen();
      this.fire('told');
      this.fitting = fit;                             // the map may move now; one drawing, after it, is enough
      if (fit) this.fit.show(this.sel, sameStory, this.state.box);
      this.fitting = false;
      this.draw();
    },

    /** Which events are shown; `shown` counts those of them that have a place. */
    filter() {
      this.shown = this.filters.show(this.state, this.visible);
      this.fire('filter');
    },

    /** Which events would be shown on other days: one byte an event. */
    shownOn({from, to}) {
      const passed = new Uint8Array(this.visible.length);
      this.filters.show({...this.state, from, to}, passed);
      return passed;
    },

    has(name) { return Boolean(this.state) && (this.state.layers >> atlas.look.layers.findIndex((layer) => layer.id === name) & 1) === 1; },
    eventOf(sel) { return atlas.eventOf(this.data, atlas.find(this.data, sel)); },

    findChosen() {
      this.selected = atlas.find(this.data, this.sel);
      this.chosen = atlas.eventOf(this.data, this.selected);
      this.story = this.chosen < 0 ? NOBODY : {...atlas.storyOf(this.data, this.chosen, this.has('legs')), taken: NOBODY.taken};
      this.skipped = this.story.sightings.length ? this.chosen : -1;
    },

    /** Choose '<layer>.<id>': seen within a frame, and the page is told at once; `fit` for a choice made beside the map. Of some events alone only they and their parts. */
    pick(sel, fit = false) {
      if (this.state && this.state.only && this.eventOf(sel) < 0) return;   // other things have no place to be told in beside it
      const story = this.chosen;
      this.sel = sel;
      this.findChosen();
      if (fit) this.fit.show(sel, story >= 0 && story === this.chosen);
      this.choose();
      requestAnimationFrame(() => requestAnimationFrame(() => this.draw()));   // the choice is seen first, then its mark goes from the others
      this.fire('pick', {sel});
      atlas.page.did({sel});
    },

    // Drawing

    place() { this.cover(); if (this.data && this.state && !this.fitting) this.draw(); },

    cover() {
      this.phone = this.map().getSize().x <= PHONE;
      this.surface.place();
      this.places = null;
    },

    /** Draw everything; of a preview only what changes with the days. */
    draw(preview = false) {
      const {surface, stamps, data, visible, state, colours, skipped} = this, [c] = surface.contexts, started = performance.now();
      this.places = this.places || atlas.placeMarks(data, this.steadyDays ? this.shownOn(this.steadyDays) : visible, surface.pixels, this.phone);
      stamps.begin(surface, atlas.markSize(data, surface.zoom, this.phone), colours);
      c.clearRect(0, 0, surface.width, surface.height);
      surface.copies((view) => {
        atlas.pressMarks(view, data, visible, this.places, stamps, skipped);
        if (this.has('legs')) atlas.drawLegs(view, c, data, visible, state, stamps, colours, skipped);
        if (this.has('sightings')) atlas.drawSightings(view, c, data, visible, state, stamps, colours, skipped);
        atlas.drawLeads(view, c, data, visible, this.places, colours, skipped);
      });
      stamps.flush(c);
      this.choose(preview);
      this.drawMs = performance.now() - started;
    },

    /** Draw the chosen event and fade the others. */
    choose(preview = false) {
      const {surface, story} = this, c = surface.contexts[1];
      if (this.inked) c.clearRect(0, 0, surface.width, surface.height);   // to clear a canvas costs as much as to show it
      this.inked = this.skipped >= 0;
      if (this.inked) story.taken = atlas.drawChosen(surface, c, this.data, story, this.state, this.colours, this.selected, preview && Boolean(story.taken.dates));
      surface.canvases[0].style.opacity = this.skipped >= 0 ? FADED : 1;
      this.container().dataset.shown = this.shown;
      if (!preview) this.fire('drawn');
      requestAnimationFrame(() => requestAnimationFrame((now) => {
        this.container().dataset.painted = now.toFixed(1);
        setTimeout(() => this.fire('painted'));       // what waits for it takes no time from this frame
      }));
    },

    /** What names have to give way to, in container pixels: the chosen story, else the marks as long as they are few. */
    taken() {
      if (!this.data || !this.places) return [];
      const {boxes, legPoints} = this.story.taken, taken = boxes.slice();
      for (let k = 0; k < legPoints.length; k += 2) taken.push([legPoints[k] - 2, legPoints[k + 1] - 2, legPoints[k] + 2, legPoints[k + 1] + 2]);
      if (this.skipped >= 0 || !this.places.moved) return taken;
      for (const i of this.places.rows) {
        if (!this.visible[i]) continue;
        const {x, y} = this.toPoint(this.places.x[i], this.places.y[i]);
        taken.push([x - MARK_BOX, y - MARK_BOX, x + MARK_BOX, y + MARK_BOX]);
      }
      return taken;
    },

    // Places

    toWorld(point) {
      const map = this.map(), at = map.getPixelOrigin().add(map.containerPointToLayerPoint(point)).divideBy(2 ** map.getZoom());
      return {x: atlas.world.wrap(at.x), y: at.y};
    },

    /** World units to a container point, in the copy of the world nearest to the map's centre. */
    toPoint(x, y) {
      const map = this.map(), pixels = 2 ** map.getZoom(), near = atlas.world.near(x, atlas.world.x(map.getCenter().lng));
      return map.layerPointToContainerPoint(L.point(near * pixels, y * pixels).subtract(map.getPixelOrigin()));
    },

    placeOf(i) {
      const {x, y} = this.places || this.data.events;
      return x[i] === x[i] ? L.latLng(atlas.world.lat(y[i]), atlas.world.lng(atlas.world.near(x[i], atlas.world.x(this.map().getCenter().lng)))) : null;
    },

    describe(i) { return `${this.data.events.title[i]}, ${atlas.eventDates(this.data, i)}`; },

    // Pointer

    point({containerPoint}) {
      this.pointer = containerPoint;
      this.pointing = this.pointing || requestAnimationFrame(() => {
        this.pointing = 0;
        const pile = this.pointer ? atlas.pile(this, atlas.hit(this, this.pointer), this.pointer) : [];
        this.container().style.cursor = pile.length ? 'pointer' : '';
        if (pile.length) this.card.show(pile.length > 1 ? atlas.pileWords(pile) : atlas.words(this.data, pile[0]), this.pointer);
        else this.card.hide();
      });
    },

    /** Nothing of the map is pointed at: a card that the next frame would show is not shown either. */
    unpoint() {
      cancelAnimationFrame(this.pointing);
      Object.assign(this, {pointer: null, pointing: 0});
      this.card.hide();
    },

    /** A click on the bare sea waits for a second one, which would mean a zoom. */
    clicked({containerPoint, latlng}) {
      clearTimeout(this.seaTimer);
      const pile = atlas.pile(this, atlas.hit(this, containerPoint), containerPoint), {ground, fan} = this.parts;
      this.seaTimer = 0;
      if (fan.close()) return;
      if (pile.length > 1) fan.open(pile, containerPoint);
      else if (pile.length) this.pick(`${pile[0].layer}.${pile[0].id}`);
      else if (ground && this.data) {
        const timer = this.seaTimer = setTimeout(() => ground.seaFound(latlng).then((sea) => {
          if (sea && timer === this.seaTimer) this.pick(`sea.${sea.id}`);
        }), DOUBLE_CLICK_MS);
      }
    },
  });
})(window.atlas, window.L);
