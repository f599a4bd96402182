/**
 * Tell: from the map to the page. A choice goes to Python at once; centre and zoom go into the address without a script run.
 */
(function (atlas) {
  'use strict';

  const SETTLE_MS = 250;
  let sent = 0;

  /**
   * Hand values to Python: st_folium returns them as last_active_drawing.properties.
   *
   * Its own way waits 250 ms. We send at once and note in its memory what was sent, so that its later call finds nothing
   * new; where its insides are not as known, its own way is taken. `count` makes a second click on the same thing count.
   */
  atlas.tellPython = function (properties, layer, latlng) {
    const drawing = {type: 'Feature', properties: {...properties, count: ++sent}, geometry: null};
    const memory = window.__GLOBAL_DATA__, streamlit = window.Streamlit;
    if (!memory || !streamlit || !streamlit.setComponentValue) {
      layer.fire('click', {latlng, layer: {toGeoJSON: () => drawing}});
      return;
    }
    memory.last_active_drawing = drawing;
    memory.previous_data = {last_active_drawing: drawing};
    streamlit.setComponentValue(memory.previous_data);
  };

  /** Write where the map is into the address of the page, soon after its reader has moved it: at=35.10_131.60_5. */
  atlas.Address = class {
    constructor(map) {
      this.map = map;
      this.timer = 0;
    }

    write() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        const {lat, lng} = this.map.getCenter().wrap(), page = window.parent;
        const address = new URL(page.location.href);
        address.searchParams.set('at', [lat.toFixed(2), lng.toFixed(2), Number(this.map.getZoom().toFixed(2))].join('_'));
        page.history.replaceState(page.history.state, '', address);
      }, SETTLE_MS);
    }
  };
})(window.atlas);
