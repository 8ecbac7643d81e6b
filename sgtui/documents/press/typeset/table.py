"""A table on paper: how wide its columns are, so that every word fits and no cell is cut."""

from datetime import datetime
from math import sqrt
from typing import Protocol

from sgtui.documents.model import Cell, Table
from sgtui.documents.press.cells import cell_words
from sgtui.documents.press.typeset.letters import Letters, widest_line, widest_word
from sgtui.domain.london_time import in_london

_TRIED = (
    (9.2, True, 0.85), (8.6, True, 0.85), (9.2, False, 0.85), (8.6, False, 0.85),
    (8.0, False, 0.92), (7.4, False, 1.0),
)  # fmt: skip
"""Sizes of letters, whether times stay on one line, and how much of the page the longest words
may take: the first that does is taken, so that long text has room beside short."""
_TITLE = 10.5
_INSET = 9.5
"""Points beside a cell's words."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_LONG = 700
"""Letters in a cell beyond which its row may break across pages."""

_SHORT = 84.0
"""Points of a line that is to come whole before long ones get room."""

Row = tuple[str, ...]


class _Measure(Protocol):
    """How wide a text comes out, by its longest word or its longest line."""

    def __call__(self, text: str, size: float, *, bold: bool = False) -> float: ...


def page_table(table: Table, width: float, letters: Letters) -> dict[str, object]:
    """The table as the template takes it."""
    names = tuple(column.name for column in table.columns)
    size, widths, rows = _fitted(table, names, width)
    return {
        "kind": "table",
        "title": letters.fitting(table.title, _TITLE, width, bold=True),
        "empty": letters.fitting(table.empty, _TITLE, width),
        "size": size,
        "widths": widths,
        "right": [column.right for column in table.columns],
        "names": _shown(names, widths, size, letters, bold=True),
        "rows": [
            {"cells": _shown(row, widths, size, letters), "whole": max(map(len, row)) < _LONG}
            for row in rows
        ],
    }


def _shown(
    row: Row, widths: list[float], size: float, letters: Letters, *, bold: bool = False
) -> list[str]:
    pairs = zip(row, widths, strict=True)
    return [letters.fitting(cell, size, width - _INSET, bold=bold) for cell, width in pairs]


def _fitted(table: Table, names: Row, width: float) -> tuple[float, list[float], list[Row]]:
    """The size of letters, the width of each column, and the rows in words.

    Times stay on one line where that leaves room for the rest.
    """
    shares = [float(column.width) for column in table.columns]
    for size, whole, most in _TRIED:
        rows = [tuple(_words(cell, whole=whole) for cell in row) for row in table.rows]
        least = _widest(names, rows, size, widest_word)
        natural = _widest(names, rows, size, widest_line)
        if sum(natural) <= width or sum(least) <= width * most:
            return size, _grown(least, natural, shares, width), rows
    return size, _squeezed(least, width), rows


def _words(cell: Cell, *, whole: bool) -> str:
    """A cell's words; a date, or a number with its unit, stays together."""
    words = cell_words(cell)
    if cell is None or isinstance(cell, str):
        return words
    if whole or not isinstance(cell, datetime):
        return words.replace(" ", _NO_BREAK)
    day, _, clock = words.partition(f"{in_london(cell).year} ")
    return f"{day}{in_london(cell).year}".replace(" ", _NO_BREAK) + f" {clock}"


def _widest(names: Row, rows: list[Row], size: float, measure: _Measure) -> list[float]:
    """The most that a measure gives for the cells of each column, with what stands beside them."""
    most = [measure(name, size, bold=True) for name in names]
    for row in rows:
        most = [max(so_far, measure(cell, size)) for so_far, cell in zip(most, row, strict=True)]
    return [width + _INSET for width in most]


def _grown(
    least: list[float], natural: list[float], shares: list[float], width: float
) -> list[float]:
    """Short lines come whole first; then columns with a share grow, then all; then what is left.

    None grows beyond its longest line before the last. The longer that is the more a column
    grows, by its root. A table whose columns all have a share of nothing stays narrow.
    """
    even = [1.0] * len(least)
    wanted = [share * sqrt(line) for share, line in zip(shares, natural, strict=True)]
    unbounded = [width if share else 0.0 for share in shares]
    short = [line if line <= _SHORT else 0.0 for line in natural]
    widths = least
    for limits, weights in ((short, even), (natural, wanted), (natural, even), (unbounded, shares)):
        widths = _filled(widths, limits, weights, width)
    return widths


def _filled(
    widths: list[float], limits: list[float], weights: list[float], width: float
) -> list[float]:
    """Share out the width that is left by weight, to each column at most up to its limit."""
    now = list(widths)
    for _ in widths:
        spare = width - sum(now)
        growing = [i for i, size in enumerate(now) if weights[i] and size < limits[i]]
        if spare <= 0 or not growing:
            break
        unit = spare / sum(weights[i] for i in growing)
        for i in growing:
            now[i] = min(limits[i], now[i] + unit * weights[i])
    return now


def _squeezed(least: list[float], width: float) -> list[float]:
    """Columns too wide together: the narrow ones keep their width, the wide ones share the rest."""
    return _filled([0.0] * len(least), least, [1.0] * len(least), width)
