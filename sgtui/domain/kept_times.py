"""What became of each deadline: kept, kept late, late still, or owed no more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.domain.clock import Clock
from sgtui.domain.in_force import in_force
from sgtui.domain.labelled import Labelled


class Fate(Labelled):
    """What became of a duty with a deadline."""

    IN_TIME = "in_time", "Met in time"
    MET_LATE = "met_late", "Met late"
    LATE = "late", "Late, still owed"
    RUNNING = "running", "Still to be done"
    CARRIED_UP = "carried_up", "Carried on at a higher rung"
    ENDED = "ended", "Not owed any more"
    ENDED_LATE = "ended_late", "Not met; late when it was owed no more"

    @property
    def missed(self) -> bool:
        """Whether the deadline passed with the duty not done."""
        return self in (Fate.MET_LATE, Fate.LATE, Fate.CARRIED_UP, Fate.ENDED_LATE)


@dataclass(frozen=True)
class Kept:
    """One clock that has begun, and what became of it."""

    clock: Clock
    fate: Fate
    over_at: datetime | None
    """When it was met or ended; None while it is owed."""
    late_by: timedelta | None
    """How long after its deadline it was met or ended, or is now; None where it was in time."""

    @property
    def why(self) -> str:
        """The rule by which it was due then: the first sentence of what the clock says."""
        return self.clock.explanation.split(". ", 1)[0].rstrip(".")


def kept_times(clocks: Iterable[Clock], now: datetime) -> tuple[Kept, ...]:
    """Every clock that has begun, in the order given; what was never owed for a moment is not."""
    there = tuple(clocks)
    running = {clock.key for clock in in_force(there, now)}
    return tuple(_kept(there, running, now))


def _kept(clocks: Iterable[Clock], running: set[str], now: datetime) -> Iterator[Kept]:
    for clock in clocks:
        over_at = clock.met_at or clock.ended_at
        never = clock.met_at is None and over_at is not None and over_at <= clock.started_at
        if clock.started_at > now or never:
            continue
        until = min(over_at, now) if over_at else now
        late_by = until - clock.due_at if until > clock.due_at else None
        yield Kept(clock, _fate(clock, late_by is not None, clock.key in running), over_at, late_by)


def _fate(clock: Clock, late: bool, running: bool) -> Fate:
    if clock.met_at is not None:
        return Fate.MET_LATE if late else Fate.IN_TIME
    if clock.ended_at is not None:
        return Fate.ENDED_LATE if late else Fate.ENDED
    if not running:
        return Fate.CARRIED_UP
    return Fate.LATE if late else Fate.RUNNING
