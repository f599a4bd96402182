/** What the reader has opened stays open when the page around it is written anew. */
const opened = new Map();

function keptEars() {
  const note = ({target}) => { if (target.dataset?.keep) opened.set(target.dataset.keep, target.open); };
  return {toggle: note};
}

function reopen(details) {
  details.open = opened.get(details.dataset.keep) ?? details.open;
}
