/**
 * Signs: what the legend explains, each drawn into a picture of 30 by 14 as the map draws it, and what it means.
 *
 * [draw, text, class]; of layers that can be switched: {layer, draw, text}, and under the ways how each of them is known.
 */
(function (atlas) {
  'use strict';

  const line = (picture, attributes) => atlas.svg('path', {d: 'M0 7H30', class: 'sign-line', ...attributes}, picture);
  const disc = (picture, cx, r, attributes) => atlas.svg('circle', {cx, cy: 7, r, class: 'sign-fill', ...attributes}, picture);
  const head = (picture, x) => atlas.svg('path', {d: `M${x + 5.5} 7 ${x - 4.5} 2.4 ${x - 2.3} 7 ${x - 4.5} 11.6Z`, class: 'sign-head'}, picture);
  const band = (picture, from, to) => {
    line(picture, {d: `M${from} 7H${to}`, class: 'sign-line sign-band'});
    line(picture, {d: `M${from} 7H${to}`, 'stroke-width': 1.4, 'stroke-dasharray': '2 4'});
  };
  const symbol = (picture, id, transform, look) => {
    const {path} = atlas.look.kinds.find((one) => one.id === id);
    return atlas.svg('path', {d: path, 'fill-rule': 'evenodd', transform, class: look}, picture);
  };

  atlas.signs = {
    always: [
      [(p) => {
        symbol(p, 'transit', 'translate(.5 .5) scale(.81)', 'sign-fill');
        symbol(p, 'transit', 'translate(16.5 .5) scale(.81)', 'sign-hollow');
      }, 'Hollow: low confidence'],
      [(p) => {
        disc(p, 5, 4.3);
        disc(p, 15, 3.4, {class: 'sign-ring'});
        disc(p, 25, 3.4, {class: 'sign-ring', 'stroke-dasharray': '4.3 2.8', transform: 'rotate(-53 25 7)'});
      }, 'Sources: several, one, only weak'],
      [(p) => ['', '3 2.4', '.9 2.2'].forEach((dash, k) => disc(p, 5 + 10 * k, 4, {class: 'sign-circle', 'stroke-dasharray': dash})),
        'Somewhere in here: told, inferred, only a sea'],
      [(p) => {
        disc(p, 7, 6, {class: 'sign-disc'});
        symbol(p, 'transit', 'translate(3 3) scale(.5)', 'sign-fill');
        disc(p, 23, 4, {opacity: 0.25});
      }, 'Chosen; pale: others, other days'],
      [(p) => {
        line(p, {d: 'M9 4 27 12', 'stroke-width': 0.8});
        symbol(p, 'transit', 'translate(1 -1.500) scale(.75)', 'sign-fill');
      }, 'Moved aside: line to its place'],
      [(p) => {
        disc(p, 15, 6.2, {class: 'sign-hollow', 'stroke-dasharray': '2.4 1.8'});
        symbol(p, 'naval-patrol', 'translate(11 3) scale(.5)', 'sign-fill');
      }, 'Computed, not seen; doubt grows 150 km a day or more, over 400 km not drawn. No flights', 'only-playing'],
    ],
    ways: [
      [(p) => { line(p); head(p, 16); }, 'Told by a source'],
      [(p) => { line(p, {'stroke-dasharray': '6 4'}); head(p, 16); }, 'Joined by us, over water'],
      [(p) => { band(p, 0, 30); head(p, 16); }, 'Flight: no line is known'],
      [(p) => { band(p, 0, 10); band(p, 30, 20); }, 'Flight over land: way not known'],
    ],
    layers: {
      places: (p) => atlas.svg('rect', {x: 8.4, y: 4.4, width: 5.2, height: 5.2, class: 'place'}, p),
      straits: (p) => atlas.svg('path', {d: 'M4 11.500 18 2.500', class: 'gate'}, p),
      zones: (p) => atlas.svg('path', {d: 'M1 11H11V3H21', class: 'zone'}, p),
      seas: (p) => atlas.svg('text', {x: 11, y: 11, class: 'sign-sea'}, p, 'Sea'),
      sightings: (p) => { disc(p, 11, 6.4, {class: 'sign-circle'}); disc(p, 11, 2.6); },
      grid: (p) => atlas.svg('path', {d: 'M0 4.500H22M0 10.500H22M6 0V14M16 0V14', class: 'sign-grid'}, p),
    },
  };
})(window.atlas);
