"""What the page sends for the map: one constant script, a few numbers, no data and no address of others."""

import json

import pytest
import streamlit_folium
from tiny import make_event, write_layers

from atlas.catalog import Catalog
from atlas.map import columns, sea_map, urls

EVIL = "</script><img src=x onerror=alert(1)>`${alert(1)}`"


@pytest.fixture
def sent(monkeypatch):
    """Give a way to see what st_folium would send for a map."""

    def send(sea):
        caught = {}
        monkeypatch.setattr(streamlit_folium, "_component_func", lambda **arguments: caught.update(arguments))
        streamlit_folium.st_folium(sea, key="map", returned_objects=[], render=False)
        return caught

    return send


def test_two_runs_have_the_same_script_and_the_same_key(catalog, sent):
    one, two = (sent(sea_map((35.0, 131.6), 5, catalog=catalog)) for _ in range(2))
    assert (one["script"], one["key"]) == (two["script"], two["key"])


def test_the_key_tells_two_data_sets_apart(catalog, sent, tmp_path):
    other = Catalog.load(write_layers(tmp_path / "layers", make_event("lone", "2020-01-01")))
    centre = (35.0, 131.6)
    assert sent(sea_map(centre, 5, catalog=catalog))["key"] != sent(sea_map(centre, 5, catalog=other))["key"]


def test_the_script_holds_addresses_and_no_data(catalog, sent):
    told = sent(sea_map((35.0, 131.6), 5, catalog=catalog))
    assert len(told["script"]) < 1500
    for event in catalog.events.index:
        assert event not in told["script"]
    for address in (*told["js_links"], *told["css_links"]):
        assert address.startswith("../../assets/")
    assert "http" not in json.dumps([told["script"], told["header"], told["html"], told["js_links"], told["css_links"]])


def test_a_strange_title_is_only_ever_text_in_the_columns(sent, tmp_path):
    strange = Catalog.load(write_layers(tmp_path / "layers", make_event("strange", "2020-01-01", title=EVIL)))
    told = sent(sea_map((35.0, 131.6), 5, catalog=strange))
    assert json.loads(columns(strange))["events"]["title"] == [EVIL]
    assert "onerror" not in json.dumps([told["script"], told["header"], told["html"]])


def test_the_names_of_files_change_with_what_is_in_them(catalog, tmp_path):
    other = Catalog.load(write_layers(tmp_path / "layers", make_event("lone", "2020-01-01")))
    assert urls(catalog) == urls(catalog)
    changed = {key for key, name in urls(other).items() if name != urls(catalog)[key]}
    assert changed == {"columns", "land5", "land1", "landWorld", "seas"}


def test_switches_reach_the_client(catalog, sent):
    assert '"embed": true' in sent(sea_map((35.0, 131.6), 5, catalog=catalog, embed=True))["script"]
