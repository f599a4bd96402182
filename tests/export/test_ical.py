"""The calendar, read back by the package icalendar: days, ids, text of all kinds, lines of no more than 75 bytes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import make_event, write_layers

from atlas.catalog import Catalog
from atlas.export import ical
from atlas.export.ical import calendar, folded, text
from atlas.view import View

SITE, OWN = "https://atlas.example.org/sea/", "https://atlas.example.org/sea/events.ics"
AWKWARD = "a,b;c\\n \\, \"q\" 'q' : END:VEVENT\r\nBEGIN:VALARM 演習演習演習演習演習演習演習演習演習演習演習演習演習演習 \x00\x07"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    said = [{"date": "2026-11-09", "what": "was five", "sources": []}]
    return Catalog.load(
        write_layers(
            tmp_path_factory.mktemp("layers"),
            make_event("one-day", "2019-12-31", modified="2026-11-01"),
            make_event("month", "2020-02-01", "2020-02-29", date_precision="month", kind="meeting"),
            make_event(
                "awkward", "2021-01-01", "2021-01-09", title=AWKWARD, summary=AWKWARD, areas=["a, b", "c; d"],
                modified="2026-11-09", corrections=said,
            ),
        )
    )  # fmt: skip


def read(catalog, **view):
    content = calendar(catalog, replace(View.default(catalog), **view), SITE, OWN)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    found = icalendar.Calendar.from_ical(content)
    events = list(found.walk("VEVENT"))
    assert not found.errors
    assert not [event.errors for event in events if event.errors]
    return found, events


def test_events_are_whole_days_that_end_before_the_day_after(catalog):
    _, events = read(catalog)
    assert [(event.decoded("dtstart"), event.decoded("dtend")) for event in events] == [
        (date(2021, 1, 1), date(2021, 1, 10)),
        (date(2020, 2, 1), date(2020, 3, 1)),
        (date(2019, 12, 31), date(2020, 1, 1)),
    ]
    assert all(event["dtstart"].params["VALUE"] == event["dtend"].params["VALUE"] == "DATE" for event in events)


def test_an_event_whose_days_are_not_known_says_so(catalog):
    _, (awkward, month, day) = read(catalog)
    assert month["summary"] == "Month (only the month is known)"
    assert "no source tells them" in month["description"]
    assert "2020-02 (only the month is known)" in month["description"]
    assert "only" not in day["summary"] + day["description"] + awkward["summary"]


def test_text_comes_back_as_it_was_without_what_no_calendar_may_hold(catalog):
    found, (awkward, *_) = read(catalog)
    kept = AWKWARD.replace("\r", "").replace("\x00", "").replace("\x07", "")
    assert awkward["summary"] == kept
    assert kept in awkward["description"]
    assert "Corrected on 2026-11-09: was five" in awkward["description"]
    assert awkward["location"] == "a, b, c; d"
    assert not found.walk("VALARM")


def test_ids_and_changes_come_from_the_record(catalog):
    _, (awkward, month, day) = read(catalog)
    assert str(day["uid"]) == "1ad2b165-79b1-50fb-8c0c-97872b2ecdc6"  # written down: calendars know events by it
    assert len({str(event["uid"]) for event in (awkward, month, day)}) == 3
    assert [int(event["sequence"]) for event in (awkward, month, day)] == [8, 1, 0]
    assert awkward.decoded("last-modified") == datetime(2026, 11, 9, tzinfo=UTC) == awkward.decoded("dtstamp")
    assert awkward.decoded("created") == datetime(2026, 11, 1, tzinfo=UTC)
    assert str(month["url"]) == "https://atlas.example.org/sea/event?id=month"
    assert month["categories"].to_ical() == b"meeting"
    assert month["transp"] == "TRANSPARENT"


def test_a_calendar_says_what_it_holds(catalog, monkeypatch):
    found, events = read(catalog, kinds=("meeting",))
    assert len(events) == 1
    assert found.calendar_name.startswith("Joint Sea Atlas: 1 meeting of China and Russia")
    assert str(found["url"]) == "https://atlas.example.org/sea/events?kind=meeting&v=1"
    assert "2026.11.0" in found["description"]
    assert read(catalog, kinds=())[1] == []
    monkeypatch.setattr(ical, "MOST", 2)
    found, events = read(catalog)
    assert len(events) == 2
    assert "Only the 2 that began last of 3" in found["description"]


def test_the_real_calendar_can_be_read_whole(real):
    _, events = read(real)
    rows = real.layers["events"].rows
    assert len(events) == len(rows)
    assert sum("only the month is known" in event["summary"] for event in events) == sum(
        row["date_precision"] == "month" for row in rows.values()
    )


@given(st.text())
def test_any_text_survives_escaping_and_folding(value):
    line = b"".join(folded(f"SUMMARY:{text(value)}").split(b"\r\n "))
    assert all(len(part) <= 75 for part in folded(f"SUMMARY:{text(value)}").split(b"\r\n"))
    [part] = icalendar.Component.from_ical(b"BEGIN:VEVENT\r\n" + line + b"END:VEVENT\r\n", multiple=True)
    kept = "".join(sign for sign in value if (sign >= " " or sign in "\t\n") and sign != "\x7f")
    assert str(part["summary"]) == kept
