/**
 * Together: maps of one page that show the same part of the earth, frame by frame and without a run of the page.
 *
 * The one under the reader's hand leads, before that the one that is fitted; it says on the page's document where it is:
 *
 *   atlas:together-<group>  {by: name of the map, centre: [lat, lng], zoom, animate: whether that is where a zoom leads, ended: bool}
 *
 * `document['atlasTogether-<group>']` keeps the last one, for a map that comes late. Of a group one map alone may be told to fit.
 */
(function (atlas, L) {
  'use strict';

  const HANDS = ['pointerdown', 'wheel', 'keydown', 'touchstart'];

  atlas.Together = class {
    constructor(map, {name, together}) {
      Object.assign(this, {map, name, event: `atlas:together-${together}`, slot: `atlasTogether-${together}`, pans: false});
      const {page} = atlas, kept = page.document[this.slot];
      this.leads = !kept;
      page.hear({[this.event]: ({detail}) => { if (detail.by !== name) this._hear(detail); }});
      for (const hand of HANDS) window.addEventListener(hand, () => { this.leads = true; }, {capture: true, passive: true});
      map.on('zoomanim', ({center, zoom}) => this._say(center, zoom, true));
      map.on('move', () => this._say(map.getCenter(), map.getZoom(), false));
      map.on('moveend', () => this._say(map.getCenter(), map.getZoom(), false, true));
      window.addEventListener('pagehide', () => { delete page.document[this.slot]; });
      if (kept) this._follow({...kept, animate: false, ended: true});
    }

    _say({lat, lng}, zoom, animate, ended = false) {
      const {leads, name, event, slot} = this, {document} = atlas.page;
      if (!leads) return;
      const detail = document[slot] = {by: name, centre: [lat, lng], zoom, animate, ended};
      document.dispatchEvent(new CustomEvent(event, {detail}));
    }

    _hear(detail) {
      const {leads} = this;
      this.leads = false;                       // first: what stops the map moves it
      if (leads) this.map.stop();
      this._follow(detail);
    }

    /** Be where the leading map is. A pan only shifts the map, as Leaflet's own drag does, and draws when it has ended. */
    _follow({centre, zoom, animate, ended}) {
      const {map} = this;
      if (animate || zoom !== map.getZoom()) return map.setView(centre, zoom, {animate});
      const off = map.project(centre, zoom).subtract(map.project(map.getCenter(), zoom)).round();
      if (off.x || off.y) {
        if (!this.pans) map.fire('movestart');
        this.pans = true;
        map._rawPanBy(off);
        map.fire('move');
      }
      if (ended && this.pans) map.fire('moveend');
      this.pans = this.pans && !ended;
      return map;
    }
  };
})(window.atlas, window.L);
