/**
 * Page: all that passes between the map's frame and the page around it, as events on the page's document.
 *
 *   atlas:state    page to map: what is shown, after each run of the page; `document.atlasState` keeps the last one for a map that comes late
 *   atlas:preview  {from, to, by: 'strip' | 'player'}: days shown while somebody drags or plays, without a run of the page
 *   atlas:did      {sel} | {range: [from, to]} | {layers: [names]} | {kinds: [names]} | {query}: what the reader did, for Python
 *
 * Centre and zoom go straight into the page's address.
 */
(function (atlas) {
  'use strict';

  const SETTLE_MS = 250;
  const page = window.parent.document;   // st_folium's frame has our own origin

  const say = (name, detail) => page.dispatchEvent(new CustomEvent(`atlas:${name}`, {detail}));

  atlas.page = {
    /** Let a layer follow the page for as long as this frame lives. */
    listen(layer) {
      const ears = {
        'atlas:state': ({detail}) => layer.tell(detail),
        'atlas:preview': ({detail}) => { if (detail.by !== 'player') layer.preview(detail); },
      };
      for (const [name, hear] of Object.entries(ears)) page.addEventListener(name, hear);
      window.addEventListener('pagehide', () => {
        for (const [name, hear] of Object.entries(ears)) page.removeEventListener(name, hear);
      });
      if (page.atlasState) layer.tell(page.atlasState);
    },

    /** Tell what the reader did; Python writes it into the address. */
    did(detail) { say('did', detail); },

    /** Tell which days the player shows now. */
    preview(range) { say('preview', {...range, by: 'player'}); },
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
        const {lat, lng} = this.map.getCenter().wrap(), frame = window.parent;
        const address = new URL(frame.location.href);
        address.searchParams.set('at', [lat.toFixed(2), lng.toFixed(2), Number(this.map.getZoom().toFixed(2))].join('_'));
        frame.history.replaceState(frame.history.state, '', address);
      }, SETTLE_MS);
    }
  };
})(window.atlas);
