/**
 * Room: which parts of the frame are taken, kept as a raster of small cells, so that a name is tested against
 * thousands of marks in a few steps. A cell is free, softly taken (a sea's name: better not), firmly taken (a mark), or covered by a panel.
 */
(function (atlas) {
  'use strict';

  const CELL = 4;                   // CSS pixels
  const SOFT = 1, FIRM = 2, COVERED = 3;

  atlas.Room = class {
    constructor(size) {
      this.width = size.x;
      this.height = size.y;
      this.across = Math.ceil(size.x / CELL);
      this.down = Math.ceil(size.y / CELL);
      this.cells = new Uint8Array(this.across * this.down);
    }

    take(box, how = FIRM) {
      const [x0, y0, x1, y1] = this._cells(box);
      for (let y = y0; y < y1; y++) {
        for (let x = x0; x < x1; x++) if (this.cells[y * this.across + x] < how) this.cells[y * this.across + x] = how;
      }
    }

    takeSoftly(box) {
      this.take(box, SOFT);
    }

    cover(box) {
      this.take(box, COVERED);
    }

    /** Can a letter there be seen at all? */
    seen(box) {
      return this.worst(box) < COVERED;
    }

    /** Is the box inside the frame and clear of what is firmly taken, and, unless `soft`, of the rest too? */
    free(box, soft = false) {
      if (box[0] < 2 || box[1] < 2 || box[2] > this.width - 2 || box[3] > this.height - 2) return false;
      return this.worst(box) < (soft ? FIRM : SOFT);
    }

    worst(box) {
      const [x0, y0, x1, y1] = this._cells(box);
      let worst = 0;
      for (let y = y0; y < y1; y++) {
        for (let x = x0; x < x1; x++) worst = Math.max(worst, this.cells[y * this.across + x]);
      }
      return worst;
    }

    _cells([x0, y0, x1, y1]) {
      return [
        Math.max(0, Math.floor(x0 / CELL)), Math.max(0, Math.floor(y0 / CELL)),
        Math.min(this.across, Math.ceil(x1 / CELL)), Math.min(this.down, Math.ceil(y1 / CELL)),
      ];
    }
  };

  const ruler = document.createElement('canvas').getContext('2d');

  /** Width of a text in CSS pixels; `tracking` is letter-spacing in em. */
  atlas.textWidth = function (text, font, size, tracking = 0) {
    ruler.font = font.replace('{size}', `${size}px`);
    return ruler.measureText(text).width + text.length * tracking * size;
  };

  /**
   * Find the first of several spots [dx, dy, anchor] round a point where a text of this width is free of the rest.
   * First all spots are tried clear of everything, then, with `overSea`, all again with the names of seas under the text.
   */
  atlas.findSpot = function (room, point, width, height, spots, overSea = false) {
    for (const soft of overSea ? [false, true] : [false]) {
      for (const [dx, dy, anchor] of spots) {
        const left = point.x + dx - {start: 0, middle: width / 2, end: width}[anchor];
        const box = [left - 2, point.y + dy - height, left + width + 2, point.y + dy + 3];
        if (room.free(box, soft)) return {x: point.x + dx, y: point.y + dy, anchor, box};
      }
    }
    return null;
  };
})(window.atlas);
