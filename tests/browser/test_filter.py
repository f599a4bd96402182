"""The map's own filter gives the answers of the atlas."""

from collections.abc import Iterator

import pytest
from drawn import draw_views
from playwright.sync_api import Browser

from atlas.catalog import Catalog, default_catalog
from atlas.look import DEFAULT_LAYERS
from atlas.map import columns
from atlas.view import View, layer_bits
from tests.browser.stage import HOST, Stage, files, raise_stage

SHOWN = """(states) => states.map((state) => {
  const visible = new Uint8Array(layer.data.events.count);
  layer.filters.show(atlas.whole(state), visible);
  return [...visible].flatMap((seen, row) => seen ? [row] : []);
})"""


@pytest.fixture(scope="module")
def stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Give the bare page with the real data on it."""
    served = files(tmp_path_factory.mktemp("stage") / "layers")
    served["/columns"] = (columns(default_catalog()), "application/json")
    raised = raise_stage(browser, served, "")
    raised.page.goto(f"{HOST}/")
    raised.tell()
    yield raised
    raised.page.close()


def test_the_browser_shows_the_same_events_as_the_atlas(stage: Stage):
    catalog = default_catalog()
    views = [View.default(catalog), *draw_views(catalog, 400)]
    wanted = [view.mask(catalog.columns).nonzero()[0].tolist() for view in views]
    assert stage.js(SHOWN, [view.map_state(catalog) for view in views]) == wanted
    assert sum(0 < len(rows) < len(catalog.events) for rows in wanted) > 100


def test_what_a_state_leaves_out_is_the_usual(stage: Stage):
    whole = stage.js("atlas.whole({from: 1, to: 2})")
    assert whole["layers"] == layer_bits(DEFAULT_LAYERS)
    assert (whole["sel"], whole["theme"], whole["fit"]) == (None, "light", False)


def each_filter(catalog: Catalog) -> dict[str, View]:
    """Give one view for each filter."""
    links = {
        "kinds": "air-patrol", "states": "both", "series": "joint-sea", "areas": "western-pacific", "ships": "ru-gromkiy-335",
        "passages": "tsushima", "joint": "observed", "confidence": "low", "basis": "bearing-distance",
    }  # fmt: skip
    keys = {one.field: next(iter(one.keys)) for one in View.default(catalog).filters}
    return {field: View.from_query({keys[field]: [value]}, catalog)[0] for field, value in links.items()}


def test_each_filter_leaves_some_events_in_the_browser_as_in_the_atlas(stage: Stage):
    catalog = default_catalog()
    views = each_filter(catalog)
    assert {one.field for one in View.default(catalog).filters} == {"dates", *views}
    shown = stage.js(SHOWN, [view.map_state(catalog) for view in views.values()])
    for (field, view), rows in zip(views.items(), shown, strict=True):
        assert rows == view.mask(catalog.columns).nonzero()[0].tolist(), field
        assert 0 < len(rows) < len(catalog.events), field
