"""A time in the past as a shift leader types it: now, -2h, 1430, yest 14:30, 22 nov 14:30.

What was typed is never repeated in an answer, so that nothing pasted by mistake is shown again.
"""

import re
from datetime import date, datetime, time, timedelta

from pydantic import BaseModel, ConfigDict

from sgtui.domain.clock_face import (
    MOST_YEARS_AGO,
    TOO_OLD,
    RefusedTimeError,
    clock_time,
    doubled_note,
    existing_day,
    on_the_clock,
    refuse_missing,
    refuse_year_for_clock,
)
from sgtui.domain.london_time import clock_words, day_words, from_london, in_london, in_utc
from sgtui.domain.when_words import (
    Ago,
    TypedDay,
    UnreadableError,
    read_ago,
    read_typed_time,
)

EXAMPLES = "now, -2h, 1430 or yest 14:30"
"""What to type, for hints and problems."""

_LONGEST = 60
_HOURS_OR_CLOCK = re.compile(r"[0-9] ?h", re.IGNORECASE)
_FUTURE = "That is in the future. Type a past time: now, -2h, 1430."
_STILL_MEANS_LAST_YEAR = timedelta(days=183)


class Reading(BaseModel):
    """What a typed time means, or why it means nothing: exactly one of `at` and `problem`."""

    model_config = ConfigDict(frozen=True)

    at: datetime | None = None
    """The moment in UTC; None when there is a problem."""
    echo: str = ""
    """The moment in words, to show beside the field: "yesterday 14:30"."""
    problem: str = ""
    """A sentence that says what to type instead; empty when the time was read."""


def read_time(typed: str, now: datetime) -> Reading:
    """Read a typed time in the past. Whatever is typed, the answer is a Reading, not an error.

    A bare clock time later than `now` means yesterday, a weekday the last one of that name, and
    a date without a year the last such date of the past six months. ValueError only for a `now`
    without its time zone.
    """
    moment = in_utc(now)
    text = typed.strip()
    if not text:
        return Reading(problem=f"Type when: {EXAMPLES}.")
    try:
        if len(text) > _LONGEST:
            raise UnreadableError
        return _read(text, moment)
    except UnreadableError:
        return Reading(problem=f"That is not a time. Type when: {EXAMPLES}.")
    except RefusedTimeError as refused:
        return Reading(problem=str(refused))


def say(at: datetime, now: datetime) -> str:
    """A moment as people say it: "today 12:31", "yesterday 23:10", "Fri 20 Nov 11:30".

    With the year when it is not this year, and GMT or BST in the hour that comes twice.
    """
    day, today = in_london(at).date(), in_london(now).date()
    if day == today:
        return f"today {clock_words(at)}"
    if day == today - timedelta(days=1):
        return f"yesterday {clock_words(at)}"
    return f"{day_words(day, year=day.year != today.year)} {clock_words(at)}"


def _read(text: str, now: datetime) -> Reading:
    ago = read_ago(text)
    if ago is not None:
        return _checked(_before(ago, now), now)
    if _HOURS_OR_CLOCK.fullmatch(text):
        raise RefusedTimeError(
            "An hour ago or one o'clock? Type -1h for the first, 0100 for the other."
        )
    wanted = read_typed_time(text)
    if wanted.clock is None:
        raise RefusedTimeError("Add a time of day, such as yest 14:30.")
    clock = clock_time(wanted.clock)
    year = in_london(now).year
    refuse_year_for_clock(wanted.day, text, (year, year - 1))
    day = _day(wanted.day, clock, now)
    refuse_missing(day, clock)
    at = on_the_clock(day, clock, wanted)
    note = doubled_note(day, clock) if not wanted.zone else ""
    reading = _checked(at, now)
    return reading.model_copy(update={"echo": reading.echo + note})


def _checked(at: datetime, now: datetime) -> Reading:
    """The reading of a moment that is neither in the future nor too long ago."""
    if at > now:
        raise RefusedTimeError(_FUTURE)
    if at < now - timedelta(days=MOST_YEARS_AGO * 365.25):
        raise RefusedTimeError(TOO_OLD)
    return Reading(at=at, echo=say(at, now))


def _before(ago: Ago, now: datetime) -> datetime:
    """Hours and minutes are elapsed; a day ago is the same clock time on the day before."""
    if ago.in_the_future:
        raise RefusedTimeError(_FUTURE)
    if ago.days > MOST_YEARS_AGO * 366 or ago.minutes > MOST_YEARS_AGO * 366 * 1440:
        raise RefusedTimeError(TOO_OLD)
    if not ago.days:
        return now - timedelta(minutes=ago.minutes)
    local = in_london(now)
    day = local.date() - timedelta(days=ago.days)
    return from_london(day, local.time()) - timedelta(minutes=ago.minutes)


def _day(wanted: TypedDay, clock: time, now: datetime) -> date:
    """The date that was meant; a day that was not typed is today, or yesterday if not yet."""
    today = in_london(now).date()
    if wanted.days_ago is not None:
        if wanted.days_ago < 0:
            raise RefusedTimeError(_FUTURE)
        return today - timedelta(days=wanted.days_ago)
    if wanted.month is not None:
        return _dated(wanted, clock, now)
    if wanted.weekday is not None:
        day = today - timedelta(days=(today.weekday() - wanted.weekday) % 7)
        return day if from_london(day, clock) <= now else day - timedelta(days=7)
    return today if from_london(today, clock) <= now else today - timedelta(days=1)


def _dated(wanted: TypedDay, clock: time, now: datetime) -> date:
    """The date that was typed, on the weekday that was typed with it."""
    day = existing_day(wanted, in_london(now).year)
    if wanted.year is None and from_london(day, clock) > now:
        day = _last_year(day, clock, now)
    if wanted.weekday not in (None, day.weekday()):
        raise RefusedTimeError(f"That date is {day_words(day)}. Check the day.")
    return day


def _last_year(day: date, clock: time, now: datetime) -> date:
    """Last year's date for one that is still to come this year, when last year's is not far off."""
    if (day.month, day.day) == (2, 29):
        raise RefusedTimeError(_FUTURE)
    earlier = day.replace(year=day.year - 1)
    if now - from_london(earlier, clock) > _STILL_MEANS_LAST_YEAR:
        raise RefusedTimeError(f"{_FUTURE} For {earlier.year}, add the year.")
    return earlier
