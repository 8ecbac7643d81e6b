"""How much of the time in which a person needed protection, within a period, they had it (R38)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.domain.continuity import Continuity


@dataclass(frozen=True)
class Bare:
    """Time without protection that was needed, as far as it lies in the period."""

    since: datetime
    until: datetime
    why: str
    goes_on: bool
    """Whether it had not ended by the end of the period."""

    @property
    def length(self) -> timedelta:
        """How long it lasted within the period."""
        return self.until - self.since


@dataclass(frozen=True)
class Coverage:
    """Time needed and time bare, within a period."""

    needed: timedelta
    gaps: tuple[Bare, ...]

    @property
    def bare(self) -> timedelta:
        """All gaps together."""
        return sum((gap.length for gap in self.gaps), timedelta())

    @property
    def share(self) -> float | None:
        """The part of the needed time that was covered, 0 to 1; None where none was needed."""
        return share(self.needed, self.bare)


def share(needed: timedelta, bare: timedelta) -> float | None:
    """The part of the needed time that was covered, 0 to 1; None where none was needed."""
    return 1 - bare / needed if needed else None


def coverage(found: Continuity, since: datetime, until: datetime) -> Coverage:
    """What lies between two moments, the second of which is not later than now."""
    spells = ((one.since, one.until or until) for one in found.needed)
    gaps = tuple(
        Bare(
            max(gap.since, since),
            min(gap.until or until, until),
            gap.why,
            gap.until is None or gap.until > until,
        )
        for gap in found.gaps
        if gap.since < until and (gap.until is None or gap.until > since)
    )
    return Coverage(length_within(spells, since, until), gaps)


def length_within(
    spells: Iterable[tuple[datetime, datetime]], since: datetime, until: datetime
) -> timedelta:
    """How much of a period these cover; what overlaps counts once."""
    covered, reached = timedelta(0), since
    for start, end in sorted(spells):
        start, end = max(start, reached), min(end, until)
        if end > start:
            covered += end - start
            reached = end
    return covered
