"""Sharing out the inside of an outline evenly, so that several numbers stand in it apart."""

from collections import defaultdict
from collections.abc import Iterator
from math import hypot, sqrt

from sgtui.domain.body_map import geometry
from sgtui.domain.body_map.geometry import Outline, Point

_GRAINS = 150
"""How many points an outline is filled with to share it out."""
_ROUNDS = 12
"""Rounds of sharing out; the places hardly move after these."""
_LINE = 6
"""Places within that height of one another are read as one line, in units of the canvas."""


def places_apart(outline: Outline, count: int) -> tuple[Point, ...]:
    """`count` places inside an outline, in reading order, each in the middle of an equal share."""
    grains = _grains(outline, max(_GRAINS, 12 * count))
    places = [grains[(2 * n + 1) * len(grains) // (2 * count)] for n in range(count)]
    for _ in range(_ROUNDS):
        places = [_middle(share) for share in _shares(grains, places)]
    inside = [_innermost(share) for share in _shares(grains, places)]
    return tuple(_as_read(inside))


def _as_read(places: list[Point]) -> Iterator[Point]:
    """The places line by line, each line from the left."""
    lines: list[list[Point]] = []
    for place in sorted(places, key=lambda each: each[1]):
        if not lines or place[1] - lines[-1][0][1] >= _LINE:
            lines.append([])
        lines[-1].append(place)
    for line in lines:
        yield from sorted(line)


def _grains(outline: Outline, number: int) -> list[Point]:
    """Points spread evenly over an outline, in order along its longer side."""
    left, top, right, bottom = geometry.bounds(outline)
    apart = sqrt(geometry.area(outline) / number)
    lines = max(1, round((bottom - top) / apart))
    step = (bottom - top) / lines
    grains: list[Point] = []
    for line, chords in sorted(geometry.scan(outline, top + step / 2, step, lines).items()):
        for begin, end in chords:
            across = max(1, round((end - begin) / apart))
            wide = (end - begin) / across
            y = top + (line + 0.5) * step
            grains += [(begin + (n + 0.5) * wide, y) for n in range(across)]
    return grains if bottom - top > right - left else sorted(grains)


def _shares(grains: list[Point], places: list[Point]) -> list[list[Point]]:
    """The grains nearest each place; a place that none is nearest keeps itself."""
    shares: dict[int, list[Point]] = defaultdict(list)
    for x, y in grains:
        distances = [(x - at) ** 2 + (y - height) ** 2 for at, height in places]
        shares[distances.index(min(distances))].append((x, y))
    return [shares[n] or [place] for n, place in enumerate(places)]


def _innermost(share: list[Point]) -> Point:
    x, y = _middle(share)
    return min(share, key=lambda grain: hypot(grain[0] - x, grain[1] - y))


def _middle(share: list[Point]) -> Point:
    return sum(x for x, _ in share) / len(share), sum(y for _, y in share) / len(share)
