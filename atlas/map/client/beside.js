/**
 * Beside: a map among the other things of a page that scrolls, ours or one that embeds it. It does not catch the page's wheel or the finger that scrolls it.
 *
 * The wheel zooms while Ctrl or Cmd is held, or once the map has been pressed and until the pointer leaves it; on a screen that
 * is touched, two fingers move and zoom it.
 */
(function (atlas) {
  'use strict';

  const HINT_MS = 1200;

  atlas.beside = function (map) {
    const {scrollWheelZoom: wheel} = map;
    let pressed = false;
    const heed = (event) => { if (pressed || event.ctrlKey || event.metaKey) wheel.enable(); else wheel.disable(); };
    map.getContainer().classList.add('is-beside');
    wheel.disable();
    window.addEventListener('wheel', heed, {capture: true, passive: true});
    window.addEventListener('mousedown', () => { pressed = true; }, true);
    document.documentElement.addEventListener('mouseleave', () => { pressed = false; });
    if (!window.matchMedia('(pointer: coarse)').matches) return;
    map.dragging.disable();
    tellOfFingers(map);
  };

  /** Say how the map is moved to whoever strokes it with one finger and scrolls the page by that. */
  function tellOfFingers(map) {
    const hint = atlas.html('p', 'beside-hint', map.getContainer(), 'Two fingers move the map');
    let timer = 0;
    hint.hidden = true;
    map.getContainer().addEventListener('touchmove', ({touches}) => {
      hint.hidden = touches.length !== 1;
      clearTimeout(timer);
      timer = setTimeout(() => { hint.hidden = true; }, HINT_MS);
    }, {passive: true});
  }
})(window.atlas);
