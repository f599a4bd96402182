/**
 * Chosen: the story of one event, drawn over the others on a canvas of its own, so that choosing costs one frame at any size.
 */
(function (atlas) {
  'use strict';

  const STEP = 7, DOT_BOX = 6;
  const DISC = {radius: 14, ring: 2, symbol: 16.8, off: 17, margin: 40, box: 15.5};
  const BUTTONS = '.leaflet-control:not(details)';   // the legend gives way to the story, the buttons do not
  const CORNERS = [[-1, -1], [1, -1], [-1, 1], [1, 1]];

  function rowsOf(table, event) {
    const found = [];
    for (let row = table.event.indexOf(event); row >= 0; row = table.event.indexOf(event, row + 1)) found.push(row);
    return found;
  }

  /** Which sightings (that can be drawn) and legs an event has, in the order of its record. */
  atlas.storyOf = function (data, event, withLegs) {
    const sightings = rowsOf(data.sightings, event).filter((row) => atlas.drawable(data.sightings, row));
    return {event, sightings, legs: withLegs ? rowsOf(data.legs, event) : []};
  };

  /**
   * Draw a story; gives what it takes up: {boxes, dots, legPoints} in CSS pixels of the container.
   *
   * selected: what atlas.find made of the selection, so that one sighting or leg of the story stands out; preview: only
   * the days have changed since the story was drawn last, so that disc and dates stay where they are.
   */
  atlas.drawChosen = function (surface, c, data, story, state, colours, selected, preview) {
    const kind = data.events.kind[story.event], colour = colours.kinds[kind], taken = preview ? story.taken : {boxes: [], dots: [], legPoints: []};
    const strength = (row) => atlas.strength(data.sightings, row, state);
    const isSelected = (layer, row) => selected && selected.layer === layer && selected.row === row;
    const pickedLeg = selected && selected.layer === 'leg' ? selected.row : -1;
    surface.copies((view) => {
      atlas.drawCircles(view, c, data, story.sightings, state, colours);
      atlas.drawChosenLegs(view, c, data.legs, story.legs, state, colour, colours, pickedLeg);
      if (!preview) for (const leg of story.legs) for (const line of atlas.legLines(view, data.legs, leg)) pointsAlong(surface, line, taken.legPoints);
      for (const row of story.sightings) {
        const x = view.x(data.sightings.x[row]), y = view.y(data.sightings.y[row]);
        if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
        atlas.drawDot(c, view.ratio, x, y, atlas.backing(data.sightings, row), strength(row), colour, colours, isSelected('sighting', row));
        if (!preview) taken.dots.push({row, ...surface.toContainer(x, y)});
      }
    });
    if (!preview) for (const {x, y} of taken.dots) taken.boxes.push([x - DOT_BOX, y - DOT_BOX, x + DOT_BOX, y + DOT_BOX]);
    if (!preview) taken.origin = surface.toContainer(0, 0);
    inContainer(surface, c, taken.origin, (size) => {
      if (!preview) layOut(surface, c, data, taken, size);
      if (taken.disc) drawDisc(c, taken.disc, kind, colour, colours);
      atlas.drawDates(c, taken.dates, colours, strength);
    });
    return taken;
  };

  /** Find room for the disc and the dates of a story whose dots and ways are drawn. */
  function layOut(surface, c, data, taken, size) {
    const disc = taken.disc = placeDisc(taken, size);
    if (disc) taken.boxes.push([disc.x - DISC.box, disc.y - DISC.box, disc.x + DISC.box, disc.y + DISC.box]);
    const boxes = taken.boxes.concat(atlas.controlBoxes(surface.map, BUTTONS));
    taken.dates = atlas.placeDates(c, data, taken.dots, boxes, taken.legPoints, size);
    taken.boxes.push(...taken.dates.map(({box}) => box));
  }

  /** Draw with the container's CSS pixels as unit; `origin` is where the canvas began when the story was laid out. */
  function inContainer(surface, c, origin, draw) {
    c.save();
    c.scale(surface.ratio, surface.ratio);
    c.translate(-origin.x, -origin.y);
    draw(surface.map.getSize());
    c.restore();
  }

  /** Points of a line every few pixels, as far as they are on the canvas, added to a flat list in CSS pixels. */
  function pointsAlong(surface, line, points) {
    for (let k = 2; k < line.length; k += 2) {
      const dx = line[k] - line[k - 2], dy = line[k + 1] - line[k - 1];
      const steps = Math.max(1, Math.round(Math.hypot(dx, dy) / STEP / surface.ratio));
      if (Math.max(line[k], line[k - 2]) < 0 || Math.min(line[k], line[k - 2]) > surface.width) continue;
      for (let s = 0; s < steps; s++) {
        const x = line[k - 2] + dx * s / steps, y = line[k - 1] + dy * s / steps;
        if (x < 0 || y < 0 || x > surface.width || y > surface.height) continue;
        const point = surface.toContainer(x, y);
        points.push(point.x, point.y);
      }
    }
  }

  /** Beside the first dot well inside the frame, at the corner that covers least; null where no dot is in sight. */
  function placeDisc({dots, legPoints}, size) {
    const {margin, off, box} = DISC, seen = dots.filter(({x, y}) => x > margin && y > margin && x < size.x - margin / 2 && y < size.y - margin / 2);
    const near = seen[0] || dots[0];
    if (!near) return null;
    let best = null, least = Infinity;
    for (const [right, down] of CORNERS) {
      const x = near.x + right * off, y = near.y + down * off, within = (px, py) => Math.abs(px - x) < box + 3 && Math.abs(py - y) < box + 3;
      let cost = x < box || y < box || x > size.x - box || y > size.y - box ? 1000 : 0;
      for (const dot of dots) if (dot !== near && within(dot.x, dot.y)) cost += 10;
      for (let k = 0; k < legPoints.length; k += 2) if (within(legPoints[k], legPoints[k + 1])) cost += 1;
      if (cost < least) { least = cost; best = {x, y}; }
    }
    return best;
  }

  function drawDisc(c, {x, y}, kind, colour, colours) {
    c.save();
    c.translate(x, y);
    c.shadowColor = 'rgba(0, 0, 0, 0.3)'; c.shadowBlur = 3; c.shadowOffsetY = 1;
    c.beginPath();
    c.arc(0, 0, DISC.radius, 0, 2 * Math.PI);
    c.fillStyle = colours.paper; c.fill();
    c.shadowColor = 'transparent';
    c.strokeStyle = colour; c.lineWidth = DISC.ring; c.stroke();
    atlas.drawSymbol(c, kind, DISC.symbol, {...colours, halo: colours.paper}, false);
    c.restore();
  }
})(window.atlas);
