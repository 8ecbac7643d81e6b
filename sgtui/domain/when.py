"""A time in the past as a shift leader types it: now, -2h, 1430, yest 14:30, 22 nov 14:30.

What was typed is never repeated in an answer, so that nothing pasted by mistake is shown again.
"""

import re
from datetime import date, datetime, time, timedelta

from pydantic import BaseModel, ConfigDict

from sgtui.domain.london_time import (
    MONTH_NAMES,
    clock_exists,
    clock_is_doubled,
    clock_words,
    day_words,
    from_london,
    in_london,
    in_utc,
)
from sgtui.domain.when_words import (
    Ago,
    TypedDay,
    TypedTime,
    UnreadableError,
    read_ago,
    read_typed_time,
)

MOST_YEARS_AGO = 120
"""Nobody in a care home tells of a time before this."""

EXAMPLES = "now, -2h, 1430 or yest 14:30"
"""What to type, for hints and problems."""

_LONGEST = 60
_HOURS_OR_CLOCK = re.compile(r"[0-9] ?h", re.IGNORECASE)
_FUTURE = "That is in the future. Type a past time: now, -2h, 1430."
_TOO_OLD = f"That is more than {MOST_YEARS_AGO} years ago. Check the year."
_SEASONS = {"BST": "summer time", "GMT": "winter time"}
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


class _RefusedError(Exception):
    """Carries the sentence for the person who typed."""


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
    except _RefusedError as refused:
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
        raise _RefusedError(
            "An hour ago or one o'clock? Type -1h for the first, 0100 for the other."
        )
    wanted = read_typed_time(text)
    if wanted.clock is None:
        raise _RefusedError("Add a time of day, such as yest 14:30.")
    clock = _clock(wanted.clock)
    _refuse_year_for_clock(wanted, text, now)
    day = _day(wanted.day, clock, now)
    _refuse_missing(day, clock)
    at = _on_the_clock(day, clock, wanted)
    note = _doubled_note(day, clock) if not wanted.zone else ""
    reading = _checked(at, now)
    return reading.model_copy(update={"echo": reading.echo + note})


def _checked(at: datetime, now: datetime) -> Reading:
    """The reading of a moment that is neither in the future nor too long ago."""
    if at > now:
        raise _RefusedError(_FUTURE)
    if at < now - timedelta(days=MOST_YEARS_AGO * 365.25):
        raise _RefusedError(_TOO_OLD)
    return Reading(at=at, echo=say(at, now))


def _before(ago: Ago, now: datetime) -> datetime:
    """Hours and minutes are elapsed; a day ago is the same clock time on the day before."""
    if ago.in_the_future:
        raise _RefusedError(_FUTURE)
    if ago.days > MOST_YEARS_AGO * 366 or ago.minutes > MOST_YEARS_AGO * 366 * 1440:
        raise _RefusedError(_TOO_OLD)
    if not ago.days:
        return now - timedelta(minutes=ago.minutes)
    local = in_london(now)
    day = local.date() - timedelta(days=ago.days)
    return from_london(day, local.time()) - timedelta(minutes=ago.minutes)


def _clock(typed: tuple[int, int]) -> time:
    hour, minute = typed
    if hour > 23 or minute > 59:
        raise _RefusedError(
            f"{hour:02}:{minute:02} is not a time of day: hours go to 23, minutes to 59."
        )
    return time(hour, minute)


def _refuse_year_for_clock(wanted: TypedTime, text: str, now: datetime) -> None:
    """ "20 nov 2026" is a date without a time, and would otherwise be read as 20:26."""
    this_year = in_london(now).year
    dated = wanted.day.month is not None and wanted.day.year is None
    if dated and re.search(rf"\b(?:{this_year}|{this_year - 1})\b", text):
        raise _RefusedError("Add a time of day after the year; type a time with a colon: 20:26.")


def _day(wanted: TypedDay, clock: time, now: datetime) -> date:
    """The date that was meant; a day that was not typed is today, or yesterday if not yet."""
    today = in_london(now).date()
    if wanted.days_ago is not None:
        if wanted.days_ago < 0:
            raise _RefusedError(_FUTURE)
        return today - timedelta(days=wanted.days_ago)
    if wanted.month is not None:
        return _dated(wanted, clock, now)
    if wanted.weekday is not None:
        day = today - timedelta(days=(today.weekday() - wanted.weekday) % 7)
        return day if from_london(day, clock) <= now else day - timedelta(days=7)
    return today if from_london(today, clock) <= now else today - timedelta(days=1)


def _dated(wanted: TypedDay, clock: time, now: datetime) -> date:
    """The date that was typed, on the weekday that was typed with it."""
    day = _existing(wanted, in_london(now).year)
    if wanted.year is None and from_london(day, clock) > now:
        day = _last_year(day, clock, now)
    if wanted.weekday not in (None, day.weekday()):
        raise _RefusedError(f"That date is {day_words(day)}. Check the day.")
    return day


def _last_year(day: date, clock: time, now: datetime) -> date:
    """Last year's date for one that is still to come this year, when last year's is not far off."""
    if (day.month, day.day) == (2, 29):
        raise _RefusedError(_FUTURE)
    earlier = day.replace(year=day.year - 1)
    if now - from_london(earlier, clock) > _STILL_MEANS_LAST_YEAR:
        raise _RefusedError(f"{_FUTURE} For {earlier.year}, add the year.")
    return earlier


def _existing(wanted: TypedDay, this_year: int) -> date:
    """The date, of this year unless another was typed, or a sentence that there is no such day."""
    year = this_year if wanted.year is None else wanted.year
    month, day = wanted.month or 0, wanted.day or 0
    if not 1 <= month <= 12:
        raise _RefusedError("There are 12 months. Type day/month: 22/11 14:30.")
    if year < 1:
        raise _RefusedError(_TOO_OLD)
    try:
        return date(year, month, day)
    except ValueError:
        raise _RefusedError(_no_such_day(year, month, day)) from None


def _no_such_day(year: int, month: int, day: int) -> str:
    named = f"There is no {day} {MONTH_NAMES[month - 1]}"
    return f"{named} in {year}." if (month, day) == (2, 29) else f"{named}."


def _refuse_missing(day: date, clock: time) -> None:
    """In spring London clocks jump an hour, and the times in it never were."""
    if clock_exists(day, clock):
        return
    after = in_london(from_london(day, clock))
    before = f"{(clock.hour or 24) - 1:02}:{clock.minute:02}"
    raise _RefusedError(
        f"{clock:%H:%M} did not exist on {day_words(day)}: the clocks went forward."
        f" Type {before} or {after:%H:%M}."
    )


def _on_the_clock(day: date, clock: time, wanted: TypedTime) -> datetime:
    """The moment; a typed gmt or bst picks one of two, and must be what clocks showed."""
    moments = [from_london(day, clock, second=second) for second in (False, True)]
    if not wanted.zone:
        return moments[0]
    for at in moments:
        if (in_london(at).tzname() or "").lower() == wanted.zone:
            return at
    shown = in_london(moments[0]).tzname() or ""
    raise _RefusedError(
        f"London clocks were on {_SEASONS.get(shown, shown)} then. Leave {wanted.zone} out."
    )


def _doubled_note(day: date, clock: time) -> str:
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
