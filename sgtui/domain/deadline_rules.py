"""How each unit of a deadline is reckoned.

Elapsed time adds in UTC. A working day is counted from the day after the start, and is over when
the desk that is owed to, or that owes, closes.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Protocol

from sgtui.domain.bank_holidays import Holiday
from sgtui.domain.deadline import (
    Deadline,
    SkippedDay,
    Unit,
    at_once,
    clock_change_words,
    skipped_words,
)
from sgtui.domain.london_time import (
    clock_words,
    days_from,
    from_london,
    in_london,
    in_utc,
    moment_words,
)
from sgtui.domain.opening_hours import OFFICE_WEEK, OpeningHours, OpenPeriod
from sgtui.domain.shifts import Shift

FURTHEST = timedelta(days=3660)
"""No deadline is further off than ten years; a larger amount is a slip in a ladder."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_OFFICE_DAY_ENDS = time(17)
_TOO_FAR = "A deadline may be ten years off at most."


class WorkingTime(Protocol):
    """What a rule needs to know of the days, desks and shifts of a service."""

    def holiday(self, on: date) -> Holiday | None:
        """The bank holiday on a date."""

    def is_working_day(self, on: date) -> bool:
        """Whether a date is Monday to Friday and no bank holiday."""

    def opens_on(self, hours: OpeningHours, on: date) -> tuple[OpenPeriod, ...]:
        """The openings of a desk that begin on a date."""

    def open_stretches(self, hours: OpeningHours, since: datetime) -> Iterator[OpenPeriod]:
        """The time a desk is open from a moment on, in order, nothing twice."""

    def shift_at(self, at: datetime) -> Shift:
        """The shift that contains a moment."""


def reckon(
    calendar: WorkingTime,
    start: datetime,
    amount: int,
    unit: Unit,
    hours: OpeningHours | None,
) -> Deadline:
    """The deadline `amount` units after `start`; ValueError when it makes no sense.

    It makes no sense below 0, more than ten years off, or outside the years 1900 to 2200.
    """
    moment = in_utc(start)
    if amount < 0:
        raise ValueError("A deadline cannot be before its start.")
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(f"A deadline starts between {_FIRST_YEAR} and {_LAST_YEAR}.")
    if unit is Unit.END_OF_SHIFT:
        return _end_of_shift(calendar, moment, amount)
    if unit is Unit.OFFICE_HOURS:
        return _office_hours(calendar, moment, amount, hours)
    if unit is Unit.WORKING_DAYS:
        counted = _working_days(calendar, moment, max(amount, 1), hours)
        return counted if amount else _same_working_day(calendar, moment, hours, counted)
    if amount == 0:
        return at_once(moment)
    if unit is Unit.CALENDAR_DAYS:
        return _calendar_days(moment, amount)
    return _elapsed(moment, amount, unit)


def capped(calendar: WorkingTime, deadline: Deadline, start: datetime) -> Deadline:
    """The same deadline, but never after the end of the shift that contains `start`."""
    shift = calendar.shift_at(start)
    if deadline.due_at <= shift.ends_at:
        how = "when" if deadline.due_at == shift.ends_at else "before"
        said = f"That is {how} the {shift.name} shift ends at {clock_words(shift.ends_at)}."
        return deadline.model_copy(update={"explanation": f"{deadline.explanation} {said}"})
    ends = moment_words(shift.ends_at, beside=start)
    said = f"But never after the end of the shift: due {ends}, when the {shift.name} shift ends."
    return Deadline(
        due_at=shift.ends_at,
        explanation=f"{deadline.explanation} {said}",
        skipped=deadline.skipped,
    )


def _elapsed(start: datetime, amount: int, unit: Unit) -> Deadline:
    span = timedelta(minutes=_within_reach(amount, 1 if unit is Unit.MINUTES else 60))
    due = start + span
    why = clock_change_words(start, due)
    return Deadline(due_at=due, explanation=f"{_sum_words(start, amount, unit, due)}{why}.")


def _calendar_days(start: datetime, amount: int) -> Deadline:
    local = in_london(start)
    last = local.date() + timedelta(minutes=_within_reach(amount, 1440))
    due = from_london(last, local.time())
    words = _sum_words(start, amount, Unit.CALENDAR_DAYS, due)
    return Deadline(due_at=due, explanation=f"{words}, weekends and holidays counted.")


def _working_days(
    calendar: WorkingTime, start: datetime, amount: int, hours: OpeningHours | None
) -> Deadline:
    _within_reach(amount, 1440)
    day, counted, skipped = in_london(start).date(), 0, []
    while counted < amount:
        day += timedelta(days=1)
        if calendar.is_working_day(day):
            counted += 1
        else:
            skipped.append(SkippedDay(on=day, why=_why_not_worked(calendar, day)))
    due, why = _close_of_day(calendar, day, hours)
    _refuse_too_far(start, due)
    begins = f"{Unit.WORKING_DAYS.counted(amount)} after {moment_words(start)}"
    ends = f"Due {moment_words(due, beside=start)}, {why}."
    left_out = tuple(skipped)
    return Deadline(
        due_at=due,
        explanation=f"{begins}, that day not counted.{skipped_words(left_out)} {ends}",
        skipped=left_out,
    )


def _same_working_day(
    calendar: WorkingTime, start: datetime, hours: OpeningHours | None, following: Deadline
) -> Deadline:
    """The end of the working day that contains `start`; else of the `following` one."""
    day = in_london(start).date()
    if calendar.is_working_day(day):
        due, why = _close_of_day(calendar, day, hours)
        if start < due:
            ends = f"Due {moment_words(due, beside=start)}, {why}."
            said = f"The same working day as {moment_words(start)}. {ends}"
            return Deadline(due_at=due, explanation=said)
        because = "comes after the end of that working day"
    else:
        because = f"is no working day ({_why_not_worked(calendar, day)})"
    ends = moment_words(following.due_at, beside=start)
    said = f"{moment_words(start)} {because}, so the next working day counts."
    said += f"{skipped_words(following.skipped)} Due {ends}, at the end of that day."
    return following.model_copy(update={"explanation": said})


def _close_of_day(
    calendar: WorkingTime, day: date, hours: OpeningHours | None
) -> tuple[datetime, str]:
    """When a working day is over for a desk, and why then."""
    usual = from_london(day, _OFFICE_DAY_ENDS)
    if hours is None:
        return usual, "the end of the office day (desk hours not known)"
    closings = [period.closes_at for period in calendar.opens_on(hours, day)]
    same_day = [at for at in closings if in_london(at).date() == day]
    if same_day:
        return max(same_day), "when the desk closes"
    if closings:
        return usual, "the end of the office day (the desk stays open overnight)"
    return usual, "the end of the office day (the desk is shut that day)"


def _office_hours(
    calendar: WorkingTime, start: datetime, amount: int, hours: OpeningHours | None
) -> Deadline:
    known = hours is not None and bool(hours.week)
    desk = hours if hours is not None and known else OFFICE_WEEK
    left = timedelta(minutes=_within_reach(amount, 60))
    due = _after_open_time(calendar, desk, start, left)
    skipped = _days_shut(calendar, desk, start, due)
    ends = moment_words(due, beside=start)
    if amount:
        counted = f"{Unit.OFFICE_HOURS.counted(amount)} after {moment_words(start)}"
        said = f"{counted}, counted only while the desk is open ({desk.words()})."
        said += f"{skipped_words(skipped)} Due {ends}."
    elif due == start:
        said = f"The desk is open: due at once, {moment_words(start)}."
    else:
        said = f"When the desk next opens after {moment_words(start)}: due {ends}."
    if not known:
        said += f" The desk's hours are not known; {OFFICE_WEEK.words()} is assumed."
    return Deadline(due_at=due, explanation=said, skipped=skipped)


def _after_open_time(
    calendar: WorkingTime, hours: OpeningHours, start: datetime, left: timedelta
) -> datetime:
    """The moment at which a desk has been open for `left` since `start`."""
    for stretch in calendar.open_stretches(hours, start):
        _refuse_too_far(start, stretch.opens_at)
        length = stretch.closes_at - stretch.opens_at
        if left <= length:
            return stretch.opens_at + left
        left -= length
    raise ValueError(_TOO_FAR)


def _days_shut(
    calendar: WorkingTime, hours: OpeningHours, start: datetime, due: datetime
) -> tuple[SkippedDay, ...]:
    """The days from `start` to `due` on which a desk does not open at all."""
    days = days_from(in_london(start).date(), in_london(due).date())
    return tuple(
        SkippedDay(on=day, why=_why_not_worked(calendar, day))
        for day in days[:-1]
        if not calendar.opens_on(hours, day)
    )


def _end_of_shift(calendar: WorkingTime, start: datetime, amount: int) -> Deadline:
    if amount > FURTHEST.days * 2:
        raise ValueError(_TOO_FAR)
    shift = calendar.shift_at(start)
    for _ in range(amount):
        shift = calendar.shift_at(shift.ends_at)
    _refuse_too_far(start, shift.ends_at)
    which = {0: "that contains", 1: "after the one that contains"}.get(
        amount, f"{amount} after the one that contains"
    )
    ends = moment_words(shift.ends_at, beside=start)
    said = f"The end of the shift {which} {moment_words(start)}."
    return Deadline(
        due_at=shift.ends_at,
        explanation=f"{said} Due {ends}, when the {shift.name} shift ends.",
    )


def _sum_words(start: datetime, amount: int, unit: Unit, due: datetime) -> str:
    """ "24 hours after Sat 28 Mar 2026 20:00 is Sun 29 Mar 21:00"."""
    ends = moment_words(due, beside=start)
    return f"{unit.counted(amount)} after {moment_words(start)} is {ends}"


def _why_not_worked(calendar: WorkingTime, day: date) -> str:
    if day.weekday() >= 5:
        return "weekend"
    holiday = calendar.holiday(day)
    return holiday.name if holiday else "desk shut"


def _within_reach(amount: int, minutes: int) -> int:
    """The amount in minutes; ValueError when it is more than ten years."""
    if amount > FURTHEST // timedelta(minutes=minutes):
        raise ValueError(_TOO_FAR)
    return amount * minutes


def _refuse_too_far(start: datetime, due: datetime) -> None:
    if due > start + FURTHEST:
        raise ValueError(_TOO_FAR)
