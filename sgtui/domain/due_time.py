"""A time to come as people type it: +3h, +2d, tomorrow 12:00, mon 10:00, 26 nov 10:00, 1430.

What was typed is never repeated in an answer.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sgtui.domain.clock_face import (
    RefusedTimeError,
    clock_time,
    doubled_note,
    existing_day,
    on_the_clock,
    refuse_missing,
    refuse_year_for_clock,
)
from sgtui.domain.london_time import day_words, from_london, in_london, in_utc
from sgtui.domain.when import Reading, say
from sgtui.domain.when_words import Ago, TypedDay, UnreadableError, read_ago, read_typed_time

DUE_EXAMPLES = "+3h, tomorrow 12:00 or mon 10:00"
"""What to type, for hints and problems."""

MOST_YEARS_AHEAD = 5
"""Nothing that is owed lies farther ahead."""

_LONGEST = 60
_HOURS_OR_CLOCK = re.compile(r"[0-9] ?h", re.IGNORECASE)
_NEXT = re.compile(r"\bnext (?=[mtwfs])", re.IGNORECASE)
_LAST = re.compile(r"\blast ", re.IGNORECASE)
_IN = re.compile(r"in (?=\d)", re.IGNORECASE)
_PAST = f"That is past. Type a time to come: {DUE_EXAMPLES}."
_TOO_FAR = "That is many years away. Check the year."
_STILL_MEANS_NEXT_YEAR = timedelta(days=183)


def read_due(typed: str, now: datetime, said: datetime | None = None) -> Reading:
    """Read a typed time to come. Whatever is typed, the answer is a Reading, not an error.

    A span and a word such as tomorrow count from `now`. A bare clock time, a weekday and a date
    without a year mean the first that comes after it was `said`, which is now if not told; nothing
    before that is taken. ValueError only for a moment without its time zone.
    """
    earliest = min(in_utc(said or now), in_utc(now)).replace(second=0, microsecond=0)
    due = _Due(in_utc(now), earliest)
    text = typed.strip()
    if not text:
        return Reading(problem=f"Type when: {DUE_EXAMPLES}.")
    try:
        if len(text) > _LONGEST:
            raise UnreadableError
        return due.read(_NEXT.sub("", _IN.sub("+", text, count=1)))
    except UnreadableError:
        return Reading(problem=f"That is not a time. Type when: {DUE_EXAMPLES}.")
    except RefusedTimeError as refused:
        return Reading(problem=str(refused))


def say_due(at: datetime, now: datetime) -> str:
    """A time to come in words: "Mon 23 Nov 10:00, in 19 hours", "today 10:00, 2 hours ago"."""
    return f"{say(at, now)}, {_distance(at - now)}"


def _distance(span: timedelta) -> str:
    """The larger of days, hours and minutes of a span: "in 19 hours", "2 days ago"."""
    minutes = round(abs(span).total_seconds() / 60)
    units = ((minutes // 1440, "day"), (minutes // 60, "hour"), (minutes, "minute"))
    count, unit = next(((n, unit) for n, unit in units if n), (0, ""))
    if not count:
        return "now"
    words = f"{count} {unit}{'' if count == 1 else 's'}"
    return f"in {words}" if span > timedelta(0) else f"{words} ago"


@dataclass(frozen=True)
class _Due:
    """Reads one typed time, counted from `now`, not before it was `said`."""

    now: datetime
    said: datetime

    def read(self, text: str) -> Reading:
        """What it means. Raises RefusedTimeError or UnreadableError."""
        span = read_ago(text)
        if span is not None:
            return self._checked(self._after(span))
        if _HOURS_OR_CLOCK.fullmatch(text):
            hour = text[0]
            raise RefusedTimeError(
                f"In {hour} hours or at {hour} o'clock? Type +{hour}h for the first, 0{hour}00"
                " for the other."
            )
        wanted = read_typed_time(_LAST.sub("", text))
        if wanted.clock is None:
            raise RefusedTimeError("Add a time of day, such as mon 10:00.")
        if _LAST.search(text):
            raise RefusedTimeError(_PAST)
        clock = clock_time(wanted.clock)
        year = in_london(self.now).year
        refuse_year_for_clock(wanted.day, text, (year, year + 1))
        day = self._day(wanted.day, clock)
        refuse_missing(day, clock)
        reading = self._checked(on_the_clock(day, clock, wanted))
        note = doubled_note(day, clock) if not wanted.zone else ""
        return reading.model_copy(update={"echo": reading.echo + note})

    def _checked(self, at: datetime) -> Reading:
        """The reading of a moment that is not before it was said, and not years ahead."""
        if at < self.said:
            raise RefusedTimeError(_PAST)
        if at > self.now + timedelta(days=MOST_YEARS_AHEAD * 365.25):
            raise RefusedTimeError(_TOO_FAR)
        return Reading(at=at, echo=say_due(at, self.now))

    def _after(self, span: Ago) -> datetime:
        """Hours and minutes are elapsed; in two days is the same clock time two days on."""
        if not span.in_the_future and (span.days or span.minutes):
            raise RefusedTimeError(_PAST)
        if span.days > MOST_YEARS_AHEAD * 366 or span.minutes > MOST_YEARS_AHEAD * 366 * 1440:
            raise RefusedTimeError(_TOO_FAR)
        if not span.days:
            return self.now + timedelta(minutes=span.minutes)
        local = in_london(self.now)
        day = local.date() + timedelta(days=span.days)
        return from_london(day, local.time()) + timedelta(minutes=span.minutes)

    def _day(self, wanted: TypedDay, clock: time) -> date:
        """The date that was meant; where no day was typed, the first on which it is not past."""
        if wanted.days_ago is not None:
            return in_london(self.now).date() - timedelta(days=wanted.days_ago)
        first = in_london(self.said).date()
        if wanted.month is not None:
            return self._dated(wanted, clock, first)
        every = 1
        if wanted.weekday is not None:
            first += timedelta(days=(wanted.weekday - first.weekday()) % 7)
            every = 7
        past = from_london(first, clock) < self.said
        return first + timedelta(days=every) if past else first

    def _dated(self, wanted: TypedDay, clock: time, first: date) -> date:
        """The date that was typed, on the weekday that was typed with it."""
        day = existing_day(wanted, first.year)
        if wanted.year is None and from_london(day, clock) < self.said:
            day = self._next_year(day, clock)
        if wanted.weekday not in (None, day.weekday()):
            raise RefusedTimeError(f"That date is {day_words(day)}. Check the day.")
        return day

    def _next_year(self, day: date, clock: time) -> date:
        """Next year's date for one that is past this year, when next year's is not far off."""
        if (day.month, day.day) == (2, 29):
            raise RefusedTimeError(_PAST)
        later = day.replace(year=day.year + 1)
        if from_london(later, clock) - self.now > _STILL_MEANS_NEXT_YEAR:
            raise RefusedTimeError(f"{_PAST[:-1]}; for {later.year}, add the year.")
        return later
