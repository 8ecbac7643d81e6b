"""The figures of the body map as terminal cells: which region each cell shows, at any size.

A cell is about twice as high as wide, so it shows one region but may be painted in one half
only: that is what rounds the silhouette.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from math import ceil
from typing import NamedTuple

from sgtui.domain.body_map import geometry
from sgtui.domain.body_map.regions import HEIGHT, WIDTH, Region, View, region, regions_of
from sgtui.domain.labelled import Labelled

_LINES = 4
"""Scan lines in each half of a cell."""
_TOGETHER = 12
"""How far each foot is moved towards the other in a closer view, in units of the canvas."""


class Part(StrEnum):
    """How much of a cell belongs to the figure."""

    FULL = "full"
    UPPER = "upper"
    LOWER = "lower"


class Cell(NamedTuple):
    """What one terminal cell shows."""

    code: str
    part: Part


class Frame(NamedTuple):
    """The window of a canvas that a grid of cells shows, in units of the canvas."""

    left: float
    top: float
    width: float
    height: float


class CloserPart(Labelled):
    """The closer views, for regions too small to hit on the whole figure."""

    FACE = "face", "Face"
    HEAD_BACK = "head_back", "Back of head"
    HAND_RIGHT_FRONT = "hand_right_front", "Person's right hand, palm"
    HAND_LEFT_FRONT = "hand_left_front", "Person's left hand, palm"
    HAND_RIGHT_BACK = "hand_right_back", "Person's right hand, back"
    HAND_LEFT_BACK = "hand_left_back", "Person's left hand, back"
    FEET_FRONT = "feet_front", "Feet, from the front"
    FEET_BACK = "feet_back", "Feet, from the back"


_CLOSER: Mapping[CloserPart, tuple[str, ...]] = {
    CloserPart.FACE: ("F01", "F02R", "F02L", "F03", "F04R", "F04L", "F05", "F06"),
    CloserPart.HEAD_BACK: ("B01", "B02", "B03R", "B03L", "B04"),
    CloserPart.HAND_RIGHT_FRONT: ("F18R", "F19R", "F20R"),
    CloserPart.HAND_LEFT_FRONT: ("F18L", "F19L", "F20L"),
    CloserPart.HAND_RIGHT_BACK: ("B15R",),
    CloserPart.HAND_LEFT_BACK: ("B15L",),
    CloserPart.FEET_FRONT: ("F25R", "F25L", "F26R", "F26L", "F27R", "F27L"),
    CloserPart.FEET_BACK: ("B19R", "B19L", "B20R", "B20L"),
}


class Cells:
    """A view drawn on a grid of cells, counted from the top left."""

    def __init__(self, grid: list[list[Cell | None]], centres: Mapping[str, tuple[int, int]]):
        """Take the drawn rows, and the cell at the centre of each region."""
        self.rows = len(grid)
        self.columns = len(grid[0])
        self._grid = grid
        self._centres = centres
        self._of: dict[str, list[tuple[int, int]]] = {code: [] for code in centres}
        for y, line in enumerate(grid):
            for x, cell in enumerate(line):
                if cell is not None:
                    self._of[cell.code].append((x, y))

    def cell(self, x: int, y: int) -> Cell | None:
        """What the cell at column x of row y shows; None outside the figure or the grid."""
        inside = 0 <= x < self.columns and 0 <= y < self.rows
        return self._grid[y][x] if inside else None

    def cells_of(self, code: str) -> tuple[tuple[int, int], ...]:
        """The (x, y) of a region's cells in reading order; empty for one not in this view."""
        return tuple(self._of.get(code, ()))

    def label_cells(self, code: str, count: int, width: int = 1) -> tuple[tuple[int, int], ...]:
        """Where `count` numbers of `width` digits begin in a region, in reading order.

        Side by side with a gap where there is room, without one where there is not, and fewer
        than `count` where even that is too many. In a region narrower than a number, the number
        begins in it.
        """
        runs = self._runs(code)
        width = min(width, max((right - left for _, left, right in runs), default=width))
        for gap in (1, 0):
            places = _places(runs, count, width, gap)
            if len(places) == count:
                break
        return tuple(sorted(places, key=lambda place: (place[1], place[0])))

    def _runs(self, code: str) -> list[tuple[int, int, int]]:
        """A region's whole cells as (row, left, right), those nearest its centre first."""
        mine = self.cells_of(code)
        whole = [at for at in mine if (cell := self.cell(*at)) and cell.part is Part.FULL]
        runs: list[tuple[int, int, int]] = []
        for x, y in whole or mine:
            if runs and runs[-1][0] == y and runs[-1][2] == x:
                runs[-1] = (y, runs[-1][1], x + 1)
            else:
                runs.append((y, x, x + 1))
        middle = self._centres.get(code, (0, 0))[1]
        return sorted(runs, key=lambda run: abs(run[0] - middle))


def _places(
    runs: Iterable[tuple[int, int, int]], count: int, width: int, gap: int
) -> list[tuple[int, int]]:
    """Up to `count` places in these runs, the first runs filled first, each in its middle."""
    places: list[tuple[int, int]] = []
    for y, left, right in runs:
        here = min(count - len(places), (right - left + gap) // (width + gap))
        spare = right - left - here * (width + gap) + gap
        places += [(left + spare // 2 + n * (width + gap), y) for n in range(here)]
    return places


@cache
def figure_cells(view: View, columns: int, rows: int) -> Cells:
    """The whole figure of a view, as large as the grid."""
    return _drawn(regions_of(view), Frame(0, 0, WIDTH, HEIGHT), columns, rows)


@cache
def closer_cells(part: CloserPart, columns: int, rows: int) -> Cells:
    """A closer view in its true proportions, as large as fits the grid."""
    shown = tuple(_nearer(region(code), part) for code in _CLOSER[part])
    left, top, right, bottom = geometry.bounds([point for each in shown for point in each.outline])
    unit = max((right - left) / columns, (bottom - top) / (2 * rows))
    width, height = unit * columns, unit * 2 * rows
    corner = (left + right - width) / 2, (top + bottom - height) / 2
    return _drawn(shown, Frame(*corner, width, height), columns, rows)


def _nearer(each: Region, part: CloserPart) -> Region:
    """A region as a closer view shows it: the feet stand together, to be drawn larger."""
    if part not in (CloserPart.FEET_FRONT, CloserPart.FEET_BACK):
        return each
    aside = _TOGETHER if each.centre[0] < WIDTH / 2 else -_TOGETHER
    return replace(each, outline=tuple((x + aside, y) for x, y in each.outline))


def closer_part(code: str) -> CloserPart | None:
    """The closer view a region belongs to, if it has one."""
    return next((part for part, codes in _CLOSER.items() if code in codes), None)


def closer_codes(part: CloserPart) -> tuple[str, ...]:
    """The regions of a closer view, from the top."""
    return _CLOSER[part]


def _drawn(shown: Iterable[Region], frame: Frame, columns: int, rows: int) -> Cells:
    shown = tuple(shown)
    halves: list[dict[str, float]] = [{} for _ in range(2 * rows * columns)]
    for each in shown:
        _fill(halves, each, frame, columns, rows)
    grid = [
        [
            _cell(halves[2 * y * columns + x], halves[(2 * y + 1) * columns + x])
            for x in range(columns)
        ]
        for y in range(rows)
    ]
    centres = {each.code: _centre(each, frame, columns, rows) for each in shown}
    _give_each_a_cell(grid, centres)
    return Cells(grid, centres)


def _fill(
    halves: list[dict[str, float]], each: Region, frame: Frame, columns: int, rows: int
) -> None:
    """Add what a region covers of each half cell, in scan lines."""
    code, across = each.code, columns / frame.width
    lines = 2 * rows * _LINES
    apart = frame.height / lines
    scanned = geometry.scan(each.outline, frame.top + apart / 2, apart, lines)
    for line, chords in scanned.items():
        first = line // _LINES * columns
        for begin, end in chords:
            left, right = (begin - frame.left) * across, (end - frame.left) * across
            for x in range(int(left), ceil(right)):
                half = halves[first + x]
                half[code] = half.get(code, 0.0) + min(right, x + 1) - max(left, x)


def _cell(upper: Mapping[str, float], lower: Mapping[str, float]) -> Cell | None:
    """A cell from what covers its halves; a half counts from half covered."""
    over = round(sum(upper.values()), 6) >= _LINES / 2
    under = round(sum(lower.values()), 6) >= _LINES / 2
    if not over and not under:
        return None
    part = Part.FULL if over and under else Part.UPPER if over else Part.LOWER
    shares = dict(upper) if over else {}
    if under:
        for code, share in lower.items():
            shares[code] = shares.get(code, 0.0) + share
    return Cell(max(shares, key=lambda code: round(shares[code], 6)), part)


def _centre(each: Region, frame: Frame, columns: int, rows: int) -> tuple[int, int]:
    x, y = each.centre
    across, down = columns / frame.width, rows / frame.height
    return int((x - frame.left) * across), int((y - frame.top) * down)


def _give_each_a_cell(
    grid: list[list[Cell | None]], centres: Mapping[str, tuple[int, int]]
) -> None:
    """Give a region that won no cell the one nearest its centre, so that it can always be seen.

    It is taken only from a region that keeps another.
    """
    owned = Counter(cell.code for line in grid for cell in line if cell)
    for code in [each for each in centres if each not in owned]:
        column, row = centres[code]
        spare = [
            ((x - column) ** 2 + 4 * (y - row) ** 2, x, y, cell.code)
            for y, line in enumerate(grid)
            for x, cell in enumerate(line)
            if cell and owned[cell.code] > 1
        ]
        _, x, y, owner = min(spare)
        grid[y][x] = Cell(code, Part.FULL)
        owned[owner] -= 1
        owned[code] += 1
