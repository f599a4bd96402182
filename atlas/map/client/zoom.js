/**
 * Zoom: the two buttons, as real buttons with drawn signs and words for a screen reader.
 */
(function (atlas, L) {
  'use strict';

  const SIGNS = {in: 'M8 2.5V13.5M2.5 8H13.5', out: 'M2.5 8H13.5'};

  /** Make a square button of the map with a drawn sign. */
  atlas.iconButton = function (label, path, parent) {
    const button = atlas.html('button', 'map-button', parent);
    button.type = 'button';
    button.title = label;
    button.setAttribute('aria-label', label);
    const icon = atlas.svg('svg', {viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true'}, button);
    atlas.svg('path', {d: path}, icon);
    return button;
  };

  atlas.addZoom = function (layer, map) {
    const control = L.control({position: 'topleft'}), box = atlas.html('div', 'map-bar');
    const nearer = atlas.iconButton('Zoom in', SIGNS.in, box), farther = atlas.iconButton('Zoom out', SIGNS.out, box);
    const step = (event, by) => by * (event.shiftKey ? 2 : 1);
    nearer.addEventListener('click', (event) => map.zoomIn(step(event, 1)));
    farther.addEventListener('click', (event) => map.zoomOut(step(event, 1)));
    const update = () => {
      nearer.setAttribute('aria-disabled', String(map.getZoom() >= map.getMaxZoom()));
      farther.setAttribute('aria-disabled', String(map.getZoom() <= map.getMinZoom()));
    };
    map.on('zoomend zoomlevelschange', update);
    update();
    control.onAdd = () => box;
    atlas.shield(box, layer);
    control.addTo(map);
  };
})(window.atlas, window.L);
