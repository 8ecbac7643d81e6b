"""The figure on paper: its regions, those with marks shaded, and the marks' numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import dist
from xml.etree.ElementTree import Element, SubElement

from sgtui.domain.body_map.geometry import Point
from sgtui.domain.body_map.regions import HEIGHT, WIDTH, View, figure, label_points, regions_of
from sgtui.domain.entries.marks import Mark

FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
"""Sans-serif letters that a reader's machine is likely to have, the narrowest first."""

_HATCH = "seen"
"""The id of the shading, which prints in grey as it shows in colour."""

_DISC, _LEAST_DISC = 9.5, 4.0
"""Radius of a number's disc, and the least it may shrink to where numbers are crowded."""


@dataclass(frozen=True)
class Place:
    """Where on the page a figure stands."""

    left: float
    top: float
    scale: float

    def at(self, point: Point) -> Point:
        """A point of the figure's canvas, on the page."""
        return self.left + point[0] * self.scale, self.top + point[1] * self.scale


def add_hatch(parent: Element) -> None:
    """Define the shading of a region that has a mark."""
    size = {"width": "5", "height": "5"}
    pattern = SubElement(
        SubElement(parent, "defs"),
        "pattern",
        {"id": _HATCH, **size, "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"},
    )
    SubElement(pattern, "rect", {**size, "fill": "#e6e6e6"})
    line = {"x1": "0", "y1": "0", "x2": "0", "y2": "5"}
    SubElement(pattern, "line", {**line, "stroke": "#8a8a8a", "stroke-width": "1.4"})


def add_both(parent: Element, corner: Place, width: float, marks: Sequence[Mark]) -> float:
    """Front and back side by side below a corner, the person's own sides written beside each.

    `width` is what both may take. It gives the foot of the figures.
    """
    top = corner.top + _ABOVE
    for view, share in ((View.FRONT, 0.27), (View.BACK, 0.73)):
        centre = corner.left + width * share
        _put(parent, view.label, (centre, top - 16), 17, bold=True)
        place = Place(centre - WIDTH * corner.scale / 2, top, corner.scale)
        add_figure(parent, view, place, marks)
        sides = ("right", "left") if view is View.FRONT else ("left", "right")
        for side, away in zip(sides, (-1, 1), strict=True):
            x = centre + away * WIDTH * corner.scale * 0.38
            _put(parent, "person's", (x, top + 22), _BESIDE)
            _put(parent, side, (x, top + 38), _BESIDE, bold=True)
    return top + HEIGHT * corner.scale


_ABOVE = 52
"""Room for what stands over a figure."""

_BESIDE = 12.5
"""Size of the words beside a figure."""


def _put(parent: Element, words: str, at: Point, size: float, *, bold: bool = False) -> None:
    """A few words around a point."""
    place = {"x": f"{at[0]:.1f}", "y": f"{at[1]:.1f}", "font-size": str(size)}
    style = {"font-weight": "bold"} if bold else {}
    SubElement(parent, "text", {**place, "text-anchor": "middle", **style}).text = words


def add_figure(parent: Element, view: View, place: Place, marks: Sequence[Mark]) -> None:
    """Draw one view with the marks that lie in it; their numbers are those of the whole map."""
    group = SubElement(parent, "g", {"stroke-linejoin": "round"})
    numbers = _numbers(marks)
    for region in sorted(regions_of(view), key=lambda one: one.code in numbers):
        shape = _polygon(group, region.outline, place, marked=region.code in numbers)
        SubElement(shape, "title").text = f"{region.spoken} ({region.code})"
    edge = _polygon(group, figure(view), place, marked=False)
    edge.attrib.update({"fill": "none", "stroke": "#222222", "stroke-width": "1.8"})
    _add_numbers(parent, _placed(view, place, numbers))


def _numbers(marks: Iterable[Mark]) -> dict[str, list[int]]:
    """Region code to the numbers of the marks in it."""
    found: dict[str, list[int]] = {}
    for number, mark in enumerate(marks, start=1):
        found.setdefault(mark.region, []).append(number)
    return found


def _polygon(parent: Element, outline: Iterable[Point], place: Place, *, marked: bool) -> Element:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(place.at, outline))
    drawn = {"stroke": "#333333", "stroke-width": "1"} if marked else _THIN
    fill = f"url(#{_HATCH})" if marked else "#ffffff"
    return SubElement(parent, "polygon", {"points": points, "fill": fill, **drawn})


_THIN = {"stroke": "#a8a8a8", "stroke-width": "0.6"}


def _placed(
    view: View, place: Place, numbers: Mapping[str, Sequence[int]]
) -> list[tuple[int, Point]]:
    """Every number of the view and where it goes."""
    found: list[tuple[int, Point]] = []
    for region in regions_of(view):
        if region.code in numbers:
            own = numbers[region.code]
            found += zip(own, map(place.at, label_points(region, len(own))), strict=True)
    return found


def _add_numbers(parent: Element, placed: Sequence[tuple[int, Point]]) -> None:
    points = [point for _, point in placed]
    for number, (x, y) in placed:
        near = min((dist((x, y), other) for other in points if other != (x, y)), default=99.0)
        radius = max(_LEAST_DISC, min(_DISC, near / 2 - 0.5))
        disc = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{radius:.1f}"}
        SubElement(parent, "circle", {**disc, "fill": "#000000", "stroke": "#ffffff"})
        size = radius * (1.25 if number < 10 else 1.1)
        words = {"x": f"{x:.1f}", "y": f"{y + size * 0.36:.1f}", "font-size": f"{size:.1f}"}
        style = {"font-weight": "bold", "fill": "#ffffff", "text-anchor": "middle"}
        SubElement(parent, "text", {**words, **style}).text = str(number)
