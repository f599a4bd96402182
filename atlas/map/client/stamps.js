/**
 * Stamps: symbols as lists of pixels, pressed into one image buffer.
 *
 * Writing numbers is some fifteen times as fast as drawImage where the browser draws without a GPU, and as fast with one.
 * The buffer is filled from the front to the back, so a symbol that is covered already costs a few looks and no writing.
 */
(function (atlas) {
  'use strict';

  const BOX = 16, CASING = 2.6, RIM = 1.6, OPAQUE = 250;

  /** Draw the symbol of a kind round the origin of a context, `size` wide, in its casing; hollow where confidence is low. */
  atlas.drawSymbol = function (c, kind, size, colours, hollow) {
    const path = new Path2D(atlas.look.kinds[kind].path), colour = colours.kinds[kind];
    c.save();
    c.scale(size / BOX, size / BOX);
    c.translate(-BOX / 2, -BOX / 2);
    c.lineJoin = 'round';
    c.strokeStyle = colours.halo;
    c.lineWidth = hollow ? CASING + RIM : CASING;
    c.stroke(path);
    c.fillStyle = hollow ? colours.halo : colour;
    c.fill(path, 'evenodd');
    if (hollow) { c.strokeStyle = colour; c.lineWidth = RIM; c.stroke(path); }
    c.restore();
  };

  /** The image buffer of one surface, and the stamps made for its size, theme and symbol size. */
  atlas.Stamps = class {
    /** Make ready for a frame: an empty buffer, and stamps that fit it. */
    begin(surface, size, colours) {
      const {width, height, ratio} = surface;
      if (!this.image || this.image.width !== width || this.image.height !== height) {
        this.image = new ImageData(width, height);
        this.pixels = new Int32Array(this.image.data.buffer);
        this.sheet = Object.assign(document.createElement('canvas'), {width, height}).getContext('2d', {willReadFrequently: true});
        this.made = null;
      } else this.pixels.fill(0);
      if (this.made && this.size === size && this.ratio === ratio && this.colours === colours) return;
      Object.assign(this, {size, ratio, colours, width, height, made: new Map()});
    }

    /** The stamp that `draw(context)` makes round the origin, within `half` CSS pixels; made once per key. */
    stamp(key, half, draw) {
      const known = this.made.get(key);
      if (known) return known;
      const reach = Math.ceil(half * this.ratio), side = 2 * reach + 1;
      const c = Object.assign(document.createElement('canvas'), {width: side, height: side}).getContext('2d', {willReadFrequently: true});
      c.translate(reach + 0.5, reach + 0.5);
      c.scale(this.ratio, this.ratio);
      draw(c);
      const drawn = new Int32Array(c.getImageData(0, 0, side, side).data.buffer), used = [...drawn.keys()].filter((i) => drawn[i] >>> 24);
      const offset = (i) => (Math.floor(i / side) - reach) * this.width + i % side - reach, arm = Math.round(this.size * this.ratio * 0.35);
      const stamp = {
        reach, offsets: Int32Array.from(used, offset), colours: Int32Array.from(used, (i) => drawn[i]),
        probes: [0, -arm * this.width, arm * this.width, -arm, arm],
      };
      this.made.set(key, stamp);
      return stamp;
    }

    /** The stamp of an event's mark. */
    mark(kind, hollow) {
      return this.stamp(`${kind} ${hollow}`, this.size / 2 + CASING, (c) => atlas.drawSymbol(c, kind, this.size, this.colours, hollow));
    }

    /** Lay a stamp under what the buffer holds at a device pixel; what lies at the very edge, in the padding, is left out. */
    press(x, y, stamp) {
      const {pixels, width, height} = this, {reach, probes, offsets, colours} = stamp;
      x = Math.round(x); y = Math.round(y);
      if (!(x >= reach && y >= reach && x < width - reach && y < height - reach)) return;
      const at = y * width + x;
      let k = 0;
      while (k < probes.length && pixels[at + probes[k]] >>> 24 > OPAQUE) k++;
      if (k === probes.length) return;
      for (k = 0; k < offsets.length; k++) {
        const place = at + offsets[k], over = pixels[place], opacity = over >>> 24;
        if (opacity === 0) pixels[place] = colours[k];
        else if (opacity <= OPAQUE) pixels[place] = under(over, opacity, colours[k]);
      }
    }

    /** Put what was pressed on a canvas. */
    flush(context) {
      this.sheet.putImageData(this.image, 0, 0);
      context.drawImage(this.sheet.canvas, 0, 0);
    }
  };

  /** One pixel laid under another that is partly clear; red and blue share a multiplication. */
  function under(over, opacity, below) {
    const share = opacity + 1, rest = 256 - share;
    const redBlue = (Math.imul(over & 0xff00ff, share) + Math.imul(below & 0xff00ff, rest)) >>> 8 & 0xff00ff;
    const green = Math.imul(over >>> 8 & 255, share) + Math.imul(below >>> 8 & 255, rest) & 0xff00;
    return opacity + ((255 - opacity) * (below >>> 24) >> 8) << 24 | green | redBlue;
  }
})(window.atlas);
