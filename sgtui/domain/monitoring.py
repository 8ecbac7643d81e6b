"""What was seen of the person, shift by shift and for each thing watched, and what was missed.

Each observation counts once: in the shift in which it was made, and for the one thing that it was
made for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.domain.calendar import Calendar, Shift
from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.entries import MonitoringEnded, MonitoringStarted, ObservationMade
from sgtui.domain.labelled import Labelled
from sgtui.domain.open_times import OpenTime, open_times

Seen = tuple[Said[ObservationMade], ...]
"""Observations, in the order in which they were made."""


class Sight(Labelled):
    """Whether the person was seen in a shift."""

    MADE = "made", "Seen"
    DUE = "due", "Still to be seen"
    MISSED = "missed", "Not seen"
    NOT_OWED = "not_owed", "Nothing owed"


@dataclass(frozen=True)
class ShiftSeen:
    """One shift of an open case, and what was seen in it (R31)."""

    shift: Shift
    observations: Seen
    sight: Sight


@dataclass(frozen=True)
class Watch:
    """One thing that is watched: the looks taken, and when each missed one was due (R78)."""

    started: Said[MonitoringStarted]
    ended_at: datetime | None
    """When it was ended or its time was over; None while it goes on."""
    made: Seen
    missed: tuple[datetime, ...]


def shifts_seen(case: CaseFile, calendar: Calendar, now: datetime) -> tuple[ShiftSeen, ...]:
    """Every shift since the concern was recorded in which the case was open, in order.

    The shift of recording or reopening owes nothing yet, and one in which it was closed nothing
    more; the shift that runs now is due until it is over.
    """
    found: dict[datetime, ShiftSeen] = {}
    seen = _in_order(case)
    for stretch in open_times(case):
        for shift in _shifts(calendar, stretch, now):
            before = found.get(shift.starts_at)
            if before is None or before.sight is Sight.NOT_OWED:
                made = tuple(s for s in seen if shift.starts_at <= s.at < shift.ends_at)
                sight = Sight.MADE if made else _unseen(shift, stretch, now)
                found[shift.starts_at] = ShiftSeen(shift, made, sight)
    return tuple(found.values())


def watches(case: CaseFile, calendar: Calendar, now: datetime) -> tuple[Watch, ...]:
    """Everything that is or was watched, in the order in which it was begun."""
    return tuple(_watch(case, started, calendar, now) for started in case.of(MonitoringStarted))


def _in_order(case: CaseFile) -> Seen:
    return tuple(sorted(case.of(ObservationMade), key=lambda s: (s.at, s.entry.number)))


def _shifts(calendar: Calendar, stretch: OpenTime, now: datetime) -> Iterator[Shift]:
    """The shifts that a stretch touches, as far as they have begun."""
    shift = calendar.shift_at(stretch.since)
    yield shift
    while shift.ends_at <= stretch.ends(now):
        shift = calendar.shift_at(shift.ends_at)
        yield shift


def _unseen(shift: Shift, stretch: OpenTime, now: datetime) -> Sight:
    if shift.starts_at <= stretch.since:
        return Sight.NOT_OWED
    if stretch.until is not None and stretch.until <= shift.ends_at:
        return Sight.NOT_OWED
    return Sight.MISSED if shift.ends_at <= now else Sight.DUE


def _watch(
    case: CaseFile, started: Said[MonitoringStarted], calendar: Calendar, now: datetime
) -> Watch:
    made = tuple(s for s in _in_order(case) if s.what.monitoring == started.entry.id)
    ended_at = _ended_at(case, started, now)
    due = _due_times(started, made, calendar, ended_at or now)
    return Watch(started, ended_at, made, tuple(due))


def _ended_at(case: CaseFile, started: Said[MonitoringStarted], now: datetime) -> datetime | None:
    """The first of: ended by hand, the agreed end, the case closed; None while it goes on."""
    by_hand = [s.at for s in case.of(MonitoringEnded) if s.what.monitoring == started.entry.id]
    began = started.entry.recorded_at
    closed = [t.until for t in open_times(case) if t.until is not None and t.until >= began]
    agreed = [started.what.until] if started.what.until is not None else []
    over = [at for at in (*by_hand[:1], *agreed, *closed[:1]) if at <= now]
    return max(min(over), started.at) if over else None


def _due_times(
    started: Said[MonitoringStarted], made: Seen, calendar: Calendar, end: datetime
) -> Iterator[datetime]:
    """When each look was due that nobody took before the next one, or before the end."""
    plan = started.what
    looks = [started.at, *(s.at for s in made if s.at >= started.at), end]
    for last, following in zip(looks, looks[1:], strict=False):
        due_at = next_look(plan, last, calendar)
        if due_at is None and last == started.at:
            due_at = plan.until
        while due_at is not None and (due_at < following or due_at == plan.until == end):
            yield due_at
            due_at = _after_missing(plan, due_at, calendar)


def next_look(plan: MonitoringStarted, last: datetime, calendar: Calendar) -> datetime | None:
    """When the next look is due after one at that time; None where none falls before the end.

    Some hours later where the plan says how many, else in the next shift.
    """
    if plan.every_hours is not None:
        due_at = last + timedelta(hours=plan.every_hours)
        return None if plan.until is not None and due_at > plan.until else due_at
    this_shift = calendar.shift_end(last)
    if plan.until is None:
        return calendar.shift_end(this_shift)
    return min(calendar.shift_end(this_shift), plan.until) if this_shift < plan.until else None


def _after_missing(
    plan: MonitoringStarted, missed: datetime, calendar: Calendar
) -> datetime | None:
    if plan.every_hours is not None:
        return next_look(plan, missed, calendar)
    if plan.until is None:
        return calendar.shift_end(missed)
    return min(calendar.shift_end(missed), plan.until) if missed < plan.until else None
