"""The parts of Streamlit's script that the page's head names: there, not named twice, and with all that they import."""

import sys
from pathlib import Path

import pytest
import streamlit_folium

from atlas.web.chunks import ELEMENTS, early, frame_scripts, streamlit_files
from atlas.web.pages import dressed


def test_each_element_of_our_pages_is_found_in_this_streamlit_and_asked_for_once():
    page = (streamlit_files() / "index.html").read_text(encoding="utf-8")
    paths = early(page)
    for name in ELEMENTS:
        assert any(Path(path).name.startswith(f"{name}.") for path in paths), name
    assert all((streamlit_files() / path).is_file() for path in paths)
    head = dressed(page, "style.css", {}).partition("</head>")[0]
    assert all(head.count(f'<link rel="modulepreload" href="./{path}">') == 1 for path in paths)
    assert len(set(paths)) == len(paths)


def test_what_a_part_imports_comes_with_it_unless_the_page_names_it_or_it_comes_later(tmp_path: Path):
    folder = tmp_path / "static" / "js"
    folder.mkdir(parents=True)
    (folder / "Html.a.js").write_text(
        'import{t as e}from"./main.b.js";import"./deep.c.js";const f=()=>import("./late.d.js");'
    )
    (folder / "deep.c.js").write_text('import{x}from"./Html.a.js";import y from"./gone.e.js";')
    for name in ("main.b.js", "late.d.js"):
        (folder / name).write_text("")
    assert early('<script src="./static/js/main.b.js">', tmp_path) == ("static/js/Html.a.js", "static/js/deep.c.js")


def test_a_streamlit_that_names_its_parts_otherwise_is_left_to_itself(tmp_path: Path):
    assert early("<html></html>", tmp_path) == ()


def test_the_script_of_the_maps_frame_is_fetched_ahead_under_the_name_that_the_frame_asks_for():
    (path,) = frame_scripts()
    build = Path(streamlit_folium.__file__).parent / "frontend" / "build"
    name = path.removeprefix("component/streamlit_folium.st_folium/")
    assert f'src="./{name}"' in (build / "index.html").read_text(encoding="utf-8")


def test_the_server_is_asked_for_no_script_of_the_maps_frame_that_it_does_not_know_yet(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(sys.modules, "streamlit_folium")
    assert frame_scripts() == ()
