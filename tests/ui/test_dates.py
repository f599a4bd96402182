"""The strip of time: what its script is told."""

import json
from dataclasses import replace
from datetime import date

from atlas.catalog import Catalog
from atlas.ui.dates import told
from atlas.view import View


def test_a_move_of_the_range_or_a_choice_changes_nothing_that_is_sent(tiny: Catalog):
    view = View.default(tiny)
    moved = replace(view, start=date(2021, 1, 1), selection="event.north-2023", centre=(35, 130), zoom=5)
    assert told(tiny, moved) == told(tiny, view)
    assert told(tiny, replace(view, kinds=("transit",))) != told(tiny, view)


def test_the_counts_are_told_by_their_address(tiny: Catalog):
    sent = told(tiny, View.default(tiny))
    assert str(sent["months"]).startswith("/data/months-")
    assert str(told(tiny, View.default(tiny), "/atlas/")["months"]).startswith("/atlas/data/months-")
    assert len(json.dumps(sent)) < 60
