"""The cache gives back what was kept, and nothing else."""

import pytest

from atlas.build.cache import Cache

LINE = [[130.0, 35.0], [131.25, 36.5]]
CODE = ("coast.py",)
ASKED = [[(130.0, 35.0), (131.25, 36.5)], None]


def land_cache(folder, land=b"land"):
    return Cache(folder, CODE, ["numpy"], land)


def test_what_was_kept_comes_back_also_an_empty_way(tmp_path):
    cache = land_cache(tmp_path / "legs")
    assert cache.get(ASKED) is None
    cache.put(ASKED, LINE)
    assert cache.get(ASKED) == LINE
    cache.put([[(1.0, 2.0)], None], [])
    assert cache.get([[(1.0, 2.0)], None]) == []
    assert len(list((tmp_path / "legs").iterdir())) == 2


def test_another_land_code_library_points_or_wall_is_another_question(tmp_path):
    land_cache(tmp_path).put(ASKED, LINE)
    assert land_cache(tmp_path, b"other land").get(ASKED) is None
    assert land_cache(tmp_path).get([[(130.0, 35.0), (131.25, 36.6)], None]) is None
    assert Cache(tmp_path, ["pull.py"], ["numpy"], b"land").get(ASKED) is None
    assert Cache(tmp_path, CODE, ["shapely"], b"land").get(ASKED) is None
    assert land_cache(tmp_path).get([ASKED[0], ((1.0, 2.0), (3.0, 4.0))]) is None


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\x00",
        b"[]",
        b"null",
        b'{"answer":[[130.0,35.0],[131.25,36.5]]}',
        b'{"answer":[[130.0,35.0],[131.25,99.5]],"sum":"0000000000000000"}',
        b'{"answer":"far","sum":""}',
        b'{"answer":[[1e999,35.0]],"sum":""}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_entry_is_as_good_as_none_and_is_mended(tmp_path, damaged):
    cache = land_cache(tmp_path)
    cache.put(ASKED, LINE)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damaged)
    assert cache.get(ASKED) is None
    cache.put(ASKED, LINE)
    assert cache.get(ASKED) == LINE


def test_a_point_moved_in_a_kept_file_is_noticed(tmp_path):
    cache = land_cache(tmp_path)
    cache.put(ASKED, LINE)
    (file,) = tmp_path.iterdir()
    file.write_text(file.read_text().replace("36.5", "37.5"))
    assert cache.get(ASKED) is None


def test_without_a_folder_or_where_none_can_be_made_nothing_is_kept_and_nothing_breaks(tmp_path):
    (tmp_path / "file").write_text("in the way")
    for cache in (land_cache(None), land_cache(tmp_path / "file" / "legs")):
        cache.put(ASKED, LINE)
        assert cache.get(ASKED) is None
