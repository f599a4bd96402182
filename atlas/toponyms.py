"""The lettering of the map, set by hand: seas, lands, islands, ports, straits and zones, and how the name of each runs.

The map's client and the figures both read it. Positions are (longitude, latitude) in degrees, WGS 84; sizes are CSS
pixels at zoom 5, tracking is in em. Where a name is disputed both stand, the one of the layer first. No size says what
belongs to whom: Taiwan is lettered like an island, as Hokkaido and Kyushu are.
"""

from typing import Any, Final, NamedTuple

Place = tuple[float, float]


class SeaName(NamedTuple):
    """The name of a sea along a curve, between two zooms; `second` is the other name of a disputed one."""

    name: str
    size: float
    tracking: float
    since: float
    until: float
    curve: tuple[Place, ...]
    second: str | None = None


SEAS: Final[tuple[SeaName, ...]] = (
    SeaName("Sea of Japan", 20, 0.3, 3.4, 20, ((131.2, 36.7), (134.9, 38.9), (137.1, 41), (139.3, 45)), "East Sea"),
    SeaName("East China Sea", 15.5, 0.2, 4.2, 20, ((122.3, 26.3), (124.5, 28.6), (126.4, 31.7))),
    SeaName("Yellow Sea", 15, 0.2, 4.2, 20, ((121.4, 33.9), (123.4, 35.3), (125.1, 36.9))),
    SeaName("Philippine Sea", 17, 0.3, 3, 20, ((128.6, 23.4), (133.6, 24.9), (139.8, 25.4))),
    SeaName("Pacific Ocean", 21, 0.34, 4.2, 20, ((142.4, 31.2), (147, 34.4), (151.6, 39))),
    SeaName("Sea of Okhotsk", 16, 0.24, 3.4, 20, ((143.9, 46.8), (147.4, 49.6), (151.4, 54.4))),
    SeaName("South China Sea", 15, 0.2, 3.4, 20, ((110.6, 12.2), (114, 15.4), (117.4, 20.6))),
    SeaName("Bo Hai", 11.5, 0.12, 5.4, 20, ((118.6, 38.5), (119.6, 38.9), (120.6, 39.5))),
    SeaName("Taiwan Strait", 11.5, 0.1, 5.4, 20, ((118.6, 23.2), (119.6, 24.5), (120.6, 25.7))),
    SeaName("Seto Inland Sea", 10.5, 0.05, 7, 20, ((132, 33.8), (133.2, 34.2), (134.3, 34.4))),
    SeaName("Pacific Ocean", 27, 0.34, 1, 4.2, ((158, 24), (172, 27.5), (188, 29))),
    SeaName("Bering Sea", 17, 0.24, 3, 20, ((171, 56.4), (177, 58.4), (184.5, 58.8))),
    SeaName("Chukchi Sea", 15, 0.2, 4, 20, ((183, 68.4), (188, 69.4), (195, 69.6))),
    SeaName("Indian Ocean", 25, 0.34, 1, 20, ((66, -9), (79, -12), (93, -11))),
    SeaName("Arabian Sea", 18, 0.24, 2.6, 20, ((59.5, 13), (64.5, 15), (70, 15))),
    SeaName("Mediterranean Sea", 15, 0.16, 3.4, 20, ((15.5, 35.4), (22, 34.5), (31, 33.3))),
    SeaName("Black Sea", 14, 0.14, 4, 20, ((29.8, 42.9), (34, 43.3), (39.4, 42.7))),
    SeaName("Baltic Sea", 13, 0.14, 4, 20, ((16.4, 55.4), (19, 56.7), (20.4, 59))),
    SeaName("Gulf of Oman", 12, 0.08, 5.4, 20, ((57.4, 25.2), (59.2, 24.6), (61.4, 24.2))),
    SeaName("Atlantic Ocean", 27, 0.34, 1, 20, ((-52, 28), (-39, 31.5), (-25, 32))),
)

LANDS: Final[tuple[tuple[str, Place], ...]] = (
    ("CHINA", (115.2, 33.6)),
    ("RUSSIA", (134.6, 48.9)),
    ("JAPAN", (138, 36.3)),
    ("N. KOREA", (126.7, 39.9)),
    ("S. KOREA", (128, 36.55)),
)

ISLANDS: Final[tuple[tuple[str, Place, float], ...]] = (
    ("Taiwan", (120.95, 23.75), 5),
    ("Hokkaido", (142.8, 43.35), 5),
    ("Kyushu", (131, 32.5), 5.2),
    ("Sakhalin", (142.9, 50.2), 5),
    ("Kamchatka", (159, 56), 4.6),
    ("Okinawa", (128.32, 26.62), 5.6),
    ("Shikoku", (133.4, 33.72), 6),
    ("Jeju", (126.55, 33.37), 6.2),
    ("Ulleungdo", (130.9, 37.62), 6.2),
    ("Dokdo / Takeshima", (131.9, 37.12), 6.2),
    ("Senkaku / Diaoyu", (123.4, 25.95), 6),
    ("Miyako", (125.3, 24.65), 6),
    ("Ishigaki", (124.2, 24.3), 6),
    ("Yonaguni", (122.98, 24.25), 6.4),
    ("Tsushima", (129.15, 34.55), 6.4),
    ("Iturup / Etorofu", (147.9, 45), 6.2),
    ("Kunashir / Kunashiri", (145.9, 44.1), 6.8),
    ("Sado", (138.35, 38), 6.6),
    ("Tanegashima", (131, 30.45), 7),
    ("Yakushima", (130.5, 30.3), 7),
    ("Amami", (129.4, 28.2), 6.4),
    ("Rebun", (140.9, 45.42), 7),
    ("Okushiri", (139.45, 42.1), 7),
    ("Iki", (129.7, 33.75), 7.4),
    ("Goto", (128.75, 32.75), 7),
)
"""Islands: name, place, the zoom from which they are named."""

MAJOR_PORTS: Final[dict[str, str]] = {
    "vladivostok": "w",
    "qingdao": "w",
    "shanghai-wusong": "w",
    "zhoushan": "w",
    "busan": "n",
    "yokosuka": "e",
    "sasebo": "",
    "maizuru": "",
    "naha": "",
    "petropavlovsk-kamchatsky": "e",
    "zhanjiang": "w",
    "beijing": "w",
    "novorossiysk": "e",
    "baltiysk": "e",
    "st-petersburg": "e",
    "cape-town": "w",
    "bandar-abbas": "n",
    "chabahar": "e",
    "moscow": "w",
    "singapore": "w",
}
"""Ports that are drawn at small scales already, and the side on which the name stands best; unnamed there if ''."""

BEARINGS: Final[dict[str, tuple[str, Place]]] = {
    "busan": ("Busan", (129.04, 35.1)),
    "yokosuka": ("Yokosuka", (139.66, 35.29)),
    "sasebo": ("Sasebo", (129.71, 33.16)),
    "maizuru": ("Maizuru", (135.39, 35.48)),
    "naha": ("Naha", (127.67, 26.21)),
    "kure": ("Kure", (132.55, 34.23)),
    "ominato": ("Ominato", (141.14, 41.25)),
    "dalian": ("Dalian", (121.66, 38.93)),
    "nakhodka": ("Nakhodka", (132.88, 42.8)),
    "kaohsiung": ("Kaohsiung", (120.27, 22.62)),
    "keelung": ("Keelung", (121.74, 25.14)),
    "donghae": ("Donghae", (129.14, 37.49)),
}
"""Ports no record names, for the reader's bearings only: drawn like the others, nothing is told of them."""

STRAITS: Final[dict[str, str]] = {
    "soya": "Soya / La Pérouse Strait",
    "tsushima-east": "Tsushima Strait, east",
    "tsushima-west": "Tsushima Strait, west",
    "amami-yokoate": "Amami–Yokoate",
    "miyako": "Miyako Strait",
    "yonaguni-iriomote": "Yonaguni–Iriomote",
    "yonaguni-taiwan": "Yonaguni–Taiwan",
    "taiwan-strait": "",
    "bashi": "Bashi Channel",
    "kuba-taisho": "Kuba–Taisho",
    "sumisu-torishima": "Sumisu–Torishima",
    "mikura-hachijo": "Mikura–Hachijo",
    "bussol": "Bussol Strait",
    "vries": "Vries / Etorofu Strait",
}
"""Straits whose name is too long for the map; '' for one that the sea's own lettering names."""

ZONES: Final[dict[str, tuple[str, tuple[Place, ...]]]] = {
    "adiz-east-china-sea": ("China air defence zone", ((123.3, 32.75), (123.6, 27.6), (124.6, 26.3))),
    "adiz-kadiz": ("Korea air defence zone", ((130.6, 38.62), (125.6, 38.62), (125.3, 30.35))),
    "adiz-taiwan": ("Taiwan air defence zone", ((122.2, 22.1), (119.4, 21.35), (121, 28.6))),
    "adiz-jadiz-part": ("Japan air defence zone (part)", ((134.9, 42.6), (136.6, 44.1), (131.8, 39.4))),
}
"""Zones: label and where it may stand. The Japanese line is a part only: the rest of its points could not be read."""


def lettering() -> dict[str, Any]:
    """Give all of it as the map's client reads it (`atlas.lettering`, made in client/name_table.js)."""
    seas = [dict(zip(("name", "size", "tracking", "from", "to", "curve", "second"), sea, strict=True)) for sea in SEAS]
    bearings = [
        {"id": name, "name": title, "kind": "port", "line": [at], "silent": True}
        for name, (title, at) in BEARINGS.items()
    ]
    tables = {"major": MAJOR_PORTS, "straits": STRAITS, "zones": ZONES}
    return {"seas": seas, "lands": LANDS, "islands": ISLANDS, "bearings": bearings} | tables
