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
  const at = (value, cuts) => cuts.find((cut) => Math.abs(value - cut) < NEAR);
  /** Do both ends lie on the same cut? Most lie on none, so one end is looked at first. */
  function along(a, b, place, cuts) {
    const cut = at(a[place], cuts);
    return cut !== undefined && Math.abs(b[place] - cut) < NEAR;
  }
  const isCut = (a, b) => along(a, b, 0, CUTS.lng) || along(a, b, 1, CUTS.lat);

  /** A line in world units with its box [west, north, east, south]. */
  function line(x, y) {
    let west = Infinity, north = Infinity, east = -Infinity, south = -Infinity;
    for (let i = 0; i < x.length; i++) {
      if (x[i] < west) west = x[i];
      if (x[i] > east) east = x[i];
      if (y[i] < north) north = y[i];
      if (y[i] > south) south = y[i];
    }
    return {x, y, box: [west, north, east, south]};
  }

  /** A ring of degrees in world units. */
  function whole(ring) {
    const x = new Float32Array(ring.length), y = new Float32Array(ring.length);
    for (let i = 0; i < ring.length; i++) {
      x[i] = world.x(ring[i][0]);
      y[i] = world.y(ring[i][1]);
    }
    return line(x, y);
  }

  /** Part a ring into runs of coast and of cut, each short enough to be left out when it is not in sight. */
  function part(ring, {x, y}, coasts, cuts) {
    const last = ring.length - 1;
    let from = 0, cut = isCut(ring[0], ring[1]);
    for (let i = 1; i <= last; i++) {
      const next = i < last && isCut(ring[i], ring[i + 1]);
      if (i === last || i - from >= RUN || next !== cut) {
        (cut ? cuts : coasts).push(line(x.subarray(from, i + 1), y.subarray(from, i + 1)));
        from = i;
      }
      cut = next;
    }
  }

  /** Make the polygons of a feature collection ready; each ring of it counts once, in its copy from 180 W to 180 E. */
  atlas.shapes = function (collection) {
    const shapes = {rings: [], coasts: [], cuts: []};
    for (const {geometry} of collection.features) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const ring of polygons.flat()) {
        const made = whole(ring);
        shapes.rings.push(made);
        part(ring, made, shapes.coasts, shapes.cuts);
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
