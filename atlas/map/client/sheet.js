/**
 * Sheet: an SVG in a pane of the map, drawn in container pixels. It moves with a pan, grows with a zoom, and is
 * drawn anew when the map has come to rest. Its colours are CSS variables: a change of theme redraws nothing.
 */
(function (atlas, L) {
  'use strict';

  const NS = 'http://www.w3.org/2000/svg';

  /** Make an SVG element; text goes in as text, never as markup. */
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

  atlas.Sheet = class {
    constructor(map, pane, className) {
      this.map = map;
      const look = {class: `sheet leaflet-zoom-animated ${className}`, width: 1, height: 1, 'aria-hidden': 'true'};
      this.root = atlas.svg('svg', look, map.getPane(pane));
      this.lay();
      map.on('zoomanim', (e) => this._follow(e.center, e.zoom));
      map.on('zoom', () => this._follow(map.getCenter(), map.getZoom()));
    }

    /** Empty the sheet and lay it over the present view: from now on (0, 0) is the corner of the map. */
    lay() {
      this.root.textContent = '';
      this.zoom = this.map.getZoom();
      this.corner = this.map.containerPointToLatLng([0, 0]);
      L.DomUtil.setTransform(this.root, this.map.containerPointToLayerPoint([0, 0]), 1);
    }

    add(tag, attributes, text = null, parent = this.root) {
      return atlas.svg(tag, attributes, parent, text);
    }

    _follow(centre, zoom) {
      const {map} = this, half = map.getSize().divideBy(2);
      const pane = L.DomUtil.getPosition(map.getPane('mapPane'));
      const origin = map.project(centre, zoom).subtract(half).add(pane).round();
      L.DomUtil.setTransform(this.root, map.project(this.corner, zoom).subtract(origin), map.getZoomScale(zoom, this.zoom));
    }
  };
})(window.atlas = window.atlas || {}, window.L);
