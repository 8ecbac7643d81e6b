"""Observations: in every shift of a story somebody writes how the person is."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import cycle
from random import Random
from uuid import UUID

from sgtui.domain.calendar import Calendar
from sgtui.services.demo.home import id_of
from sgtui.services.demo.story import Watch

_WATCHERS = ("blessing", "liam", "aneeka", "denise", "kwabena", "tomasz", "joy")
_LEFT_OUT: dict[Watch, int] = {"this shift": 0, "last shift": 1, "late": 2}
"""How many of the latest shifts nobody has written in."""

Seen = tuple[datetime, UUID, str]


def observations(
    texts: Sequence[str],
    watch: Watch,
    since: datetime,
    until: datetime,
    calendar: Calendar,
    chance: Random,
    *,
    every: int = 1,
) -> Iterator[Seen]:
    """One observation in every shift, or in every so many, after `since`: when, by whom, what."""
    if watch == "never" or not texts:
        return
    said = cycle(texts)
    shifts = list(_shifts(since, until, calendar))
    kept = shifts[: len(shifts) - _LEFT_OUT[watch]]
    for number, (starts_at, ends_at) in enumerate(kept):
        if number % every == 0 or number == len(kept) - 1:
            at = _within(starts_at, ends_at, chance)
            yield at, id_of("staff", chance.choice(_WATCHERS)), next(said)


def _shifts(
    since: datetime, until: datetime, calendar: Calendar
) -> Iterator[tuple[datetime, datetime]]:
    """The part of each shift that lies between the two moments."""
    at = since
    while at < until:
        ends_at = min(calendar.shift_end(at), until)
        yield at, ends_at
        at = ends_at


def _within(starts_at: datetime, ends_at: datetime, chance: Random) -> datetime:
    """Some time in the middle of a stretch."""
    return starts_at + (ends_at - starts_at) * chance.randint(35, 80) // 100
