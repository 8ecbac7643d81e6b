"""How pressing a duty is now, and the words for how late it is.

Nothing here is stored: urgency is a function of when a duty began, when it is due, and now.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from sgtui.domain.london_time import in_london, in_utc

SOON_AT_MOST = timedelta(hours=4)
"""However long a duty has, it is not "due soon" earlier than this."""

SOON_AT_LEAST = timedelta(minutes=15)
"""However short a duty is, it is "due soon" for this long; and late that long before very late."""

_MINUTES_A_DAY, _MINUTES_AN_HOUR = 1440, 60


class Urgency(StrEnum):
    """How pressing a duty is; a word and a mark for each, so that colour only repeats it."""

    WAITING = "waiting"
    """Due on a later day."""
    DUE_SOON = "due_soon"
    """In the last quarter of its time."""
    DUE_TODAY = "due_today"
    """Due before midnight in London."""
    OVERDUE = "overdue"
    """Its time is over."""
    LONG_OVERDUE = "long_overdue"
    """Its time is over once more, or the ladder says it is too long."""

    @property
    def is_late(self) -> bool:
        """Whether the time is over."""
        return self in (Urgency.OVERDUE, Urgency.LONG_OVERDUE)

    @property
    def mark(self) -> str:
        """Two cells that say the same without colour."""
        if self.is_late:
            return "!!"
        return "  " if self is Urgency.WAITING else "! "

    @property
    def word(self) -> str:
        """LATE, DUE or OK."""
        if self.is_late:
            return "LATE"
        return "OK" if self is Urgency.WAITING else "DUE"

    @property
    def rank(self) -> int:
        """0 is the most pressing, 4 the least: a key to sort by."""
        order = (
            Urgency.LONG_OVERDUE,
            Urgency.OVERDUE,
            Urgency.DUE_SOON,
            Urgency.DUE_TODAY,
            Urgency.WAITING,
        )
        return order.index(self)


def urgency(
    started_at: datetime, due_at: datetime, late_at: datetime | None, now: datetime
) -> Urgency:
    """How pressing a duty is at `now`; ValueError for a moment without its zone.

    At the due moment itself it is still in time. Without `late_at` it is long overdue when the
    time it had is over once more, and never within 15 minutes of being due.
    """
    moment, due = in_utc(now), in_utc(due_at)
    span = max(due - in_utc(started_at), timedelta(0))
    if moment > due:
        return Urgency.LONG_OVERDUE if moment > _late_at(due, span, late_at) else Urgency.OVERDUE
    if due - moment <= min(max(span / 4, SOON_AT_LEAST), SOON_AT_MOST):
        return Urgency.DUE_SOON
    if in_london(due).date() == in_london(moment).date():
        return Urgency.DUE_TODAY
    return Urgency.WAITING


def span_words(delta: timedelta) -> str:
    """A length of time in few cells: "2d 3h", "1h 10m", "40m", "under 1m"; parts rounded down.

    The sign does not matter: the word beside it says whether it is late or still to come.
    """
    days, hours, minutes = _parts(delta)
    if days:
        return f"{days}d {hours}h" if hours else f"{days}d"
    if hours:
        return f"{hours}h {minutes}m" if minutes else f"{hours}h"
    return f"{minutes}m" if minutes else "under 1m"


def duration_words(delta: timedelta) -> str:
    """A length of time for a page: "2 d 3 h", "1 h 10 min", "40 min", "under 1 min".

    Parts are rounded down, and the sign does not matter.
    """
    days, hours, minutes = _parts(delta)
    parts = ((days, "d"), (hours, "h"), (0 if days else minutes, "min"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "under 1 min"


def lateness(due_at: datetime, now: datetime) -> str:
    """For the queue: "LATE 2d 3h", or "DUE 1h 10m" while there is time."""
    left = in_utc(due_at) - in_utc(now)
    return f"{'LATE' if left < timedelta(0) else 'DUE'} {span_words(left)}"


def lateness_spoken(due_at: datetime, now: datetime) -> str:
    """For a sentence or a screen reader: "2 days 3 hours late", "due in 1 hour 10 minutes"."""
    left = in_utc(due_at) - in_utc(now)
    days, hours, minutes = _parts(left)
    named = [(days, "day"), (hours, "hour"), (0 if days else minutes, "minute")]
    said = " ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in named if n)
    said = said or "less than a minute"
    return f"{said} late" if left < timedelta(0) else f"due in {said}"


def _late_at(due: datetime, span: timedelta, late_at: datetime | None) -> datetime:
    """When late becomes very late; never before it is late at all."""
    if late_at is None:
        return due + max(span, SOON_AT_LEAST)
    return max(due, in_utc(late_at))


def _parts(delta: timedelta) -> tuple[int, int, int]:
    """Whole days, hours and minutes of a length of time, its sign dropped."""
    total = int(abs(delta).total_seconds()) // 60
    days, rest = divmod(total, _MINUTES_A_DAY)
    return days, *divmod(rest, _MINUTES_AN_HOUR)
