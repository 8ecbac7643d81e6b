"""A move that somebody makes in a case, and the word of the practice on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tests.domain.case_notebook import Note, Notebook

AHEAD = timedelta(minutes=5)
"""How far clocks may differ."""

CORRECTIONS = ("amended", "entered_in_error")


@dataclass(frozen=True)
class Move:
    """Something that somebody tries to record."""

    kind: str
    says: dict[str, Any]
    author: UUID
    at: datetime
    now: datetime
    codes: tuple[str, ...] = ()
    """The rungs of the ladder, from the lowest."""
    begun: frozenset[tuple[str, UUID]] = frozenset()
    """The rungs that had begun by the time that it states, each with what began it."""


@dataclass
class Verdict:
    """The gates that must be shut, and those of which this cannot tell."""

    must: set[str]
    may: set[str]

    def agrees_with(self, found: set[str]) -> bool:
        """Whether what was found is what this says; an entry that is unknown may hide behind."""
        there = self.must - {"G1"} <= found <= self.must | self.may
        return there and (bool(found) or not self.must)


Gate = Callable[[Notebook, Move], Iterator[str]]
"""Yields the gates that are shut; one that may be is followed by a question mark."""


def one(book: Notebook, kind: str, note_id: UUID | None) -> Note | None:
    """The line of a kind that stands and has that id."""
    return next((note for note in book.of(kind) if note.id == note_id), None)
