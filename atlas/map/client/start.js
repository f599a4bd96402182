/**
 * Start: the one door between the page and the map.
 *
 * The constant script of the map calls `atlas.start(map, options)` once; the page tells a state after each of its runs (page.js).
 *
 *   options  {urls: {columns, land5, land1, landWorld, seas}, legend, embed: bool, controls: false for no zoom buttons}; of a map that is only a part of its page also
 *            {name: its own on that page, list, player: false to do without, address: true to write the page's, together: name of the group whose maps move as one}
 *   state    {from, to: days since 1970, both inside}, and of what follows only that which is not the usual:
 *            {kinds, layers: bit masks in the order of atlas.look; sure, joint: bit masks in the order of the vocabulary;
 *             states: 0 all, 1 both, 2 China, 3 Russia; series: place in data.series or -1 for all;
 *             areas, ships, passages: places in their tables, any of which an event must have, or null;
 *             basis: place in data.basis of the least that an event's best sighting may rest on;
 *             only: places in data.events of the only events shown, whatever the days and the filters say, or null;
 *             sel: '<layer>.<id>' or null; theme: 'light' | 'dark';
 *             fit: whether the map moves to what is newly chosen: to `box` where there is one, else to all of `only`, else to `sel`;
 *             box: [[south, west], [north, east]] in degrees, or null; label: what a named map shows, in words;
 *             counts, open: circles at straits and the page that they lead to (counts.js); page: what else the page shows, which is not for the map}
 *
 * A part of the map (Ground, Names, Gates, Legend, Scale, EventList, Player) is a class: `new atlas.Part(layer, map, options)`,
 * with `apply(state)`, called at each tell as soon as the data are there, after the events were filtered,
 * and `redraw()`, called whenever the events were drawn anew: filter, choice, zoom, resize, end of a move, theme; of days that
 * are only previewed not before they rest.
 * `layer` is the EventLayer; a part may use
 *
 *   layer.data         what columns.js made of the file, null until 'ready': events, sightings, legs (columns), places, passages, zones (rows)
 *   layer.state        the last state, made whole, its days as they are shown now, or null
 *   layer.preview({from, to})   show other days until the page says what is shown
 *   layer.shownOn({from, to})   which events would be shown on other days: one byte an event
 *   layer.steady({from, to})    marks keep the places they have when these days are shown, until steady(null)
 *   layer.visible      one byte an event: is it shown?    layer.shown   how many are
 *   layer.chosen       index of the event whose story is drawn, or -1
 *   layer.phone        is the map so narrow (520 px) that signs are smaller?
 *   layer.has(name)    is this layer of atlas.look.layers switched on?
 *   layer.taken()      boxes [x0, y0, x1, y1] in container pixels of marks, dots, dates, disc and chosen ways: names give way to them
 *   layer.describe(i)  an event in words                 layer.placeOf(i)  LatLng of its mark near the map's centre, or null
 *   layer.pick(sel, fit)   choose '<layer>.<id>' and tell the page; `fit` true where it was not chosen on the map itself
 *   layer.card.show(lines, point) / .hide()   the hover card: lines of plain text, the first in bold, at a container point
 *   events: 'ready' data are there, 'heard' the page has told a state, 'filter' what is shown has changed, 'painted' the last change is on the screen,
 *   'failed' the data cannot be had, 'pick' {sel}
 *
 * Asked of the parts, for the shared order of hits:
 *   gates.hit(point)    point in container pixels -> {layer: 'place' | 'passage' | 'zone', id, title, note} or null
 *   ground.seaAt(latlng)  -> {id, title, note} or null, at once; ground.seaFound(latlng) the same as a promise, once the seas are there
 */
(function (atlas) {
  'use strict';

  const PANES = {ground: 210, names: 215, gates: 300, events: 410, chosen: 420, moving: 430, dates: 640, counts: 642, fan: 645};
  const PARTS = {ground: 'Ground', names: 'Names', gates: 'Gates', counts: 'Counts', legend: 'Legend', scale: 'Scale', list: 'EventList', player: 'Player', fan: 'Fan'};

  /** Make the Leaflet map; whoever wants no motion gets none. */
  atlas.map = function (id, options) {
    const still = atlas.wishes('(prefers-reduced-motion: reduce)');
    return window.L.map(id, {...options, ...(still ? {zoomAnimation: false, inertia: false} : {})});
  };

  /** Build the map's layer and parts; called once, by the constant script. */
  atlas.start = function (map, options) {
    for (const [name, order] of Object.entries(PANES)) {
      const pane = map.createPane(name);
      pane.style.zIndex = order;
      pane.style.pointerEvents = 'none';
    }
    if (options.name || options.embed) atlas.beside(map);
    const layer = new atlas.EventLayer(options), parts = {};
    for (const [name, type] of Object.entries(PARTS)) if (atlas[type]) parts[name] = new atlas[type](layer, map, options);
    layer.parts = parts;
    const each = (act) => () => Object.values(parts).forEach(act);
    layer.on('told', each((part) => part.apply(layer.state))).on('drawn', each((part) => part.redraw())).addTo(map);
    if (options.together) layer.together = new atlas.Together(map, options);
    atlas.page.listen(layer, options.name);
    return layer;
  };
})(window.atlas);
