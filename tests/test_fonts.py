"""The fonts: what is cut, that it can be told beforehand, and what happens where it cannot be cut."""

import os
import re
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from atlas import fonts
from atlas.lettering import FACES, PRINT_FACES, font_css

FACE = {face.name: face for face in FACES}


@pytest.fixture(scope="session")
def cuts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fonts")
    fonts.make([FACE["sans-cyrillic"], FACE["serif-cyrillic"]], folder)
    return folder


def test_a_cut_holds_its_characters_and_keeps_the_weights(cuts):
    with TTFont(cuts / FACE["sans-cyrillic"].file_name) as font:
        assert set(font.getBestCmap()) <= set(FACE["sans-cyrillic"].code_points())
        assert {ord(sign) for sign in "Владивосток№"} <= set(font.getBestCmap())
        assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 400, 700)]


def test_a_face_drawn_for_one_size_has_no_axis_of_size_left(cuts):
    with TTFont(cuts / FACE["serif-cyrillic"].file_name) as font:
        assert [axis.axisTag for axis in font["fvar"].axes] == ["wght"]


def test_what_is_there_is_not_cut_again(cuts):
    assert fonts.make([FACE["sans-cyrillic"]], cuts) == []


def test_no_half_written_file_is_left_beside(cuts):
    assert all(file.suffix == ".woff2" for file in cuts.iterdir())


def test_the_latin_cuts_hold_what_english_and_transliterations_need():
    for name in ("sans-latin", "serif-latin", "serif-italic-latin"):
        assert {ord(sign) for sign in "Azé–—’“”…°×ōūŏǔšžłțʻ−≤→"} <= set(FACE[name].code_points())


def test_the_style_names_each_cut_once_by_the_file_that_is_served():
    css = font_css()
    assert re.findall(r'url\("fonts/([^"]+)"\)', css) == [face.file_name for face in FACES]
    assert css.count("font-display:swap") == len(FACES)
    assert "U+400-45F" in css
    assert "://" not in css


def test_the_name_changes_with_anything_the_cut_depends_on():
    face = FACES[0]
    changed = [replace(face, characters="41-5A"), replace(face, optical_size=9), replace(face, file="Other.ttf")]
    assert len({one.file_name for one in (face, *changed)}) == 4
    assert face.file_name == FACE["sans-latin"].file_name


def test_without_the_package_the_error_says_what_to_install(tmp_path):
    with pytest.raises(fonts.FontError, match=r"no_such_font is not installed; install requirements\.txt"):
        fonts.cut(replace(FACES[0], package="no_such_font"), tmp_path / "x.woff2")


def test_a_folder_that_cannot_be_written_ends_in_one_line_and_not_in_a_crash(tmp_path, monkeypatch):
    wall = tmp_path / "wall"
    wall.write_text("a file where the folder should be")
    monkeypatch.setattr(fonts, "folder", lambda: wall / "fonts")
    with pytest.raises(fonts.FontError, match="could not be made") as caught:
        fonts.read(FACES[0].file_name)
    assert "\n" not in str(caught.value)


def test_where_the_checkout_cannot_be_written_the_users_cache_is_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, _: path == tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert fonts.folder() == tmp_path / "joint-sea-atlas" / "fonts"


def test_a_cut_for_print_is_a_plain_font_of_one_weight(tmp_path):
    [face] = [face for face in PRINT_FACES if face.name == "print-sans-bold"]
    (made,) = fonts.make([face], tmp_path)
    assert made.suffix == ".ttf"
    with TTFont(made) as font:
        assert font.flavor is None
        assert "fvar" not in font
        assert {ord(sign) for sign in "Sea of Japanё"} <= set(font.getBestCmap())
