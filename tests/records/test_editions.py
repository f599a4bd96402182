"""Versions of the data: the newest first, each of its month, none older than what the records hold."""

import pytest

from tests.records.builders import EDITION, TinyGeodata, make_event

EARLIER = {"id": "2026.10.3", "released": "2026-10-31", "note": "before"}


@pytest.mark.parametrize(
    ("editions", "told"),
    [
        ([], "editions is empty; allowed: at least one version; add one"),
        ([EDITION | {"id": "2026.11"}], "id is 2026.11; allowed: a version, year.month.number, such as 2026.11.0"),
        ([EDITION | {"id": "2026.11.01"}], "id is 2026.11.01; allowed: a version"),
        ([EDITION | {"id": "2026.13.0"}], "id is 2026.13.0; allowed: a version"),
        ([EDITION | {"id": "2026.١١.0"}], "allowed: a version"),
        ([EDITION | {"id": 2026.11}], "id is 2026.11; allowed: text"),
        ([EDITION | {"released": None}], "released is None; allowed: a day"),
        ([EDITION | {"id": "2026.12.0"}], "id is 2026.12.0; allowed: 2026.11.0 or a higher last number"),
        ([EARLIER, EDITION], "2026.11.0: id is 2026.11.0; allowed: a version before 2026.10.3"),
        ([EDITION, EARLIER | {"id": "2026.11.0"}], "id is 2026.11.0; allowed: each id once"),
        (
            [EDITION | {"released": "2026-11-22"}, {**EDITION, "id": "2026.11.1"}],
            "id is 2026.11.1; allowed: a version b",
        ),
        (
            [{**EDITION, "id": "2026.11.10", "released": "2026-11-24"}, {**EDITION, "id": "2026.11.9"}],
            "2026.11.9: released is 2026-11-26; allowed: 2026-11-24 (released of 2026.11.10) or before",
        ),
        (
            [EDITION | {"released": "2026-11-21"}],
            "released is 2026-11-21; allowed: 2026-11-22 (modified of joint-sea-2021) or later; add a new version above it",
        ),
        ([EDITION | {"day": "2026-11-21"}], "day is an unknown field"),
    ],
)
def test_a_version_that_cannot_be_right_is_told(geodata: TinyGeodata, editions, told):
    geodata.registry["editions"]["editions"] = editions
    geodata.write()
    (problem,) = geodata.problems()
    assert problem.startswith("registry/editions.yaml: ")
    assert told in problem


def test_versions_are_ordered_as_numbers_and_two_may_be_of_one_day(geodata: TinyGeodata):
    later = [EDITION | {"id": "2026.11.10"}, EDITION | {"id": "2026.11.9"}]
    geodata.registry["editions"]["editions"] = [*later, EDITION, EARLIER]
    geodata.events = [make_event(modified=EDITION["released"])]
    geodata.write()
    assert geodata.problems() == []
