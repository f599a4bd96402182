"""KML, read by fastkml and GDAL."""

import pyogrio
import pytest
from export.conftest import SITE, taken
from export.strange import FORMULAS, NAMES
from fastkml import KML
from fastkml.validator import validate
from lxml import etree
from shapely import Point, Polygon
from shapely.geometry import shape

from atlas.export.circles import circles
from atlas.export.formats import ALL, FORMATS, PLACED
from atlas.export.kml import CIRCLES
from atlas.export.kml_parts import tag
from atlas.export.tables_beside import TABLES
from atlas.look import KINDS
from atlas.measure.geodesy import GEOD


@pytest.fixture
def read(tmp_path):
    def of(chosen, scope):
        path = tmp_path / f"{scope}.kml"
        FORMATS["kml"].write(chosen, scope, path)
        document = KML.parse(path).features[0]
        return (
            path,
            document,
            {folder.name: {mark.id: mark for mark in folder.features} for folder in document.features},
        )

    return of


def test_every_row_is_a_mark_with_its_geometry_its_days_and_a_style(real, read):
    chosen = taken(real, "kind=air-patrol.port-call&v=1")
    _, document, folders = read(chosen, ALL)
    assert chosen.sentence in document.name
    assert chosen.link in document.description
    assert chosen.catalog.edition.version in document.description
    styles = {style.id: style for style in document.styles}
    red, green, blue = (KINDS["port-call"].light[at : at + 2] for at in (1, 3, 5))
    icon = next(part for part in styles["events-port-call"].styles if hasattr(part, "icon_href"))
    assert icon.color.lower() == f"ff{blue}{green}{red}".lower()
    for name in PLACED:
        table = TABLES[name]
        marks = folders[table.title]
        assert len(marks) == chosen.counts[name] > 0
        for row, drawn in chosen.rows(name):
            mark = marks[f"{name}.{row['id']}"]
            assert mark.style_url.url.removeprefix("#") in styles
            assert mark.geometry is None if drawn is None else shape(mark.geometry).equals(drawn)
            data = {one.name: one.value for one in mark.extended_data.elements}
            assert data["id"] == row["id"]
            for source in row.get("sources", ()):
                assert chosen.catalog.sources[source]["url"].replace("&", "&amp;") in mark.description
    event = next(row for row, _ in chosen.rows("events"))
    mark = folders["Events"][f"events.{event['id']}"]
    assert (str(mark.times.begin), str(mark.times.end)) == (event["start"], event["end"])
    joined = [mark for mark in folders["Legs"].values() if mark.style_url.url.startswith("#joined")]
    assert joined
    assert all("joined by us, no track" in mark.name for mark in joined)


@pytest.mark.parametrize("world", ["real", "strange"])
def test_it_is_what_the_schema_of_the_ogc_asks_for(world, request, read):
    path, _, _ = read(taken(request.getfixturevalue(world), "kind=air-patrol.naval-exercise.transit&v=1"), ALL)
    assert validate(file_to_validate=path)
    path.write_bytes(path.read_bytes().replace(b"<styleUrl>", b"<name>twice</name><styleUrl>"))
    with pytest.raises(AssertionError):
        validate(file_to_validate=path)


def test_gdal_reads_it_and_a_month_stays_a_month(strange, read):
    chosen = taken(strange)
    path, _, folders = read(chosen, ALL)
    month = folders["Events"]["events.month"]
    assert (str(month.times.begin), str(month.times.end)) == ("2015-05", "2015-05")
    frame = pyogrio.read_dataframe(path, layer="Events")
    assert frame["Name"].tolist() == [row["title"] for row, _ in chosen.rows("events")]
    assert frame["Name"].iloc[0] == FORMULAS[0]
    assert frame.geometry.isna().tolist() == [False, False, True, False]
    far = pyogrio.read_dataframe(path, layer="Legs").geometry.iloc[0]
    assert [line.coords[0] for line in far.geoms] == [(179, 50), (-180, 51)]
    assert pyogrio.read_info(path, layer="Legs")["crs"] == "EPSG:4326"


def test_no_text_of_the_data_acts_as_markup(strange, read):
    _, _, folders = read(taken(strange), "events")
    said = folders["Events"]["events.joint-sea-2012"].description
    html = etree.HTML(said)
    assert html.findall(".//script") == []
    assert 'He said "no",' in "".join(html.itertext())
    assert [link.get("href") for link in html.iter("a")][:2] == [
        "https://example.org/1?a=1&b=2",
        "https://example.org/(x)",
    ]
    assert f"{SITE}event?id=joint-sea-2012" in said


def test_any_text_may_stand_in_an_element():
    text = "a\x00\x0b\x1f<&>]]>\r\n\ud800" + "".join(NAMES.values())
    read = etree.fromstring(tag("name", text)).text
    assert read == text.translate(dict.fromkeys((0, 0x0B, 0x1F, 0xD800), "\ufffd"))


def test_a_circle_is_as_wide_as_the_position_may_be_off_also_across_the_antimeridian():
    spots, radii = [Point(131.9, 43.1), Point(179.9, 50), Point(-179.9, -50), Point(0, 0)], [20, 150, 150, 1]
    for spot, radius, area in zip(spots, radii, circles(spots, radii), strict=True):
        parts = [area] if isinstance(area, Polygon) else list(area.geoms)
        assert len(parts) == (2 if abs(spot.x) > 179 else 1)
        for part in parts:
            assert part.is_valid
            assert part.exterior.is_ccw
            west, _, east, _ = part.bounds
            assert -180 <= west < east <= 180
            for lon, lat in part.exterior.coords:
                _, _, metres = GEOD.inv(spot.x, spot.y, lon, lat)
                assert metres == pytest.approx(radius * 1000, rel=1e-6) or abs(lon) == 180


def test_circles_stand_where_positions_may_be_off(strange, read):
    for scope, wanted in (("sightings", 3), (ALL, 3), ("events", 2)):
        _, document, folders = read(taken(strange), scope)
        assert len(folders[CIRCLES]) == wanted
        assert {mark.style_url.url.removeprefix("#circle-") for mark in folders[CIRCLES].values()} <= set(KINDS)
    assert CIRCLES not in read(taken(strange), "routes")[2]
    assert document


def test_an_empty_view_is_a_document_with_empty_folders(strange, read):
    _, document, folders = read(taken(strange, "kind=none&v=1"), ALL)
    assert document.name.startswith("Joint Sea Atlas: No events")
    assert not any(folders.values())
