/**
 * Site: what every page needs of the browser. `data` is {page: its path, keys: the keys of a view}.
 *
 * Links inside the atlas open without loading everything anew, those of the header under the view that is shown
 * (site_links.js); tables sort and search (site_tables.js). Both listen to the document and hold nothing of the page.
 */
export default function ({parentElement, data}) {
  parentElement.atlasStop ||= listen(parentElement);
  if (parentElement.atlasPage !== undefined && parentElement.atlasPage !== data.page) arrive();
  parentElement.atlasPage = data.page;
  parentElement.atlasKeys = data.keys;
  return () => {
    parentElement.atlasStop();
    delete parentElement.atlasStop;
  };
}

function listen(element) {
  const ears = [linkEars(() => element.atlasKeys), tableEars()].flatMap(Object.entries);
  for (const [name, ear] of ears) document.addEventListener(name, ear);
  return () => {
    for (const [name, ear] of ears) document.removeEventListener(name, ear);
  };
}
