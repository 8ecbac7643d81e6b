"""A duty of the home itself: it belongs to no case, and is no more forgotten than one of a case."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.people import Role


@dataclass(frozen=True)
class HomeDuty:
    """Something that the home owes itself: a handover, something to be learnt, an audit."""

    key: str
    """Its name among the home's duties, the same at every reading: "handover.sign.2026-11-22"."""
    title: str
    """What is to be done, in 24 letters at most."""
    screen: str
    """The screen that it is done on, as it is registered: "handover"."""
    started_at: datetime
    due_at: datetime
    explanation: str
    """Why it is due then: "60 minutes before the shift ends (ladder ENG-default-1)"."""
    roles: tuple[Role, ...] = ()
    """Whose it is where nobody is named, the first who hold one."""
    given_to: UUID | None = None
    """Who was named to do it."""
    not_by: frozenset[UUID] = frozenset()
    """Who did what is to be checked or taken over, and so does not do it."""
    late_at: datetime | None = None
    """When overdue becomes long overdue; None for the same span again."""
