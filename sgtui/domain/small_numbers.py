"""Numbers that may be told of people: none so small that somebody could be known again by it.

What is too small is put together with the next smallest until it is not, so that what is shown
adds up and no total gives back what was left out. The count from which on a number is shown is
the ladder's (`fewest_shown`), for authorities differ.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

OTHERS = "Others together"
"""What is said of those put together."""

Parts = tuple[tuple[str, tuple[T, ...]], ...]
"""Groups by their names."""


def count_words(count: int, fewest: int) -> str:
    """A count standing alone: "fewer than 5" where it is too small and not nothing."""
    return f"fewer than {fewest}" if 0 < count < fewest else str(count)


def to_nearest(count: int, step: int = 5) -> int:
    """A count to the nearest five, so that two of them do not give away what lies between."""
    return (count + step // 2) // step * step


def share_words(part: int, whole: int, fewest: int) -> str:
    """A share as far as it may be told; "at least 87 %" says no more than that few are left.

    In a group too small for that to leave each small number possible, not even so much.
    """
    rest = whole - part
    few_in, few_out = 0 < part < fewest, 0 < rest < fewest
    if whole == 0:
        return "none"
    if whole < fewest or ((few_in or few_out) and whole < 2 * fewest - 1):
        return "too few to say"
    if few_in:
        return f"at most {-(-100 * (fewest - 1) // whole)} %"
    if few_out:
        return f"at least {100 * (whole - fewest + 1) // whole} %"
    return f"{min(max(round(100 * part / whole), 1 if part else 0), 99 if rest else 100)} %"


def least_told(part: int, whole: int, fewest: int) -> int:
    """How many have something at the least, by what is told of one group."""
    if tells_apart(part, whole, fewest):
        return part
    few_out = whole - part < fewest and whole >= 2 * fewest - 1
    return whole - fewest + 1 if few_out else 0


def whole_share_words(groups: Iterable[tuple[int, int]], fewest: int) -> str:
    """The share of all groups together, each a part and its whole that stand beside it.

    Where one of them is not told exactly, no more is said of all than follows from what is told.
    """
    there = [(part, whole) for part, whole in groups if whole]
    if all(tells_apart(part, whole, fewest) for part, whole in there):
        return share_words(sum(part for part, _ in there), sum(n for _, n in there), fewest)
    least = sum(least_told(part, whole, fewest) for part, whole in there)
    found = 100 * least // sum(whole for _, whole in there)
    return f"at least {found} %" if found else "too few to say"


def is_enough(group: Sequence[object], fewest: int) -> bool:
    """Whether so many may be told as a group of their own."""
    return len(group) >= fewest


def tells_apart(part: int, whole: int, fewest: int) -> bool:
    """Whether a group may be told with the share of it that has something, exactly."""
    return whole >= fewest and not (0 < part < fewest) and not (0 < whole - part < fewest)


def pooled(groups: Mapping[str, Sequence[T]], may_stand: Callable[[Sequence[T]], bool]) -> Parts[T]:
    """The groups that may stand alone, the largest first, and the others put together.

    While those do not stand, the smallest of the rest joins them. Nothing where not even all of
    them together may stand: then only what is said of the whole is left.
    """
    there = sorted(
        ((name, tuple(group)) for name, group in groups.items() if group),
        key=lambda pair: (-len(pair[1]), pair[0]),
    )
    kept = [pair for pair in there if may_stand(pair[1])]
    pool = [one for name, group in there if not may_stand(group) for one in group]
    while pool and kept and not may_stand(pool):
        pool += kept.pop()[1]
    if pool and not may_stand(pool):
        return ()
    return (*kept, *(((OTHERS, tuple(pool)),) if pool else ()))


def in_runs(groups: Sequence[tuple[str, Sequence[T]]], fewest: int) -> Parts[T]:
    """Groups that follow one another, such as months, each joined with its neighbours.

    "Jan 2026" and "Feb 2026" become "Jan 2026 to Feb 2026" where either is too small.
    """
    runs: list[tuple[list[str], list[T]]] = []
    for name, group in groups:
        if not runs or len(runs[-1][1]) >= fewest:
            runs.append(([], []))
        runs[-1][0].append(name)
        runs[-1][1].extend(group)
    while len(runs) > 1 and len(runs[-1][1]) < fewest:
        names, group_left = runs.pop()
        runs[-1][0].extend(names)
        runs[-1][1].extend(group_left)
    if not runs or len(runs[0][1]) < fewest:
        return ()
    return tuple((_run_words(names), tuple(group)) for names, group in runs)


def _run_words(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
