"""A fact as the record holds it: when it happened as stated, and since when it is known."""

from datetime import datetime
from typing import NamedTuple

from sgtui.domain.entries import Entry


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
