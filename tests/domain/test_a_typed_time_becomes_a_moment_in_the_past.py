"""What people type for a time, read on a Sunday afternoon in November."""

from datetime import datetime, timedelta

import pytest

from sgtui.domain.london_time import LONDON
from sgtui.domain.when import read_time, say

NOW = datetime(2026, 11, 22, 14, 32, 10, tzinfo=LONDON)


def london(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("typed", "echo"),
    [
        ("14:30", "today 14:30"),
        ("1430", "today 14:30"),
        ("930", "today 09:30"),
        ("14h", "today 14:00"),
        ("2.30pm", "today 14:30"),
        ("2:30 pm", "today 14:30"),
        ("9am", "today 09:00"),
        ("12am", "today 00:00"),
        ("noon", "today 12:00"),
        ("midnight", "today 00:00"),
        ("1500", "yesterday 15:00"),
        ("yest 14:30", "yesterday 14:30"),
        ("YESTERDAY 1430", "yesterday 14:30"),
        ("  at 14:30   yesterday ", "yesterday 14:30"),
        ("mon 0900", "Mon 16 Nov 09:00"),
        ("last tues 9.15am", "Tue 17 Nov 09:15"),
        ("sun 14:30", "today 14:30"),
        ("sun 15:00", "Sun 15 Nov 15:00"),
        ("22 nov 14:30", "today 14:30"),
        ("20 nov 1930", "Fri 20 Nov 19:30"),
        ("fri 20 november 11:30", "Fri 20 Nov 11:30"),
        ("22/11 1430", "today 14:30"),
        ("22/11/2026 14:30", "today 14:30"),
        ("21-11-26 14:30", "yesterday 14:30"),
        ("2026-11-20T09:15", "Fri 20 Nov 09:15"),
        ("22nd nov 2025, 14:30", "Sat 22 Nov 2025 14:30"),
    ],
)
def test_a_time_is_read_as_people_say_it(typed: str, echo: str) -> None:
    reading = read_time(typed, NOW)
    assert (reading.echo, reading.problem) == (echo, "")
    assert reading.at is not None
    assert say(reading.at, NOW) == echo


@pytest.mark.parametrize(
    ("typed", "ago"),
    [
        ("now", timedelta(0)),
        ("-2h", timedelta(hours=2)),
        ("\u22122h", timedelta(hours=2)),
        ("-90m", timedelta(minutes=90)),
        ("-1h30", timedelta(minutes=90)),
        ("-1d", timedelta(days=1)),
        ("-1d 2h", timedelta(days=1, hours=2)),
        ("2 hours ago", timedelta(hours=2)),
        ("20 mins ago", timedelta(minutes=20)),
        ("-1w", timedelta(days=7)),
    ],
)
def test_so_long_ago_is_counted_back_from_now(typed: str, ago: timedelta) -> None:
    assert read_time(typed, NOW).at == NOW - ago


def test_a_day_ago_is_the_same_clock_time_across_a_change_of_the_clocks() -> None:
    now = london(2026, 3, 29, 20)
    assert read_time("-1d", now).at == london(2026, 3, 28, 20)
    assert read_time("-24h", now).at == london(2026, 3, 28, 19)


def test_in_january_december_was_last_year() -> None:
    assert read_time("22 dec 10:00", london(2027, 1, 4, 9)).at == london(2026, 12, 22, 10)


def test_summer_clock_times_are_summer_time() -> None:
    assert read_time("0900", london(2026, 7, 1, 12)).at == london(2026, 7, 1, 9)
    assert read_time("09:00 bst", london(2026, 7, 1, 12)).at == london(2026, 7, 1, 9)


def test_the_year_is_said_when_it_is_not_this_one() -> None:
    assert say(london(2025, 11, 20, 11, 30), NOW) == "Thu 20 Nov 2025 11:30"
    assert say(london(2026, 11, 20, 11, 30), NOW) == "Fri 20 Nov 11:30"
    assert say(london(2025, 12, 31, 23, 10), london(2026, 1, 1, 0, 5)) == "yesterday 23:10"
