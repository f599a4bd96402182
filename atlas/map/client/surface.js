/**
 * Surface: canvases that lie over the view, plus some padding, and move with Leaflet's own layers.
 *
 * A pan moves them with the map pane and draws nothing; a zoom scales them until it has ended, in the same frames as
 * the land; then they are put anew over the view and drawn for the new zoom.
 */
(function (atlas, L) {
  'use strict';

  const PADDING = 0.12;

  atlas.Surface = class {
    constructor(map, panes) {
      this.map = map;
      this.canvases = panes.map((pane) => L.DomUtil.create('canvas', 'leaflet-zoom-animated', map.getPane(pane)));
      this.contexts = this.canvases.map((canvas) => canvas.getContext('2d'));
    }

    remove() { this.canvases.forEach((canvas) => canvas.remove()); }

    /** Lie over the present view. */
    place() {
      const map = this.map, size = map.getSize(), ratio = window.devicePixelRatio || 1, origin = map.getPixelOrigin();
      const corner = map.containerPointToLayerPoint(size.multiplyBy(-PADDING)).round(), full = size.multiplyBy(1 + 2 * PADDING).round();
      this.zoom = map.getZoom();
      this.pixels = 2 ** this.zoom;                             // CSS pixels to a world unit
      this.corner = corner;                                     // in layer points
      this.left = (origin.x + corner.x) / this.pixels;          // in world units
      this.top = (origin.y + corner.y) / this.pixels;
      this.ratio = ratio;
      this.scale = this.pixels * ratio;                         // device pixels to a world unit
      this.width = Math.max(1, Math.round(full.x * ratio));     // the frame may still be folded up
      this.height = Math.max(1, Math.round(full.y * ratio));
      for (const canvas of this.canvases) {
        if (canvas.width !== this.width || canvas.height !== this.height) { canvas.width = this.width; canvas.height = this.height; }
        canvas.style.width = full.x + 'px';
        canvas.style.height = full.y + 'px';
        L.DomUtil.setPosition(canvas, corner);
      }
    }

    /** While a zoom runs: scale to what the map will show at this centre and zoom. */
    scaleTo(center, zoom) {
      const map = this.map, pixels = 2 ** zoom, pane = L.DomUtil.getPosition(map.getPane('mapPane'));
      const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
      const corner = L.point(this.left * pixels, this.top * pixels).subtract(origin);
      for (const canvas of this.canvases) L.DomUtil.setTransform(canvas, corner, pixels / this.pixels);
    }

    /** Does the view, after a drag, reach beyond the padding? */
    uncovered() {
      if (this.map.getZoom() !== this.zoom) return false;
      const corner = this.map.containerPointToLayerPoint([0, 0]).subtract(this.corner), size = this.map.getSize();
      return corner.x < 0 || corner.y < 0 || (corner.x + size.x) * this.ratio > this.width || (corner.y + size.y) * this.ratio > this.height;
    }

    /** Call `draw(view)` for each copy of the world in sight; `view.x` and `view.y` turn world units into device pixels. */
    copies(draw) {
      const {left, top, scale, width, height, ratio, zoom} = this, size = atlas.world.SIZE;
      for (let copy = Math.floor(left / size) - 1; copy <= Math.floor((left + width / scale) / size); copy++) {
        const west = left - copy * size;
        draw({
          ratio, scale, width, height, zoom, west, north: top, east: west + width / scale, south: top + height / scale,
          x: (x) => (x - west) * scale, y: (y) => (y - top) * scale,
        });
      }
    }

    /** From device pixels on the canvas to CSS pixels in the map's container. */
    toContainer(x, y) { return this.map.layerPointToContainerPoint(this.corner.add([x / this.ratio, y / this.ratio])); }
  };
})(window.atlas, window.L);
