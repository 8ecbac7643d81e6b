"""Recording: the one way to write to a case file."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import fold
from sgtui.domain.clock import Clock
from sgtui.domain.entries import ConcernRecorded, Entry, NewEntry, Payload
from sgtui.domain.gates import Attempt, Missing, missing
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import Duty
from sgtui.domain.register import Register
from sgtui.domain.when import say
from sgtui.services.desk import Desk
from sgtui.services.kept import added, keep, new_entry
from sgtui.services.mirrors import links_of, may_link, mirror, unknown_link
from sgtui.services.patterns import may_show_a_pattern, new_patterns
from sgtui.services.ports import ReadUnit, WriteUnit
from sgtui.services.refusals import NoSuchCase, NotForYou, NotYet
from sgtui.services.repin import moved_by_ladder

__all__ = [
    "REFERENCE_LETTERS", "NoSuchCase", "NotForYou", "NotYet", "Recorded", "append", "new_entry",
    "new_reference", "next_in_words", "record",
]  # fmt: skip

REFERENCE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of which the end of a reference is drawn: no letter that is read as a digit."""


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
    """Within a transaction: gates, append, what follows from it, seal, fold and projections."""
    register = desk.register(unit)
    entries = list(unit.entries(case_id))
    before = tuple(entries)
    written = _write(desk, unit, register, entries, case_id, new, seen)
    _follow(desk, unit, register, entries, before)
    case, clocks = keep(desk, unit, register, entries)
    return Recorded(case_id, case.reference, written, next_in_words(clocks, desk.now()))


def _write(
    desk: Desk,
    unit: WriteUnit,
    register: Register,
    entries: list[Entry],
    case_id: UUID,
    new: Iterable[NewEntry],
    seen: int | None,
) -> tuple[Entry, ...]:
    """Append each that the gates let by and that is not there already; `entries` grows."""
    there = {entry.id: entry for entry in entries}
    written = []
    for item in new:
        if item.id not in there:
            _pass_gates(desk, unit, register, entries, item)
            entries.append(unit.append(case_id, item, desk.author, desk.now(), seen=seen))
            there[item.id] = entries[-1]
            seen = None
        written.append(there[item.id])
    return tuple(written)


def _follow(
    desk: Desk, unit: WriteUnit, register: Register, entries: list[Entry], before: tuple[Entry, ...]
) -> None:
    """Append what the program itself adds, here and in linked cases; `entries` grows."""

    def add(said: Payload) -> None:
        now, case_id = desk.now(), entries[0].case_id
        new = added(said, entries[-1], case_id, now)
        entries.append(unit.append(case_id, new, desk.author, now))

    for moved in moved_by_ladder(desk, register, before, entries):
        add(moved)
    fresh = entries[len(before) :]
    if may_show_a_pattern(fresh):
        case = fold(entries)
        for pattern in new_patterns(unit, case, desk.ladder_of(register, case), begun=not before):
            add(pattern)
    if may_link(fresh):
        case = fold(entries)
        for link in links_of(case, fresh):
            add(link)
        mirror(desk, unit, register, case, entries[len(before) :])


def _pass_gates(
    desk: Desk, unit: WriteUnit, register: Register, entries: list[Entry], item: NewEntry
) -> None:
    member = desk.member(register)
    if not entries:
        _begins_well(item)
        trial = item.model_copy()
        entries = [_as_entry(trial, member.id)]
    case = fold(entries)
    ladder = desk.ladder_of(register, case)
    attempt = Attempt(case, item.payload, member, register, desk.now(), item.occurred_at, ladder)
    found = (*missing(attempt), *unknown_link(desk, unit, item.payload))
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


def next_in_words(clocks: tuple[Clock, ...], now: datetime) -> str:
    """What comes next, and by when, as "tell the lead by 15:40".

    What is late, else what is due first; each shift's own watching only where nothing else is owed.
    """
    owed = in_force(clocks, now)
    if not owed:
        return "nothing is owed now"
    first = min(owed, key=lambda clock: (clock.due_at >= now, clock.duty in _EACH_SHIFT))
    title = first.title[:1].lower() + first.title[1:]
    due = say(first.due_at, now).removeprefix("today ")
    return f"{title}, late since {due}" if first.due_at < now else f"{title} by {due}"


_EACH_SHIFT = (Duty.OBSERVATION, Duty.MONITORING)
"""Duties that come round with every shift: they are known, and would hide what is new."""


def new_reference(unit: ReadUnit, now: datetime) -> str:
    """A free reference SG-YY-XXXX, drawn at random: a running number would tell of hidden cases."""
    while True:
        drawn = "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(4))
        reference = f"SG-{now:%y}-{drawn}"
        if unit.case_by_reference(reference) is None:
            return reference
