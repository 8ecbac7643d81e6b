"""A day as people type it: "24 Dec 1940", "24/12/1940", "26 dec"."""

import re
from collections.abc import Callable
from datetime import date

from pydantic import BaseModel, ConfigDict

from sgtui.domain.london_time import day_words
from sgtui.domain.when_words import read_day_words

_BIRTH = "Type a date of birth with its whole year: 24 Dec 1940 or 24/12/1940."
_DAY = "Type a day: 26 Dec 2026 or 26/12/2026."
_NO_SUCH = "There is no such day. Check day and month."
_OLDEST = 125
_FARTHEST = 10
"""Years from today within which a day is no slip of the pen."""


class DayReading(BaseModel):
    """What a typed day means, or what to type instead; neither while nothing is typed."""

    model_config = ConfigDict(frozen=True)

    on: date | None = None
    echo: str = ""
    """The day in words, to be read back."""
    problem: str = ""


_Check = Callable[[date, date], DayReading]
"""Whether a day that exists can be meant, given today."""


def read_day(typed: str, today: date) -> DayReading:
    """Read a day near today; without a year it is the next such day."""
    whole = re.sub(r"(?<=[A-Za-z])[ -](\d\d)\s*$", r" 20\1", typed)
    return _read(whole, today, _near, _DAY)


def read_birth(typed: str, today: date) -> DayReading:
    """Read a date of birth: in the past, with all four digits of its year."""
    if typed.strip() and not re.search(r"(?<!\d)\d{4}(?!\d)", typed):
        return DayReading(problem=_BIRTH)
    return _read(typed, today, _born, _BIRTH)


def _read(typed: str, today: date, check: _Check, example: str) -> DayReading:
    if not typed.strip():
        return DayReading()
    wanted = read_day_words(typed)
    if wanted is None or wanted.day is None or wanted.month is None:
        return DayReading(problem=example)
    try:
        on = date(wanted.year or today.year, wanted.month, wanted.day)
        if wanted.year is None and on < today:
            on = on.replace(year=today.year + 1)
    except ValueError:
        return DayReading(problem=_NO_SUCH)
    if wanted.weekday not in (None, on.weekday()):
        return DayReading(problem=f"That date is {day_words(on)}. Check the day.")
    return check(on, today)


def _near(on: date, today: date) -> DayReading:
    if abs(on.year - today.year) > _FARTHEST:
        return DayReading(problem="That is many years away. Check the year.")
    return DayReading(on=on, echo=day_words(on))


def _born(on: date, today: date) -> DayReading:
    if on > today:
        return DayReading(problem="That day is still to come. Check the year.")
    age = today.year - on.year - ((today.month, today.day) < (on.month, on.day))
    if age > _OLDEST:
        return DayReading(problem=f"That would be {age} years old. Check the year.")
    return DayReading(on=on, echo=f"{day_words(on)}, aged {age}")
