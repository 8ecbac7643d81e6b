"""Walking the body map with the arrow keys: which region lies next to which, as the eye sees it.

The two figures stand side by side, the front at the left, and the walk goes round: right of the
front comes the back, right of the back the front again. Two regions face one another where a
straight line over the picture leads from one to the other with nothing but air between. Of the
regions that face it, the neighbour of a region is the one whose middle lies most nearly opposite
its own; and pairs that suit one another are held together first, so that a step back undoes a
step.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, pairwise

from sgtui.domain.body_map import geometry
from sgtui.domain.body_map.regions import HEIGHT, WIDTH, Region, View, region, regions, regions_of
from sgtui.domain.labelled import Labelled

Facing = defaultdict[tuple[str, str], float]
"""How well each pair faces one another, the one at the left or above named first."""

_APART = 3.125
"""The distance between the lines that are laid over the picture, in units of the canvas."""
_HELD = 0.15
"""Pairs are held together from this part of the best either could have."""
_FURTHER = 10
"""What lies nearer than this in height is beside, not above or below."""
_PART = 50
"""A page leaps a part of the body: head, neck, chest, belly, hip, thigh, shin, foot."""


class Direction(Labelled):
    """The keys that walk the map."""

    UP = "up", "Up"
    DOWN = "down", "Down"
    LEFT = "left", "Left"
    RIGHT = "right", "Right"
    HOME = "home", "Top of this figure"
    END = "end", "Feet of this figure"
    PAGE_UP = "page_up", "A part of the body up"
    PAGE_DOWN = "page_down", "A part of the body down"


def move(code: str, direction: Direction) -> str:
    """The region reached from `code` by one press; itself where there is nothing further.

    KeyError for a code that is not a region.
    """
    return _moves()[direction][region(code).code]


@cache
def _moves() -> Mapping[Direction, Mapping[str, str]]:
    """Every press from every region, worked out once."""
    right, left = _chosen(_facing_across())
    down, up = _chosen(_facing_down())
    return {
        Direction.UP: {each.code: up.get(each.code) or _beyond(each, -1) for each in regions()},
        Direction.DOWN: {each.code: down.get(each.code) or _beyond(each, 1) for each in regions()},
        Direction.LEFT: left,
        Direction.RIGHT: right,
        Direction.HOME: {each.code: _end(each, 0) for each in regions()},
        Direction.END: {each.code: _end(each, HEIGHT) for each in regions()},
        Direction.PAGE_UP: {each.code: _leap(each, -1) for each in regions()},
        Direction.PAGE_DOWN: {each.code: _leap(each, 1) for each in regions()},
    }


def _facing_across() -> Facing:
    """Who stands at the left of whom, over both figures and round from the back to the front."""
    facing: Facing = defaultdict(float)
    for y, met in _met(regions(), across=True):
        for one, other in pairwise([*met, met[0]]):
            if one.view is not other.view or not _stacked(one, other):
                facing[one.code, other.code] += _opposite(one, y, 1) * _opposite(other, y, 1)
    return facing


def _stacked(one: Region, other: Region) -> bool:
    """Whether two regions of a figure lie more above one another than beside."""
    (x0, y0), (x1, y1) = one.centre, other.centre
    return abs(y1 - y0) > abs(x1 - x0)


def _facing_down() -> Facing:
    """Who stands above whom on the same figure, the less so the wider the gap."""
    facing: Facing = defaultdict(float)
    for view in View:
        for x, met in _met(regions_of(view), across=False):
            for one, other in pairwise(met):
                gap = max(0.0, other.bounds[1] - one.bounds[3])
                if other.centre[1] - one.centre[1] > _FURTHER:
                    facing[one.code, other.code] += (
                        _opposite(one, x, 0) * _opposite(other, x, 0) / (1 + gap)
                    )
    return facing


def _met(shown: Iterable[Region], across: bool) -> Iterator[tuple[float, list[Region]]]:
    """Each line over the picture that meets a region, and the regions it meets in order."""
    count = int((HEIGHT if across else WIDTH) / _APART)
    lines: dict[int, list[tuple[float, int, Region]]] = defaultdict(list)
    for number, each in enumerate(shown):
        outline = each.outline if across else geometry.turned(each.outline)
        aside = WIDTH if across and each.view is View.BACK else 0
        for line, chords in geometry.scan(outline, _APART / 2, _APART, count).items():
            lines[line] += [(begin + aside, number, each) for begin, _ in chords]
    for line, met in sorted(lines.items()):
        in_order = [each for _, _, each in sorted(met)]
        yield (line + 0.5) * _APART, [each for each, _ in groupby(in_order)]


def _opposite(each: Region, at: float, axis: int) -> float:
    """From 1 for a line through the middle of a region down towards 0 for one at its edge."""
    half = (each.bounds[axis + 2] - each.bounds[axis]) / 2
    return max(0.05, 1 - abs(at - each.centre[axis]) / half)


def _chosen(facing: Facing) -> tuple[dict[str, str], dict[str, str]]:
    """The neighbour of each region onwards and back."""
    place = {each.code: number for number, each in enumerate(regions())}
    best_first = sorted(
        facing, key=lambda pair: (-round(facing[pair], 3), place[pair[0]], place[pair[1]])
    )
    likes_onwards: dict[str, str] = {}
    likes_back: dict[str, str] = {}
    for one, other in best_first:
        likes_onwards.setdefault(one, other)
        likes_back.setdefault(other, one)
    onwards: dict[str, str] = {}
    back: dict[str, str] = {}
    for one, other in best_first:
        best = max(facing[one, likes_onwards[one]], facing[likes_back[other], other])
        if one not in onwards and other not in back and facing[one, other] >= _HELD * best:
            onwards[one], back[other] = other, one
    return likes_onwards | onwards, likes_back | back


def _beyond(each: Region, sign: int) -> str:
    """The nearest region further up (-1) or down (1) the same figure, or itself."""
    x, y = each.centre
    further = [other for other in regions_of(each.view) if sign * (other.centre[1] - y) > _FURTHER]
    nearest = min(
        further,
        key=lambda other: abs(other.centre[1] - y) + 2 * abs(other.centre[0] - x),
        default=each,
    )
    return nearest.code


def _end(each: Region, level: float) -> str:
    """The region nearest the top or the foot of the figure, in the same column if several are."""
    column = each.centre[0]
    ends = regions_of(each.view)
    closest = min(min(abs(level - edge) for edge in one.bounds[1::2]) for one in ends)
    last = [
        one for one in ends if closest in (abs(level - one.bounds[1]), abs(level - one.bounds[3]))
    ]
    return min(last, key=lambda one: abs(one.centre[0] - column)).code


def _leap(each: Region, sign: int) -> str:
    """The region a part of the body further on, in the same column as nearly as may be."""
    part = int(each.centre[1] / _PART) + sign
    if not 0 <= part < HEIGHT / _PART:
        return _end(each, 0 if sign < 0 else HEIGHT)
    x, y = each.centre[0], (part + 0.5) * _PART
    there = [one for one in regions_of(each.view) if int(one.centre[1] / _PART) == part]
    return min(there, key=lambda one: abs(one.centre[0] - x) + abs(one.centre[1] - y)).code
