"""What another ladder or calendar changes in a case: its clocks before beside its clocks after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from sgtui.domain.clock import Clock
from sgtui.domain.entries import DeadlineMoved
from sgtui.domain.entries.payload import LINE_LIMIT
from sgtui.domain.in_force import Timed, in_force, is_open
from sgtui.domain.labelled import Labelled
from sgtui.domain.london_time import moment_words


class Effect(Labelled):
    """What becomes of a clock."""

    NEW = "new", "new"
    GONE = "gone", "no longer owed"
    CHANGED = "changed", "changed"


@dataclass(frozen=True)
class ClockChange:
    """One clock that is otherwise afterwards."""

    effect: Effect
    was: Clock | None
    now: Clock | None
    later: bool
    """Whether it has begun neither before nor after: it comes only if nobody answers."""

    @property
    def clock(self) -> Clock:
        """The clock as it will be; as it was, where it will be no more."""
        found = self.now or self.was
        assert found is not None
        return found

    @property
    def moved(self) -> bool:
        """Whether it is due at another time."""
        return bool(self.was and self.now and self.was.due_at != self.now.due_at)

    def words(self, beside: datetime) -> str:
        """ "L8 Decision due: Wed 25 Nov 17:00 -> Tue 1 Dec 17:00", or what else becomes of it."""
        return f"{self.clock.stage} {self.clock.title}: {'; '.join(self._parts(beside))}"

    def _parts(self, beside: datetime) -> Iterator[str]:
        due = moment_words(self.clock.due_at, beside=beside)
        if self.was is None or self.now is None:
            yield f"{self.effect.label}, due {due}" if self.was is None else self.effect.label
            return
        if self.moved:
            yield f"{moment_words(self.was.due_at, beside=beside)} -> {due}"
        if self.was.title != self.now.title:
            yield f"was called {self.was.title}"
        if self.was.owner_role is not self.now.owner_role:
            yield f"{self.was.owner_role.label} -> {self.now.owner_role.label}"
        if self.was.counterpart != self.now.counterpart:
            yield f"facing {self.was.counterpart or 'nobody'} -> {self.now.counterpart or 'nobody'}"


def changes(
    before: Iterable[Clock], after: Iterable[Clock], now: datetime
) -> tuple[ClockChange, ...]:
    """Every open clock that another ladder changes: what runs first, then what lies ahead."""
    was, will = _open(before), _open(after)
    pairs = ((was.get(key), will.get(key)) for key in {**was, **will})
    found = [_change(one, other, now) for one, other in pairs if _facts(one) != _facts(other)]
    return tuple(sorted(found, key=lambda c: (c.later, c.clock.started_at, c.clock.due_at)))


T = TypeVar("T", bound="Titled")


class Titled(Timed, Protocol):
    """A clock with its words, fresh from the rules or read from its projection."""

    @property
    def title(self) -> str:
        """What it is called in the queue."""
        ...


def deadlines_moved(
    before: Iterable[Titled], after: Iterable[Titled], now: datetime, reason: str
) -> tuple[DeadlineMoved, ...]:
    """What the chronology says of each duty owed before or after that is now due otherwise."""
    before, after = tuple(before), tuple(after)
    was = {clock.key: clock for clock in before if is_open(clock)}
    owed = {clock.key for clock in (*in_force(before, now), *in_force(after, now))}
    return tuple(
        DeadlineMoved(
            clock=clock.key,
            duty=clock.title,
            was_due_at=was[clock.key].due_at,
            now_due_at=clock.due_at,
            reason=reason[:LINE_LIMIT],
        )
        for clock in after
        if clock.key in was and clock.key in owed and is_open(clock)
        if was[clock.key].due_at != clock.due_at
    )


def _open(clocks: Iterable[Clock]) -> dict[str, Clock]:
    return {clock.key: clock for clock in clocks if clock.is_open}


def _runs(clock: Clock | None, now: datetime) -> bool:
    return clock is not None and clock.runs(now)


def _change(was: Clock | None, will: Clock | None, now: datetime) -> ClockChange:
    effect = Effect.NEW if was is None else Effect.GONE if will is None else Effect.CHANGED
    return ClockChange(effect, was, will, not _runs(was, now) and not _runs(will, now))


def _facts(clock: Clock | None) -> tuple[object, ...]:
    """What somebody acts by."""
    if clock is None:
        return ()
    return clock.due_at, clock.title, clock.owner_role, clock.counterpart, clock.direction
