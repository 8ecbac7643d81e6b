"""A period as people type it, by its first and its last day: "-90d", "1 Oct 2026", "today"."""

import re
from datetime import date, datetime, time, timedelta

from pydantic import BaseModel, ConfigDict

from sgtui.domain.london_time import day_words, from_london, in_london
from sgtui.domain.typed_day import DayReading
from sgtui.domain.when_words import TypedDay, UnreadableError, read_ago, read_day_words

USUAL_DAYS = 90
"""How many days back a period begins where nobody says when."""

_EXAMPLE = "Type a day: 1 Oct 2026, 2026-10-01, -90d or today."
_NO_SUCH = "There is no such day. Check day and month."
_TO_COME = "That day is still to come. A period begins today at the latest."
_BACKWARDS = "The last day lies before the first."
_TOO_FAR = "That is too many years away. Check the year."
_MOST_YEARS = 100
_WITHOUT_SIGN = re.compile(r"\d{1,5} ?(?:d|days?|w|weeks?)", re.ASCII | re.IGNORECASE)
"""A span without its minus, which a command line would take for an option."""


class PeriodReading(BaseModel):
    """What two typed days mean as a period, or what is wrong with the one or the other."""

    model_config = ConfigDict(frozen=True)

    since: datetime | None = None
    """The first moment; midnight in London. None when there is a problem."""
    until: datetime | None = None
    """Up to, not at, this moment: the midnight that ends the last day, now where it has not."""
    first: DayReading
    last: DayReading

    @property
    def problem(self) -> str:
        """What to type instead; empty when both were read."""
        return self.first.problem or self.last.problem

    @property
    def words(self) -> str:
        """Both days, to be read back: "Mon 24 Aug 2026 to Sun 22 Nov 2026"."""
        return f"{self.first.echo} to {self.last.echo}"


def read_period(first: str, last: str, now: datetime) -> PeriodReading:
    """Read the first and the last day of a period; empty is 90 days ago, and now.

    A day without its year is the last such day that has begun; as the last day of a period, the
    next one after its first day. Whatever is typed, the answer is a reading, not an error.
    """
    today = in_london(now).date()
    began = _first_day(first.strip(), today)
    ended = _last_day(last.strip(), began.on, today)
    if began.on is None or ended.on is None:
        return PeriodReading(first=began, last=ended)
    midnight = from_london(ended.on + timedelta(days=1), time())
    return PeriodReading(
        since=from_london(began.on, time()), until=min(midnight, now), first=began, last=ended
    )


def _first_day(typed: str, today: date) -> DayReading:
    if not typed:
        return _reading(today - timedelta(days=USUAL_DAYS))
    found = _day(typed, today, None)
    if found.on is not None and found.on > today:
        return DayReading(problem=_TO_COME)
    return found


def _last_day(typed: str, first: date | None, today: date) -> DayReading:
    if not typed:
        return DayReading(on=today, echo="now")
    found = _day(typed, today, first)
    if found.on is not None and first is not None and found.on < first:
        return DayReading(problem=_BACKWARDS)
    return found


def _day(typed: str, today: date, first: date | None) -> DayReading:
    try:
        ago = read_ago(f"-{typed}" if _WITHOUT_SIGN.fullmatch(typed) else typed)
    except UnreadableError:
        return DayReading(problem=_EXAMPLE)
    if ago is not None:
        if ago.minutes or ago.in_the_future:
            return DayReading(problem=_EXAMPLE)
        return _before(today, ago.days)
    wanted = read_day_words(typed)
    if wanted is None:
        return DayReading(problem=_EXAMPLE)
    return _named(wanted, today, first)


def _before(today: date, days: int) -> DayReading:
    if days > _MOST_YEARS * 365:
        return DayReading(problem=_TOO_FAR)
    return _reading(today - timedelta(days=days))


def _named(wanted: TypedDay, today: date, first: date | None) -> DayReading:
    if wanted.days_ago is not None:
        return _reading(today - timedelta(days=wanted.days_ago))
    if wanted.day is None or wanted.month is None:
        back = (today.weekday() - (wanted.weekday or 0)) % 7
        return _reading(today - timedelta(days=back))
    on = _dated(wanted.day, wanted.month, wanted.year, today, first)
    if on is None:
        return DayReading(problem=_NO_SUCH)
    if wanted.weekday not in (None, on.weekday()):
        return DayReading(problem=f"That date is {day_words(on)}. Check the day.")
    if abs(on.year - today.year) > _MOST_YEARS:
        return DayReading(problem=_TOO_FAR)
    return _reading(on)


def _dated(day: int, month: int, year: int | None, today: date, first: date | None) -> date | None:
    """The day that is meant: without a year the last that has begun, or the next after `first`."""
    if year is not None:
        return _existing(year, month, day)
    if first is not None:
        years = range(first.year, first.year + 9)
        return next((on for y in years if (on := _existing(y, month, day)) and on >= first), None)
    years = range(today.year, today.year - 9, -1)
    return next((on for y in years if (on := _existing(y, month, day)) and on <= today), None)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _reading(on: date) -> DayReading:
    return DayReading(on=on, echo=day_words(on))
