"""Which cells of a line differ from what was drawn before: over a slow line only they are sent."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

Toned = tuple[str, str]
"""A text and its tone."""


def changed_cells(before: Sequence[Toned], now: Sequence[Toned]) -> tuple[int, int] | None:
    """First and last-but-one cell that differ between two lines; None when nothing does.

    From the first difference to the end of the longer line where the width has changed, and the
    whole line where letters are not one cell wide each.
    """
    old, new = _cells(before), _cells(now)
    if old == new:
        return None
    width = max(len(old), len(new))
    if any(cell_len(letter) != 1 for letter, _ in {*old, *new}):
        return 0, 2 * width
    differing = [n for n, pair in enumerate(zip_longest(old, new)) if pair[0] != pair[1]]
    return differing[0], width if len(old) != len(new) else differing[-1] + 1


def _cells(line: Sequence[Toned]) -> list[Toned]:
    return [(letter, tone) for text, tone in line for letter in text]
