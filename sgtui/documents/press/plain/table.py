"""A table as text: in columns where every row fits, else row by row, each cell with its label.

No cell is ever cut. Only the last column may run over several lines, so that whoever has the
lines read aloud hears one cell after the other.
"""

from collections.abc import Iterator

from sgtui.documents.model import Column, Table
from sgtui.documents.press.cells import cell_words
from sgtui.documents.press.plain.lines import cells_of, fitted, wrapped
from sgtui.domain.text import display, display_line

_GAP = 2
_LEAST_LAST = 28
"""Cells that the last column must have at least, where it runs over several lines."""

Row = tuple[str, ...]


def table_lines(table: Table, width: int) -> Iterator[str]:
    """The table under its title."""
    if table.title:
        yield from wrapped(display(table.title), width)
    rows = [tuple(map(cell_words, row)) for row in table.rows]
    if not rows:
        yield from wrapped(display(table.empty), width, "  ")
    elif widths := _widths(table.columns, rows, width):
        yield from _in_columns(table.columns, rows, widths)
    else:
        yield from _in_blocks(table.columns, rows, width)


def _widths(columns: tuple[Column, ...], rows: list[Row], width: int) -> list[int]:
    """How wide each column is; empty where they do not fit beside each other."""
    names = _names(columns)
    every = [names, *rows]
    if any("\n" in cell for row in every for cell in row[:-1]):
        return []
    widest = [max(cells_of(row[place]) for row in every) for place in range(len(columns))]
    room = width - sum(widest[:-1]) - _GAP * (len(columns) - 1)
    if widest[-1] <= room and not any("\n" in row[-1] for row in every):
        return widest
    return [*widest[:-1], room] if room >= _LEAST_LAST and not columns[-1].right else []


def _in_columns(columns: tuple[Column, ...], rows: list[Row], widths: list[int]) -> Iterator[str]:
    names = _names(columns)
    yield from _row(columns, names, widths)
    yield from _row(columns, tuple("-" * cells_of(name) for name in names), widths)
    for row in rows:
        yield from _row(columns, row, widths)


def _row(columns: tuple[Column, ...], row: Row, widths: list[int]) -> Iterator[str]:
    before = "".join(
        fitted(cell, size, right=column.right) + " " * _GAP
        for column, cell, size in zip(columns[:-1], row, widths, strict=False)
    )
    if columns[-1].right:
        yield before + fitted(row[-1], widths[-1], right=True)
    else:
        yield from wrapped(row[-1], cells_of(before) + widths[-1], before, " " * cells_of(before))


def _in_blocks(columns: tuple[Column, ...], rows: list[Row], width: int) -> Iterator[str]:
    names = _names(columns)
    for number, row in enumerate(rows):
        if number:
            yield ""
        for name, cell in zip(names, row, strict=True):
            if cell:
                yield from labelled(name, cell, width)


def _names(columns: tuple[Column, ...]) -> Row:
    return tuple(display_line(column.name) for column in columns)


def labelled(label: str, words: str, width: int) -> Iterator[str]:
    """ "Label: value", with lines that follow set in."""
    said = f"{label}: {words}" if label else words
    yield from wrapped(said, width, "  ", "     ")
