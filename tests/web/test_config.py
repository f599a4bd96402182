"""Streamlit's settings: the colours of the look, nothing sent outside, nothing shown that is not for readers."""

import tomllib
from pathlib import Path

import pytest

from atlas.look import COLOURS

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
USED = {
    "primaryColor": "accent",
    "backgroundColor": "paper",
    "secondaryBackgroundColor": "paper2",
    "textColor": "ink",
    "borderColor": "rule",
    "linkColor": "accent",
}


@pytest.mark.parametrize(("theme", "place"), [("light", 0), ("dark", 1)])
def test_the_colours_are_those_of_the_look(theme, place):
    assert CONFIG["theme"][theme] == {name: COLOURS[token][place] for name, token in USED.items()}


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("browser", "gatherUsageStats", False),
        ("logger", "hideWelcomeMessage", True),
        ("runner", "postScriptGC", False),
        ("runner", "magicEnabled", False),
        ("client", "showErrorDetails", "none"),
        ("server", "enableStaticServing", False),
        ("server", "fileWatcherType", "none"),
    ],
)
def test_a_setting_the_atlas_rests_on_is_there(section, name, value):
    assert CONFIG[section][name] == value
