"""The manager's round: everything that waits for one person to look at it, in one list (R89)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sgtui.domain.labelled import Labelled
from sgtui.domain.ladder import Duty
from sgtui.domain.people import Right, StaffMember
from sgtui.domain.register import Register
from sgtui.domain.urgency import Urgency
from sgtui.domain.whose import managed_by
from sgtui.services.desk import Desk
from sgtui.services.ports import CaseRow, ClockRow
from sgtui.services.queue import QueueRow, arrange, read_facts

_SEEN_BY_ANYBODY = (Duty.VERIFICATION, Duty.FINDING_CHECK)
"""What any other person who records may see for themselves; the rest takes a decision."""

LOOKED_AT = (
    Duty.COUNTERSIGN, Duty.CLOSURE, Duty.OVERSIGHT, Duty.AFTER_ACTION, *_SEEN_BY_ANYBODY,
)  # fmt: skip
"""The duties of looking at what others did."""


class Turn(Labelled):
    """Whose turn it is to look."""

    YOURS = "yours", "Yours"
    ANYBODYS = "anybodys", "Another's, and you may too"
    NOT_YET = "not_yet", "Not due yet"


@dataclass(frozen=True)
class RoundItem:
    """One thing that waits to be looked at."""

    row: QueueRow
    duty: Duty
    clock_key: str
    """The key of its clock within the case."""
    turn: Turn


@dataclass(frozen=True)
class Round:
    """What waits for one person to look at it."""

    items: tuple[RoundItem, ...]
    """By whose turn it is, then as pressing as in the queue."""
    as_at: datetime

    @property
    def due(self) -> int:
        """How many are theirs and due: the weekly looks of coming days are left out."""
        return sum(item.turn is not Turn.NOT_YET for item in self.items)


def read_round(desk: Desk) -> Round:
    """What waits for the person signed in; nothing of cases that name them (G21)."""
    facts, now = read_facts(desk), desk.now()
    member = facts.register.staff.get(desk.author.staff_id)
    if member is None:
        return Round((), now)
    theirs = {
        f"{clock.case_id}.{clock.key}": clock
        for clock, case in facts.clocks
        if _may(member, facts.register, clock, case)
    }
    rows = arrange(facts, now).rows
    items = sorted(_items(rows, theirs, member), key=lambda item: tuple(Turn).index(item.turn))
    return Round(tuple(items), now)


def _items(
    rows: tuple[QueueRow, ...], theirs: dict[str, ClockRow], member: StaffMember
) -> Iterator[RoundItem]:
    for row in rows:
        clock = theirs.get(row.key)
        if clock is not None:
            duty = Duty.of(clock.duty)
            yield RoundItem(row, duty, clock.key, _turn(row, duty, member))


def _turn(row: QueueRow, duty: Duty, member: StaffMember) -> Turn:
    if duty is Duty.OVERSIGHT and row.urgency is Urgency.WAITING:
        return Turn.NOT_YET
    return Turn.YOURS if row.owner_id == member.id else Turn.ANYBODYS


def _may(member: StaffMember, register: Register, clock: ClockRow, case: CaseRow) -> bool:
    """Whether this person may look: not at what they did, nor at whom they work under."""
    if clock.duty not in LOOKED_AT or member.id in clock.not_by:
        return False
    if clock.duty in _SEEN_BY_ANYBODY:
        return member.may(Right.RECORD)
    return member.may(Right.DECIDE) and member.id not in managed_by(register, case.barred)
