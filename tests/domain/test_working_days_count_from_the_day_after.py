"""Working days: the day of sending is day 0, and the day ends when the desk closes."""

from datetime import date, datetime

import pytest

from sgtui.domain.calendar import LONDON, Calendar, Holiday, Jurisdiction, OpeningHours, Unit

DESK = OpeningHours.parse("Mon-Thu 08:30-17:00, Fri 08:30-16:30")


def london(year: int, month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("jurisdiction", "start", "due"),
    [
        ("ENG", london(2026, 4, 2), london(2026, 4, 13, 17)),
        ("SCT", london(2026, 4, 2), london(2026, 4, 10, 17)),
        ("ENG", london(2026, 5, 9), london(2026, 5, 15, 17)),
        ("ENG", london(2026, 11, 27), london(2026, 12, 4, 17)),
        ("SCT", london(2026, 11, 27), london(2026, 12, 7, 17)),
        ("ENG", london(2026, 12, 24), london(2027, 1, 5, 17)),
    ],
)
def test_five_working_days_end_on_the_checked_date(
    jurisdiction: Jurisdiction, start: datetime, due: datetime
) -> None:
    calendar = Calendar(jurisdiction=jurisdiction)
    assert calendar.deadline(start, 5, Unit.WORKING_DAYS).due_at == due


def test_scotland_skips_its_one_off_holiday_of_2026() -> None:
    found = Calendar(jurisdiction="SCT").deadline(london(2026, 6, 12), 1, Unit.WORKING_DAYS)
    assert found.due_at == london(2026, 6, 16, 17)
    assert [day.on for day in found.skipped][-1] == date(2026, 6, 15)


def test_a_holiday_announced_late_moves_the_deadline() -> None:
    added = Holiday(on=date(2026, 11, 25), name="A day of thanks", source="GOV.UK")
    plain, told = Calendar(), Calendar(added_holidays=(added,))
    start = london(2026, 11, 24)
    assert plain.deadline(start, 1, Unit.WORKING_DAYS).due_at == london(2026, 11, 25, 17)
    assert told.deadline(start, 1, Unit.WORKING_DAYS).due_at == london(2026, 11, 26, 17)


def test_a_copy_with_other_holidays_does_not_remember_the_old_ones() -> None:
    calendar = Calendar()
    assert calendar.holiday(date(2026, 11, 25)) is None
    added = Holiday(on=date(2026, 11, 25), name="A day of thanks")
    copy = calendar.model_copy(update={"added_holidays": (added,)})
    assert copy.holiday(date(2026, 11, 25)) == added


def test_the_last_day_ends_when_the_desk_closes_that_weekday() -> None:
    found = Calendar().deadline(london(2026, 11, 19), 1, Unit.WORKING_DAYS, hours=DESK)
    assert found.due_at == london(2026, 11, 20, 16, 30)


@pytest.mark.parametrize("hours", ["Tue 09:00-12:00", "Mon-Fri 17:00-08:30", "always"])
def test_a_desk_without_an_evening_close_ends_the_day_at_five(hours: str) -> None:
    desk = OpeningHours.parse(hours)
    found = Calendar().deadline(london(2026, 11, 19), 1, Unit.WORKING_DAYS, hours=desk)
    assert found.due_at == london(2026, 11, 20, 17)


def test_sending_just_before_midnight_in_summer_counts_from_the_london_day() -> None:
    sent = london(2026, 7, 6, 0, 30)  # still Sunday in UTC
    found = Calendar().deadline(sent, 1, Unit.WORKING_DAYS)
    assert found.due_at == london(2026, 7, 7, 17)


def test_the_explanation_names_every_day_that_was_not_counted() -> None:
    found = Calendar().deadline(london(2026, 12, 24, 10, 15), 5, Unit.WORKING_DAYS, hours=DESK)
    assert found.explanation == (
        "5 working days after Thu 24 Dec 2026 10:15, that day not counted. Not counted:"
        " Fri 25 Dec (Christmas Day), Sat 26 Dec (weekend), Sun 27 Dec (weekend),"
        " Mon 28 Dec (Boxing Day, substitute day), Fri 1 Jan (New Year's Day),"
        " Sat 2 Jan (weekend), Sun 3 Jan (weekend)."
        " Due Tue 5 Jan 2027 17:00, when the desk closes."
    )


def test_a_long_wait_counts_the_weekends_and_names_the_holidays() -> None:
    said = Calendar().deadline(london(2026, 11, 22), 30, Unit.WORKING_DAYS).explanation
    assert "Fri 25 Dec (Christmas Day)" in said
    assert "12 weekend days" in said
    assert "Sat 28 Nov" not in said
