"""The cache gives back what was kept, and nothing else."""

import pytest

from atlas.build.leg_cache import LegCache

LINE = [(130.0, 35.0), (131.25, 36.5)]
ASKED = [[(130.0, 35.0), (131.25, 36.5)], None]


def test_what_was_kept_comes_back_also_an_empty_way(tmp_path):
    cache = LegCache(tmp_path / "legs", b"land")
    assert cache.get(ASKED) is None
    cache.put(ASKED, LINE)
    assert cache.get(ASKED) == LINE
    cache.put([[(1.0, 2.0)], None], [])
    assert cache.get([[(1.0, 2.0)], None]) == []
    assert len(list((tmp_path / "legs").iterdir())) == 2


def test_another_land_other_points_another_wall_are_other_questions(tmp_path):
    LegCache(tmp_path, b"land").put(ASKED, LINE)
    assert LegCache(tmp_path, b"other land").get(ASKED) is None
    assert LegCache(tmp_path, b"land").get([[(130.0, 35.0), (131.25, 36.6)], None]) is None
    assert LegCache(tmp_path, b"land").get([ASKED[0], ((1.0, 2.0), (3.0, 4.0))]) is None


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\x00",
        b"[]",
        b"null",
        b'{"line":[[130.0,35.0],[131.25,36.5]]}',
        b'{"line":[[130.0,35.0],[131.25,99.5]],"sum":"0000000000000000"}',
        b'{"line":"far","sum":""}',
        b'{"line":[[1e999,35.0]],"sum":""}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_entry_is_as_good_as_none_and_is_mended(tmp_path, damaged):
    cache = LegCache(tmp_path, b"land")
    cache.put(ASKED, LINE)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damaged)
    assert cache.get(ASKED) is None
    cache.put(ASKED, LINE)
    assert cache.get(ASKED) == LINE


def test_a_point_moved_in_a_kept_file_is_noticed(tmp_path):
    cache = LegCache(tmp_path, b"land")
    cache.put(ASKED, LINE)
    (file,) = tmp_path.iterdir()
    file.write_text(file.read_text().replace("36.5", "37.5"))
    assert cache.get(ASKED) is None


def test_without_a_folder_or_where_none_can_be_made_nothing_is_kept_and_nothing_breaks(tmp_path):
    (tmp_path / "file").write_text("in the way")
    for cache in (LegCache(None, b"land"), LegCache(tmp_path / "file" / "legs", b"land")):
        cache.put(ASKED, LINE)
        assert cache.get(ASKED) is None
