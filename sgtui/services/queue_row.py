"""One row of the queue: a duty as everybody sees it, whether of a case or of the home itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.calendar import Calendar
from sgtui.domain.labelled import Labelled
from sgtui.domain.register import ContactPoint
from sgtui.domain.urgency import Urgency, lateness, span_words

_HOUR = timedelta(hours=1)


class Group(Labelled):
    """Where a duty stands in the queue: by what can be done about it now."""

    ACT_NOW = "act_now", "Act now"
    WHEN_DESK_OPENS = "when_desk_opens", "First call when the desk opens"
    WAITING = "waiting", "Waiting"


@dataclass(frozen=True)
class QueueRow:
    """One duty in the queue."""

    key: str
    """The same duty has the same key at every reading, so that a cursor can stay on it."""
    case_id: UUID
    """The register's own id where it is a duty of the home and of no case."""
    reference: str
    """ "HOME" where it is no case's."""
    initials: str
    room: str
    duty: str
    owner: str
    owner_id: UUID | None
    owes: str
    owed_to: str
    due_at: datetime
    urgency: Urgency
    lateness: str
    """ "LATE 2d 3h", "DUE 40m", "OK 4d"."""
    group: Group
    stage: str
    desk: str
    """The desk, its number and whether it is open, in words; empty where nobody is rung."""
    opens_at: datetime | None
    urgent: str
    """While that desk is shut: who answers if it cannot wait, in words; else empty."""
    last_contact: str
    """ "No answer, 09:02": what came of the last contact with that desk; empty before any."""
    explanation: str
    immediate: bool
    high_risk: bool
    """High or immediate risk, as last judged."""
    ours: bool
    """Whether the home owes it; else an agency does."""
    screen: str = ""
    """Where a duty of the home is done, by the screen's registered name; empty for a case."""


def lateness_of(due_at: datetime, level: Urgency, now: datetime) -> str:
    """Minutes are told only of what is pressing: a quiet list changes once an hour."""
    if level is Urgency.WAITING:
        left = due_at - now
        return f"{level.word} {span_words(left - left % _HOUR if left > _HOUR else left)}"
    return lateness(due_at, now)


def group_of(
    calendar: Calendar,
    contact: ContactPoint | None,
    level: Urgency,
    *,
    ours: bool,
    immediate: bool,
    now: datetime,
) -> Group:
    """A late or due duty is for now, unless the desk is shut; danger never waits for a desk."""
    if level is Urgency.WAITING or (not ours and not level.is_late):
        return Group.WAITING
    if contact and not immediate and not calendar.is_open(contact.hours, now):
        return Group.WHEN_DESK_OPENS
    return Group.ACT_NOW
