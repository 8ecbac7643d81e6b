"""A fact as the record holds it: when it happened as stated, and since when it is known."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime
from itertools import accumulate
from typing import NamedTuple, TypeVar

from sgtui.domain.entries import Entry

T = TypeVar("T", datetime, int)


class Fact(NamedTuple):
    """Something that meets a duty. What happened and when it was written down are two times."""

    at: datetime
    """When it happened, as stated."""
    known_at: datetime
    """When the record first held it."""
    number: int
    """Number of the entry that first held it."""
    settled_at: datetime
    """When the record first held the earliest time stated for it."""


def fact_of(*entries: Entry) -> Fact | None:
    """The fact that these entries state, at its earliest; None without any."""
    return earliest(*((entry, entry.occurred_at) for entry in entries))


def earliest(*stated: tuple[Entry, datetime]) -> Fact | None:
    """The fact from entries and the times they state for it; None without any."""
    if not stated:
        return None
    first, at = min(stated, key=lambda pair: (pair[1], pair[0].number))
    return Fact(
        at=at,
        known_at=min(entry.recorded_at for entry, _ in stated),
        number=min(entry.number for entry, _ in stated),
        settled_at=first.recorded_at,
    )


class Timeline:
    """Entries in the order of their stated times, to ask what first came after a moment.

    An entry written up later about an earlier time comes where it happened.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """`entries`: in any order."""
        self._entries = sorted(entries, key=_stated)
        self._stated = [_stated(entry) for entry in self._entries]
        self._known = _least_from([entry.recorded_at for entry in self._entries])
        self._numbers = _least_from([entry.number for entry in self._entries])

    def after(self, at: datetime, number: int) -> Fact | None:
        """What came first after that moment, of one moment by number, as a fact; None if nothing.

        It is known since the first of all that came after was recorded.
        """
        place = bisect_right(self._stated, (at, number))
        if place == len(self._entries):
            return None
        first = self._entries[place]
        return Fact(
            at=first.occurred_at,
            known_at=self._known[place],
            number=self._numbers[place],
            settled_at=first.recorded_at,
        )


def _stated(entry: Entry) -> tuple[datetime, int]:
    return entry.occurred_at, entry.number


def _least_from(values: list[T]) -> list[T]:
    """For each place the least value from there to the end."""
    return list(accumulate(reversed(values), min))[::-1]


def sooner(*facts: Fact | None) -> Fact | None:
    """The earliest of several facts that each would do, known since the first of them was."""
    there = [fact for fact in facts if fact is not None]
    if not there:
        return None
    return min(there)._replace(known_at=min(fact.known_at for fact in there))
