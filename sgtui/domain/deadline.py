"""What a deadline is: a moment, and the reason it is that moment and no other."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from sgtui.domain.london_time import UtcMoment, day_words, in_london, moment_words


class Unit(StrEnum):
    """What the amount of a deadline counts."""

    MINUTES = "minutes"
    """Elapsed, day and night."""
    HOURS = "hours"
    """Elapsed, day and night, across a change of the clocks too."""
    CALENDAR_DAYS = "calendar_days"
    """The same London clock time so many days later, weekends and holidays counted."""
    WORKING_DAYS = "working_days"
    """Monday to Friday without bank holidays; the day of the start is day 0.

    0 is the end of that same day, or of the next working day where it is over or is none.
    """
    OFFICE_HOURS = "office_hours"
    """Hours in which the desk concerned is open."""
    END_OF_SHIFT = "end_of_shift"
    """0 is the end of the shift that is running, 1 the end of the one after."""

    def counted(self, amount: int) -> str:
        """ "5 working days", "1 hour"."""
        plural = "desk hours" if self is Unit.OFFICE_HOURS else self.value.replace("_", " ")
        return f"{amount} {plural.removesuffix('s') if amount == 1 else plural}"


class SkippedDay(BaseModel):
    """A day that did not count towards a deadline."""

    model_config = ConfigDict(frozen=True)

    on: date
    """The day, in London."""
    why: str
    """ "weekend", "desk shut", or the name of the bank holiday."""


class Deadline(BaseModel):
    """A moment by which something is owed, able to explain itself."""

    model_config = ConfigDict(frozen=True)

    due_at: UtcMoment
    """The last moment that is still in time, in UTC."""
    explanation: str
    """One or two plain sentences in London time, fit for a letter."""
    skipped: tuple[SkippedDay, ...] = ()
    """The days that were not counted, in order."""


_MOST_DAYS_LISTED = 7
_ORDINARY = ("weekend", "desk shut")


def skipped_words(skipped: tuple[SkippedDay, ...]) -> str:
    """ "Not counted: Fri 25 Dec (Christmas Day), Sat 26 Dec (weekend)." or nothing.

    A long list names its bank holidays and counts the rest.
    """
    if not skipped:
        return ""
    if len(skipped) <= _MOST_DAYS_LISTED:
        return f" Not counted: {_listed(skipped)}."
    named = tuple(day for day in skipped if day.why not in _ORDINARY)
    counts = [(why, sum(day.why == why for day in skipped)) for why in _ORDINARY]
    parts = [_listed(named)] if named else []
    nouns = {"weekend": "weekend days", "desk shut": "days when the desk is shut"}
    parts += [f"{count} {nouns[why]}" for why, count in counts if count]
    return f" Not counted: {', '.join(parts)}."


def clock_change_words(start: datetime, due: datetime) -> str:
    """Why elapsed hours land on another clock time, when the clocks changed in between."""
    before, after = in_london(start).utcoffset(), in_london(due).utcoffset()
    if before is None or after is None or before == after:
        return ""
    return f", because the clocks go {'forward' if after > before else 'back'} in between"


def at_once(start: datetime) -> Deadline:
    """Due at the moment it started."""
    return Deadline(due_at=start, explanation=f"Due at once, {moment_words(start)}.")


def _listed(days: tuple[SkippedDay, ...]) -> str:
    return ", ".join(f"{day_words(day.on, year=False)} ({day.why})" for day in days)
