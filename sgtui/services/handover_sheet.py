"""The sheet of a handover: each live case as the next shift must know it, one case at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.people import Person
from sgtui.domain.sbar import Sbar, Told, sbar
from sgtui.services.desk import Desk
from sgtui.services.files import FileFacts, each_file
from sgtui.services.handover import HandoverView, open_cases
from sgtui.services.ports import CaseRow
from sgtui.services.queue import QueueRow
from sgtui.services.veil import veil_over
from sgtui.services.work import Work

_GOOD_FOR = timedelta(minutes=5)
"""How long a case that nobody has changed is good as it was read: what is late grows later."""


@dataclass(frozen=True)
class LiveCase:
    """One live case on the sheet."""

    case_id: UUID
    reference: str
    person: Person | None
    sbar: Sbar
    duties: tuple[QueueRow, ...]
    """Everything that is owed on it now, the most pressing first."""
    until: datetime
    """When the coming shift ends."""
    since: datetime | None
    """When the last handover was signed that was taken over."""
    number: int
    head: str
    """Number and hash of the case's newest entry."""
    new: bool
    """Whether it came in since the last handover that was taken over."""
    as_at: datetime

    @property
    def coming(self) -> tuple[QueueRow, ...]:
        """What is recommended: what is late, and what is due before the coming shift ends."""
        return tuple(row for row in self.duties if row.due_at <= self.until)

    @property
    def later(self) -> int:
        """How many duties are due after that."""
        return len(self.duties) - len(self.coming)


@dataclass(frozen=True)
class _Sheet:
    """What every case of one sheet is read with."""

    view: HandoverView
    rows: Mapping[UUID, tuple[QueueRow, ...]]
    """What each case owes, in the order of the queue."""
    since: datetime | None
    """When the last handover was signed that was taken over."""
    until: datetime


def live_cases(desk: Desk, view: HandoverView, work: Work | None = None) -> Iterator[LiveCase]:
    """Each live case, the most pressing first; only one file is held. Raises Stopped."""
    sheet = _sheet(view)
    for facts in each_file(desk, _in_order(desk, sheet), work or Work()):
        yield _live(desk, facts, sheet)


def refreshed(
    desk: Desk, view: HandoverView, known: Mapping[UUID, LiveCase]
) -> tuple[LiveCase, ...]:
    """The same where some were read a little while ago: only what has changed is read again."""
    sheet, oldest = _sheet(view), view.as_at - _GOOD_FOR
    cases = _in_order(desk, sheet)
    kept = {
        row.case_id: replace(known[row.case_id], duties=sheet.rows.get(row.case_id, ()),
                             until=sheet.until)
        for row in cases
        if row.case_id in known
        and known[row.case_id].number == row.last_number
        and known[row.case_id].since == sheet.since
        and known[row.case_id].as_at > oldest
    }  # fmt: skip
    stale = tuple(row for row in cases if row.case_id not in kept)
    fresh = {facts.case.id: _live(desk, facts, sheet) for facts in each_file(desk, stale, Work())}
    there = {**kept, **fresh}
    return tuple(there[row.case_id] for row in cases if row.case_id in there)


def _sheet(view: HandoverView) -> _Sheet:
    rows: dict[UUID, tuple[QueueRow, ...]] = {}
    for row in view.queue.rows:
        rows[row.case_id] = (*rows.get(row.case_id, ()), row)
    taken = view.register.handovers.taken
    return _Sheet(view, rows, taken.signed_at if taken is not None else None, coming_until(view))


def _in_order(desk: Desk, sheet: _Sheet) -> tuple[CaseRow, ...]:
    """The open cases in the queue's own order, then those that owe nothing now."""
    order = {case_id: place for place, case_id in enumerate(sheet.rows)}
    with desk.store.reading() as unit:
        cases = tuple(open_cases(desk, unit))
    return tuple(
        sorted(cases, key=lambda case: (order.get(case.case_id, len(order)), case.reference))
    )


def coming_until(view: HandoverView) -> datetime:
    """When the shift ends that this handover is for."""
    waiting = view.register.handovers.waiting
    begins = waiting.shift_ends_at if waiting else view.change.ends_at
    return view.register.calendar.shift_end(begins)


def _live(desk: Desk, facts: FileFacts, sheet: _Sheet) -> LiveCase:
    case, newest = facts.case, facts.case.entries[-1]
    told = Told(case, facts.clocks, facts.register, facts.ladder, facts.as_at)
    with desk.store.reading() as unit:
        veil = veil_over(desk, unit, case)
    said = sbar(told, sheet.since)
    veiled = (tuple(map(veil.words, part)) for part in
              (said.situation, said.background, said.assessment, said.changed))  # fmt: skip
    return LiveCase(
        case_id=case.id,
        reference=case.reference,
        person=facts.register.people.get(case.opening.what.person),
        sbar=Sbar(*veiled),
        duties=sheet.rows.get(case.id, ()),
        until=sheet.until,
        since=sheet.since,
        number=newest.number,
        head=newest.hash,
        new=sheet.since is not None and case.entries[0].recorded_at > sheet.since,
        as_at=facts.as_at,
    )
