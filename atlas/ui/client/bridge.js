/**
 * Bridge: tells the map's frame what the page shows, and Python what the reader did there (see atlas/map/client/page.js).
 */
const LINK = '.st-key-detail a[href^="?"]';

export default function ({parentElement, data, setTriggerValue}) {
  parentElement.atlasTell = (did) => setTriggerValue("did", did);
  if (!parentElement.atlasStop) parentElement.atlasStop = listen(parentElement);
  document.atlasState = data;
  document.dispatchEvent(new CustomEvent("atlas:state", {detail: data}));
  return () => {
    parentElement.atlasStop();
    delete document.atlasState;
  };
}

/** Listen once, however often the script is called; the listeners use what its last call was given. */
function listen(element) {
  const did = ({detail}) => element.atlasTell(detail);
  // A link inside the panel selects what it names and keeps the filters; opened apart from the page, it shows it among all.
  const follow = (event) => {
    const link = event.target.closest?.(LINK);
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    element.atlasTell({follow: new URLSearchParams(link.getAttribute("href")).get("sel")});
  };
  document.addEventListener("atlas:did", did);
  document.addEventListener("click", follow);
  return () => {
    document.removeEventListener("atlas:did", did);
    document.removeEventListener("click", follow);
  };
}
