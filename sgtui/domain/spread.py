"""How times spread: how many, the middle one, what nine in ten kept within, and the longest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

METHOD = (
    "Times are elapsed hours, nights and weekends counted. The median is the middle time, or half"
    " way between the two middle ones. The 90th percentile is by nearest rank: the shortest of the"
    " times recorded within which nine in ten, or more, were done."
)
"""How the figures are worked out, in words for whoever reads them."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What is said of some times together."""

    n: int
    median: timedelta
    ninety: timedelta
    """The 90th percentile by nearest rank, so that it is one of the times themselves."""
    worst: timedelta


def spread(times: Iterable[timedelta]) -> Spread | None:
    """How these times spread; None without any."""
    ordered = sorted(times)
    if not ordered:
        return None
    n = len(ordered)
    median = (ordered[(n - 1) // 2] + ordered[n // 2]) / 2
    return Spread(n, median, ordered[_nearest_rank(n, 90) - 1], ordered[-1])


def _nearest_rank(n: int, percent: int) -> int:
    """The place, from 1, of a percentile among so many: never rounded by way of a fraction."""
    return -(-n * percent // 100)


def percent(part: int, whole: int) -> float | None:
    """A share in hundredths, to one decimal; None of nothing.

    It is 100 only where nothing is missing, and 0 only where there is nothing.
    """
    if not whole:
        return None
    least, most = (0.1 if part else 0.0), (100.0 if part == whole else 99.9)
    return min(max(round(100 * part / whole, 1), least), most)


def part_words(part: int, whole: int) -> str:
    """ "3 of 4, 75 %"; without the share where there is nothing to take it of."""
    share = percent(part, whole)
    return f"{part} of {whole}" + (f", {share:g} %" if share is not None else "")


def hours(span: timedelta) -> float:
    """A length of time in hours, to one decimal."""
    return round(span / timedelta(hours=1), 1)
