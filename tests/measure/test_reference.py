"""Distances against GeographicLib: its published test set, and its own implementation in Python, which shares no code."""

from itertools import pairwise

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from geographiclib.test.test_geodesic import GeodesicTest

from atlas.measure.approach import closest
from atlas.measure.geodesy import apart, bearing, length_km, point_along
from atlas.measure.tracks import Track

PUBLISHED = [(case[0], case[1], case[2], case[3], case[4], case[6]) for case in GeodesicTest.testcases]
"""Latitude and longitude of the start, azimuth there, latitude and longitude of the end, metres."""


@pytest.mark.parametrize(("lat1", "lon1", "azimuth", "lat2", "lon2", "metres"), PUBLISHED)
def test_lengths_and_directions_are_those_of_the_published_test_set(lat1, lon1, azimuth, lat2, lon2, metres):
    start, end = (lon1, lat1), (lon2, lat2)
    assert length_km([start, end]) == pytest.approx(metres / 1000, abs=1e-9)
    assert apart(bearing(start, end), azimuth) < 1e-9
    assert closest(Track.of([[start]]), Track.of([[end]])).km == pytest.approx(metres / 1000, abs=1e-9)
    assert length_km([start, point_along([start, end], metres / 2000)]) == pytest.approx(metres / 2000, abs=1e-9)


def test_there_are_as_many_published_cases_as_geographiclib_tests_with():
    assert len(PUBLISHED) == 20


@pytest.mark.parametrize("seed", range(8))
def test_the_closest_point_of_a_coast_is_the_one_that_geographiclib_finds(seed):
    """A golden-section search along each side of a coast, with GeographicLib's inverse problem."""
    rng = np.random.default_rng(seed)
    point = (float(rng.uniform(120, 150)), float(rng.uniform(20, 50)))
    coast = [(float(lon), float(lat)) for lon, lat in rng.uniform((120, 20), (150, 50), (3, 2))]
    least = min(_golden(point, side) for side in pairwise(coast))
    assert closest(Track.of([[point]]), Track.of([coast])).km == pytest.approx(least, abs=0.01, rel=1e-5)


def _golden(point, side):
    (west, south), (east, north) = side

    def far(part):
        lat, lon = south + part * (north - south), west + part * (east - west)
        return Geodesic.WGS84.Inverse(point[1], point[0], lat, lon, Geodesic.DISTANCE)["s12"] / 1000

    starts = [number / 20 for number in range(21)]
    best = min(starts, key=far)
    low, high, gold = max(best - 0.05, 0), min(best + 0.05, 1), (5**0.5 - 1) / 2
    for _ in range(40):
        one, other = high - gold * (high - low), low + gold * (high - low)
        low, high = (low, other) if far(one) < far(other) else (one, high)
    return min(far(low), far(high), far((low + high) / 2))
