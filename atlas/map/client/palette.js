/**
 * Palette: the colours of `atlas.look` for one theme, as a canvas needs them.
 *
 * They come with the script, not from the style sheet: st_folium adds that one behind the scripts, and what is drawn
 * before it has come would be drawn in black.
 */
(function (atlas) {
  'use strict';

  atlas.palette = function (theme) {
    const which = theme === 'dark' ? 1 : 0, {colours, kinds} = atlas.look;
    return {...Object.fromEntries(Object.entries(colours).map(([token, pair]) => [token, pair[which]])), kinds: kinds.map((kind) => kind.colours[which])};
  };

  /** A colour (#rrggbb) and an alpha of 0 to 1 as a pixel of ImageData holds them (little-endian: alpha, blue, green, red). */
  atlas.pixel = function (colour, alpha) {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    return (Math.round(alpha * 255) << 24) | (blue << 16) | (green << 8) | red;
  };
})(window.atlas);
