/**
 * Shapes: polygons of a GeoJSON file made ready to draw: rings to fill, coasts to stroke, cuts to mend.
 *
 * Land comes in two files, fine inside a box and coarse outside. Where a polygon was cut at the edge of the box, at the
 * antimeridian or at the pole there is no coast: such sides are kept apart and drawn in the colour of land.
 */
(function (atlas) {
  'use strict';

  const CUTS = {lng: [105, 165, 180, -180], lat: [10, 60, -90]}, NEAR = 0.02;    // degrees
  const RUN = 64;                    // vertices of a coast drawn or left out as one

  const {world} = atlas;
  const along = (a, b, place, cuts) => cuts.some((cut) => Math.abs(a[place] - cut) < NEAR && Math.abs(b[place] - cut) < NEAR);
  const isCut = (a, b) => along(a, b, 0, CUTS.lng) || along(a, b, 1, CUTS.lat);

  /** A line in world units with its box [west, north, east, south]. */
  function line(corners) {
    const x = Float32Array.from(corners, ([lng]) => world.x(lng)), y = Float32Array.from(corners, ([, lat]) => world.y(lat));
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < x.length; i++) {
      box[0] = Math.min(box[0], x[i]);
      box[1] = Math.min(box[1], y[i]);
      box[2] = Math.max(box[2], x[i]);
      box[3] = Math.max(box[3], y[i]);
    }
    return {x, y, box};
  }

  /** Part a ring into runs of coast and of cut, each short enough to be left out when it is not in sight. */
  function part(ring, coasts, cuts) {
    let from = 0;
    for (let i = 1; i < ring.length; i++) {
      const cut = isCut(ring[i - 1], ring[i]), ends = i === ring.length - 1 || i - from >= RUN;
      if (!ends && cut === isCut(ring[i], ring[i + 1])) continue;
      (cut ? cuts : coasts).push(line(ring.slice(from, i + 1)));
      from = i;
    }
  }

  /** Make the polygons of a feature collection ready; each ring of it counts once, in its copy from 180 W to 180 E. */
  atlas.shapes = function (collection) {
    const shapes = {rings: [], coasts: [], cuts: []};
    for (const {geometry} of collection.features) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const ring of polygons.flat()) {
        shapes.rings.push(line(ring));
        part(ring, shapes.coasts, shapes.cuts);
      }
    }
    return shapes;
  };

  /** Is a position inside the polygons of a geometry? Even-odd over all rings, degrees. */
  atlas.inside = function (geometry, lng, lat) {
    let odd = false;
    for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i], [bx, by] = ring[j];
        if (ay > lat !== by > lat && lng < (bx - ax) * (lat - ay) / (by - ay) + ax) odd = !odd;
      }
    }
    return odd;
  };
})(window.atlas);
