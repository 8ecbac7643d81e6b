"""The plane geometry the body map stands on: areas, chords, mirror images, distances."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import ceil, hypot

Point = tuple[float, float]
Outline = tuple[Point, ...]
Chords = list[tuple[float, float]]


def edges(outline: Outline) -> Iterator[tuple[Point, Point]]:
    """The edges of a closed outline, the last one back to the first point."""
    yield from pairwise((*outline, outline[0]))


def area(outline: Outline) -> float:
    """The area an outline encloses, in square units of the canvas."""
    return abs(_twice_signed_area(outline)) / 2


def centroid(outline: Outline) -> Point:
    """The centre of gravity of an outline, which may lie outside a bent one."""
    x = y = 0.0
    for (x0, y0), (x1, y1) in edges(outline):
        cross = x0 * y1 - x1 * y0
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    scale = 3 * _twice_signed_area(outline)
    return x / scale, y / scale


def _twice_signed_area(outline: Outline) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in edges(outline))


def contains(outline: Outline, point: Point) -> bool:
    """Whether a point lies inside; one exactly on the edge may count as either."""
    return any(left <= point[0] <= right for left, right in chords(outline, point[1]))


def chords(outline: Outline, y: float) -> Chords:
    """Where the horizontal line at `y` runs inside an outline: (left, right), from the left."""
    return scan(outline, y, 1, 1).get(0, [])


def scan(outline: Outline, top: float, apart: float, count: int) -> dict[int, Chords]:
    """The chords of `count` horizontal lines, the first at `top`, by the number of the line.

    Goes along each edge once, so many lines cost hardly more than one; lines that miss the
    outline are left out.
    """
    crossed: dict[int, list[float]] = {}
    for (x0, y0), (x1, y1) in edges(outline):
        start, end = (y0 - top) / apart, (y1 - top) / apart
        if start == end:
            continue
        slope = (x1 - x0) / (end - start)
        low, high = (start, end) if start < end else (end, start)
        for line in range(max(0, ceil(low)), min(count, ceil(high))):
            crossed.setdefault(line, []).append(x0 + (line - start) * slope)
    return {line: _paired(sorted(xs)) for line, xs in crossed.items()}


def _paired(crossed: list[float]) -> Chords:
    return list(zip(crossed[::2], crossed[1::2], strict=True))


def bounds(outline: Iterable[Point]) -> tuple[float, float, float, float]:
    """The box round some points: left, top, right, bottom."""
    xs, ys = zip(*outline, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def well_inside(outline: Outline) -> Point:
    """A point inside an outline with room about it: its centre of gravity where that is one."""
    left, top, right, bottom = bounds(outline)
    middle = centroid(outline)
    roomy = min(right - left, bottom - top) / 5
    if contains(outline, middle) and clearance(outline, middle) >= roomy:
        return middle
    step = (bottom - top) / 12
    points = [
        ((begin + end) / 2, top + (line + 1) * step)
        for line, found in scan(outline, top + step, step, 11).items()
        for begin, end in found
    ]
    return max(points, key=lambda point: clearance(outline, point))


def mirror(outline: Outline, width: float) -> Outline:
    """The mirror image about the midline of a canvas that wide."""
    return tuple((width - x, y) for x, y in outline)


def turned(outline: Outline) -> Outline:
    """The same points with x and y exchanged, so that chords run up and down."""
    return tuple((y, x) for x, y in outline)


def clearance(outline: Outline, point: Point) -> float:
    """How far a point is from the nearest edge of an outline."""
    return min(_distance(point, start, end) for start, end in edges(outline))


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x0, y0), (x1, y1) = point, start, end
    dx, dy = x1 - x0, y1 - y0
    along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)
    along = min(1.0, max(0.0, along))
    return hypot(x - x0 - along * dx, y - y0 - along * dy)
