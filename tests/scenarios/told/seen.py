"""What the people of a scenario see: a duty in the queue, a step under F4, a gate that is shut."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sgtui.domain.clock import Clock
from sgtui.domain.gates import Missing
from sgtui.domain.ladder import Duty
from sgtui.domain.next_step import NextStep
from sgtui.services.queue import Group, QueueRow
from tests.scenarios.told.moment import words_of
from tests.scenarios.told.register import STAFF


@dataclass(frozen=True)
class Owed:
    """A duty of this case as the queue shows it."""

    name: str
    """The duty; a rung by its code, a notification by whom it tells."""
    title: str
    owner: str
    owes: str
    owed_to: str
    group: Group
    late: bool
    ours: bool
    due: str
    desk: str
    urgent: str
    last_contact: str


@dataclass(frozen=True)
class Next:
    """What F4 offers about a duty."""

    duty: str
    owner: str
    contact: str
    urgent: str
    """Whom to ring when the usual desk is shut."""
    kinds: tuple[str, ...]
    known: tuple[dict[str, Any], ...]
    script: str


@dataclass(frozen=True)
class Refused:
    """What stands in the way of an entry; equal to the set of its gates."""

    missing: tuple[Missing, ...]

    @property
    def gates(self) -> set[str]:
        """The gates that are shut."""
        return {item.gate for item in self.missing}

    @property
    def words(self) -> str:
        """All the sentences."""
        return " ".join(item.sentence for item in self.missing)

    @property
    def mends(self) -> set[str]:
        """The kinds of entry that mend it."""
        return {item.mends for item in self.missing if item.mends}


def name_of(staff_id: UUID) -> str:
    """The key of a member of staff."""
    return next(key for key, given in STAFF.items() if given[0] == staff_id)


def name_of_clock(clock: Clock) -> str:
    """The duty; a rung by its code, a notification by whom it tells."""
    if clock.duty is Duty.CHALLENGE:
        return clock.stage
    return clock.key.split(".")[2] if clock.duty is Duty.NOTIFICATION else clock.duty.value


def owed(row: QueueRow, name: str) -> Owed:
    """A row of the queue."""
    return Owed(
        name=name,
        title=row.duty,
        owner=row.owner,
        owes=row.owes,
        owed_to=row.owed_to,
        group=row.group,
        late=row.urgency.is_late,
        ours=row.ours,
        due=words_of(row.due_at),
        desk=row.desk,
        urgent=row.urgent,
        last_contact=row.last_contact,
    )


def offered(step: NextStep) -> Next:
    """What F4 offers."""
    return Next(
        duty=name_of_clock(step.clock),
        owner=step.owner.name,
        contact=step.contact.point if step.contact else "",
        urgent=step.urgent_contact.point if step.urgent_contact else "",
        kinds=tuple(one.kind for one in step.steps),
        known=tuple(one.known for one in step.steps),
        script=step.stage.script,
    )
