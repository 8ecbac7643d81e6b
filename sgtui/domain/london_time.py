"""London wall-clock time and the words for it, whatever the machine's own zone or language."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator

LONDON = ZoneInfo("Europe/London")
"""The zone every service, desk and shift in the United Kingdom keeps."""

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Monday first, as `date.weekday` counts; never the machine's locale."""

MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""January first."""


def in_utc(at: datetime) -> datetime:
    """The same moment in UTC; ValueError when `at` has no time zone."""
    if at.utcoffset() is None:
        raise ValueError("A moment needs its time zone.")
    return at.astimezone(UTC)


def in_london(at: datetime) -> datetime:
    """The same moment on a London clock; ValueError when `at` has no time zone."""
    return in_utc(at).astimezone(LONDON)


def from_london(on: date, clock: time, *, second: bool = False) -> datetime:
    """The UTC moment of a London date and clock time.

    In the doubled hour of autumn this is the first of the two unless `second`;
    in the missing hour of spring it is the moment one hour further on the clock.
    """
    plain = clock.replace(tzinfo=None, fold=int(second))
    return datetime.combine(on, plain, tzinfo=LONDON).astimezone(UTC)


def clock_exists(on: date, clock: time) -> bool:
    """Whether London clocks showed this time on this date (not so in the hour lost in spring)."""
    shown = from_london(on, clock).astimezone(LONDON)
    return shown.replace(tzinfo=None, fold=0) == datetime.combine(on, clock.replace(fold=0))


def clock_is_doubled(on: date, clock: time) -> bool:
    """Whether London clocks showed this time twice on this date (the hour gained in autumn)."""
    first, second = from_london(on, clock), from_london(on, clock, second=True)
    return first != second and clock_exists(on, clock)


def day_words(on: date, *, year: bool = True) -> str:
    """A date in words: "Thu 24 Dec 2026", or "Thu 24 Dec"."""
    words = f"{DAY_NAMES[on.weekday()]} {on.day} {MONTH_NAMES[on.month - 1]}"
    return f"{words} {on.year}" if year else words


def clock_words(at: datetime) -> str:
    """The London clock of a moment: "14:30", with GMT or BST in the hour that comes twice."""
    local = in_london(at)
    words = f"{local.hour:02}:{local.minute:02}"
    if clock_is_doubled(local.date(), local.time()):
        return f"{words} {local.tzname()}"
    return words


def moment_words(at: datetime, *, beside: datetime | None = None) -> str:
    """A moment in London words: "Thu 24 Dec 2026 10:15".

    The year is left out when it is that of `beside`, a moment already named.
    """
    day = in_london(at).date()
    year = beside is None or in_london(beside).year != day.year
    return f"{day_words(day, year=year)} {clock_words(at)}"


def days_from(first: date, last: date) -> tuple[date, ...]:
    """Every date from `first` to `last`, both included."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


UtcMoment = Annotated[datetime, AfterValidator(in_utc)]
"""A field that takes only moments with a time zone and keeps them in UTC."""
