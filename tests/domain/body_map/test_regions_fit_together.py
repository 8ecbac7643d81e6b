"""The regions of a view are a whole body: no gap, no overlap, and both halves alike."""

from collections import Counter
from itertools import combinations

import pytest

from sgtui.domain.body_map import geometry
from sgtui.domain.body_map.geometry import Outline, Point
from sgtui.domain.body_map.regions import (
    HEIGHT,
    WIDTH,
    Region,
    View,
    figure,
    label_points,
    neighbours,
    region,
    regions,
    regions_of,
)

A_LINE = 6
"""Places less than this apart in height are read as one line, in units of the canvas."""


def named(each: Region) -> str:
    return each.code


def turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def crosses(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two edges meet anywhere but at a common end."""
    if set(one) & set(other):
        shared = next(iter(set(one) & set(other)))
        a, b = ({*one} - {shared}).pop(), ({*other} - {shared}).pop()
        along = (a[0] - shared[0]) * (b[0] - shared[0]) + (a[1] - shared[1]) * (b[1] - shared[1])
        return turn(shared, a, b) == 0 and along > 0
    (left, top, right, bottom), (begin, above, end, below) = map(geometry.bounds, (one, other))
    if right < begin or end < left or bottom < above or below < top:
        return False
    return turn(*one, other[0]) * turn(*one, other[1]) <= 0 and (
        turn(*other, one[0]) * turn(*other, one[1]) <= 0
    )


def clockwise(outline: Outline) -> bool:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in geometry.edges(outline)) > 0


@pytest.mark.parametrize("each", regions(), ids=named)
def test_no_outline_crosses_itself(each: Region) -> None:
    assert len(set(each.outline)) == len(each.outline)
    assert not any(crosses(*pair) for pair in combinations(geometry.edges(each.outline), 2))


@pytest.mark.parametrize("view", View)
def test_regions_overlap_nowhere_and_cover_the_figure(view: View) -> None:
    """Every edge is walked once each way by two neighbours, or once along the silhouette.

    As all outlines go round the same way and none crosses itself, any point of the figure is
    then inside exactly one of them.
    """
    outlines = [each.outline for each in regions_of(view)]
    assert all(clockwise(outline) for outline in [*outlines, figure(view)])
    walked = Counter(edge for outline in outlines for edge in geometry.edges(outline))
    assert set(walked.values()) == {1}
    alone = {edge for edge in walked if edge[::-1] not in walked}
    assert alone == set(geometry.edges(figure(view)))
    total = sum(geometry.area(outline) for outline in outlines)
    assert total == geometry.area(figure(view))


@pytest.mark.parametrize("view", View)
def test_the_figure_stands_on_its_canvas_from_head_to_foot(view: View) -> None:
    left, top, right, bottom = geometry.bounds(figure(view))
    assert left >= 0 and right <= WIDTH
    assert 0 <= top < 5 and HEIGHT - 5 < bottom <= HEIGHT


@pytest.mark.parametrize("each", regions(), ids=named)
def test_a_pair_mirrors_and_the_middle_mirrors_itself(each: Region) -> None:
    opposite = {"L": "R", "R": "L", "": ""}[each.code[3:]]
    other = region(each.code[:3] + opposite)
    assert set(geometry.mirror(each.outline, WIDTH)) == set(other.outline)
    assert geometry.area(each.outline) == geometry.area(other.outline)


@pytest.mark.parametrize("each", regions(), ids=named)
def test_the_centre_is_well_inside(each: Region) -> None:
    assert geometry.contains(each.outline, each.centre)
    assert geometry.clearance(each.outline, each.centre) > 3


@pytest.mark.parametrize("each", regions(), ids=named)
def test_numbers_stand_inside_and_apart(each: Region) -> None:
    assert label_points(each, 0) == ()
    assert label_points(each, 1) == (each.centre,)
    for count in (2, 3, 5):
        points = label_points(each, count)
        assert len(points) == count
        assert all(geometry.contains(each.outline, point) for point in points)
        roomy = (geometry.area(each.outline) / count) ** 0.5
        for (x0, y0), (x1, y1) in combinations(points, 2):
            assert ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 > roomy * 0.5


@pytest.mark.parametrize("each", regions(), ids=named)
def test_two_numbers_in_a_region_stand_in_reading_order(each: Region) -> None:
    (x, y), (beside, below) = label_points(each, 2)
    assert below - y >= A_LINE or (beside > x and y - below < A_LINE)


def test_neighbours_share_an_edge() -> None:
    assert neighbours("F17L") == {"F16L", "F18L"}
    assert neighbours("B09") == {"B08", "B10R", "B10L"}
    assert "F24L" not in neighbours("F24R")


def test_being_neighbours_is_mutual_and_every_region_has_one() -> None:
    for each in regions():
        beside = neighbours(each.code)
        assert beside and each.code not in beside
        assert all(each.code in neighbours(other) for other in beside)
