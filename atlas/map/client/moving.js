/**
 * Moving: where ships may be between two dated sightings of theirs. Nobody has seen them there: the place is computed
 * along the leg, at an even speed, and the doubt about it grows with the days since the last sighting and shrinks
 * towards the next one.
 *
 * Of aircraft no line is known, so none is computed; nor for a leg whose hours the records do not tell.
 */
(function (atlas) {
  'use strict';

  const DRIFT = 150;                // km a day by which the doubt grows at least: an assumption, said in the legend
  const UNKNOWN_KM = 400;           // beyond this nobody knows, and nothing is drawn
  const HOURS = 24, NOON = 0.5;
  const CLOCK = /^(\d\d):(\d\d)(?:-(\d\d):(\d\d))?$/;

  /** The share of its day at which a clock such as '06:44-07:14' ends; null where none is told. It may end on the next day. */
  function clockEnd(text) {
    const [, hour, minute, endHour = hour, endMinute = minute] = (text || '').match(CLOCK) || [];
    if (hour === undefined) return null;
    const [start, end] = [[hour, minute], [endHour, endMinute]].map(([h, m]) => (Number(h) + Number(m) / 60) / HOURS);
    return end < start ? end + 1 : end;
  }

  /**
   * The legs along which something is computed, made ready once: row of the leg, the moments (days since 1970, with
   * their fraction) at which it was left and ended, and by how many km a day doubt grows: by the leg's own speed, so
   * that the circle always reaches back to the last sighting, but never by less than `DRIFT`.
   *
   * The hours are those of the build, which takes clocks only where both are told; without clocks a day stands for its noon.
   */
  atlas.moves = function ({legs, sightings}) {
    const rows = [];
    for (let leg = 0; leg < legs.count; leg++) {
      if (legs.hours[leg] > 0 && !legs.air[leg] && legs.from[leg] >= 0 && legs.to[leg] >= 0) rows.push(leg);
    }
    const leave = Float64Array.from(rows, (leg) => {
      const from = legs.from[leg], left = clockEnd(sightings.time[from]), clocked = left !== null && sightings.time[legs.to[leg]];
      return legs.start[leg] + (clocked && sightings.start[from] === legs.start[leg] ? left : NOON);
    });
    return {
      rows, leave, arrive: leave.map((moment, k) => moment + legs.hours[rows[k]] / HOURS),
      growth: Float64Array.from(rows, (leg) => Math.max(DRIFT, legs.km[leg] / legs.hours[leg] * HOURS)),
    };
  };

  /** The point at a share (0 to 1) of a leg's length, in world units. */
  function along({first, x, y}, leg, share) {
    const last = first[leg + 1] - 1;
    let length = 0;
    for (let v = first[leg]; v < last; v++) length += Math.hypot(x[v + 1] - x[v], y[v + 1] - y[v]);
    let rest = length * share;
    for (let v = first[leg]; v < last; v++) {
      const step = Math.hypot(x[v + 1] - x[v], y[v + 1] - y[v]);
      if (rest <= step && step > 0) return {x: x[v] + (x[v + 1] - x[v]) * rest / step, y: y[v] + (y[v + 1] - y[v]) * rest / step};
      rest -= step;
    }
    return {x: x[last], y: y[last]};
  }

  /** Where the ships of shown events may be at a moment: [{leg, event, x, y, km}], x and y in world units, km the radius of doubt. */
  atlas.shipsAt = function ({legs, sightings}, moves, visible, moment) {
    const ships = [];
    for (let k = 0; k < moves.rows.length; k++) {
      const since = moment - moves.leave[k], left = moves.arrive[k] - moment, leg = moves.rows[k];
      if (!(since >= 0 && left >= 0 && visible[legs.event[leg]])) continue;
      const km = Math.min(sightings.km[legs.from[leg]] + moves.growth[k] * since, sightings.km[legs.to[leg]] + moves.growth[k] * left);
      if (km <= UNKNOWN_KM) ships.push({leg, event: legs.event[leg], km, ...along(legs, leg, since / (since + left))});
    }
    return ships;
  };
})(window.atlas);
