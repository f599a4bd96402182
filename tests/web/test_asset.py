"""One file over the wire: what a reader accepts and what a reader has."""

import pytest

from atlas.web.asset import Asset, matches, takes


@pytest.mark.parametrize(
    ("accepted", "gzip", "br"),
    [
        ("gzip, deflate, br", True, True),
        ("GZIP", True, False),
        ("", False, False),
        ("*", True, True),
        ("*;q=0", False, False),
        ("br;q=0, *", True, False),
        ("br; q=0.001, gzip;q=0.000", False, True),
        ("identity", False, False),
        ("brotli, gzipped", False, False),
        (",;;q=,", False, False),
    ],
)
def test_an_encoding_is_taken_when_named_with_any_weight_but_nought(accepted, gzip, br):
    assert (takes(accepted, "gzip"), takes(accepted, "br")) == (gzip, br)


@pytest.mark.parametrize(
    ("wanted", "same"),
    [('"a"', True), ('W/"a"', True), ('"b", W/"a"', True), ("*", True), ("", False), ('"b"', False), ("a", False)],
)
def test_a_tag_is_known_whether_weak_or_strong(wanted, same):
    assert matches(wanted, 'W/"a"') is same


def test_small_and_packed_files_are_not_packed_again():
    assert Asset(b"x" * 100, ".css", "").encodings == {}
    assert Asset(b"x" * 10_000, ".woff2", "").encodings == {}
    assert list(Asset(b"x" * 10_000, ".css", "").encodings) == ["br", "gzip"]


def test_the_tag_follows_the_content_alone():
    assert Asset(b"a", ".css", "x").tag == Asset(b"a", ".js", "y").tag != Asset(b"b", ".css", "x").tag
