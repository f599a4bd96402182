/**
 * Dates: the day, and where a day has several sightings the hour, beside each dot of the chosen event.
 *
 * Sixteen places are tried per dot; the cheapest wins, and where even that would cover another label nothing is written.
 */
(function (atlas) {
  'use strict';

  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const FAMILY = '"Libre Franklin", system-ui, sans-serif', DAY = `650 12px ${FAMILY}`, HOUR = `450 12px ${FAMILY}`;
  const PLACES = [
    [9, 4, 0], [-9, 4, 1], [0, -10, 0.5], [0, 19, 0.5], [8, -7, 0], [-8, -7, 1], [8, 16, 0], [-8, 16, 1],
    [20, -16, 0], [-20, -16, 1], [20, 24, 0], [-20, 24, 1], [0, -26, 0.5], [0, 34, 0.5], [34, 4, 0], [-34, 4, 1],
  ];                                                  // right and down from the dot; the share of the text left of there
  const COST = {distance: 0.12, overlap: 60, leg: 3, edge: 90, most: 60};
  const TWIN = 70, FAR = 20, GAP = 4, RISE = 11, DROP = 3;

  const date = (day) => new Date(day * 864e5);
  const dayMonth = (day) => `${date(day).getUTCDate()} ${MONTHS[date(day).getUTCMonth()]}`;
  const monthYear = (day) => `${MONTHS[date(day).getUTCMonth()]} ${date(day).getUTCFullYear()}`;

  const ROUGH = {week: 'week of ', reported: 'by ', inferred: 'about '};
  const rough = (precision) => ROUGH[precision] || '';

  /** A span of days in words, no more exact than it is known: '17–23 Oct 2021', 'May 2023', 'by 7 Jun 2023'. */
  atlas.span = (start, end, precision) => rough(precision) + span(start, end, precision);

  function span(start, end, precision) {
    const year = date(end).getUTCFullYear();
    if (precision === 'month') return monthYear(start) === monthYear(end) ? monthYear(start) : `${monthYear(start)} to ${monthYear(end)}`;
    if (start === end) return `${dayMonth(start)} ${year}`;
    if (monthYear(start) === monthYear(end)) return `${date(start).getUTCDate()}–${dayMonth(end)} ${year}`;
    if (date(start).getUTCFullYear() === year) return `${dayMonth(start)} to ${dayMonth(end)} ${year}`;
    return `${dayMonth(start)} ${date(start).getUTCFullYear()} to ${dayMonth(end)} ${year}`;
  }

  /** The label of a sighting: {day, hour}; null where no date is known. */
  function label(sightings, i, precision, perDay) {
    if (!sightings.dated[i]) return null;
    const start = sightings.start[i], end = sightings.end[i], hour = perDay.get(start) > 1 && sightings.time[i] ? sightings.time[i].replace('-', '–') : '';
    if (precision === 'month') return {day: monthYear(start), hour: ''};
    if (end <= start) return {day: rough(precision) + dayMonth(start), hour};
    const same = monthYear(start) === monthYear(end);
    return {day: `${rough(precision)}${same ? date(start).getUTCDate() : dayMonth(start)}–${dayMonth(end)}`, hour};
  }

  /** The day of a sighting or the month of an event in as few words as possible, to stand beside its sign. */
  atlas.shortDate = function ({events, sightings, precision}, {layer, row}) {
    if (layer === 'event') return monthYear(events.start[row]);
    const told = label(sightings, row, precision[sightings.precision[row]], new Map([[sightings.start[row], 2]]));
    return told ? [told.day, told.hour].filter(Boolean).join(' ') : 'no day';
  };

  const meet = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

  /**
   * Find room for the labels of dots.
   *
   * dots: [{row, x, y}] in CSS pixels of the container; boxes: what is taken; legs: points of chosen ways every few pixels.
   * Gives [{row, x, y, day, hour, dayWidth, box, lead}] and adds their boxes to `boxes`.
   */
  atlas.placeDates = function (c, data, dots, boxes, legs, size) {
    const {sightings} = data, perDay = new Map(), done = [], placed = [];
    for (const {row} of dots) perDay.set(sightings.start[row], (perDay.get(sightings.start[row]) || 0) + 1);
    for (const {row, x, y} of dots) {
      const text = label(sightings, row, data.precision[sightings.precision[row]], perDay);
      if (!text || !text.hour && done.some((other) => other.day === text.day && Math.hypot(other.x - x, other.y - y) < TWIN)) continue;
      done.push({day: text.day, x, y});
      c.font = DAY;
      const dayWidth = c.measureText(text.day).width;
      c.font = HOUR;
      const wide = dayWidth + (text.hour ? c.measureText(text.hour).width + GAP : 0);
      const best = cheapest(x, y, wide, boxes, legs, size);
      if (!best) continue;
      boxes.push(best.box);
      placed.push({row, ...text, dayWidth, ...best});
    }
    return placed;
  };

  function cheapest(x, y, wide, boxes, legs, size) {
    let best = null, least = COST.most;
    for (const [dx, dy, share] of PLACES) {
      const left = x + dx - share * wide, base = y + dy, box = [left - 2, base - RISE, left + wide + 2, base + DROP];
      let cost = Math.hypot(dx, dy) * COST.distance;
      if (boxes.some((other) => meet(box, other))) cost += COST.overlap;
      if (left < 4 || left + wide > size.x - 4 || base < 14 || base > size.y - 8) cost += COST.edge;
      for (let k = 0; k < legs.length && cost < least; k += 2) {
        if (legs[k] > box[0] && legs[k] < box[2] && legs[k + 1] > box[1] && legs[k + 1] < box[3]) cost += COST.leg;
      }
      if (cost >= least) continue;
      least = cost;
      const far = Math.hypot(dx, dy) > FAR;
      best = {x: left, y: base, box, lead: far ? [x + dx * 0.3, y + dy * 0.3 - 1, x + dx * 0.85, y + dy * 0.85 - 3] : null};
    }
    return best;
  }

  /** Write the labels; `strength(row)` fades those outside the dates. The context's unit is the CSS pixel of the container. */
  atlas.drawDates = function (c, placed, colours, strength) {
    c.lineJoin = 'round';
    for (const {row, x, y, day, hour, dayWidth, lead} of placed) {
      c.globalAlpha = strength(row);
      if (lead) {
        c.strokeStyle = colours.ink2; c.lineWidth = 0.8;
        c.beginPath(); c.moveTo(lead[0], lead[1]); c.lineTo(lead[2], lead[3]); c.stroke();
      }
      write(c, DAY, day, x, y, colours.ink, colours.halo);
      if (hour) write(c, HOUR, hour, x + dayWidth + GAP, y, colours.ink2, colours.halo);
    }
    c.globalAlpha = 1;
  };

  function write(c, font, text, x, y, colour, halo) {
    c.font = font;
    c.strokeStyle = halo; c.lineWidth = 4; c.strokeText(text, x, y);
    c.fillStyle = colour; c.fillText(text, x, y);
  }
})(window.atlas);
