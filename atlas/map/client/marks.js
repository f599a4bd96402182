/**
 * Marks: one symbol an event, where it took place; few are pushed apart, many are stamped where they are.
 */
(function (atlas) {
  'use strict';

  const FEW = 400;                                    // so many shown are still pushed apart
  const CROWD = 5000, CLOSE = 7, SMALL = 9;           // with so many loaded symbols are small until one has zoomed in
  const APART = {wide: 19.5, phone: 15.5}, SIZE = {wide: 17, phone: 14}, LEAD = 7;
  const LOW = 2;                                      // place of 'low' among the words of confidence

  /** Size of a symbol in CSS pixels: by how many are loaded, not shown, lest it change under a moving slider. */
  atlas.markSize = (data, zoom, phone) => data.events.count > CROWD && zoom < CLOSE ? SMALL : phone ? SIZE.phone : SIZE.wide;

  /**
   * Where marks are drawn at a zoom: {x, y} in world units, `moved` true where they may lie beside their true places.
   * An event that cannot be placed keeps NaN.
   */
  atlas.placeMarks = function (data, visible, pixels, phone) {
    const {x, y} = data.events, rows = [];
    for (let i = 0; i < visible.length && rows.length <= FEW; i++) if (visible[i] && x[i] === x[i]) rows.push(i);
    if (rows.length > FEW) return {x, y, moved: false};
    const px = Float64Array.from(rows, (i) => x[i] * pixels), py = Float64Array.from(rows, (i) => y[i] * pixels);
    atlas.spread(px, py, phone ? APART.phone : APART.wide);
    const places = {x: x.slice(), y: y.slice(), rows, moved: true};
    rows.forEach((row, k) => { places.x[row] = px[k] / pixels; places.y[row] = py[k] / pixels; });
    return places;
  };

  /** Press the marks of the events shown, the latest in front; `skip` is the event that is drawn otherwise. */
  atlas.pressMarks = function (view, data, visible, places, stamps, skip) {
    const {kind, sure} = data.events, {x, y} = places;
    const [full, hollow] = [false, true].map((low) => atlas.look.kinds.map((_, k) => stamps.mark(k, low)));
    for (let i = visible.length - 1; i >= 0; i--) {
      if (visible[i] && i !== skip && x[i] === x[i]) stamps.press(view.x(x[i]), view.y(y[i]), (sure[i] === LOW ? hollow : full)[kind[i]]);
    }
  };

  /** A hairline from each mark that was pushed far to its true place. */
  atlas.drawLeads = function (view, c, data, visible, places, colours, skip) {
    if (!places.moved) return;
    c.beginPath();
    for (const i of places.rows) {
      const x = view.x(places.x[i]), y = view.y(places.y[i]), trueX = view.x(data.events.x[i]), trueY = view.y(data.events.y[i]);
      if (!visible[i] || i === skip || Math.hypot(x - trueX, y - trueY) <= LEAD * view.ratio) continue;
      c.moveTo(x, y);
      c.lineTo(trueX, trueY);
    }
    c.strokeStyle = colours.ink3;
    c.globalAlpha = 0.6;
    c.lineWidth = 0.8 * view.ratio;
    c.stroke();
    c.globalAlpha = 1;
  };
})(window.atlas);
