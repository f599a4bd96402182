/**
 * Palette: the colours of the page's tokens as a canvas needs them, read once per theme.
 *
 * The tokens are `light-dark(...)` pairs; only a computed colour says which of the two counts, so a probe element wears each.
 */
(function (atlas) {
  'use strict';

  const TOKENS = ['ink', 'ink2', 'ink3', 'halo', 'paper', 'accent', 'sea', 'land', 'coast', 'shore', 'grid'];

  atlas.palette = function (container) {
    const probe = container.appendChild(document.createElement('i'));
    const read = (token) => { probe.style.color = `var(--${token})`; return getComputedStyle(probe).color; };
    const colours = Object.fromEntries(TOKENS.map((token) => [token, read(token)]));
    colours.kinds = atlas.look.kinds.map((kind) => read(kind.id));
    probe.remove();
    return colours;
  };

  /** A computed colour and an alpha of 0 to 1 as a pixel of ImageData holds them (little-endian: alpha, blue, green, red). */
  atlas.pixel = function (colour, alpha) {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
    return (Math.round(alpha * 255) << 24) | (blue << 16) | (green << 8) | red;
  };
})(window.atlas);
