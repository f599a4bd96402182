/**
 * Page: all that passes between a map's frame and the page around it, as events on the page's document.
 *
 *   atlas:state    page to map: what is shown, after each run of the page; `document.atlasState` keeps the last one for a map that comes late
 *   atlas:drawn    map to page, once: its events are drawn and on the screen two frames later, or cannot be had; from then on `document.atlasDrawn` is true
 *   atlas:preview  {from, to, by: 'strip' | 'player'}: days shown while somebody drags or plays, without a run of the page
 *   atlas:did      {sel} | {range: [from, to]} | {layers: [names]} | {kinds: [names]} | {follow: '<layer>.<id>'}: what the reader did, for Python
 *
 * A page may hold several maps. The one of the map page has no name; the events of any other, and the state kept for it, end in
 * `-<name>`: `atlas:state-left`, `document['atlasState-left']`. So each hears what is said to it alone.
 *
 * Centre and zoom of the map that has no name go straight into the page's address.
 */
(function (atlas) {
  'use strict';

  const SETTLE_MS = 250;
  const page = window.parent.document;   // st_folium's frame has our own origin
  let ending = '';                       // of all that is said to and by this frame's map

  const say = (name, detail) => page.dispatchEvent(new CustomEvent(`atlas:${name}${ending}`, {detail}));

  /** Tell once that the map has been drawn; what costs time and is not the map waits for it. */
  function sayDrawn(layer) {
    const kept = `atlasDrawn${ending}`;
    layer.once('drawn failed', () => { page[kept] = true; say('drawn'); });
    window.addEventListener('pagehide', () => { delete page[kept]; });
  }

  /** Hear events of the page's document for as long as this frame lives. */
  function hear(ears) {
    for (const [name, ear] of Object.entries(ears)) page.addEventListener(name, ear);
    window.addEventListener('pagehide', () => {
      for (const [name, ear] of Object.entries(ears)) page.removeEventListener(name, ear);
    });
  }

  atlas.page = {
    document: page,
    hear,

    /** Let a layer follow the page for as long as this frame lives; `name` is the map's own, where it has one. */
    listen(layer, name) {
      ending = name ? `-${name}` : '';
      const frame = window.frameElement;
      // The sentence above the map is its text alternative. Said here, for the page may be ready before this frame is.
      const tell = (state) => { if (name) frame?.setAttribute('aria-label', state.label); layer.tell(state); };
      if (!name) frame?.setAttribute('aria-labelledby', 'main');
      hear({
        [`atlas:state${ending}`]: ({detail}) => tell(detail),
        [`atlas:preview${ending}`]: ({detail}) => { if (detail.by !== 'player') layer.preview(detail); },
      });
      sayDrawn(layer);
      const told = page[`atlasState${ending}`];
      if (told) tell(told);
    },

    /** Tell what the reader did; Python writes it into the address. */
    did(detail) { say('did', detail); },

    /** Go to another page of the atlas: as a link of this page would, for a frame may not move the page around it. */
    open(address) {
      const link = page.body.appendChild(page.createElement('a'));
      Object.assign(link, {href: address, target: '_self', hidden: true});
      link.click();
      link.remove();
    },

    /** Tell which days the player shows now. */
    preview(range) { say('preview', {...range, by: 'player'}); },
  };

  /** Writes where the map is into the address of the page, soon after it has moved: at=35.10_131.60_5. */
  atlas.Address = class {
    constructor(map) {
      this.map = map;
      this.timer = 0;
    }

    /** Write where its reader has moved the map. */
    write() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this._put(), SETTLE_MS);
    }

    /** Where the address names a place already, keep it true: the map moved by itself, or a run of the page wrote an older one. */
    follow() { if (this._url().searchParams.has('at')) this.write(); }

    _url() { return new URL(window.parent.location.href); }

    _put() {
      const {lat, lng} = this.map.getCenter().wrap(), {history} = window.parent, address = this._url();
      const at = [lat.toFixed(2), lng.toFixed(2), Number(this.map.getZoom().toFixed(2))].join('_');
      if (address.searchParams.get('at') === at) return;
      address.searchParams.set('at', at);
      address.searchParams.delete('v');
      address.searchParams.set('v', atlas.look.version);   // last, as Python writes it
      history.replaceState(history.state, '', address);
    }
  };

  /** A map beside other things writes no address. */
  atlas.NoAddress = class {
    write() {}
    follow() {}
  };
})(window.atlas);
