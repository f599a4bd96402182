/**
 * Bridge: tells a map's frame what the page shows, and Python what the reader did there (see atlas/map/client/page.js).
 *
 * `data` is the state; of a map with a name also {map: its name, heard: whether Python wants to know what is done there}.
 *
 * Once the address names another page, Python hears nothing more of this one: what a fragment of it asks for would run
 * after the page that comes, and Streamlit would take this off the screen as if the reader had gone back.
 */
const MAP_MS = 4000;
const LINK = '.st-key-detail a[href^="?"]';

export default function ({parentElement, data, setTriggerValue}) {
  const page = parentElement.atlasPage ??= location.pathname;
  const tell = (name, value) => { if (location.pathname === page) setTriggerValue(name, value); };
  parentElement.atlasTell = (did) => tell("did", did);
  const ending = data.map ? `-${data.map}` : "", kept = `atlasState${ending}`;
  if (!parentElement.atlasStop) parentElement.atlasStop = data.map ? listenTo(parentElement, data.heard, ending) : listen(parentElement);
  document[kept] = data;
  document.dispatchEvent(new CustomEvent(`atlas:state${ending}`, {detail: data}));
  if (data.page?.opening && !parentElement.atlasWaits) parentElement.atlasWaits = afterMap(() => tell("drawn", true));
  return () => {
    parentElement.atlasWaits?.();
    parentElement.atlasStop();
    delete document[kept];
  };
}

/** Act once the map is drawn (atlas/map/client/page.js), or when that takes too long. Gives what calls it off. */
function afterMap(act) {
  let timer = 0;
  const off = () => {
    clearTimeout(timer);
    document.removeEventListener("atlas:drawn", go);
  };
  const go = () => { off(); act(); };
  document.addEventListener("atlas:drawn", go);
  if (document.atlasDrawn) go();
  else timer = setTimeout(go, MAP_MS);
  return off;
}

/** Pass on what is done on the map of that ending. Listens once, however often the script is called; uses what its last call was given. */
function listenTo(element, heard, ending = "") {
  const name = `atlas:did${ending}`, did = ({detail}) => element.atlasTell(detail);
  if (heard) document.addEventListener(name, did);
  return () => document.removeEventListener(name, did);
}

/** Of the map page also the links of its panel. */
function listen(element) {
  const deaf = listenTo(element, true);
  // A link inside the panel selects what it names and keeps the filters; opened apart from the page, it shows it among all.
  const follow = (event) => {
    const link = event.target.closest?.(LINK);
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    element.atlasTell({follow: new URLSearchParams(link.getAttribute("href")).get("sel")});
  };
  document.addEventListener("click", follow);
  return () => {
    deaf();
    document.removeEventListener("click", follow);
  };
}
