"""Figures: the right part of the earth in a projection that suits it, signs as on the map, the same bytes each time."""

import io
import re
from urllib.parse import parse_qs

import numpy as np
import pytest
import shapely
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image

from atlas import look
from atlas.export.figure import letters, marks, words
from atlas.export.figure.extent import REGION, cover, frame_of
from atlas.export.figure.facts import Mark, drawable
from atlas.export.figure.frame import Box, Frame
from atlas.export.figure.ground import globe
from atlas.export.figure.letters import Face, face
from atlas.export.figure.plate import Borne
from atlas.export.figure.preview import SIZE, preview
from atlas.export.figure.sheet import figure
from atlas.export.figure.symbols import drawn, symbol
from atlas.export.figure.ways import lines, round_place
from atlas.measure.geodesy import GEOD
from atlas.view import View

FIRST_FLIGHT = "sel=event.joint-air-patrol-01-2019-07"


def view_of(catalog, query=""):
    view, notices = View.from_query(parse_qs(query), catalog)
    assert not notices
    return view


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        (REGION, "lcc"),
        (Box(40, -8, 110, 14), "merc"),
        (Box(160, 70, 200, 82), "stere"),
        (Box(18, -40, 190, 70), "eqearth"),
    ],
)
def test_a_part_of_the_earth_is_shown_whole_in_a_projection_that_suits_it(box, kind):
    frame = Frame.around(box, 700, 500, room=10)
    assert f"proj={kind}" in frame.projection.srs
    lon, lat = np.meshgrid(np.linspace(box.west, box.east, 9), np.linspace(box.south, box.north, 9))
    at = frame.places(lon.ravel(), lat.ravel())
    assert (at >= 9).all()
    assert (at <= (691, 491)).all()
    seen = frame.degrees
    assert seen.west <= box.west + 0.1
    assert seen.south <= box.south
    assert seen.east >= box.east - 0.1
    assert seen.north >= box.north


def test_the_scale_is_true_in_the_middle():
    for box in (REGION, Box(18, -40, 190, 70)):
        frame = Frame.around(box, 700, 500)
        x, y = frame.left + 350 * frame.metres, frame.top - 250 * frame.metres
        west = frame.projection(x - 20 * frame.metres, y, inverse=True)
        east = frame.projection(x + 20 * frame.metres, y, inverse=True)
        assert frame.true_metres() == pytest.approx(GEOD.inv(*west, *east)[2] / 40, rel=0.001)


def test_a_link_with_a_place_shows_it_in_the_middle_as_large_as_the_page_does(real):
    frame = frame_of(real, view_of(real, "at=34.50_129.50_6"), 500, 400)
    assert frame.place(129.5, 34.5) == pytest.approx((250, 200), abs=0.5)
    # 1,000 pixels of the page's map at zoom 6: here they are 500.
    assert frame.true_metres() == pytest.approx(2 * 156_543 * np.cos(np.radians(34.5)) / 2**6, rel=0.02)


def test_places_on_both_sides_of_the_antimeridian_are_covered_the_short_way():
    assert cover([(170, 50), (-172, 69), (150, 43)]) == Box(-210, 43, -172, 69) or cover(
        [(170, 50), (-172, 69), (150, 43)]
    ) == Box(150, 43, 188, 69)
    frame = Frame.around(Box(150, 43, 188, 69), 600, 400)
    left, right = frame.place(170, 60)[0], frame.place(-172, 60)[0]
    assert 0 < left < right < 600


@pytest.mark.parametrize(
    ("query", "inside", "outside"),
    [
        ("", (135, 38), (19, -34)),
        ("series=mosi", (18.5, -34), (135, 38)),
        ("sel=event.joint-sea-2015-i", (37.8, 44.6), (135, 38)),
        ("kind=air-patrol&state=both", (130, 35), (-170, 66)),
        ("from=2010-02-01&to=2010-02-10", (135, 38), (19, -34)),
        ("sel=passage.miyako", (126.2, 25.5), (139, 45)),
    ],
)
def test_what_is_chosen_is_shown_else_the_events_else_the_region(real, query, inside, outside):
    frame = frame_of(real, view_of(real, query), 600, 430)
    assert frame.holds(*frame.place(*inside))
    assert not frame.holds(*frame.place(*outside))


def test_a_circle_is_as_far_off_on_the_ground_everywhere():
    frame = Frame.around(REGION, 700, 500)
    ring = round_place(frame, 131, 36, 200)
    x, y = frame.place(131, 36)
    far = np.hypot(*(ring.vertices - (x, y)).T) * frame.true_metres() / 1000
    assert far == pytest.approx(200, rel=0.02)
    assert round_place(frame, 20, -34, 200) is None
    assert round_place(frame, 131, 36, 0) is None


def test_ways_across_the_antimeridian_are_not_drawn_round_the_world(real):
    world = Frame.around(Box(0, -60, 300, 75), 700, 400)
    for ways in drawable(real).ways.values():
        for way in ways:
            for part in lines(world, way):
                assert np.abs(np.diff(part[:, 0])).max() < 350


@pytest.mark.parametrize("kind", look.KINDS)
def test_a_symbol_filled_by_winding_is_the_one_the_map_fills_by_even_odd(kind):
    outline = symbol(kind)
    rings = outline.to_polygons(closed_only=True)
    by_even_odd = shapely.Polygon()
    for ring in rings:
        by_even_odd = by_even_odd.symmetric_difference(shapely.Polygon(ring).buffer(0))
    signed = sum(shapely.Polygon(ring).area * (1 if shapely.LinearRing(ring).is_ccw else -1) for ring in rings)
    assert abs(signed) == pytest.approx(by_even_odd.area, rel=0.01)
    assert np.abs(outline.get_extents().get_points()).max() <= 0.5


def test_a_hole_in_a_hole_is_filled_again():
    rings = drawn("M0 0h16v16H0ZM2 2h12v12H2ZM4 4h8v8H4Z").to_polygons(closed_only=True)
    turns = [shapely.LinearRing(ring).is_ccw for ring in rings]
    assert turns[0] == turns[2] != turns[1]


def test_marks_that_would_cover_each_other_are_pushed_apart_the_same_way_each_time():
    at = np.array([[10.0, 10], [10, 10], [12, 10], [200, 200]])
    spread = marks.spread(at, 19.5)
    away = np.hypot(*(spread[:, None] - spread[None]).transpose(2, 0, 1)) + np.eye(4) * 99
    assert away.min() > 19
    assert (spread[3] == at[3]).all()
    assert (spread == marks.spread(at, 19.5)).all()


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_the_same_view_gives_the_same_bytes_and_is_as_wide_as_asked(real, form):
    view = view_of(real, FIRST_FLIGHT)
    one, other = (figure(real, view, form, 100, "https://atlas.example.org/?x") for _ in range(2))
    assert one.content == other.content
    if form == "png":
        picture = Image.open(io.BytesIO(one.content))
        assert picture.width == pytest.approx(100 / 25.4 * 300, abs=1)
        assert picture.info["Source"] == "https://atlas.example.org/?x"
        assert "CC BY 4.0" in picture.info["Copyright"]
    elif form == "svg":
        text = one.content.decode()
        [width] = re.findall(r'<svg [^>]*width="([\d.]+)pt"', text)
        assert float(width) == pytest.approx(100 / 25.4 * 72, abs=0.01)
        assert "<script" not in text
        assert real.edition.released.isoformat() in text
        assert real.edition.version in text
    else:
        assert one.content.startswith(b"%PDF-1.")
        assert b"CreationDate" not in one.content


@pytest.mark.parametrize(("form", "width"), [("gif", 180), ("png", 79), ("png", 401)])
def test_a_form_or_width_that_is_not_known_is_refused(real, form, width):
    with pytest.raises(ValueError, match="allowed: png, svg, pdf, 80 to 400 mm wide"):
        figure(real, view_of(real), form, width)


def test_where_no_font_has_the_signs_of_a_name_it_is_left_out_and_told(real, monkeypatch):
    monkeypatch.setattr(letters, "others", tuple)
    # A glyph that is missing would be a warning of matplotlib's, and here every warning is an error.
    drawing = figure(real, view_of(real, FIRST_FLIGHT), "png", 80)
    assert [told.split(" is ")[0] for told in drawing.warnings] == [
        f"The name in {language}" for language in ("Chinese", "Japanese", "Korean")
    ]
    told, left = words.own_names(real, view_of(real, FIRST_FLIGHT))
    assert [language for language, _ in told] == ["Russian"]
    assert "no font here has their signs" in " ".join(
        words.notes(real, view_of(real), frame_of(real, view_of(real), 300, 200), "", left)
    )


def test_a_face_of_the_machine_sets_a_name_whole_if_it_has_all_of_its_signs(tmp_path, monkeypatch):
    builder = FontBuilder(1000, isTTF=True)
    pen = TTGlyphPen(None)
    for step, at in enumerate([(0, 0), (900, 0), (900, 900)]):
        (pen.moveTo if not step else pen.lineTo)(at)
    pen.closePath()
    glyph = pen.glyph()
    builder.setupGlyphOrder([".notdef", "one"])
    builder.setupCharacterMap({ord("中"): "one", ord("俄"): "one"})
    builder.setupGlyf({".notdef": glyph, "one": glyph})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "one": (1000, 0)})
    builder.setupHorizontalHeader(ascent=900, descent=-100)
    builder.setupNameTable({"familyName": "Two Signs", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "two.ttf")
    two = Face(tmp_path / "two.ttf")
    monkeypatch.setattr(letters, "others", lambda: (two,))
    own = face("print-sans")
    assert letters.setting("中俄", own) is two
    assert letters.setting("Vladivostok Владивосток", own) is own
    assert letters.setting("中日", own) is None
    assert two.width("中俄", 10) == 20
    assert len(two.outline("中俄", 10).vertices) > 4


def test_what_must_be_written_loses_signs_rather_than_shows_boxes(monkeypatch, caplog):
    monkeypatch.setattr(letters, "others", tuple)
    text, found = letters.settled("Exercise 海上 Ḥ–\x00x", face("print-sans"))
    assert found.has(text)
    assert text == "Exercise H–x"
    assert "U+6D77 U+4E0A" in caplog.text


def test_a_text_is_broken_at_words_and_a_long_address_anywhere():
    own = face("print-sans")
    found = letters.wrapped("one two https://atlas.example.org/?sel=event.one-of-a-very-long-name", own, 10, 90)
    assert found[0] == "one two"
    assert all(own.width(line, 10) <= 90 for line in found)
    assert letters.wrapped("one two three four five", own, 10, 45, 1)[0].endswith(" …")


def test_a_figure_says_how_many_events_it_does_not_show(real):
    shown = drawable(real)
    view = view_of(real)
    frame = frame_of(real, view, 600, 430)
    places = marks.places(frame, [shown.marks[name] for name in shown.events(view) if name in shown.marks])
    away = real.count(view) - real.unplaced(view) - len(places.marks)
    assert away > 5
    assert words.left_out(Borne(outside=away, unplaced=real.unplaced(view))).startswith(
        "Not shown: 1 event without a place"
    )


@pytest.mark.parametrize(
    "query", ["", "from=2010-02-01&to=2010-02-10", "at=60_-178_3", "sel=sea.sea-of-japan", "show=none"]
)
def test_a_preview_is_a_picture_of_its_size_small_enough_for_messengers(real, query):
    content = preview(real, view_of(real, query))
    picture = Image.open(io.BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", SIZE)
    assert len(content) < 300_000
    assert len(picture.convert("RGB").getcolors(100_000)) > 20
    assert content == preview(real, view_of(real, query))


def test_the_chosen_event_is_in_the_picture(real):
    elsewhere = "kind=coast-guard&at=27_125_5"
    with_it, without = (
        np.asarray(Image.open(io.BytesIO(preview(real, view_of(real, query)))).convert("RGB")).astype(int)
        for query in (f"{elsewhere}&sel=event.gromkiy-sovershenniy-voyage-2023", elsewhere)
    )
    of_transits = [int(look.KINDS["transit"].light[at : at + 2], 16) for at in (1, 3, 5)]
    drawn_with, drawn_without = ((np.abs(one[:490] - of_transits).sum(axis=2) < 40).sum() for one in (with_it, without))
    assert drawn_with > 600
    assert drawn_without < 20


def test_the_globe_ends_where_the_world_does():
    world = Frame.at((0, 0), 60_000, 700, 500)
    edge = globe(world).get_extents()
    assert edge.x0 >= -1
    assert edge.x1 <= 701
    assert edge.height < 500
    region = globe(Frame.around(REGION, 700, 500)).get_extents()
    assert (region.width, region.height) == (700, 500)


def test_of_very_many_marks_only_those_in_front_are_drawn_and_all_are_counted():
    at = np.repeat([[10.0, 10], [13, 10], [50, 50]], 200, axis=0)
    crowd = marks.Places([Mark(row, "transit", low=False, lon=0, lat=0) for row in range(600)], at, at)
    assert crowd.uppermost == [199, 399, 599]
    assert marks.counts(crowd) == {"transit": 600}
    few = marks.Places(crowd.marks[:3], at[:3], at[:3])
    assert few.uppermost == [0, 1, 2]


def test_the_small_print_credits_what_is_chosen_apart_from_its_view(real):
    view = view_of(real, FIRST_FLIGHT)
    told = words.notes(real, view, frame_of(real, view, 300, 200), "https://atlas.example.org/", [])
    own = len(real.event("joint-air-patrol-01-2019-07")["sources"])
    assert told[0].startswith(f"What is chosen rests on {own} sources")
    assert real.edition.version in told[-1]
    assert told[-1].endswith("https://atlas.example.org/")


def test_what_of_the_chosen_event_cannot_be_drawn_is_told(real):
    told = words.undrawn(real, view_of(real, "sel=event.joint-sea-2015-i"))
    assert told == "Told too vaguely to be drawn: 1 sighting of what is chosen (Mediterranean Sea)."
    assert words.undrawn(real, view_of(real, "sel=passage.miyako")) == ""
