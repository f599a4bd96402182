/**
 * The lettering of the map as atlas/toponyms.py sets it by hand; its tables hold only what stands in them: no id is
 * found that is not there, such as 'constructor'.
 */
(function (atlas) {
  'use strict';

  for (const name of ['major', 'straits', 'zones']) Object.setPrototypeOf(atlas.lettering[name], null);
})(window.atlas);
