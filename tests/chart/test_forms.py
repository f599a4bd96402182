"""The forms of the charts: whatever they draw from must be in the rows, and every colour is one of the atlas."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from atlas.catalog import default_catalog
from atlas.chart import ROWS, Form, drawn, written
from atlas.chart.forms import FORMS, bars, spans, years
from atlas.look import COLOURS, KINDS
from atlas.ui.timeline import Timeline
from atlas.view import View

REAL = default_catalog()
PAGE = Timeline.of(REAL, View.default(REAL))
CHARTS = (PAGE.years, PAGE.series, *PAGE.sums)


def fields(spec: Any) -> Iterator[str]:
    """Give every field that a Vega-Lite chart reads from its rows."""
    if isinstance(spec, dict):
        yield from (spec[key] for key in ("field",) if isinstance(spec.get(key), str))
        yield from spec.get("groupby", ())
    for inner in spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else ():
        yield from fields(inner)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_every_field_of_a_form_is_in_every_row(chart: Any):
    needed = set(fields(dict(written(chart.form, "light"))))
    assert {"href", "what"} <= needed
    assert all(needed <= row.keys() for row in chart.rows)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_is_that_of_its_theme(form: Form, theme: Any):
    own = {pair[theme == "dark"] for pair in COLOURS.values()}
    own |= {getattr(kind, theme) for kind in KINDS.values()}
    found = set(re.findall(r"#[0-9A-Fa-f]{6}\b", json.dumps(dict(written(form, theme)))))
    assert found
    assert found <= own


@pytest.mark.parametrize(
    ("form", "params"), [(years, {"names": ["a"], "bases": [3]}), (spans, {"first": 1}), (bars, {})]
)
def test_what_is_drawn_is_put_beside_the_form_and_leaves_it_as_it_was(form: Form, params: dict[str, Any]):
    before = json.dumps(dict(written(form, "light")))
    spec = drawn(form, "light", [{"n": 1}], 90, **params)
    assert spec["datasets"] == {ROWS: [{"n": 1}]}
    assert spec["height"] == 90
    told = {one["name"]: one.get("value") for one in spec["params"]}
    assert params.items() <= told.items()
    assert json.dumps(dict(written(form, "light"))) == before


def test_a_form_stands_as_vega_lite_and_altair_agrees():
    for form in FORMS:
        assert written(form, "light")["$schema"].startswith("https://vega.github.io/schema/vega-lite/v")
