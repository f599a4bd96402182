"""The counts behind the strip of time, as a browser fetches them."""

import json
from dataclasses import replace

import pytest
from web.wire import ask

from atlas.catalog import Catalog
from atlas.view import View
from atlas.view.months import address, by_month, path


@pytest.fixture(scope="session")
def catalog(layers):
    return Catalog.load(layers)


def test_the_counts_of_each_choice_of_filters_are_served_and_kept_for_ever(site, catalog):
    everything = View.default(catalog)
    for view in (everything, replace(everything, kinds=("transit",)), replace(everything, kinds=(), states="CN")):
        answer = ask(f"{site}/{address(catalog, view)}")
        assert answer.status == 200
        assert json.loads(answer.body) == by_month(catalog, view)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert ask(f"{site}/{address(catalog, view)}", If_None_Match=answer.headers["etag"]).status == 304


@pytest.mark.parametrize("query", ["from=2012-04-22&to=2012-04-23", "kind=spaceship&nonsense=1", "%ff&=&&kind", "v=99"])
def test_dates_and_what_cannot_be_read_change_nothing(site, catalog, query):
    assert ask(f"{site}/{path(catalog)}?{query}").body == ask(f"{site}/{path(catalog)}").body


def test_counts_of_other_data_are_not_there(site):
    answer = ask(f"{site}/data/months-000000000000.json")
    assert answer.status == 404
    assert answer.headers["cache-control"] == "no-store"
