/**
 * Elements: what the parts of the map make and measure in the page. Text goes in as text, never as markup.
 */
(function (atlas, L) {
  'use strict';

  const NS = 'http://www.w3.org/2000/svg';

  /** Make an SVG element. */
  atlas.svg = function (tag, attributes = {}, parent = null, text = null) {
    const element = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== null) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  };

  /** Make an HTML element with a class and a text. */
  atlas.html = function (tag, className = '', parent = null, text = null) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== null) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  };

  /** Keep a panel's clicks, wheel and pointer from the map under it. */
  atlas.shield = function (panel, layer) {
    L.DomEvent.disableClickPropagation(panel);
    L.DomEvent.disableScrollPropagation(panel);
    L.DomEvent.on(panel, 'mousemove', L.DomEvent.stopPropagation);
    L.DomEvent.on(panel, 'mouseenter', () => layer.unpoint());
  };

  /** The symbol of a kind, in its colour, as a small SVG. */
  atlas.symbol = function (kind, size, parent, attributes = {}) {
    const picture = atlas.svg('svg', {viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true'}, parent);
    atlas.svg('path', {d: kind.path, 'fill-rule': 'evenodd', fill: `var(--${kind.id})`, ...attributes}, picture);
    return picture;
  };

  const asked = new Map();

  /**
   * Does a media query hold: what the reader asks of the browser, such as no motion? Read once and then listened to,
   * for each reading lays out the whole page, in a player's frame most of its time.
   */
  atlas.wishes = function (query) {
    if (!asked.has(query)) {
      const list = window.matchMedia(query);
      asked.set(query, list.matches);
      list.addEventListener('change', ({matches}) => asked.set(query, matches));
    }
    return asked.get(query);
  };

  /** Boxes of the panels and buttons over the map, or of other parts of the frame, in container pixels. */
  atlas.controlBoxes = function (map, parts = '.leaflet-control') {
    const frame = map.getContainer().getBoundingClientRect(), controls = [...map.getContainer().querySelectorAll(parts)];
    return controls.map((control) => control.getBoundingClientRect()).filter(({width}) => width)
      .map((box) => [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top]);
  };
})(window.atlas, window.L);
