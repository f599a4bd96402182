/**
 * Sheet: an SVG in a pane of the map, drawn in container pixels. It moves with a pan, grows with a zoom, and is
 * drawn anew when the map has come to rest. Its colours are CSS variables: a change of theme redraws nothing.
 */
(function (atlas, L) {
  'use strict';

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
})(window.atlas, window.L);
