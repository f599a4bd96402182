"""A map beside other things: each by a name of its own, told its own state, and Python is asked only where it wants to be."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest


def two_maps() -> None:
    import streamlit as st  # noqa: PLC0415 - AppTest runs the body of this function alone

    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.ui import mapview  # noqa: PLC0415
    from atlas.view import View  # noqa: PLC0415

    world = default_catalog()
    state = View.default(world).map_state(world, fit=True) | {"sel": st.session_state.get("sel")}
    mapview.show_beside("one", state | {"kinds": 4}, 300, label="Flights", together="pair")
    box = {"box": [[30, 120], [40, 130]]}
    mapview.show_beside("two", state | box, 300, label="All", legend=False, on_did=st.session_state.update)


def frames(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(one.proto.json_args) for one in app.get("component_instance")]


def states(app: AppTest) -> dict[str, dict[str, Any]]:
    told = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    return {state["map"]: state for state in told}


@pytest.mark.usefixtures("layers")
def test_each_map_has_its_own_name_state_and_words():
    app = AppTest.from_function(two_maps, default_timeout=30).run()
    assert not app.exception
    one, two = states(app)["one"], states(app)["two"]
    assert (one["kinds"], one["label"], one["heard"]) == (4, "Flights", False)
    assert "kinds" not in two
    assert (two["box"], two["label"], two["heard"]) == ([[30, 120], [40, 130]], "All", True)
    scripts = [frame["script"] for frame in frames(app)]
    assert ['"name": "one"' in script for script in scripts] == [True, False]
    assert ['"together": "pair"' in script for script in scripts] == [True, False]
    assert ['"legend": false' in script for script in scripts] == [False, True]
    assert all('"player": false' in script and '"list": false' in script for script in scripts)
    assert len({frame["key"] for frame in frames(app)}) == 2


@pytest.mark.usefixtures("layers")
def test_a_new_state_makes_no_new_frame():
    app = AppTest.from_function(two_maps, default_timeout=30).run()
    before = frames(app)
    assert states(app)["one"]["sel"] is None
    app.session_state["sel"] = "event.first-flight"
    app.run()
    assert states(app)["one"]["sel"] == "event.first-flight"
    assert frames(app) == before
