"""Learning: set, done, verified or dropped, and what was learnt that nobody has taken up (R108)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.case_file import fold
from sgtui.domain.entries import (
    REGISTER_ID,
    AfterActionReviewed,
    AuditEnded,
    Entry,
    LearningSet,
)
from sgtui.domain.entries.payload import LINE_LIMIT
from sgtui.domain.gates import Missing
from sgtui.domain.gates.learning import LearningAttempt, LearningSaid, learning_missing
from sgtui.domain.home_duty import HomeDuty
from sgtui.domain.learning import Learning, learning_duties
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.ports import CaseRow, ReadUnit, WriteUnit
from sgtui.services.record import NotYet
from sgtui.services.refusals import is_shown
from sgtui.services.register import as_it_stands, register_entry
from sgtui.services.veil import ANOTHER

_OF_LATE = timedelta(days=92)
"""How long a lesson that led to nothing is offered: three months."""


@dataclass(frozen=True)
class Lesson:
    """Something that a review or an audit says was learnt, from which learning can be set."""

    entry: Entry
    learnt: str
    reference: str = ""
    """The case it was learnt from; empty for an audit."""

    @property
    def known(self) -> dict[str, object]:
        """What a new learning takes from it, by field."""
        because = " ".join(self.learnt.split())[:LINE_LIMIT]
        found: dict[str, object] = {"because": because, "comes_from": self.entry.id}
        return {**found, "reference": self.reference} if self.reference else found


@dataclass(frozen=True)
class Learnt:
    """All learning of the home as one reader sees it."""

    there: tuple[Learning, ...]
    """Everything that was set, in the order it was."""
    not_taken_up: tuple[Lesson, ...]
    """What was learnt and has led to nothing yet, newest first."""
    withheld: frozenset[UUID]
    """Learning that comes from a case which is not shown to whoever reads (G21)."""
    register: Register
    as_at: datetime

    def because(self, one: Learning) -> str:
        """Why it is needed, as this reader may read it."""
        return f"learnt from {ANOTHER}" if one.id in self.withheld else one.said.because

    def reference(self, one: Learning) -> str:
        """The case it was learnt from, as this reader may read it; empty where there is none."""
        return ANOTHER if one.id in self.withheld else one.said.reference or ""


def read_learning(desk: Desk) -> Learnt:
    """All learning, and what was learnt of late and led to nothing yet.

    Nothing of cases that name the reader (gate G21).
    """
    with desk.store.reading() as unit:
        register = desk.register(unit)
        there = register.learning.all
        withheld = frozenset(one.id for one in there if not _shown(desk, _case_of(unit, one)))
        lessons = tuple(_lessons(desk, unit))
    taken = {one.said.comes_from for one in there}
    left = (lesson for lesson in lessons if lesson.entry.id not in taken)
    newest = sorted(left, key=lambda lesson: lesson.entry.recorded_at, reverse=True)
    return Learnt(there, tuple(newest), withheld, register, desk.now())


def shown_learning(desk: Desk, unit: ReadUnit, register: Register) -> tuple[Learning, ...]:
    """All learning but what comes from a case that names whoever reads (gate G21)."""
    return tuple(one for one in register.learning.all if _shown(desk, _case_of(unit, one)))


def owed_learning(desk: Desk, unit: ReadUnit, register: Register) -> tuple[HomeDuty, ...]:
    """What is owed of it, by whom; nothing of cases that name whoever reads (gate G21)."""
    if not register.current_ladder:
        return ()
    ladder = desk.known.ladder(register, register.current_ladder)
    there = shown_learning(desk, unit, register)
    duties = learning_duties(there, ladder, register.calendar)
    return tuple(replace(duty, given_to=_whose(duty, register)) for duty in duties)


def _whose(duty: HomeDuty, register: Register) -> UUID | None:
    """Who was named and is still here, else the first who may check it."""
    named = register.staff.get(duty.given_to) if duty.given_to else None
    if named is not None and named.active:
        return named.id
    held = (member.id for role in duty.roles for member in register.holders(role))
    return next((one for one in held if one not in duty.not_by), None)


def say_of_learning(desk: Desk, said: LearningSaid) -> Entry:
    """Set, done, verified or dropped: one entry of the register.

    Raises NotYet where a gate is shut, and for a case that there is not or that names the author.
    """
    with desk.store.writing() as unit:
        return write_learning(desk, unit, said)


def write_learning(
    desk: Desk, unit: WriteUnit, said: LearningSaid, entry_id: UUID | None = None
) -> Entry:
    """The same within a transaction; `entry_id` where it must be known beforehand."""
    register = as_it_stands(desk, unit)
    case = _case_said(desk, unit, said)
    found = learning_missing(
        LearningAttempt(
            said, desk.author.staff_id, register, register.learning.by_id, desk.now(),
            barred=case.barred if case else frozenset(),
        )
    )  # fmt: skip
    if found:
        raise NotYet(found)
    return register_entry(desk, unit, said, entry_id=entry_id)


def _case_said(desk: Desk, unit: ReadUnit, said: LearningSaid) -> CaseRow | None:
    if not isinstance(said, LearningSet) or said.reference is None:
        return None
    row = unit.case_by_reference(said.reference)
    if row is None or not is_shown(desk, row.barred):
        sentence = "From case: no case has that reference. Leave it empty, or look it up with F6."
        raise NotYet((Missing("G1", sentence),))
    return row


def _case_of(unit: ReadUnit, one: Learning) -> CaseRow | None:
    return unit.case_by_reference(one.said.reference) if one.said.reference else None


def _shown(desk: Desk, row: CaseRow | None) -> bool:
    return row is None or is_shown(desk, row.barred)


def _lessons(desk: Desk, unit: ReadUnit) -> Iterator[Lesson]:
    """What after-action reviews say, and what audits of the home say once they are over."""
    since = desk.now() - _OF_LATE
    reviews = unit.entries_of_kind(unit.case_ids(), AfterActionReviewed.kind_word())
    lately = {entry.case_id for entry in reviews if entry.recorded_at >= since}
    for case in (fold(unit.entries(case_id)) for case_id in lately):
        if is_shown(desk, case.barred):
            for said in case.of(AfterActionReviewed):
                if said.entry.recorded_at >= since:
                    yield Lesson(said.entry, said.what.learnt, case.reference)
    for entry in unit.entries_of_kind((REGISTER_ID,), AuditEnded.kind_word()):
        if isinstance(entry.payload, AuditEnded) and entry.recorded_at >= since:
            yield Lesson(entry, entry.payload.summary)
