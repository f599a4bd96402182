"""The frame: which part of the earth a figure shows, in which projection, and where a place lies in its pixels.

A pixel is the unit of all that is drawn, as CSS pixels are on the map; x runs to the right, y down. Regions are shown
in a conformal projection suited to them, so that circles stay round and bearings true: Lambert's cone in the middle
latitudes, Mercator's cylinder at the equator, the stereographic plane at a pole. More than that is shown on an
equal-area projection of the world.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from pyproj import Proj

Floats = NDArray[np.float64]
TILE_METRES: Final = 156_543.034
"""Metres of a CSS pixel at Leaflet's zoom 0, at the equator."""
WORLD_LON: Final = 100.0
WORLD_LAT: Final = 75.0
"""What is wider or higher (degrees) is shown as the world."""
POLAR: Final = 68.0
"""What has its middle beyond this latitude is shown from above the pole's side."""
CLIP: Final = 179.99
GLOBE: Final = (34_700_000.0, 16_900_000.0)
"""Metres of the whole world in its projection, with a little room."""


class Box(NamedTuple):
    """Degrees, WGS 84; east may run on beyond 180."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    @property
    def is_world(self) -> bool:
        """Whether it is too large for the projection of a region."""
        high = self.north - self.south
        if abs(self.middle[1]) > POLAR:  # round a pole all meridians are near
            return high > WORLD_LAT / 2
        return self.east - self.west > WORLD_LON or high > WORLD_LAT


@dataclass(frozen=True, eq=False)
class Frame:
    """A part of the earth in a projection.

    Parameters
    ----------
    projection : Proj
        From degrees to metres.
    name : str
        The projection in words.
    lon0 : float
        Its middle meridian.
    left, top : float
        Metres of the upper left corner.
    metres : float
        Metres of the projection to a pixel.
    width, height : float
        Pixels.
    """

    projection: Proj
    name: str
    lon0: float
    left: float
    top: float
    metres: float
    width: float
    height: float

    @classmethod
    def around(cls, box: Box, width: float, height: float, room: float = 0.0, least_metres: float = 0.0) -> Self:
        """Show a box whole, in the projection that suits what the frame then shows.

        Parameters
        ----------
        box : Box
            What has to be seen.
        width, height : float
            Pixels of the frame.
        room : float
            Pixels that stay free at each side.
        least_metres : float
            Metres to a pixel below which nothing is enlarged.
        """
        frame = cls._around(box, width, height, room, least_metres, world=box.is_world)
        world = box.is_world or frame.degrees.is_world
        # Only now it is known how far the frame reaches: its projection is true for that, not for the box alone.
        return cls._around(box, width, height, room, least_metres, world=world, reach=frame.degrees)

    @classmethod
    def at(cls, centre: tuple[float, float], metres: float, width: float, height: float) -> Self:
        """Show what lies round a place.

        Parameters
        ----------
        centre : tuple of float
            Latitude and longitude in degrees; it lies in the middle of the frame.
        metres : float
            Metres to a pixel there.
        width, height : float
            Pixels of the frame.
        """
        lat, lon = max(-84.0, min(84.0, centre[0])), centre[1]
        high = math.degrees(height * metres / 2 / 6_371_009)
        wide = math.degrees(width * metres / 2 / 6_371_009) / max(0.1, math.cos(math.radians(lat)))
        box = Box(lon - wide, max(-89.0, lat - high), lon + wide, min(89.0, lat + high))
        frame = cls._of(box, (lon, lat), metres, width, height, world=box.is_world)
        return (
            frame
            if box.is_world or not frame.degrees.is_world
            else cls._of(box, (lon, lat), metres, width, height, world=True)
        )

    @classmethod
    def _of(
        cls, box: Box, centre: tuple[float, float], metres: float, width: float, height: float, *, world: bool
    ) -> Self:
        projection, name = _suited(box, world=world)
        x, y = projection(*centre)
        most = max(GLOBE[0] / width, GLOBE[1] / height)
        if world and metres > most:  # no smaller than it takes to show the whole of it
            metres, y = most, 0.0
        left, top = x - width / 2 * metres, y + height / 2 * metres
        return cls(projection, name, box.middle[0], left, top, metres, width, height)

    @classmethod
    def _around(
        cls,
        box: Box,
        width: float,
        height: float,
        room: float,
        least_metres: float,
        *,
        world: bool,
        reach: Box | None = None,
    ) -> Self:
        projection, name = _suited(box, world=world, reach=reach)
        lon0 = box.middle[0]
        lon, lat = np.meshgrid(np.linspace(box.west, box.east, 25), np.linspace(box.south, box.north, 25))
        x, y = projection(np.clip(lon, lon0 - CLIP, lon0 + CLIP), lat)
        seen = np.isfinite(x) & np.isfinite(y)
        x, y = x[seen], y[seen]
        metres = max(np.ptp(x) / max(1.0, width - 2 * room), np.ptp(y) / max(1.0, height - 2 * room), least_metres, 1.0)
        left = (x.min() + x.max()) / 2 - width / 2 * metres
        top = (y.min() + y.max()) / 2 + height / 2 * metres
        return cls(projection, name, lon0, float(left), float(top), float(metres), width, height)

    def pixels(self, lon: Floats, lat: Floats) -> Floats:
        """Give the pixels of places, one row each; longitudes are taken as they are, within 180 degrees of `lon0`."""
        x, y = self.projection(lon, lat)
        return np.column_stack([(np.asarray(x) - self.left) / self.metres, (self.top - np.asarray(y)) / self.metres])

    def near(self, lon: Floats) -> Floats:
        """Give longitudes as the frame shows them: within 180 degrees of its middle meridian."""
        return self.lon0 + np.clip((np.asarray(lon) - self.lon0 + 180) % 360 - 180, -CLIP, CLIP)

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Give the pixel of one place, wherever in the world it lies."""
        (at,) = self.pixels(self.near(np.array([lon], dtype=float)), np.array([lat], dtype=float))
        return float(at[0]), float(at[1])

    def places(self, lon: Floats, lat: Floats) -> Floats:
        """Give the pixels of places wherever in the world they lie, one row each."""
        return self.pixels(self.near(lon), np.asarray(lat, dtype=float))

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Say whether a pixel lies in the frame, and so far from its edge."""
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    @cached_property
    def degrees(self) -> Box:
        """What the frame shows at most, with a margin: all that lies outside need not be drawn."""
        x, y = np.meshgrid(np.linspace(0, self.width, 33), np.linspace(0, self.height, 33))
        east, north = self.left + x.ravel() * self.metres, self.top - y.ravel() * self.metres
        lon, lat = self.projection(east, north, inverse=True)
        # Beyond the edge of the world the inverse gives infinity, or a place that does not come back.
        finite = np.isfinite(lon) & np.isfinite(lat)
        back = np.column_stack(self.projection(lon[finite], lat[finite]))
        true = np.hypot(back[:, 0] - east[finite], back[:, 1] - north[finite]) < self.metres
        lon, lat = self.near(lon[finite][true]), lat[finite][true]
        if not len(lon):
            return Box(self.lon0 - CLIP, -90, self.lon0 + CLIP, 90)
        west, east_, south, north_ = lon.min(), lon.max(), lat.min(), lat.max()
        wide, high = (east_ - west) / 16 + 0.5, (north_ - south) / 16 + 0.5
        round_pole = east_ - west > 300
        return Box(
            float(self.lon0 - CLIP if round_pole else max(west - wide, self.lon0 - CLIP)),
            float(max(south - high, -90)),
            float(self.lon0 + CLIP if round_pole else min(east_ + wide, self.lon0 + CLIP)),
            float(min(north_ + high, 90)),
        )

    @property
    def zoom(self) -> float:
        """Leaflet's zoom at which the map would show the middle as large: what is named, and how large, follows it."""
        x, y = self.left + self.width / 2 * self.metres, self.top - self.height / 2 * self.metres
        _, lat = self.projection(x, y, inverse=True)
        lat = lat if math.isfinite(lat) and abs(lat) < 80 else 0.0
        return math.log2(TILE_METRES * math.cos(math.radians(lat)) / self.metres)

    def true_metres(self) -> float:
        """Metres on the ground to a pixel in the middle of the frame, from west to east."""
        from atlas.measure.geodesy import GEOD  # noqa: PLC0415 - read by the scale only

        x, y = self.left + self.width / 2 * self.metres, self.top - self.height / 2 * self.metres
        step = 5 * self.metres
        west, east = self.projection(x - step, y, inverse=True), self.projection(x + step, y, inverse=True)
        if not all(map(math.isfinite, (*west, *east))):
            return self.metres
        return float(GEOD.inv(*west, *east)[2]) / 10


def _suited(box: Box, *, world: bool, reach: Box | None = None) -> tuple[Proj, str]:
    """Choose a projection for what is to be seen, and say it in words."""
    lon0, lat0 = box.middle
    if world:
        return Proj(proj="eqearth", lon_0=lon0, ellps="WGS84"), f"Equal Earth, middle meridian {_degrees(lon0, 'EW')}"
    south, north = box.south, box.north
    if abs(lat0) > POLAR:
        words = f"stereographic, centred on {_degrees(lat0, 'NS')} {_degrees(lon0, 'EW')}"
        return Proj(proj="stere", lat_0=lat0, lon_0=lon0, ellps="WGS84"), words
    if abs(lat0) < 12 or south < -5 < 5 < north:
        words = f"Mercator, true to scale at {_degrees(lat0, 'NS')}"
        return Proj(proj="merc", lon_0=lon0, lat_ts=lat0, ellps="WGS84"), words
    # Two parallels a sixth from the edges spread the error of scale evenly (the rule of Deetz and Adams).
    if reach:  # as far as it lies on the same side of the equator
        south, north = (max(1.0, reach.south), reach.north) if lat0 > 0 else (reach.south, min(-1.0, reach.north))
    sixth = max(0.5, (north - south) / 6)
    one, two = round(south + sixth, 1), round(north - sixth, 1)
    if one >= two:
        one, two = round(lat0 - 0.5, 1), round(lat0 + 0.5, 1)
    words = (
        f"Lambert conformal conic, parallels {_degrees(one, 'NS')} and {_degrees(two, 'NS')}, "
        f"middle meridian {_degrees(lon0, 'EW')}"
    )
    return Proj(proj="lcc", lat_1=one, lat_2=two, lat_0=lat0, lon_0=lon0, ellps="WGS84"), words


def _degrees(value: float, ends: str) -> str:
    """Say an angle with its side: `34.5° N`."""
    value = (value + 180) % 360 - 180
    return f"{abs(round(value, 1)):g}° {ends[0] if value >= 0 else ends[1]}"
