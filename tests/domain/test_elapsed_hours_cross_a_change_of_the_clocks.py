"""Hours and minutes elapse in UTC; calendar days keep the London clock time."""

from datetime import UTC, datetime

import pytest

from sgtui.domain.calendar import LONDON, Calendar, Unit


def london(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("start", "due", "explanation"),
    [
        (
            london(3, 28, 20),
            london(3, 29, 21),
            "24 hours after Sat 28 Mar 2026 20:00 is Sun 29 Mar 21:00,"
            " because the clocks go forward in between.",
        ),
        (
            london(10, 24, 20),
            london(10, 25, 19),
            "24 hours after Sat 24 Oct 2026 20:00 is Sun 25 Oct 19:00,"
            " because the clocks go back in between.",
        ),
        (
            london(11, 19, 11, 30),
            london(11, 20, 11, 30),
            "24 hours after Thu 19 Nov 2026 11:30 is Fri 20 Nov 11:30.",
        ),
    ],
)
def test_24_hours_are_24_hours(start: datetime, due: datetime, explanation: str) -> None:
    found = Calendar().deadline(start, 24, Unit.HOURS)
    assert found.due_at == due
    assert found.explanation == explanation


def test_a_deadline_in_the_doubled_hour_says_which_of_the_two() -> None:
    said = Calendar().deadline(london(10, 25, 0, 30), 2, Unit.HOURS).explanation
    assert "is Sun 25 Oct 01:30 GMT" in said


def test_a_calendar_day_keeps_the_clock_time() -> None:
    found = Calendar().deadline(london(3, 28, 20), 1, Unit.CALENDAR_DAYS)
    assert found.due_at == london(3, 29, 20)


def test_minutes_elapse() -> None:
    found = Calendar().deadline(london(11, 22, 23, 50), 15, Unit.MINUTES)
    assert found.due_at == datetime(2026, 11, 23, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize("unit", [Unit.MINUTES, Unit.HOURS, Unit.CALENDAR_DAYS])
def test_nothing_to_count_means_at_once(unit: Unit) -> None:
    found = Calendar().deadline(london(11, 22, 10, 31), 0, unit)
    assert found.due_at == london(11, 22, 10, 31)
    assert found.explanation == "Due at once, Sun 22 Nov 2026 10:31."


def test_one_of_a_unit_is_said_in_the_singular() -> None:
    assert Calendar().deadline(london(11, 22, 10), 1, Unit.HOURS).explanation.startswith("1 hour a")


def test_a_moment_without_its_zone_is_refused() -> None:
    naive = london(11, 22, 10).replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        Calendar().deadline(naive, 1, Unit.HOURS)


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("amount", [-1, 10_000_000])
def test_an_amount_that_makes_no_sense_is_refused(unit: Unit, amount: int) -> None:
    with pytest.raises(ValueError, match="deadline"):
        Calendar().deadline(london(11, 22, 10), amount, unit)
