"""The client is one script and one style sheet, made of every file of its folder."""

import json
import re
from xml.etree import ElementTree as ET

from atlas import look, signs, toponyms
from atlas.map.bundle import CLIENT, bundle, fingerprint, script_name, stylesheet, stylesheet_name
from atlas.view.query import VERSION

SCRIPTS = {file.stem: file.read_text(encoding="utf-8") for file in CLIENT.glob("*.js")}


def test_every_file_is_in_the_bundle_once_columns_first_and_start_last():
    script = bundle().decode()
    places = {name: script.index(text) for name, text in SCRIPTS.items()}
    assert all(script.count(text) == 1 for text in SCRIPTS.values())
    assert min(places, key=lambda name: places[name]) == "columns"
    assert max(places, key=lambda name: places[name]) == "start"


def test_leaflet_comes_first_and_then_the_look():
    library, _, rest = bundle().decode().partition("window.atlas = {look: ")
    assert "leafletjs.com" in library
    head = "window.atlas = {look: " + rest.split("\n", 1)[0]
    looks, _, names = head.removeprefix("window.atlas = {look: ").removesuffix("};").partition(", lettering: ")
    told = json.loads(looks)
    assert [kind["id"] for kind in told["kinds"]] == list(look.KINDS)
    assert [layer["id"] for layer in told["layers"]] == list(look.LAYERS)
    assert [layer["id"] for layer in told["layers"] if layer["on"]] == list(look.DEFAULT_LAYERS)
    assert told["version"] == VERSION
    assert json.loads(names) == json.loads(json.dumps(toponyms.lettering()))


def test_legend_and_pages_draw_the_same_signs():
    told = json.loads(bundle().decode().partition("window.atlas = {look: ")[2].partition(", lettering: ")[0])
    groups = {"marks": signs.MARKS, "ways": signs.WAYS, "layers": signs.LAYERS}
    drawn = {sign["id"]: sign for group in groups for sign in told["signs"][group]}
    assert list(drawn) == list(signs.ALL)
    assert [sign.id for sign in signs.LAYERS if sign.id not in look.LAYERS] == []
    known = set(re.findall(r"\.(sign-\w+) ", signs.STYLE))
    for name, sign in signs.ALL.items():
        picture = ET.fromstring(signs.sign_svg(sign))  # noqa: S314 - our own
        shapes = [shape for shape in picture if not shape.tag.endswith("style")]
        assert [shape.get("class") for shape in shapes] == [row[1]["class"] for row in drawn[name]["drawn"]]
        assert {word for shape in shapes for word in shape.get("class", "").split()} <= known
        assert set(re.findall(r"var\((--\w+)\)", signs.STYLE)) == set(re.findall(r"(--\w+):", picture.get("style", "")))
    assert signs.STYLE in stylesheet().decode()


def test_names_follow_the_content():
    assert script_name() == f"atlas-{fingerprint(bundle())}.js"
    assert stylesheet_name() == f"map-{fingerprint(stylesheet())}.css"
    assert fingerprint(b"a") != fingerprint(b"b")


def test_the_client_writes_text_never_markup_and_asks_no_other_host():
    for name, text in SCRIPTS.items():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text), (
            name
        )
        assert set(re.findall(r"https?://[^'\"\s]+", text)) <= {"http://www.w3.org/2000/svg"}, name


def test_no_two_files_give_the_same_name_to_the_atlas():
    given = [name for text in SCRIPTS.values() for name in re.findall(r"\batlas\.(\w+) = ", text)]
    assert sorted(given) == sorted(set(given))


def test_every_colour_of_the_look_is_in_the_style_sheet():
    sheet = stylesheet().decode()
    for name in (*look.COLOURS, *look.KINDS):
        assert f"--{name}:light-dark(" in sheet
