"""Moments as people say them, on a London clock of the winter in which the scenarios are told."""

from datetime import date, datetime, time

from sgtui.domain.london_time import from_london, in_london

_YEAR = 2026
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPRING = 9
"""A month before September belongs to the year after."""


def moment(words: str) -> datetime:
    """The moment meant by "Thu 19 Nov 02:20". ValueError where that day has another weekday."""
    weekday, number, month, clock = words.split()
    in_year = _MONTHS.index(month) + 1
    day = date(_YEAR + (in_year < _SPRING), in_year, int(number))
    if f"{day:%a}" != weekday:
        raise ValueError(f"{words!r}: that day is a {day:%A}.")
    return from_london(day, time.fromisoformat(clock))


def words_of(at: datetime) -> str:
    """A moment as `moment` reads it."""
    return f"{in_london(at):%a %-d %b %H:%M}"
