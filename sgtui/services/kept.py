"""What is kept beside a case's entries whenever any is added: its lists, and its seal."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.clock import Clock
from sgtui.domain.entries import REGISTER_ID, CaseSealed, Entry, NewEntry, Payload
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.ports import WriteUnit
from sgtui.services.projection import project


def new_entry(payload: Payload, occurred_at: datetime, *, about: bool = False) -> NewEntry:
    """An entry to append, with an id of its own so that saving it twice is harmless."""
    return NewEntry(id=uuid4(), occurred_at=occurred_at, about=about, payload=payload)


def added(payload: Payload, after: Entry, case_id: UUID, now: datetime) -> NewEntry:
    """An entry that the program adds because of another, with an id that follows from that one.

    `case_id` is the case that it is added to.
    """
    return NewEntry(id=added_id(payload.kind, after.id, case_id), occurred_at=now, payload=payload)


def added_id(kind: str, after: UUID, case_id: UUID) -> UUID:
    """The id of an entry of this kind that the program adds to a case because of another entry."""
    return uuid5(after, f"{kind} {case_id.hex}")


def keep(
    desk: Desk, unit: WriteUnit, register: Register, entries: Sequence[Entry]
) -> tuple[CaseFile, tuple[Clock, ...]]:
    """Fold a case whose entries have grown, keep what lists need of it, and seal its end."""
    case = fold(entries)
    clocks = desk.clocks(register, case)
    unit.put_projection(project(case, clocks))
    _seal(desk, unit, case)
    return case, clocks


def _seal(desk: Desk, unit: WriteUnit, case: CaseFile) -> None:
    number, head = unit.head(case.id)
    seal = CaseSealed(case=case.id, number=number, head=head)
    now = desk.now()
    unit.append(REGISTER_ID, new_entry(seal, now), desk.author, now)
