"""Office hours, next opening and closing time of a desk."""

from datetime import datetime

import pytest

from sgtui.domain.calendar import LONDON, Calendar, OpeningHours, Unit

DESK = OpeningHours.parse("Mon-Thu 08:30-17:00, Fri 08:30-16:30")
NIGHT_TEAM = OpeningHours.parse(
    "Mon-Thu 17:00-08:30, Fri 16:30-08:30, Sat-Sun 08:30-08:30, bank holidays 08:30-08:30"
)
CALENDAR = Calendar()


def london(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def test_a_desk_is_shut_from_its_closing_minute_on() -> None:
    assert CALENDAR.is_open(DESK, london(11, 20, 16, 29))
    assert not CALENDAR.is_open(DESK, london(11, 20, 16, 30))
    assert CALENDAR.is_open(DESK, london(11, 23, 8, 30))


def test_a_desk_is_shut_on_a_bank_holiday_and_opens_the_day_after() -> None:
    assert not CALENDAR.is_open(DESK, london(12, 28, 11))
    assert CALENDAR.next_opening(DESK, london(12, 24, 18)) == london(12, 29, 8, 30)


def test_an_open_desk_opens_at_the_moment_itself() -> None:
    assert CALENDAR.next_opening(DESK, london(11, 20, 11)) == london(11, 20, 11)
    assert CALENDAR.open_until(DESK, london(11, 20, 11)) == london(11, 20, 16, 30)


def test_a_shut_desk_has_no_closing_time() -> None:
    assert CALENDAR.open_until(DESK, london(11, 21, 11)) is None


def test_the_night_team_answers_when_the_desk_does_not() -> None:
    for at in (london(11, 20, 17), london(11, 22, 3), london(11, 23, 8, 29), london(12, 28, 12)):
        assert CALENDAR.is_open(NIGHT_TEAM, at)
        assert not CALENDAR.is_open(DESK, at)
    assert not CALENDAR.is_open(NIGHT_TEAM, london(11, 23, 9))


def test_openings_that_touch_are_one_stretch() -> None:
    assert CALENDAR.open_until(NIGHT_TEAM, london(11, 20, 17)) == london(11, 23, 8, 30)


def test_a_desk_that_never_shuts_has_no_end() -> None:
    always = OpeningHours.parse("always")
    assert CALENDAR.is_open(always, london(12, 25, 3))
    assert CALENDAR.open_until(always, london(12, 25, 3)) is None


def test_a_desk_that_never_opens_has_no_opening() -> None:
    never = OpeningHours.parse("never")
    assert not CALENDAR.is_open(never, london(11, 20, 11))
    assert CALENDAR.next_opening(never, london(11, 20, 11)) is None


def test_hours_run_only_while_the_desk_is_open() -> None:
    found = CALENDAR.deadline(london(11, 20, 16), 4, Unit.OFFICE_HOURS, hours=DESK)
    assert found.due_at == london(11, 23, 12)
    assert [day.why for day in found.skipped] == ["weekend", "weekend"]
    assert "counted only while the desk is open" in found.explanation


def test_no_hours_mean_the_next_opening() -> None:
    found = CALENDAR.deadline(london(11, 20, 18), 0, Unit.OFFICE_HOURS, hours=DESK)
    assert found.due_at == london(11, 23, 8, 30)
    assert found.explanation == (
        "When the desk next opens after Fri 20 Nov 2026 18:00: due Mon 23 Nov 08:30."
    )


def test_no_hours_while_the_desk_is_open_mean_at_once() -> None:
    found = CALENDAR.deadline(london(11, 20, 11), 0, Unit.OFFICE_HOURS, hours=DESK)
    assert found.due_at == london(11, 20, 11)


@pytest.mark.parametrize("hours", [None, OpeningHours.parse("never")])
def test_unknown_hours_are_assumed_and_said_to_be(hours: OpeningHours | None) -> None:
    found = CALENDAR.deadline(london(11, 20, 16), 2, Unit.OFFICE_HOURS, hours=hours)
    assert found.due_at == london(11, 23, 10)
    assert "hours are not known; Mon-Fri 09:00-17:00 is assumed" in found.explanation


def test_openings_that_overlap_are_not_counted_twice() -> None:
    desk = OpeningHours.parse("Mon 09:00-12:00 11:00-13:00")
    found = CALENDAR.deadline(london(11, 23, 9), 4, Unit.OFFICE_HOURS, hours=desk)
    assert found.due_at == london(11, 23, 13)


def test_a_start_on_a_day_the_desk_is_shut_is_named_as_not_counted() -> None:
    found = CALENDAR.deadline(london(11, 22, 10), 1, Unit.OFFICE_HOURS, hours=DESK)
    assert [day.on for day in found.skipped] == [london(11, 22, 10).date()]
    assert "Not counted: Sun 22 Nov (weekend)." in found.explanation
