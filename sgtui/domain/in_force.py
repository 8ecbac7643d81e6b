"""Which of many clocks run now: begun, not yet met, and not passed on to a higher rung."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from sgtui.domain.clock import matter_of
from sgtui.domain.ladder import Duty


class Timed(Protocol):
    """What a clock is, whether fresh from the rules or read from its projection."""

    @property
    def key(self) -> str:
        """Its name within the case."""
        ...

    @property
    def duty(self) -> str:
        """What it is about."""
        ...

    @property
    def subject(self) -> UUID:
        """The entry that started it."""
        ...

    @property
    def started_at(self) -> datetime:
        """Since when it runs."""
        ...

    @property
    def due_at(self) -> datetime:
        """When it is due."""
        ...

    @property
    def met_at(self) -> datetime | None:
        """When a fact met it."""
        ...

    @property
    def ended_at(self) -> datetime | None:
        """When something else ended it."""
        ...


T = TypeVar("T", bound=Timed)

_PARTS_OF_A_RUNG = 3
"""Dots in the key of an answer owed at a rung: stage, duty, ground, subject."""


def is_open(clock: Timed) -> bool:
    """Whether it is still owed, or will be."""
    return clock.met_at is None and clock.ended_at is None


def in_force(clocks: Iterable[T], now: datetime) -> tuple[T, ...]:
    """The clocks that run now, soonest due first.

    A rung of the disagreement ladder is left out once the next one has begun: the higher rung
    carries the same duty on, and the agency's own silence keeps its own clock.
    """
    running = [clock for clock in clocks if is_open(clock) and clock.started_at <= now]
    top: dict[tuple[UUID, str], T] = {}
    for clock in filter(_is_rung, running):
        held = top.setdefault(_dispute(clock), clock)
        if _height(clock) > _height(held):
            top[_dispute(clock)] = clock
    kept = [c for c in running if not _is_rung(c) or top[_dispute(c)] is c]
    return tuple(sorted(kept, key=lambda clock: (clock.due_at, clock.key)))


def _is_rung(clock: Timed) -> bool:
    """Whether it is an answer owed at a rung, and not the highest rung looked at again."""
    return clock.duty == Duty.CHALLENGE and clock.key.count(".") == _PARTS_OF_A_RUNG


def _dispute(clock: Timed) -> tuple[UUID, str]:
    """The referral or decision in dispute, and the ground: the same on every rung."""
    return clock.subject, matter_of(clock.key)


def _height(clock: Timed) -> tuple[datetime, datetime, int]:
    """How far up it stands: each rung begins when the one below it is due, or sooner."""
    code = clock.key.split(".")[0]
    return clock.started_at, clock.due_at, int("".join(filter(str.isdigit, code)) or 0)
