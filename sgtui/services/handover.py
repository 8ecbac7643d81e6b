"""Handing a shift over and taking it over: two signatures in the register (R2, gate G17)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sgtui.domain.entries import (
    REGISTER_ID,
    Entry,
    HandedOver,
    HandoverAccepted,
    HandoverSigned,
)
from sgtui.domain.gates import Missing
from sgtui.domain.handover import (
    Change,
    Owed,
    change_at,
    left_over,
    may_accept,
    may_sign,
    to_accept,
    unrecorded,
)
from sgtui.domain.handovers import Handover, item_key
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import Duty, HandoverTerms
from sgtui.domain.ladder_kept import handover_terms
from sgtui.domain.register import Register
from sgtui.services import drafts
from sgtui.services.desk import Desk
from sgtui.services.drafts import Draft
from sgtui.services.ports import CaseRow, ClockRow, ReadUnit, WriteUnit
from sgtui.services.queue import Queue, QueueRow, arrange, read_facts
from sgtui.services.refusals import NotYet, is_shown
from sgtui.services.register import as_it_stands, register_entry

FORM = "handover"
"""What a draft of the words for the next shift is called."""

MOST_ITEMS = 2_000
"""Duties that a sheet has room for, the most urgent first."""


@dataclass(frozen=True)
class Elsewhere:
    """A case that is not in this handover, for it names one of the two: others look after it."""

    case_id: UUID
    reference: str
    person: UUID
    name: str
    """Whom it names, of the two."""


@dataclass(frozen=True)
class HandoverView:
    """How handing over stands, for whoever is at the desk."""

    register: Register
    terms: HandoverTerms
    change: Change
    """The change of shift that would be handed over now."""
    last: Handover | None
    """The newest handover."""
    taking: Handover | None
    """The one that whoever is at the desk may take over."""
    owed: tuple[Owed, ...]
    """What is owed now, the soonest due first."""
    queue: Queue
    people: Mapping[str, UUID]
    """Whom each case is about, by its reference."""
    elsewhere: tuple[Elsewhere, ...]
    drafts: tuple[Draft, ...]
    """What whoever is at the desk has typed and not saved, but for this screen's own."""
    words: tuple[Draft, ...]
    """This screen's own: words for the next shift, begun and not signed, the newest first."""
    as_at: datetime

    @cached_property
    def rows(self) -> dict[str, QueueRow]:
        """The queue's rows by how a handover names each duty."""
        return {
            item_key(row.reference, row.key.removeprefix(f"{row.case_id}.")): row
            for row in self.queue.rows
        }

    @property
    def first(self) -> tuple[Owed, ...]:
        """What is recorded before anybody signs."""
        return unrecorded(self.owed, self.terms)

    @property
    def late(self) -> tuple[Owed, ...]:
        """What is taken over by name."""
        return to_accept(self.owed)

    @property
    def left(self) -> tuple[Owed, ...]:
        """What was late when the last handover was signed and nobody took over."""
        return left_over(self.last, self.owed) if self.last is not None else ()


def read_handover(desk: Desk) -> HandoverView:
    """How handing over stands now. Raises NobodySignedIn."""
    now, facts = desk.now(), read_facts(desk)
    mine = drafts.mine(desk)
    with desk.store.reading() as unit:
        register = desk.register(unit)
        desk.member(register)
        terms = terms_of(desk, register)
        last, waiting = register.handovers.last, register.handovers.waiting
        elsewhere = tuple(_elsewhere(desk, unit, register))
    taking = waiting if waiting and waiting.signed_by != desk.author.staff_id else None
    return HandoverView(
        register=register,
        terms=terms,
        change=change_at(register.calendar, terms, last, now),
        last=last,
        taking=taking,
        owed=_owed(facts.clocks, now),
        queue=arrange(facts, now),
        people={case.reference: case.person_id for _, case in facts.clocks},
        elsewhere=elsewhere,
        drafts=tuple(draft for draft in mine if draft.form != FORM),
        words=tuple(draft for draft in mine if draft.form == FORM),
        as_at=now,
    )


def sign(desk: Desk, notes: str, draft_id: UUID | None = None) -> Entry:
    """Hand the shift over, with everything that is owed as it stands, and drop the draft.

    Raises NotYet where something must be recorded first, or somebody else's handover still waits.
    """
    with desk.store.writing() as unit:
        signed = write_signed(desk, unit, notes)
        if draft_id is not None:
            unit.drop_draft(draft_id)
    return signed


def accept(
    desk: Desk,
    handover: UUID,
    accepted: Iterable[str],
    notes: str = "",
    draft_id: UUID | None = None,
) -> Entry:
    """Take the shift over, and by name each duty that is late now; drop the draft.

    Raises NotYet for whoever signed it, a second time, and while a late duty is not named.
    """
    with desk.store.writing() as unit:
        taken = write_accepted(desk, unit, handover, accepted, notes)
        if draft_id is not None:
            unit.drop_draft(draft_id)
    return taken


def write_signed(desk: Desk, unit: WriteUnit, notes: str) -> Entry:
    """`sign` within a transaction."""
    register, now = as_it_stands(desk, unit), desk.now()
    terms, owed = terms_of(desk, register), owed_now(desk, unit)
    found = [*may_sign(register.handovers, desk.author.staff_id, owed, terms)]
    if not notes.strip():
        found.append(Missing("G17", "Write what the next shift must know; or: none."))
    _refuse(found)
    number, head = unit.head(REGISTER_ID)
    said = HandoverSigned(
        shift_ends_at=change_at(register.calendar, terms, register.handovers.last, now).ends_at,
        items=tuple(_handed_over(one) for one in owed[:MOST_ITEMS]),
        notes=notes,
        register_number=number,
        register_head=head,
    )
    return register_entry(desk, unit, said)


def write_accepted(
    desk: Desk, unit: WriteUnit, handover: UUID, accepted: Iterable[str], notes: str = ""
) -> Entry:
    """`accept` within a transaction."""
    register, named = as_it_stands(desk, unit), frozenset(accepted)
    owed = owed_now(desk, unit)
    _refuse(may_accept(register.handovers, handover, desk.author.staff_id, owed, named))
    late = tuple(one.key for one in to_accept(owed) if one.key in named)
    said = HandoverAccepted(
        handover=handover, accepted=late[:MOST_ITEMS], notes=notes.strip() or None
    )
    return register_entry(desk, unit, said)


def terms_of(desk: Desk, register: Register) -> HandoverTerms:
    """How shifts hand over by the home's own ladder."""
    return handover_terms(desk.known.ladder(register, register.current_ladder))


def owed_now(desk: Desk, unit: ReadUnit) -> tuple[Owed, ...]:
    """What is owed of the open cases that are shown to whoever is at the desk."""
    shown = (pair for pair in unit.open_clocks() if is_shown(desk, pair[1].barred))
    return _owed(shown, desk.now())


def _owed(clocks: Iterable[tuple[ClockRow, CaseRow]], now: datetime) -> tuple[Owed, ...]:
    """What runs now of the cases that are open; what looks back on a closed one is no shift's."""
    live = [(clock, case) for clock, case in clocks if case.closed_at is None]
    references = {case.case_id: case.reference for _, case in live}
    return tuple(
        Owed(
            reference=references[clock.case_id],
            clock=clock.key,
            duty=Duty.of(clock.duty),
            title=clock.title,
            due_at=clock.due_at,
            late=clock.due_at < now,
        )
        for clock in in_force((clock for clock, _ in live), now)
    )


def _handed_over(one: Owed) -> HandedOver:
    return HandedOver(
        reference=one.reference,
        clock=one.clock,
        duty=one.title,
        due_at=one.due_at,
        late=one.late,
    )


def _elsewhere(desk: Desk, unit: ReadUnit, register: Register) -> Iterator[Elsewhere]:
    """The cases that the last handover left out, for one of its two is named in them (G21)."""
    last = register.handovers.last
    two = [one for one in (last.signed_by, last.accepted_by) if one] if last else []
    for row in open_cases(desk, unit) if two else ():
        for one in two:
            if one in row.barred:
                name = register.staff_name(one)
                yield Elsewhere(row.case_id, row.reference, row.person_id, name)
                break


def open_cases(desk: Desk, unit: ReadUnit) -> Iterator[CaseRow]:
    """Every open case that is shown to whoever is at the desk, the newest first."""
    page = unit.cases(open_only=True)
    while page:
        yield from (row for row in page if is_shown(desk, row.barred))
        page = unit.cases(open_only=True, after=page[-1])


def _refuse(found: Iterable[Missing]) -> None:
    missing = tuple(found)
    if missing:
        raise NotYet(missing)
