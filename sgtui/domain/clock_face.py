"""A typed day and clock time as a moment of London clocks, or a sentence that there is none."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time

from sgtui.domain.london_time import (
    MONTH_NAMES,
    clock_exists,
    clock_is_doubled,
    day_words,
    from_london,
    in_london,
)
from sgtui.domain.when_words import TypedDay, TypedTime

MOST_YEARS_AGO = 120
"""Nobody in a care home tells of a time before this."""

TOO_OLD = f"That is more than {MOST_YEARS_AGO} years ago. Check the year."
"""What is said of a time before that."""

_SEASONS = {"BST": "summer time", "GMT": "winter time"}


class RefusedTimeError(Exception):
    """Carries the sentence for the person who typed."""


def clock_time(typed: tuple[int, int]) -> time:
    """The time of day of a typed hour and minute."""
    hour, minute = typed
    if hour > 23 or minute > 59:
        raise RefusedTimeError(
            f"{hour:02}:{minute:02} is not a time of day: hours go to 23, minutes to 59."
        )
    return time(hour, minute)


def existing_day(wanted: TypedDay, this_year: int) -> date:
    """The date, of this year unless another was typed, or a sentence that there is no such day."""
    year = this_year if wanted.year is None else wanted.year
    month, day = wanted.month or 0, wanted.day or 0
    if not 1 <= month <= 12:
        raise RefusedTimeError("There are 12 months. Type day/month: 22/11 14:30.")
    if year < 1:
        raise RefusedTimeError(TOO_OLD)
    try:
        return date(year, month, day)
    except ValueError:
        raise RefusedTimeError(_no_such_day(year, month, day)) from None


def _no_such_day(year: int, month: int, day: int) -> str:
    named = f"There is no {day} {MONTH_NAMES[month - 1]}"
    return f"{named} in {year}." if (month, day) == (2, 29) else f"{named}."


def refuse_year_for_clock(day: TypedDay, text: str, years: Iterable[int]) -> None:
    """ "20 nov 2026" is a date without a time, and would otherwise be read as 20:26.

    `years`: those that may have been meant.
    """
    dated = day.month is not None and day.year is None
    if dated and re.search(rf"\b(?:{'|'.join(map(str, years))})\b", text):
        raise RefusedTimeError("Add a time of day after the year; type a time with a colon: 20:26.")


def refuse_missing(day: date, clock: time) -> None:
    """In spring London clocks jump an hour, and the times in it never were."""
    if clock_exists(day, clock):
        return
    after = in_london(from_london(day, clock))
    before = f"{(clock.hour or 24) - 1:02}:{clock.minute:02}"
    raise RefusedTimeError(
        f"{clock:%H:%M} did not exist on {day_words(day)}: the clocks went forward."
        f" Type {before} or {after:%H:%M}."
    )


def on_the_clock(day: date, clock: time, wanted: TypedTime) -> datetime:
    """The moment; a typed gmt or bst picks one of two, and must be what clocks showed."""
    moments = [from_london(day, clock, second=second) for second in (False, True)]
    if not wanted.zone:
        return moments[0]
    for at in moments:
        if (in_london(at).tzname() or "").lower() == wanted.zone:
            return at
    shown = in_london(moments[0]).tzname() or ""
    raise RefusedTimeError(
        f"London clocks were on {_SEASONS.get(shown, shown)} then. Leave {wanted.zone} out."
    )


def doubled_note(day: date, clock: time) -> str:
    """In autumn an hour comes twice: say which one was taken, and how to type the other."""
    if not clock_is_doubled(day, clock):
        return ""
    first, second = (
        in_london(from_london(day, clock, second=later)).tzname() or "" for later in (False, True)
    )
    typed = f"{clock:%H:%M}"
    return (
        f", the first {typed}, {_SEASONS.get(first, first)};"
        f" type {typed} {second.lower()} for the second"
    )
