"""Recording: the one way to write to a case file."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.clocks import Clock
from sgtui.domain.entries import (
    REGISTER_ID,
    CaseSealed,
    ConcernRecorded,
    Entry,
    NewEntry,
    Payload,
)
from sgtui.domain.gates import Attempt, Missing, missing
from sgtui.domain.in_force import in_force
from sgtui.domain.register import Register
from sgtui.domain.when import say
from sgtui.services.desk import Desk
from sgtui.services.ports import ReadUnit, WriteUnit
from sgtui.services.projection import project

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class NotYet(Exception):
    """Something stands in the way. Nothing was written; `missing` says what, all of it."""

    def __init__(self, found: tuple[Missing, ...]) -> None:
        """`found`: each gate that is shut, in words."""
        super().__init__("\n".join(item.sentence for item in found))
        self.missing = found


class NoSuchCase(Exception):
    """No case has that reference, or that id."""


@dataclass(frozen=True)
class Recorded:
    """What was recorded, and what is owed next."""

    case_id: UUID
    reference: str
    entries: tuple[Entry, ...]
    next: str
    """ "Tell the lead by 15:40", or that nothing is owed."""

    @property
    def sentence(self) -> str:
        """What the status line says."""
        return f"Saved {self.reference}. Next: {self.next}."


def new_entry(payload: Payload, occurred_at: datetime, *, about: bool = False) -> NewEntry:
    """An entry to append, with an id of its own so that saving it twice is harmless."""
    return NewEntry(id=uuid4(), occurred_at=occurred_at, about=about, payload=payload)


def record(
    desk: Desk,
    case_id: UUID,
    new: Sequence[NewEntry],
    *,
    seen: int | None = None,
    draft_id: UUID | None = None,
) -> Recorded:
    """Append entries to a case, all or none, and drop the draft that they were.

    `seen` is the number of the newest entry the writer had before them. Raises NotYet where a
    gate is shut, EntryClash where somebody else was first, NoSuchCase where there is no case.
    """
    with desk.store.writing() as unit:
        if not unit.head(case_id)[0]:
            raise NoSuchCase("There is no such case.")
        recorded = append(desk, unit, case_id, new, seen=seen)
        if draft_id is not None:
            unit.drop_draft(draft_id)
        return recorded


def append(
    desk: Desk,
    unit: WriteUnit,
    case_id: UUID,
    new: Iterable[NewEntry],
    *,
    seen: int | None = None,
) -> Recorded:
    """Within a transaction: gates, append, seal, fold and projections."""
    register = desk.register(unit)
    entries = list(unit.entries(case_id))
    there = {entry.id: entry for entry in entries}
    written = []
    for item in new:
        if item.id not in there:
            _pass_gates(desk, register, entries, item)
            entries.append(unit.append(case_id, item, desk.author, desk.now(), seen=seen))
            there[item.id] = entries[-1]
            seen = None
        written.append(there[item.id])
    case = fold(entries)
    clocks = desk.clocks(register, case)
    unit.put_projection(project(case, clocks))
    _seal(desk, unit, case)
    return Recorded(case_id, case.reference, tuple(written), next_in_words(clocks, desk.now()))


def _pass_gates(desk: Desk, register: Register, entries: list[Entry], item: NewEntry) -> None:
    member = desk.member(register)
    if not entries:
        _begins_well(item)
        trial = item.model_copy()
        entries = [_as_entry(trial, member.id)]
    found = missing(
        Attempt(fold(entries), item.payload, member, register, desk.now(), item.occurred_at)
    )
    if found:
        raise NotYet(found)


def _begins_well(item: NewEntry) -> None:
    if not isinstance(item.payload, ConcernRecorded):
        raise NotYet((Missing("G1", "A case begins with a concern."),))


def _as_entry(item: NewEntry, author: UUID) -> Entry:
    """The first entry as it would stand, so that its own ids can be looked at before it does."""
    return Entry(
        id=item.id,
        case_id=item.id,
        number=1,
        occurred_at=item.occurred_at,
        recorded_at=item.occurred_at,
        recorded_by=author,
        payload=item.payload,
    )


def _seal(desk: Desk, unit: WriteUnit, case: CaseFile) -> None:
    number, head = unit.head(case.id)
    seal = CaseSealed(case=case.id, number=number, head=head)
    now = desk.now()
    unit.append(REGISTER_ID, new_entry(seal, now), desk.author, now)


def next_in_words(clocks: tuple[Clock, ...], now: datetime) -> str:
    """The duty that is due first, and by when, as "tell the lead by 15:40"."""
    owed = in_force(clocks, now)
    if not owed:
        return "nothing is owed now"
    title = owed[0].title[:1].lower() + owed[0].title[1:]
    due = say(owed[0].due_at, now).removeprefix("today ")
    late = owed[0].due_at < now
    return f"{title}, late since {due}" if late else f"{title} by {due}"


def new_reference(unit: ReadUnit, now: datetime) -> str:
    """A free reference SG-YY-XXXX, drawn at random: a running number would tell of hidden cases."""
    while True:
        drawn = "".join(secrets.choice(_ALPHABET) for _ in range(4))
        reference = f"SG-{now:%y}-{drawn}"
        if unit.case_by_reference(reference) is None:
            return reference
