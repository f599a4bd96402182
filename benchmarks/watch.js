/**
 * Watch: put into the page before its own scripts, it notes when a reader did something and when that was seen.
 *
 * All times are milliseconds since 1970, so that those of the page and of the map's frame can be compared. `bench` holds
 * what was noted since `bench.arm()`:
 *
 *   inputs  {keydown, pointermove, pointerup, click: time of the first one}, in the page or in a frame
 *   seen    [{what, value, at}]: 'map', the number of events drawn; 'said', the number in the page's sentence; 'panel',
 *           the title of what is chosen. `at` is the second animation frame after the change, for everybody: by then the
 *           first one, which shows it, is over.
 *   frames  [[time, bytes]]: what the page's socket received
 *
 * How many events a map draws is asked of the map itself: the atlas tells it (data-shown, at each data-painted); of a
 * Leaflet map it is the number of its vector layers; of deck.gl the instances of its last draw call.
 */
(function () {
  'use strict';

  if (window !== window.top) return;                 // frames are followed from here: a script put into them can get lost

  const SAID = '.sentence [role=status], [data-testid=stCaptionContainer]', PANEL = '.st-key-detail h2.ttl, [data-testid=stHeading] h3';
  const NUMBER = /([\d,]+) of [\d,]+ events/, INPUTS = ['keydown', 'pointermove', 'pointerup', 'click'];
  const bench = window.bench = {inputs: {}, seen: [], frames: [], waiting: null};

  const clock = () => performance.timeOrigin + performance.now();
  const second = (view, act) => view.requestAnimationFrame(() => view.requestAnimationFrame(act));

  function note(what, value) {
    bench.seen.push({what, value, at: clock()});
    if (bench.waiting) bench.waiting();
  }

  // What the harness calls

  bench.arm = () => { Object.assign(bench, {inputs: {}, seen: [], frames: [], waiting: null}); };

  /** Wait until everything wanted was seen ({what: [least, most] | text | null for any text}): {inputs, times, values}. */
  bench.until = (wanted, patience) => new Promise((found, lost) => {
    const late = setTimeout(() => {
      bench.waiting = null;
      lost(new Error(`Not seen: ${JSON.stringify(wanted)}. Seen: ${JSON.stringify(bench.seen.slice(-20))}`));
    }, patience);
    const fits = (value, want) => Array.isArray(want) ? value >= want[0] && value <= want[1] : want === null ? value !== '' : value === want;
    bench.waiting = () => {
      const times = {}, values = {};
      for (const [what, want] of Object.entries(wanted)) {
        const entry = bench.seen.find((one) => one.what === what && fits(one.value, want));
        if (!entry) return;
        times[what] = entry.at;
        values[what] = entry.value;
      }
      clearTimeout(late);
      bench.waiting = null;
      found({inputs: bench.inputs, times, values});
    };
    bench.waiting();
  });

  /** Wait until the socket was silent for so long; gives the bytes received since `arm()`. */
  bench.quiet = (ms) => new Promise((done) => {
    const began = clock(), look = () => {
      const last = Math.max(began, ...bench.frames.slice(-1).map(([time]) => time));
      if (clock() - last >= ms) done(bench.frames.reduce((sum, [, bytes]) => sum + bytes, 0));
      else setTimeout(look, 25);
    };
    look();
  });

  // What is noted in the page

  function heed(view) {
    const first = (event) => { if (!(event.type in bench.inputs)) bench.inputs[event.type] = view.performance.timeOrigin + event.timeStamp; };
    INPUTS.forEach((type) => view.addEventListener(type, first, {capture: true, passive: true}));
  }

  heed(window);

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({data}) => bench.frames.push([clock(), data.byteLength || data.size || data.length || 0]));
    }
  };

  const text = (selector) => (document.querySelector(selector) || {}).textContent || '';
  let said = -1, panel = '';
  new MutationObserver(() => {
    const number = NUMBER.exec(text(SAID)), count = number ? Number(number[1].replaceAll(',', '')) : -1, title = text(PANEL);
    if (count !== said) { said = count; second(window, () => note('said', count)); }
    if (title !== panel) { panel = title; second(window, () => note('panel', title)); }
  }).observe(document, {subtree: true, childList: true, characterData: true});

  let drawn = -1;
  for (const name of ['drawArraysInstanced', 'drawElementsInstanced']) {
    const type = window.WebGL2RenderingContext && window.WebGL2RenderingContext.prototype, draw = type && type[name];
    if (draw) type[name] = function (...given) {
      const count = given[given.length - 1];
      if (count !== drawn) { drawn = count; requestAnimationFrame(() => note('map', count)); } // it draws within a frame: the next is the second
      return draw.apply(this, given);
    };
  }

  // What is noted in frames

  const followed = new WeakSet();
  (function look() {
    for (const {contentWindow: view, contentDocument: inside} of document.querySelectorAll('iframe')) {
      if (view && inside && !followed.has(inside)) { followed.add(inside); heed(view); atlas(view, inside); leaflet(view, inside); }
    }
    requestAnimationFrame(look);
  })();

  /** The atlas stamps its map in the second frame after it has drawn. */
  function atlas(view, inside) {
    const stamped = (container) => note('map', Number(container.dataset.shown)), there = inside.querySelector('[data-painted]');
    if (there) stamped(there);
    new view.MutationObserver((changes) => stamped(changes[changes.length - 1].target))
      .observe(inside, {subtree: true, attributes: true, attributeFilter: ['data-painted']});
  }

  /** Leaflet draws in the frame after layers were added: this one, so that the next is the second. */
  function leaflet(view, inside) {
    let size = -1, before = -1;
    (function look() {
      if (view.document === inside) view.requestAnimationFrame(look);
      const {map, L} = view;
      if (!map || !L || !map._layers || view.atlas) return;
      const now = Object.keys(map._layers).length;
      if (now === size) return;
      size = now;
      const count = Object.values(map._layers).filter((layer) => layer instanceof L.Path).length;
      if (count !== before) { before = count; view.requestAnimationFrame(() => note('map', count)); }
    })();
  }
})();
