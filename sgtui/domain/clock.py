"""A clock: one duty of a case with its deadline, who owes whom, and why it is due then.

What has not yet begun is planned: its start lies ahead. Overdue is never stored; `urgency` tells
it from the clock and now.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.ladder import Duty, OwedBy
from sgtui.domain.people import Role


def matter_of(key: str) -> str:
    """What tells a clock from others of its duty, by its key.

    Whom to tell, the member of staff supported, the ground of a challenge; else what started it.
    """
    return key.split(".")[2]


@dataclass(frozen=True)
class Clock:
    """A duty with a deadline: who owes whom, since when, until when, and why."""

    key: str
    """Its name within the case: stage, duty, matter, what started it, and which part of a rung."""
    duty: Duty
    stage: str
    """The code of the ladder's stage that sets it."""
    title: str
    direction: OwedBy
    owner_role: Role
    given_to: UUID | None
    """Who was named to do it; `routing` says who does it now."""
    not_by: frozenset[UUID]
    """Who did what is to be checked, and so does not check it."""
    counterpart: str
    contact: UUID | None
    """The desk to ring, where there is one."""
    subject: UUID
    """The entry that started it."""
    started_at: datetime
    due_at: datetime
    late_at: datetime
    """When overdue becomes long overdue."""
    met_at: datetime | None
    ended_at: datetime | None
    explanation: str

    @property
    def is_open(self) -> bool:
        """Whether it is still owed, or will be."""
        return self.met_at is None and self.ended_at is None

    def runs(self, now: datetime) -> bool:
        """Whether it has begun and is still owed."""
        return self.is_open and self.started_at <= now

    def lies_ahead(self, now: datetime) -> bool:
        """Whether it is planned: it will be owed unless something is done before."""
        return self.is_open and self.started_at > now

    @property
    def matter(self) -> str:
        """What tells it from others of its duty."""
        return matter_of(self.key)
