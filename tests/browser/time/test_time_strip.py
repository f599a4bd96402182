"""The strip of time under hands, keys and fingers, on a page of its own."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from atlas.catalog.columns import days
from tests.browser.time.strip_stage import COUNTS, JULY, SPAN, StripStage, month_row, raise_strip

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DAY = timedelta(days=1)


@pytest.fixture
def strip(browser: Browser) -> Iterator[StripStage]:
    yield from stood(raise_strip(browser))


@pytest.fixture
def phone(browser: Browser) -> Iterator[StripStage]:
    yield from stood(raise_strip(browser, PHONE))


@pytest.fixture
def month(browser: Browser) -> Iterator[StripStage]:
    """A strip of two months: a day is many pixels wide."""
    yield from stood(raise_strip(browser, span=(date(2023, 6, 15), date(2023, 8, 15))))


def stood(stage: StripStage) -> Iterator[StripStage]:
    stage.show()
    yield stage
    assert stage.errors == []
    stage.page.close()


# Bars


def test_a_bar_says_its_month_and_its_kinds(strip: StripStage):
    bar = strip.page.locator(".strip-bars u").last
    assert (bar.get_attribute("title") or "").splitlines() == [
        "July 2023: 6 events",
        "Exercises: 3",
        "Transits: 2",
        "Port calls: 1",
    ]
    assert bar.locator("i").count() == 3


def test_the_highest_bar_fills_the_strip_and_the_others_are_in_proportion(strip: StripStage):
    heights = [bar.bounding_box()["height"] for bar in strip.page.locator(".strip-bars u").all()]
    whole = strip.page.locator(".strip-bars").bounding_box()["height"]
    assert heights[2] == pytest.approx(whole, abs=1.5)
    assert heights[0] == pytest.approx(heights[2] / 6, abs=1)


def test_a_bar_stands_over_its_month(strip: StripStage):
    box = strip.page.locator(".strip-bars u").last.bounding_box()
    assert box["x"] == pytest.approx(strip.x(JULY[0]), abs=1)
    assert box["x"] + box["width"] == pytest.approx(strip.x(JULY[1] + DAY), abs=1)


def test_the_bars_are_said_as_a_whole_and_can_be_read_as_a_table(strip: StripStage):
    expect(strip.page.get_by_role("img")).to_have_attribute(
        "aria-label",
        "Events begun in each month, stacked by kind: 9 events from April 2012 to July 2023, at most 6 in a month, in July 2023",
    )
    strip.page.get_by_role("button", name="Numbers").focus()
    strip.page.keyboard.press("Enter")
    table = strip.page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Month", "Exercises", "Air patrols", "Transits", "Port calls", "All"]
    )
    expect(table.get_by_role("row").last.locator("th, td")).to_have_text(["Jul 2023", "3", "–", "2", "1", "6"])
    strip.page.keyboard.press("Escape")
    expect(table).not_to_be_visible()
    expect(strip.page.get_by_role("button", name="Numbers")).to_be_focused()


def test_a_table_that_is_open_takes_the_numbers_that_come(strip: StripStage):
    strip.page.get_by_role("button", name="Numbers").click()
    strip.counts["/months?kind=air-patrol"] = COUNTS[1:2]
    strip.lay_out("/months?kind=air-patrol")
    expect(strip.page.get_by_role("table").get_by_role("row")).to_have_count(2)


def test_other_filters_bring_other_bars_and_the_range_stays(strip: StripStage):
    strip.state(date(2019, 1, 1), date(2019, 12, 31))
    strip.counts["/months?kind=air-patrol"] = COUNTS[1:2]
    strip.show("/months?kind=air-patrol")
    expect(strip.page.locator(".strip-bars u")).to_have_count(1)
    assert strip.range == (date(2019, 1, 1), date(2019, 12, 31))


def test_without_any_event_the_strip_says_so(strip: StripStage):
    strip.counts["/none"] = []
    strip.show("/none")
    expect(strip.page.locator(".strip-bars")).to_have_text("No event passes the other filters")


def test_counts_that_do_not_come_are_told_and_asked_for_again(browser: Browser):
    stage = raise_strip(browser)
    del stage.counts["/months"]
    stage.lay_out()
    expect(stage.page.get_by_role("status")).to_contain_text("could not be loaded")
    stage.handle("to").press("PageDown")
    expect(stage.handle("to")).to_have_attribute("aria-valuetext", "31 December 2022")
    stage.counts["/months"] = COUNTS
    stage.show()
    expect(stage.page.locator(".strip-bars u")).to_have_count(3)
    assert len(stage.errors) == 1
    stage.page.close()


def test_the_unit_stands_on_the_topmost_line_and_lines_are_few_however_many_events(strip: StripStage):
    lines = strip.page.locator(".strip-bars b")
    expect(lines).to_have_text(["2", "4", "6 events begun in a month"])
    strip.counts["/many"] = [month_row(date(2015, 5, 1), transit=3517), month_row(date(2015, 6, 1), meeting=20)]
    strip.show("/many")
    expect(lines).to_have_text(["1,000", "2,000", "3,000 events begun in a month"])
    strip.counts["/one"] = [month_row(date(2015, 5, 1), transit=1)]
    strip.show("/one")
    expect(lines).to_have_text(["1 event begun in a month"])


# Keys


KEYS = [
    ("ArrowRight", date(2018, 3, 1), date(2020, 7, 1)),
    ("ArrowUp", date(2018, 3, 1), date(2020, 7, 1)),
    ("ArrowLeft", date(2018, 2, 27), date(2020, 6, 29)),
    ("ArrowDown", date(2018, 2, 27), date(2020, 6, 29)),
    ("Shift+ArrowRight", date(2018, 3, 28), date(2020, 7, 31)),
    ("Shift+ArrowLeft", date(2018, 1, 28), date(2020, 5, 31)),
    ("PageUp", date(2019, 2, 28), date(2021, 6, 30)),
    ("PageDown", date(2017, 2, 28), date(2019, 6, 30)),
    ("Home", date(2010, 1, 1), date(2018, 2, 28)),
    ("End", date(2020, 6, 30), date(2023, 12, 31)),
]


def test_keys_step_each_end(strip: StripStage):
    start, end = date(2018, 2, 28), date(2020, 6, 30)
    for key, first, last in KEYS:
        for handle, range_ in (("from", (first, end)), ("to", (start, last))):
            strip.state(start, end)
            strip.handle(handle).press(key)
            assert strip.range == range_, key
            strip.page.keyboard.press("Tab")


def test_a_handle_says_what_it_is_where_it_is_and_how_far_it_goes(strip: StripStage):
    strip.state(date(2018, 5, 1), date(2020, 6, 30))
    for end, low, high, words in (
        ("from", SPAN[0], date(2020, 6, 30), "1 May 2018"),
        ("to", date(2018, 5, 1), SPAN[1], "30 June 2020"),
    ):
        handle = strip.handle(end)
        assert handle.get_attribute("aria-label") == {"from": "First day shown", "to": "Last day shown"}[end]
        assert handle.get_attribute("aria-valuetext") == words
        assert [handle.get_attribute(f"aria-value{name}") for name in ("min", "max")] == [
            str(days(low)),
            str(days(high)),
        ]


def test_keys_that_repeat_preview_at_once_and_are_told_once(strip: StripStage):
    strip.handle("to").focus()
    # All in one task of the page: on a busy machine keys from outside may come later than the pause that ends them.
    told_meanwhile = strip.handle("to").evaluate(
        """(handle) => {
          for (let k = 0; k < 5; k++) handle.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft', bubbles: true, cancelable: true}));
          return heard.filter(({name}) => name === 'did').length;
        }"""
    )
    assert told_meanwhile == 0
    strip.page.wait_for_function("heard.some(({name}) => name === 'did')")
    assert strip.heard("preview")[-1] == {"from": days(SPAN[0]), "to": days(SPAN[1]) - 5, "by": "strip"}
    strip.page.wait_for_timeout(400)
    assert strip.did == [(SPAN[0], SPAN[1] - 5 * DAY)]


def test_leaving_a_handle_tells_what_its_keys_have_chosen(strip: StripStage):
    strip.handle("from").press("PageUp")
    strip.page.keyboard.press("Tab")
    assert strip.did == [(date(2011, 1, 1), SPAN[1])]
    strip.page.wait_for_timeout(300)
    assert len(strip.did) == 1


def test_an_end_stops_at_the_other_and_a_key_that_moves_nothing_tells_nothing(strip: StripStage):
    strip.state(date(2020, 1, 1), date(2020, 1, 2))
    for key in ("ArrowRight", "ArrowRight", "PageUp", "Shift+ArrowRight"):
        strip.handle("from").press(key)
    assert strip.range == (date(2020, 1, 2), date(2020, 1, 2))
    strip.handle("to").press("PageDown")
    assert strip.range == (date(2020, 1, 2), date(2020, 1, 2))
    strip.page.wait_for_timeout(300)
    assert len(strip.did) == 1
    strip.handle("from").press("ArrowUp")
    strip.handle("from").press("a")
    strip.page.wait_for_timeout(300)
    assert len(strip.did) == 1


# Hands


def test_an_end_is_dragged_to_a_month_where_a_day_is_too_narrow_to_aim_at(strip: StripStage):
    strip.drag(strip.x(SPAN[0]), strip.x(date(2018, 4, 3)) + 1)
    assert strip.range == (date(2018, 4, 1), SPAN[1])
    strip.drag(strip.x(SPAN[1] + DAY), strip.x(date(2020, 9, 25)))
    assert strip.range == (date(2018, 4, 1), date(2020, 9, 30))
    assert strip.did == [(date(2018, 4, 1), SPAN[1]), (date(2018, 4, 1), date(2020, 9, 30))]


def test_an_end_is_dragged_to_a_day_where_there_is_room(month: StripStage):
    first, last = month.span
    month.drag(month.x(first), month.x(date(2023, 6, 28)) + 2)
    assert month.range == (date(2023, 6, 28), last)
    month.drag(month.x(last + DAY), month.x(date(2023, 7, 10)) + 2)
    assert month.range == (date(2023, 6, 28), date(2023, 7, 9))


def test_the_map_follows_while_a_hand_drags_once_a_frame_and_python_is_told_once_at_the_end(strip: StripStage):
    strip.drag(strip.x(SPAN[0]), strip.x(date(2015, 1, 1)), strip.x(date(2019, 1, 1)), let=False)
    before = strip.page.evaluate("heard")
    assert len(before) > 3
    assert {one["name"] for one in before} == {"preview"}
    assert before[-1]["detail"] == {"from": days(date(2019, 1, 1)), "to": days(SPAN[1]), "by": "strip"}
    hurry = """([x, y]) => { for (let k = 20; k >= 0; k--) document.querySelector('.strip-field')
        .dispatchEvent(new PointerEvent('pointermove', {pointerId: 1, clientX: x - 40 * k, clientY: y})); }"""
    strip.page.evaluate(hurry, [strip.x(date(2019, 1, 1)), strip.y])
    strip.settle()
    frames = [one["frame"] for one in strip.page.evaluate("heard")]
    assert len(set(frames)) == len(frames) == len(before) + 1
    strip.page.mouse.up()
    assert strip.did == [(date(2019, 1, 1), SPAN[1])]


def test_an_end_dragged_over_the_other_stops_there(strip: StripStage):
    strip.state(date(2015, 1, 1), date(2018, 12, 31))
    strip.drag(strip.x(date(2015, 1, 1)), strip.x(date(2022, 1, 1)))
    assert strip.range == (date(2018, 12, 1), date(2018, 12, 31))
    strip.state(date(2015, 1, 1), date(2018, 12, 31))
    strip.drag(strip.x(date(2019, 1, 1)), strip.x(date(2012, 1, 1)))
    assert strip.range == (date(2015, 1, 1), date(2015, 1, 31))


def test_an_end_dragged_out_of_the_strip_stands_at_the_end_of_the_span(strip: StripStage):
    strip.state(date(2015, 1, 1), date(2018, 12, 31))
    strip.drag(strip.x(date(2015, 1, 1)), 10)
    strip.drag(strip.x(date(2019, 1, 1)), 1390)
    assert strip.range == SPAN


def test_the_range_is_moved_as_a_whole_and_stays_of_whole_months(strip: StripStage):
    strip.state(date(2015, 1, 1), date(2016, 12, 31))
    middle = strip.x(date(2016, 1, 1))
    strip.drag(middle, middle + strip.x(date(2013, 3, 1)) - strip.x(date(2011, 2, 1)))
    assert strip.range == (date(2017, 2, 1), date(2019, 1, 31))
    strip.drag(strip.x(date(2018, 1, 1)), 1395)
    assert strip.range == (date(2022, 1, 1), date(2023, 12, 31))
    assert len(strip.did) == 2


def test_a_range_of_odd_days_keeps_its_length_when_it_is_moved(strip: StripStage):
    strip.state(date(2015, 1, 13), date(2016, 12, 3))
    strip.drag(strip.x(date(2016, 1, 1)), strip.x(date(2018, 1, 1)))
    first, last = strip.range
    assert last - first == date(2016, 12, 3) - date(2015, 1, 13)
    assert abs(first - date(2017, 1, 13)) < timedelta(days=8)


@pytest.mark.parametrize("stroke", [(date(2019, 3, 10), date(2021, 8, 20)), (date(2021, 8, 20), date(2019, 3, 10))])
def test_a_stroke_over_the_bars_is_the_new_range_of_all_months_it_touched(strip: StripStage, stroke: tuple[date, date]):
    strip.drag(*map(strip.x, stroke))
    assert strip.range == (date(2019, 3, 1), date(2021, 8, 31))
    assert strip.did == [strip.range]


def test_a_stroke_beside_the_range_makes_a_new_one(month: StripStage):
    month.state(date(2023, 7, 20), date(2023, 7, 28))
    month.drag(month.x(date(2023, 6, 20)) + 3, month.x(date(2023, 7, 4)) + 3)
    assert month.range == (date(2023, 6, 20), date(2023, 7, 4))


def test_a_click_and_a_trembling_hand_do_nothing(strip: StripStage):
    strip.state(date(2015, 1, 1), date(2018, 12, 31))
    for day in (date(2012, 1, 1), date(2015, 1, 1), date(2017, 1, 1), date(2019, 1, 1)):
        strip.page.mouse.click(strip.x(day), strip.y)
        strip.drag(strip.x(day), strip.x(day) + 3)
    assert strip.page.evaluate("heard") == []
    assert strip.range == (date(2015, 1, 1), date(2018, 12, 31))


def test_the_other_button_of_the_mouse_does_nothing(strip: StripStage):
    strip.page.mouse.move(strip.x(date(2012, 1, 1)), strip.y)
    strip.page.mouse.down(button="right")
    strip.page.mouse.move(strip.x(date(2014, 1, 1)), strip.y, steps=4)
    strip.page.mouse.up(button="right")
    assert strip.page.evaluate("heard") == []


def test_escape_gives_up_a_drag_and_the_map_goes_back(strip: StripStage):
    strip.state(date(2015, 1, 1), date(2018, 12, 31))
    strip.drag(strip.x(date(2015, 1, 1)), strip.x(date(2012, 1, 1)), let=False)
    strip.page.keyboard.press("Escape")
    strip.page.mouse.move(strip.x(date(2011, 1, 1)), strip.y)
    strip.page.mouse.up()
    assert strip.range == (date(2015, 1, 1), date(2018, 12, 31))
    assert strip.heard("preview")[-1] == {"from": days(date(2015, 1, 1)), "to": days(date(2018, 12, 31)), "by": "strip"}
    assert strip.did == []


def test_a_press_on_a_handle_focuses_it(strip: StripStage):
    strip.drag(strip.x(SPAN[1] + DAY), strip.x(date(2021, 1, 1)))
    expect(strip.handle("to")).to_be_focused()


# What others say


def test_the_state_of_the_page_wins_but_not_under_a_hand(strip: StripStage):
    strip.drag(strip.x(SPAN[0]), strip.x(date(2015, 1, 1)), let=False)
    strip.state(date(2011, 1, 1), date(2012, 12, 31))
    assert strip.range == (date(2015, 1, 1), SPAN[1])
    strip.page.mouse.up()
    assert strip.did == [(date(2015, 1, 1), SPAN[1])]
    strip.state(date(2011, 1, 1), date(2012, 12, 31))
    assert strip.range == (date(2011, 1, 1), date(2012, 12, 31))


def test_a_state_that_was_there_before_the_strip_is_shown(browser: Browser):
    stage = raise_strip(browser)
    stage.state(*JULY)
    stage.show()
    assert stage.range == JULY
    stage.page.close()


def test_the_range_follows_the_player_and_says_nothing_itself(strip: StripStage):
    play = "(detail) => document.dispatchEvent(new CustomEvent('atlas:preview', {detail}))"
    first, last = date(2019, 3, 4), date(2019, 4, 2)
    strip.page.evaluate(play, {"from": days(first), "to": days(last), "by": "player"})
    assert strip.range == (first, last)
    strip.page.evaluate(play, {"from": days(first) - 99999, "to": days(last) + 99999, "by": "player"})
    assert strip.range == SPAN
    strip.page.wait_for_timeout(300)
    assert strip.page.evaluate("heard") == []


def test_a_strip_that_has_left_the_page_hears_nothing(strip: StripStage):
    strip.page.evaluate("stop()")
    strip.state(*JULY)
    assert strip.range == SPAN


# Controls


def test_named_ranges_are_chosen_with_one_press_and_shown_as_chosen(strip: StripStage):
    july, whole = (strip.page.get_by_role("button", name=name) for name in ("July 2023", "Whole span"))
    expect(whole).to_have_attribute("aria-pressed", "true")
    july.click()
    assert strip.range == JULY
    expect(july).to_have_attribute("aria-pressed", "true")
    expect(whole).to_have_attribute("aria-pressed", "false")
    whole.click()
    whole.click()
    assert strip.did == [JULY, SPAN]
    assert strip.heard("preview")[0] == {"from": days(JULY[0]), "to": days(JULY[1]), "by": "strip"}


def test_the_last_twelve_months_end_with_the_data_and_a_range_that_is_not_whole_is_not_offered(browser: Browser):
    for span, wanted in (
        ((date(2005, 8, 18), date(2026, 7, 29)), ["Whole span", "2025-07-30", "2023-07-01"]),
        ((date(2020, 1, 1), date(2024, 2, 29)), ["Whole span", "2023-03-01", "2023-07-01"]),
        ((date(2023, 7, 2), date(2024, 7, 1)), ["Whole span", "2023-07-02"]),
        ((date(2023, 7, 2), date(2024, 6, 30)), ["Whole span"]),
    ):
        stage = raise_strip(browser, span=span)
        stage.show()
        buttons = stage.page.locator(".strip-presets > button").all()
        assert buttons[0].text_content() == wanted[0]
        for button, first in zip(buttons[1:], wanted[1:], strict=True):
            button.click()
            expect(stage.page.get_by_label("From", exact=True)).to_have_value(first)
        stage.page.close()


def test_years_are_gone_through_one_at_a_time(strip: StripStage):
    group = strip.page.get_by_role("group", name="One year")
    before, only, after = group.get_by_role("button").all()
    expect(only).to_have_text("2023")
    expect(after).to_be_disabled()
    only.click()
    assert strip.range == (date(2023, 1, 1), date(2023, 12, 31))
    expect(only).to_have_attribute("aria-pressed", "true")
    before.click()
    before.click()
    expect(only).to_have_text("2021")
    assert strip.range == (date(2021, 1, 1), date(2021, 12, 31))
    after.click()
    assert strip.range == (date(2022, 1, 1), date(2022, 12, 31))
    expect(before).to_have_accessible_name("Year before: 2021")


def test_a_year_that_the_data_begin_in_is_shown_as_far_as_it_goes(month: StripStage):
    group = month.page.get_by_role("group", name="One year")
    before, only, after = group.get_by_role("button").all()
    expect(before).to_be_disabled()
    expect(after).to_be_disabled()
    expect(only).to_have_attribute("aria-pressed", "true")


def test_a_date_is_typed_and_counts_at_enter(strip: StripStage):
    field = strip.page.get_by_label("From", exact=True)
    field.focus()
    strip.type_day("2021-10-17")
    assert strip.did == []
    strip.page.keyboard.press("Enter")
    assert strip.range == (date(2021, 10, 17), SPAN[1])
    assert strip.did == [strip.range]
    strip.page.keyboard.press("Tab")
    assert len(strip.did) == 1
    expect(strip.page.get_by_role("status")).to_be_empty()


def test_a_date_that_was_typed_counts_after_a_rest(strip: StripStage):
    strip.page.get_by_label("To", exact=True).focus()
    strip.type_day("2022-07-05")
    expect(strip.handle("to")).to_have_attribute("aria-valuetext", "5 July 2022")
    assert strip.did == [(SPAN[0], date(2022, 7, 5))]


def test_a_date_from_the_calendar_counts_at_once(strip: StripStage):
    strip.page.get_by_label("To", exact=True).fill("2020-02-29")
    assert strip.did == [(SPAN[0], date(2020, 2, 29))]


@pytest.mark.parametrize(
    ("label", "typed", "range_", "said"),
    [
        ("From", "2020-02-30", SPAN, "no day; 1 January 2010 stays"),
        ("From", "1999-10-17", SPAN, "so 1 January 2010 was taken"),
        ("To", "2199-10-17", SPAN, "so 31 December 2023 was taken"),
        ("From", "2022-06-01", (date(2021, 12, 31), date(2022, 6, 1)), "exchanged"),
    ],
)
def test_a_date_that_cannot_be_is_put_right_and_told(
    strip: StripStage, label: str, typed: str, range_: tuple[date, date], said: str
):
    if said == "exchanged":
        strip.state(SPAN[0], date(2021, 12, 31))
    field = strip.page.get_by_label(label, exact=True)
    field.focus()
    strip.type_day(typed)
    strip.page.keyboard.press("Enter")
    expect(strip.page.get_by_role("status")).to_contain_text(said)
    assert strip.range == range_
    assert strip.did == ([] if range_ == SPAN else [range_])
    first, last = (strip.page.get_by_label(name, exact=True).input_value() for name in ("From", "To"))
    assert (first, last) == tuple(day.isoformat() for day in range_)


def test_an_input_that_was_only_looked_at_changes_nothing(strip: StripStage):
    strip.page.get_by_label("From", exact=True).focus()
    strip.state(date(2020, 1, 1), date(2020, 12, 31))
    expect(strip.page.get_by_label("From", exact=True)).to_have_value("2020-01-01")
    strip.page.get_by_label("To", exact=True).focus()
    strip.page.get_by_role("button", name="Numbers").focus()
    assert strip.did == []


# How it looks


RANGES = [
    SPAN,
    JULY,
    (SPAN[0], SPAN[0]),
    (SPAN[1], SPAN[1]),
    (date(2010, 1, 1), date(2010, 2, 3)),
    (date(2023, 11, 3), date(2023, 12, 31)),
    (date(2016, 5, 17), date(2016, 9, 2)),
]


@pytest.mark.parametrize("stage", ["strip", "phone"])
def test_the_words_at_the_handles_never_meet_and_never_leave_the_strip(stage: str, request: pytest.FixtureRequest):
    strip: StripStage = request.getfixturevalue(stage)
    plot = strip.page.locator(".strip-plot").bounding_box()
    for range_ in RANGES:
        strip.state(*range_)
        a, b = (word.bounding_box() for word in strip.page.locator(".strip-word").all())
        assert a["x"] >= plot["x"] - 0.5, range_
        assert a["x"] + a["width"] <= b["x"] - 4, range_
        assert b["x"] + b["width"] <= plot["x"] + plot["width"] + 0.5, range_


def names(stage: StripStage) -> list[str]:
    return [text for text in stage.page.locator(".strip-axis span").all_text_contents() if text]


def test_years_thin_out_and_months_come_in_with_the_width(browser: Browser):
    for width, span, wanted in (
        (1400, SPAN, [str(year) for year in range(2010, 2024)]),
        (800, SPAN, ["2010", "2012", "2014", "2016", "2018", "2020", "2022"]),
        (390, SPAN, ["2010", "2012", "2014", "2016", "2018", "2020", "2022"]),
        (1400, (date(2022, 11, 5), date(2023, 8, 9)), ["2022", "Dec", "2023", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"]),
        (800, (date(2021, 1, 1), date(2023, 12, 31)), ["2021", "Apr", "Jul", "Oct", "2022", "Apr", "Jul", "Oct", "2023", "Apr", "Jul", "Oct"]),
    ):  # fmt: skip
        stage = raise_strip(browser, {"viewport": {"width": width, "height": 400}}, span=span)
        stage.show()
        assert names(stage) == wanted
        boxes = [sign.bounding_box() for sign in stage.page.locator(".strip-axis span", has_text=r"/./").all()]
        assert all(a["x"] + a["width"] <= b["x"] for a, b in pairwise(boxes))
        stage.page.close()


def test_the_strip_follows_the_width_of_the_window(strip: StripStage):
    strip.state(date(2015, 1, 1), date(2018, 12, 31))
    strip.page.set_viewport_size({"width": 800, "height": 400})
    strip.settle()
    box = strip.handle("from").bounding_box()
    assert box["x"] + box["width"] / 2 == pytest.approx(strip.x(date(2015, 1, 1)), abs=1)
    assert len(names(strip)) < 14
    strip.drag(strip.x(date(2015, 1, 1)), strip.x(date(2013, 1, 1)))
    assert strip.range == (date(2013, 1, 1), date(2018, 12, 31))


@pytest.mark.parametrize("panel", ["", "st-key-detail"])
def test_nothing_of_the_strip_is_cut_off(strip: StripStage, panel: str):
    strip.page.evaluate("(name) => { document.body.appendChild(document.createElement('p')).className = name; }", panel)
    for width in (1400, 1170, 1024, 390, 320):
        strip.page.set_viewport_size({"width": width, "height": 400})
        strip.settle()
        host = strip.page.locator(".st-key-time").bounding_box()
        parts = [part.bounding_box() for part in strip.page.locator(".strip-tools :is(button, input, select)").all()]
        boxes = [box for box in parts if box]  # the list stands for the buttons, or they for the list
        assert boxes[0]["x"] >= host["x"] + 9, width
        assert all(a["x"] + a["width"] <= b["x"] + 1 for a, b in pairwise(boxes)), width
        assert boxes[-1]["x"] + boxes[-1]["width"] <= host["x"] + host["width"] - 9, width
        for box in boxes:
            assert host["y"] <= box["y"] <= box["y"] + box["height"] <= host["y"] + host["height"] + 0.5, width
            assert min(box["height"], box["width"]) >= 24, width


def test_dark_takes_the_dark_colours(strip: StripStage):
    def colours() -> list[str]:
        script = "(e) => [getComputedStyle(e).getPropertyValue('--ink'), getComputedStyle(e).backgroundColor]"
        bar = strip.page.locator(".strip-bars i").first.evaluate(script)
        ground = strip.page.locator(".strip-chosen").evaluate(script)
        return [bar[1], ground[1]]

    light = colours()
    strip.page.evaluate("document.documentElement.style.colorScheme = 'dark'")
    dark = colours()
    assert light[1] != dark[1]
    assert dark[1] == "rgb(23, 56, 74)"


# Fingers


def touch(stage: StripStage, start: float, *stops: float, cancel: bool = False) -> None:
    """Drag with a finger."""
    client = stage.page.context.new_cdp_session(stage.page)

    def send(kind: str, *places: float) -> None:
        points = [{"x": x, "y": stage.y} for x in places]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", start)
    for stop in stops:
        for part in range(1, 6):
            send("touchMove", start + (stop - start) * part / 5)
        stage.settle()
        start = stop
    send("touchCancel" if cancel else "touchEnd")
    stage.settle()


def test_a_finger_drags_an_end_and_the_page_does_not_scroll(phone: StripStage):
    touch(phone, phone.x(SPAN[0]) + 15, phone.x(date(2016, 7, 1)) + 15)
    assert phone.range == (date(2016, 7, 1), SPAN[1])
    assert phone.did == [phone.range]
    assert phone.page.locator(".strip-field").evaluate("(e) => getComputedStyle(e).touchAction") == "none"
    assert phone.page.evaluate("[scrollX, scrollY]") == [0, 0]


def test_a_finger_moves_the_range_and_strokes_a_new_one(phone: StripStage):
    phone.state(date(2013, 1, 1), date(2016, 12, 31))
    touch(phone, phone.x(date(2015, 1, 1)), phone.x(date(2018, 1, 1)))
    assert phone.range == (date(2016, 1, 1), date(2019, 12, 31))
    touch(phone, phone.x(date(2022, 2, 5)), phone.x(date(2023, 8, 5)))
    assert phone.range == (date(2022, 2, 1), date(2023, 8, 31))
    assert len(phone.did) == 2


def test_a_finger_that_the_system_takes_away_chooses_nothing(phone: StripStage):
    phone.state(date(2013, 1, 1), date(2016, 12, 31))
    touch(phone, phone.x(date(2015, 1, 1)), phone.x(date(2018, 1, 1)), cancel=True)
    assert phone.range == (date(2013, 1, 1), date(2016, 12, 31))
    assert phone.did == []


def test_a_finger_finds_handles_of_44_pixels(phone: StripStage):
    for first, last in (SPAN, (date(2013, 1, 1), date(2016, 12, 31))):
        phone.state(first, last)
        for end in ("from", "to"):
            box = phone.handle(end).bounding_box()
            assert box["width"] >= 44
            assert box["height"] >= 44
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390


def test_a_phone_chooses_named_ranges_and_years_from_a_list(phone: StripStage):
    choice = phone.page.get_by_role("combobox", name="Days shown")
    expect(choice).to_be_visible()
    expect(phone.page.get_by_role("button", name="Whole span")).not_to_be_visible()
    choice.select_option("2019")
    assert phone.range == (date(2019, 1, 1), date(2019, 12, 31))
    choice.select_option("July 2023")
    assert phone.did == [(date(2019, 1, 1), date(2019, 12, 31)), JULY]
    phone.handle("to").press("ArrowLeft")
    expect(choice).to_have_value("Choose")
