"""A time to come is read as people type it, and read back with how long it is till then."""

from datetime import UTC, datetime, timedelta

import pytest

from sgtui.domain.due_time import read_due

NOW = datetime(2026, 11, 22, 14, 32, 40, tzinfo=UTC)
"""A Sunday afternoon."""


@pytest.mark.parametrize(
    ("typed", "echo"),
    [
        ("+3h", "today 17:32, in 3 hours"),
        ("in 3 hours", "today 17:32, in 3 hours"),
        ("+45m", "today 15:17, in 45 minutes"),
        ("+1d", "Mon 23 Nov 14:32, in 1 day"),
        ("+2d", "Tue 24 Nov 14:32, in 2 days"),
        ("tomorrow 12:00", "Mon 23 Nov 12:00, in 21 hours"),
        ("mon 10:00", "Mon 23 Nov 10:00, in 19 hours"),
        ("next monday 10am", "Mon 23 Nov 10:00, in 19 hours"),
        ("sun 10:00", "Sun 29 Nov 10:00, in 6 days"),
        ("sun 18:00", "today 18:00, in 3 hours"),
        ("26 nov 10:00", "Thu 26 Nov 10:00, in 3 days"),
        ("thu 26 nov 10:00", "Thu 26 Nov 10:00, in 3 days"),
        ("3 jan 10:00", "Sun 3 Jan 2027 10:00, in 41 days"),
        ("2026-11-26T10:00", "Thu 26 Nov 10:00, in 3 days"),
        ("1500", "today 15:00, in 27 minutes"),
        ("1430", "Mon 23 Nov 14:30, in 23 hours"),
        ("now", "today 14:32, now"),
    ],
)
def test_it_is_read_back_with_how_long_it_is_till_then(typed: str, echo: str) -> None:
    reading = read_due(typed, NOW)
    assert (reading.echo, reading.problem) == (echo, "")
    assert reading.at is not None


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("-2h", "That is past."),
        ("2 hours ago", "That is past."),
        ("yest 10:00", "That is past."),
        ("today 10:00", "That is past."),
        ("last mon 10:00", "That is past."),
        ("3 oct 10:00", "for 2027, add the year"),
        ("+5wd", "That is not a time."),
        ("soon", "That is not a time."),
        ("x" * 1000, "That is not a time."),
        ("", "Type when: +3h, tomorrow 12:00 or mon 10:00."),
        ("tomorrow", "Add a time of day"),
        ("20 dec 2026", "Add a time of day after the year"),
        ("fri 26 nov 10:00", "That date is Thu 26 Nov 2026."),
        ("2h", "Type +2h for the first, 0200 for the other."),
        ("+99999999h", "many years away"),
        ("26/11/2050 10:00", "many years away"),
        ("29 feb 10:00", "There is no 29 Feb in 2026."),
        ("25:70", "is not a time of day"),
        ("28 mar 2027 01:30", "did not exist"),
    ],
)
def test_a_time_that_cannot_be_meant_is_answered_with_a_sentence(typed: str, says: str) -> None:
    reading = read_due(typed, NOW)
    assert (reading.at, reading.echo) == (None, "")
    assert says in reading.problem
    assert reading.problem.endswith(".")


def test_two_days_on_keeps_the_clock_time_when_the_clocks_change() -> None:
    before = datetime(2027, 3, 27, 10, tzinfo=UTC)
    at = read_due("+2d", before).at
    assert at == datetime(2027, 3, 29, 9, tzinfo=UTC)


def test_the_hour_that_comes_twice_says_which_was_taken() -> None:
    echo = read_due("31 oct 2027 01:30", NOW).echo
    assert "the first 01:30, summer time; type 01:30 gmt for the second" in echo


def test_what_was_promised_for_a_time_that_is_over_since_can_be_told_late() -> None:
    said = NOW - timedelta(hours=5)
    reading = read_due("1200", NOW, said)
    assert reading.echo == "today 12:00, 2 hours ago"
    assert read_due("0900", NOW, said).echo == "Mon 23 Nov 09:00, in 18 hours"
    assert read_due("yest 12:00", NOW, said).problem.startswith("That is past.")
