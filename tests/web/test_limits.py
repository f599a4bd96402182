"""How often one reader may ask: a burst, then as fast as the bucket fills; no reader empties another's."""

import pytest

from atlas.web.limits import Limits, network


def test_a_bucket_gives_a_burst_and_then_as_fast_as_it_fills():
    limits = Limits(per_second=2, burst=3)
    assert [limits.take("192.0.2.1", now=100) for _ in range(4)] == [0, 0, 0, 0.5]
    assert limits.take("192.0.2.1", now=100.5) == 0
    assert limits.take("192.0.2.1", now=100.5) == 0.5
    assert [limits.take("192.0.2.1", now=1e6) for _ in range(4)] == [0, 0, 0, 0.5]


def test_a_refusal_takes_nothing_and_what_costs_more_than_a_bucket_takes_a_full_one():
    limits = Limits(per_second=1, burst=10)
    assert limits.take("a", 50, now=0) == 0
    assert limits.take("a", 50, now=4) == limits.take("a", 50, now=4) == 6
    assert limits.take("a", 50, now=10) == 0


def test_no_reader_empties_the_bucket_of_another():
    limits = Limits(per_second=1, burst=1)
    assert limits.take("192.0.2.1", now=0) == limits.take("192.0.2.2", now=0) == 0
    assert limits.take("192.0.2.1", now=0) == 1


def test_only_so_many_addresses_are_remembered():
    limits = Limits(per_second=1, burst=1, most=2)
    assert [limits.take(client, now=0) for client in ("a", "b", "c", "b", "a")] == [0, 0, 0, 1, 0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "unix", False),
    ],
)
def test_who_has_a_network_of_ipv6_has_one_bucket(one, other, same):
    assert (network(one) == network(other)) is same
