"""A small world in which everything is awkward: formulas, scripts of all kinds, nothing where something usually is."""

from tiny import make_event, make_feature, make_leg, make_sighting, write_layers

FORMULAS = ("=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx", " =1", "'quoted", "＝1")
NAMES = {"zh": "海上联合—2012", "ja": "日中露\u3000演習", "ko": "연합훈련", "ru": "Морское взаимодействие", "ar": "بحر"}
SOURCES = (
    {"id": "tass-2012", "url": "https://example.org/1?a=1&b=2", "publisher": "TASS", "lang": "ru", "date": "2012-04",
     "kind": "official-media", "weak": False, "supports": "all <b>of it</b>", "events": ["joint-sea-2012"]},
    {"id": "blog-nd", "url": "https://example.org/(x)", "publisher": "=cmd|' /C calc'!A0", "lang": "zh", "date": None,
     "kind": "copy", "weak": True, "supports": "the rest", "events": ["joint-sea-2012"]},
)  # fmt: skip
UNIT = {"ship": "ru-varyag", "note": None, "sources": ["tass-2012"]}


def strange_world(folder):
    """Write it: four events, one of them without a place, one of a month, one whose leg crosses the antimeridian."""
    over = make_leg("far-r1-l01", "far", 1, **{"from": "far-s01", "to": "far-s02"}, passages=[], kind="ship")
    over["geometry"] = {"type": "MultiLineString", "coordinates": [[[179, 50], [180, 51]], [[-180, 51], [-179, 52]]]}
    far = [make_sighting("far-s01", "far", 1, route="far-r1"), make_sighting("far-s02", "far", 2, route="far-r1")]
    for seen, spot in zip(far, ([179.0, 50.0], [-179.0, 52.0]), strict=True):
        seen["geometry"] = {"type": "Point", "coordinates": spot}
    vague = make_sighting("nowhere-s01", "nowhere", None, date=None, date_precision="unknown", drawable=False, who=None)
    vague["geometry"] = None
    seen = make_sighting("joint-sea-2012-s01", "joint-sea-2012", None, role="exercise-area", note=FORMULAS[1])
    seen["geometry"] = {"type": "Point", "coordinates": [122.4, 35.6]}
    return write_layers(
        folder,
        make_event(
            "joint-sea-2012", "2012-04-22", "2012-04-27", at=(122.4, 35.6), title=FORMULAS[0], names=NAMES,
            series="joint-sea", ordinal=1, areas=["Yellow Sea", "a; b"], units=[UNIT], conflicts=list(FORMULAS),
            sources=["tass-2012", "blog-nd"], summary='He said "no",\r\nthen <script>alert(1)</script> & left ]]>',
        ),
        make_event("month", "2015-05-01", "2015-05-31", date_precision="month", kind="transit", areas=[]),
        make_event("nowhere", "2018-01-01", at=None, kind="meeting", confidence_reason=FORMULAS[3], ordinal=None),
        make_event("far", "2024-09-01", at=(179.0, 50.0), crosses_antimeridian=True, duration_h=-3),
        sightings=[seen, vague, *far],
        routes=[over],
        places=[make_feature({"id": "vladivostok", "name": "Vladivostok"}, {"type": "Point", "coordinates": [132, 43]})],
        ships=[
            {"id": "ru-varyag", "name": "Varyag", "names": {"ru": "Варяг"}, "hull": "011", "aliases": ["-V"],
             "sources": ["blog-nd"]}
        ],
        sources=SOURCES,
    )  # fmt: skip
