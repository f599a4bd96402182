/**
 * Card: what lies under the pointer, in words. Text only ever goes in as textContent: titles come from other people's sources.
 */
(function (atlas) {
  'use strict';

  const OFF = 14;

  atlas.Card = class {
    constructor(container) {
      this.container = container;
      this.element = container.appendChild(document.createElement('div'));
      this.element.className = 'event-card';
      this.element.hidden = true;
      this.element.setAttribute('aria-hidden', 'true');
    }

    remove() { this.element.remove(); }

    /** Show lines of text, the first in bold, beside a point of the container; `clear`: how far round it nothing is to be covered. */
    show(lines, point, clear = 0) {
      const text = lines.filter(Boolean);
      this.element.replaceChildren(...text.map((line, k) => Object.assign(document.createElement(k ? 'span' : 'b'), {textContent: line})));
      this.element.hidden = !text.length;
      const {offsetWidth: width, offsetHeight: height} = this.element, {clientWidth, clientHeight} = this.container, off = OFF + clear;
      const right = point.x + off, left = point.x - off - width, beside = right + width <= clientWidth || left >= 0;
      const x = right + width <= clientWidth ? right : left >= 0 || !clear ? Math.max(0, left) : Math.min(Math.max(0, point.x - width / 2), clientWidth - width);
      const y = clear && beside ? point.y - height / 2 : point.y + off + height > clientHeight ? point.y - off - height : point.y + off;
      this.element.style.transform = `translate(${Math.round(x)}px, ${Math.round(Math.min(Math.max(0, y), clientHeight - height))}px)`;
    }

    hide() { this.element.hidden = true; }
  };

  /** When an event took place, in words. */
  atlas.eventDates = (data, i) => atlas.span(data.events.start[i], data.events.end[i], data.precision[data.events.precision[i]]);

  const sightingDate = ({sightings, precision}, i) => !sightings.dated[i] ? 'no date told'
    : atlas.span(sightings.start[i], sightings.end[i], precision[sightings.precision[i]]) + (sightings.time[i] ? `, ${sightings.time[i]}` : '');

  const SURE = ['High confidence', 'Medium confidence', 'Low confidence'];
  const BASIS = {
    'coordinates': 'Coordinates stated', 'bearing-distance': 'Bearing and distance stated', 'place': 'Place named',
    'sea': 'Only the sea named', 'inferred': 'Place inferred',
  };

  /** How many sources stand behind a thing, and whether any is good. */
  const sources = (n, weak) => n === 1 ? weak ? 'One source, and it is weak' : 'One source only' : weak ? `${n} sources, all weak` : `${n} sources`;

  /** What a sighting's point rests on and how far off it may be. */
  function position({sightings, basis}, i) {
    const km = Math.round(sightings.km[i]), rests = BASIS[basis[sightings.basis[i]]];
    return km ? `${rests}, may be off by ${km} km` : rests;
  }

  /** How the way of a leg is known: what is said first, and why. */
  const HOW = {
    told: ['Way told by a source'],
    joined: ['Joined by us', 'Shortest way over water between two sightings'],
    flown: ['Flight, told by a source', 'Points of it are named, no line between them'],
    guessed: ['Flight, joined by us', 'Two sightings, no line between them is known'],
    lost: ['Flight, way not known', 'A straight line would cross land: only its ends are drawn'],
  };
  const wayOf = (legs, row) => legs.gap[row] >= 0 ? 'lost' : legs.air[row] ? legs.told[row] ? 'flown' : 'guessed' : legs.told[row] ? 'told' : 'joined';

  /** The lines of the card for a hit. */
  atlas.words = function (data, hit) {
    const {events, sightings, legs} = data;
    if (hit.layer === 'event') {
      const kind = atlas.look.kinds[events.kind[hit.row]].one;
      return [events.title[hit.row], `${kind} · ${atlas.eventDates(data, hit.row)}`, `${SURE[events.sure[hit.row]]} · ${sources(events.sources[hit.row], events.weak[hit.row])}`];
    }
    if (hit.layer === 'sighting') {
      return [
        sightings.place[hit.row] || 'Sighting', sightingDate(data, hit.row), position(data, hit.row),
        sources(sightings.sources[hit.row], sightings.weak[hit.row]), events.title[sightings.event[hit.row]],
      ];
    }
    if (hit.layer === 'leg') {
      const ends = [legs.from[hit.row], legs.to[hit.row]].map((row) => sightings.place[row]).filter(Boolean);
      if (hit.doubt) return ['Computed place: nobody saw the ships here', `±${Math.round(hit.doubt)} km, between ${ends.join(' and ')}`, events.title[legs.event[hit.row]]];
      return [...HOW[wayOf(legs, hit.row)], ends.join(' to '), legs.km[hit.row] ? `${legs.km[hit.row].toLocaleString('en')} km` : '', events.title[legs.event[hit.row]]];
    }
    return [hit.title, hit.note];
  };
})(window.atlas);
