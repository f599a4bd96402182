"""The keys of a link: every field of a view has one, and every key is told with an example that can be read."""

from dataclasses import fields

import pytest

from atlas.catalog import default_catalog
from atlas.view import View
from atlas.view.keys import FILTERS, KEYS, link_table
from tools.server import ROOT


@pytest.mark.parametrize("key", KEYS)
def test_the_example_of_a_key_can_be_read_and_stays_as_it_is(key: str):
    view, notices = View.from_query({key: [KEYS[key].example]}, default_catalog())
    assert notices == []
    assert view.to_query() == ({} if key == "v" else {key: KEYS[key].example, "v": "1"})


def test_every_field_of_a_view_has_a_key():
    field_of = {one.field: one for one in FILTERS}
    beside = {
        "span": "",
        "start": "from",
        "end": "to",
        "layers": "show",
        "selection": "sel",
        "centre": "at",
        "zoom": "at",
    }
    for field in fields(View):
        assert field.name in field_of or beside[field.name] in {"", *KEYS}
    assert {key for one in FILTERS for key in one.keys} | {"show", "sel", "at", "v"} == set(KEYS)


def test_the_docs_hold_the_table_of_keys_as_it_is():
    assert link_table() in (ROOT / "docs" / "links.md").read_text(encoding="utf-8")
