"""A body map as letters and looks, before any colour: shapes, cursor, numbers, words beside."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sgtui.ui.widgets.figure_cells import Cells, Part

Drawn = tuple[str, str]
"""A letter and its look: "even", "odd", "cursor", each also with "-edge" or "-line"; "mark",
"here" for a mark under the cursor, "word", or nothing."""

MarkAt = tuple[int, str]
"""The number of a mark and the code of its region."""

APART = 8
"""Cells between two changes that cost more to skip than to send: about a move of the cursor."""

MORE = "+"
"""Stands where a region has more marks than there is room for."""


@dataclass(frozen=True)
class Letters:
    """What a cell of each look is drawn with."""

    even: str
    odd: str
    cursor: str
    upper: str
    lower: str
    down: str
    across: str
    corner: str
    shaded_edges: bool = False
    """Whether a half cell takes the letter of its region, because there is none for its half."""


FILLED = Letters(" ", " ", " ", "▀", "▄", "│", "─", "┌")
"""With colours: every whole cell is a blank on a coloured ground."""

BLOCKS = Letters("░", "▒", "█", "▀", "▄", "│", "─", "┌", shaded_edges=True)
"""Without colours: the shape and the cursor by block characters alone."""

PLAIN = Letters("#", "%", "@", "'", ".", "|", "-", "+")
"""Where only ASCII can be shown."""


@dataclass(frozen=True)
class Pane:
    """One drawing: its cells, where it begins, and the words around it."""

    cells: Cells
    left: int
    top: int = 0
    title: str = ""
    sides: tuple[str, str] = ("", "")
    """The person's own side at the left and at the right of the picture."""
    closer: bool = False
    """Whether regions are parted by thin lines."""


def drawing(
    panes: Sequence[Pane],
    size: tuple[int, int],
    cursor: str,
    marks: Sequence[MarkAt],
    letters: Letters,
) -> list[list[Drawn]]:
    """Every line of the picture, `size` columns and rows."""
    width, height = size
    lines: list[list[Drawn]] = [[(" ", "")] * width for _ in range(height)]
    for pane in panes:
        _write_words(lines, pane)
        for x, y, letter, look in _shape(pane, cursor, letters):
            _put(lines, x, y, letter, look)
        for x, y, letter, look in _numbers(pane, cursor, marks):
            _put(lines, x, y, letter, look)
    return lines


def changed_runs(before: Sequence[Drawn], now: Sequence[Drawn]) -> list[tuple[int, int]]:
    """Where two lines differ: first cell and the one after the last, near ones taken together."""
    runs: list[tuple[int, int]] = []
    for x, (old, new) in enumerate(zip(before, now, strict=True)):
        if old != new:
            near = bool(runs) and x - runs[-1][1] < APART
            runs[-1:] = [(runs[-1][0], x + 1)] if near else [*runs[-1:], (x, x + 1)]
    return runs


def _put(lines: list[list[Drawn]], x: int, y: int, letter: str, look: str) -> None:
    if 0 <= y < len(lines) and 0 <= x < len(lines[y]):
        lines[y][x] = (letter, look)


def _write_words(lines: list[list[Drawn]], pane: Pane) -> None:
    """The name of the picture at its top left, the person's own sides low at either edge."""
    taken = next((x for x in range(pane.cells.columns) if pane.cells.cell(x, 0)), 99)
    fits = pane.top > 0 or len(pane.title) <= taken
    _write(lines, pane.left, 0, pane.title if fits else pane.title[:1])
    row = _free_row(pane.cells)
    for at_right, side in enumerate(pane.sides if row is not None else ()):
        for n, word in enumerate(("their", side) if side else ()):
            x = pane.cells.columns - len(word) if at_right else 0
            _write(lines, pane.left + x, pane.top + (row or 0) + n, word)


def _free_row(cells: Cells) -> int | None:
    """The first of two rows that are free at both edges, low in the picture; None for none."""
    edges = [*range(6), *range(cells.columns - 6, cells.columns)]
    first = cells.rows * 4 // 5
    rows = (*range(first, cells.rows - 1), *range(first, 0, -1))
    free = (y for y in rows if not any(cells.cell(x, y + n) for x in edges for n in (0, 1)))
    return next(free, None)


def _write(lines: list[list[Drawn]], x: int, y: int, word: str) -> None:
    for n, letter in enumerate(word):
        _put(lines, x + n, y, letter, "word")


def _shape(pane: Pane, cursor: str, letters: Letters) -> Iterator[tuple[int, int, str, str]]:
    cells, shade = pane.cells, shades(pane.cells)
    for y in range(cells.rows):
        for x in range(cells.columns):
            cell = cells.cell(x, y)
            if cell is None:
                continue
            look = "cursor" if cell.code == cursor else shade[cell.code]
            letter, part = _letter(pane, x, y, look, letters)
            yield pane.left + x, pane.top + y, letter, f"{look}{part}"


def _letter(pane: Pane, x: int, y: int, look: str, letters: Letters) -> tuple[str, str]:
    """The letter of a cell, and which part of its look it needs."""
    cell = pane.cells.cell(x, y)
    plain: str = getattr(letters, look)
    if cell is not None and cell.part is not Part.FULL:
        if letters.shaded_edges and look != "cursor":
            return plain, ""
        return (letters.upper if cell.part is Part.UPPER else letters.lower), "-edge"
    parted = pane.closer and look != "cursor"
    line = _line(pane.cells, x, y, letters) if parted else ""
    return (line, "-line") if line else (plain, "")


def _line(cells: Cells, x: int, y: int, letters: Letters) -> str:
    """The thin line at the left and top of a cell, where another region begins."""
    beside, above = _differs(cells, x, y, x - 1, y), _differs(cells, x, y, x, y - 1)
    if beside and above:
        return letters.corner
    return letters.down if beside else letters.across if above else ""


def _differs(cells: Cells, x: int, y: int, other_x: int, other_y: int) -> bool:
    here, other = cells.cell(x, y), cells.cell(other_x, other_y)
    return here is not None and other is not None and here.code != other.code


def _numbers(
    pane: Pane, cursor: str, marks: Sequence[MarkAt]
) -> Iterator[tuple[int, int, str, str]]:
    """The numbers of the marks, each in its region."""
    by_region: dict[str, list[int]] = {}
    for number, code in marks:
        by_region.setdefault(code, []).append(number)
    for code, numbers in by_region.items():
        look = "here" if code == cursor else "mark"
        width = len(str(max(numbers)))
        places = pane.cells.label_cells(code, len(numbers), width)
        shown = [str(number) for number in numbers[: len(places)]]
        if len(places) < len(numbers) and shown:
            shown[-1] = MORE
        for (x, y), text in zip(places, shown, strict=True):
            for n, letter in enumerate(text):
                yield pane.left + x + n, pane.top + y, letter, look


@cache
def shades(cells: Cells) -> Mapping[str, str]:
    """One of two shades for each region, left and right alike, neighbours apart where it can be."""
    beside = _borders(cells)
    shade: dict[str, str] = {}
    for y in range(cells.rows):
        for x in range(cells.columns):
            cell = cells.cell(x, y)
            if cell is not None and cell.code[:3] not in shade:
                stem = cell.code[:3]
                taken = Counter[str]()
                for other, length in beside.get(stem, {}).items():
                    if other in shade:
                        taken[shade[other]] += length
                shade[stem] = "odd" if taken["even"] > taken["odd"] else "even"
    codes = {cell.code for y in range(cells.rows) for x in range(cells.columns)
             if (cell := cells.cell(x, y))}  # fmt: skip
    return {code: shade[code[:3]] for code in codes}


def _borders(cells: Cells) -> Mapping[str, Counter[str]]:
    """How long the border is between any two regions, sides taken together."""
    found: dict[str, Counter[str]] = {}
    for y in range(cells.rows):
        for x in range(cells.columns):
            here = cells.cell(x, y)
            for other in (cells.cell(x + 1, y), cells.cell(x, y + 1)):
                if here and other and here.code[:3] != other.code[:3]:
                    one, two = here.code[:3], other.code[:3]
                    found.setdefault(one, Counter())[two] += 1
                    found.setdefault(two, Counter())[one] += 1
    return found
