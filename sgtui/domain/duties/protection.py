"""Duties that keep people safe until the case is closed: observed, protected, supported (L15)."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, Said
from sgtui.domain.duties.span import Span, first_after
from sgtui.domain.entries import (
    Entry,
    MonitoringEnded,
    MonitoringStarted,
    ObservationMade,
    PersonInvolved,
    Reopened,
    SafeguardEnded,
    SafeguardReviewed,
    SafeguardStarted,
    StaffSupported,
)
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.facts import Timeline, fact_of
from sgtui.domain.ladder import Ladder
from sgtui.domain.low_level import answered_from
from sgtui.domain.monitoring import next_look
from sgtui.domain.register import Register


def observation(case: CaseFile) -> Iterator[Span]:
    """From the concern, from reopening and from each observation until the next one in time."""
    seen = [said.entry for said in case.of(ObservationMade)]
    first = case.opening.entry
    why = "after it was recorded"
    yield Span(first.id, first.recorded_at, why).met_by(fact_of(*seen))
    for said in case.of(Reopened):
        met = first_after(case, said.entry.number, lambda p: isinstance(p, ObservationMade))
        yield Span(said.entry.id, said.at, "after it was reopened").met_by(met)
    later = Timeline(seen)
    for start in seen:
        met = later.after(start.occurred_at, start.number)
        yield Span(start.id, start.occurred_at, "after the last observation").met_by(met)


def monitoring(case: CaseFile, _ladder: Ladder, register: Register) -> Iterator[Span]:
    """From starting to watch something, and from each look at it, until the next (R31, R78).

    Another look is owed as long as one falls before the agreed end; then watching is over with
    the last. Without hours it is owed each shift, for as long as the ladder says.
    """
    for started in case.of(MonitoringStarted):
        yield from _looks_owed(case, started, register)


def _looks_owed(
    case: CaseFile, started: Said[MonitoringStarted], register: Register
) -> Iterator[Span]:
    plan, watched = started.what, started.entry.id
    looks = [said for said in case.of(ObservationMade) if said.what.monitoring == watched]
    later = Timeline(said.entry for said in looks)
    ends = (said for said in case.of(MonitoringEnded) if said.what.monitoring == watched)
    end = next(ends, None)

    def owed(start: Entry, due_at: datetime, because: str) -> Span:
        timed = plan.every_hours is not None or due_at == plan.until
        look = later.after(start.occurred_at, start.number)
        span = Span(start.id, start.occurred_at, because, due_at=due_at if timed else None)
        if end is None or look is not None:
            return span.met_by(look)
        return span.ended(end.entry.recorded_at, "the monitoring was ended", end.at)

    first = next_look(plan, started.at, register.calendar) or plan.until or started.at
    yield owed(started.entry, max(first, started.at), "after it was begun")
    for said in looks:
        due_at = next_look(plan, said.at, register.calendar) if said.at >= started.at else None
        if due_at is not None and (end is None or said.entry.number < end.entry.number):
            yield owed(said.entry, due_at, "after the last look")


def staff_support(case: CaseFile) -> Iterator[Span]:
    """From a member of staff being alleged until they are supported (R102).

    A low-level concern owes it once it is taken up.
    """
    since = answered_from(case)
    if since is None:
        return
    supported = case.of(StaffSupported)
    for member, alleging in _staff_alleged(case).items():
        start = max(alleging, since, key=lambda entry: entry.number)
        at = start.recorded_at if start.number == 1 else start.occurred_at
        met = fact_of(*(said.entry for said in supported if said.what.supported == member))
        why = "after somebody who works here was alleged"
        yield Span(start.id, at, why, ground=member.hex).met_by(met)


def _staff_alleged(case: CaseFile) -> dict[UUID, Entry]:
    """Each member of staff alleged, with the first entry that says so."""
    found: dict[UUID, Entry] = {}
    if case.opening.what.alleged_staff is not None:
        found[case.opening.what.alleged_staff] = case.opening.entry
    for said in case.of(PersonInvolved):
        if said.what.involvement is Involvement.ALLEGED and said.what.staff is not None:
            found.setdefault(said.what.staff, said.entry)
    return found


def safeguard_first_review(case: CaseFile) -> Iterator[Span]:
    """From starting an interim safeguard until it is first looked at. Nothing pauses it."""
    looks = _Looks(case)
    for started in case.of(SafeguardStarted):
        yield looks.owed(started.entry, started, "after it was started")


def safeguard_review(case: CaseFile) -> Iterator[Span]:
    """From each review of an interim safeguard until the next. Nothing pauses it."""
    looks = _Looks(case)
    there = {started.entry.id: started for started in case.of(SafeguardStarted)}
    for reviewed in case.of(SafeguardReviewed):
        started = there.get(reviewed.what.safeguard)
        if started is not None:
            yield looks.owed(reviewed.entry, started, "after its last review")


class _Looks:
    """The reviews of each safeguard of a case in the order of time, and its end."""

    def __init__(self, case: CaseFile) -> None:
        held: dict[UUID, list[Entry]] = {}
        for said in case.of(SafeguardReviewed):
            held.setdefault(said.what.safeguard, []).append(said.entry)
        self._held = {safeguard: Timeline(entries) for safeguard, entries in held.items()}
        self._ends = {said.what.safeguard: said for said in reversed(case.of(SafeguardEnded))}

    def owed(self, start: Entry, safeguard: Said[SafeguardStarted], why: str) -> Span:
        """The review that its owner owes from a start on, until held or the safeguard ends."""
        held, end = self._held.get(safeguard.entry.id), self._ends.get(safeguard.entry.id)
        reviewed = held.after(start.occurred_at, start.number) if held else None
        span = Span(start.id, start.occurred_at, why, given_to=safeguard.what.owner)
        span = span.met_by(reviewed)
        if end is None or reviewed is not None:
            return span
        return span.ended(end.entry.recorded_at, "the safeguard was ended", end.at)
