"""The ladder as a drawn flowchart, page by page, from the same data that runs the cases.

What is done in time leaves a box below or on the left, what is late below or on the right. A way
to a stage on another page ends in a circle with that stage's code. Grey alone; nothing is told by
colour.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, tostring

from sgtui.documents.ladder.boxes import (
    GAP,
    LEADING,
    LEFT,
    PADDING,
    PAGE_WIDTH,
    RIGHT,
    TEXT,
    TITLE,
    Box,
    Page,
)
from sgtui.domain.ladder import Stage

_FONTS = "'Libertinus Serif', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
_SMALL = 11.0
_PLAIN: Mapping[str, str] = {}
_LINE: Mapping[str, str] = {"stroke": "#333333", "stroke-width": "1.3", "fill": "none"}
_DASHED: Mapping[str, str] = {**_LINE, "stroke-dasharray": "5 3"}
_LANE, _FIRST_LANE = 17.0, 52.0
_RADIUS = 14.0
_STEM = 60.0
"""How far the two ways down stand from the middle of a box."""


@dataclass
class _Way:
    """One way beside the boxes, from one or several of them to one stage."""

    target: str
    late: bool
    x: float
    sources: list[Box] = field(default_factory=list)


def svg(page: Page, title: str) -> str:
    """One page as an SVG document of its own, which refers to nothing outside itself."""
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {PAGE_WIDTH:g} {page.height:.0f}",
            "width": f"{PAGE_WIDTH:g}",
            "height": f"{page.height:.0f}",
            "font-family": _FONTS,
        },
    )
    SubElement(root, "title").text = title
    _arrowhead(root)
    for late in (False, True):
        for way in _beside(page, late=late):
            _draw_way(root, page, way)
    for box in page.boxes:
        _draw_box(root, box)
        if not page.beside:
            _down(root, page, box)
    return tostring(root, encoding="unicode") + "\n"


def _arrowhead(root: Element) -> None:
    marker = SubElement(
        SubElement(root, "defs"),
        "marker",
        {"id": "tip", "viewBox": "0 0 10 10", "refX": "9", "refY": "5", "markerWidth": "7",
         "markerHeight": "7", "orient": "auto-start-reverse"},
    )  # fmt: skip
    SubElement(marker, "path", {"d": "M0 0 L10 5 L0 10 z", "fill": "#333333"})


def _draw_box(root: Element, box: Box) -> None:
    size = {"width": f"{RIGHT - LEFT:g}", "height": f"{box.bottom - box.top:.1f}"}
    place = {"x": f"{LEFT:g}", "y": f"{box.top:.1f}", "rx": "5"}
    SubElement(root, "rect", {**place, **size, "fill": "#f4f4f4", "stroke": "#333333"})
    y = box.top + PADDING + TITLE
    _write(root, box.title, LEFT + PADDING, y, TITLE, {"font-weight": "bold"})
    for line in box.lines:
        y += TEXT * LEADING
        inset = 16.0 if line.startswith(" ") else 0.0
        _write(root, line.strip(), LEFT + PADDING + inset, y, TEXT)


def _write(
    root: Element,
    words: str,
    x: float,
    y: float,
    size: float,
    style: Mapping[str, str] | None = None,
) -> None:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "font-size": f"{size:g}", **(style or {})}
    SubElement(root, "text", place).text = words


def _next(stage: Stage, *, late: bool) -> tuple[str, ...]:
    return stage.next_missed if late else stage.next_met


def _down(root: Element, page: Page, box: Box) -> None:
    """The ways from a box to the one right under it, or to the next page, or to the end."""
    x, code = (LEFT + RIGHT) / 2, page.below(box)
    end = box.bottom + GAP if box is not page.boxes[-1] else box.bottom + GAP * 0.5
    if not box.stage.next_met:
        _arrow(root, [(x - _STEM, box.bottom), (x - _STEM, box.bottom + GAP * 0.55)], _LINE)
        _write(root, "in time: the end", x - _STEM + 8, box.bottom + GAP * 0.5, _SMALL)
    for late, at in ((False, x - _STEM), (True, x + _STEM)):
        if code and code in _next(box.stage, late=late):
            _arrow(root, [(at, box.bottom), (at, end)], _DASHED if late else _LINE)
            words = "late" if late else "in time"
            _write(root, words, at + 8, box.bottom + GAP * 0.45, _SMALL)
            if box is page.boxes[-1]:
                _circle(root, at, end + _RADIUS, code)


def _beside(page: Page, *, late: bool) -> Iterator[_Way]:
    """The ways on one side: those to one stage share a line, the shortest lies nearest."""
    found: dict[str, _Way] = {}
    for box in page.boxes:
        for code in _sideways(page, box, late=late):
            found.setdefault(code, _Way(code, late, 0.0)).sources.append(box)
    for place, way in enumerate(sorted(found.values(), key=lambda way: _span(page, way))):
        out = _FIRST_LANE + place * _LANE
        way.x = RIGHT + out if late else LEFT - out
        yield way


def _target(page: Page, code: str) -> Box | None:
    return next((box for box in page.boxes if box.stage.code == code), None)


def _span(page: Page, way: _Way) -> float:
    ys = [box.middle for box in way.sources]
    found = _target(page, way.target)
    return max([*ys, found.middle]) - min([*ys, found.middle]) if found else page.height + min(ys)


def _draw_way(root: Element, page: Page, way: _Way) -> None:
    """From each source to the line, along it, and into the target or a circle with its code."""
    style = _DASHED if way.late else _LINE
    edge, turn = (RIGHT, 1.0) if way.late else (LEFT, -1.0)
    target = _target(page, way.target)
    leaves = [(box, _leaving(page, box, way)) for box in way.sources]
    end = _entering(target) if target else max(y for _, y in leaves) + 26
    for _, y in leaves:
        tip = [(edge, end)] if target else []
        points = [(edge, y), (way.x, y), (way.x, end), *tip]
        _arrow(root, points, style, tip=target is not None)
    if target is None:
        _circle(root, way.x, end + _RADIUS, way.target)
    for box, y in leaves:
        if _first_label(page, box, way):
            words = "late" if way.late else "in time"
            anchor = {"text-anchor": "start" if way.late else "end"}
            _write(root, words, edge + turn * 4, y - 3, _SMALL, anchor)


def _sideways(page: Page, box: Box, *, late: bool) -> list[str]:
    """The stages that a box leads to on one side, those right under it left out."""
    return [code for code in _next(box.stage, late=late) if code != page.below(box)]


def _leaving(page: Page, box: Box, way: _Way) -> float:
    """Where on a box's edge a way leaves: below those of its side that left before."""
    return box.top + 30 + 14 * _sideways(page, box, late=way.late).index(way.target)


def _entering(box: Box) -> float:
    return box.top + 12


def _first_label(page: Page, box: Box, way: _Way) -> bool:
    """One word for all the ways of a side; the first of them carries it."""
    return _sideways(page, box, late=way.late)[0] == way.target


def _arrow(
    root: Element,
    points: Sequence[tuple[float, float]],
    style: Mapping[str, str],
    *,
    tip: bool = True,
) -> None:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    end = {"marker-end": "url(#tip)"} if tip else {}
    SubElement(root, "polyline", {"points": path, **style, **end})


def _circle(root: Element, x: float, y: float, code: str) -> None:
    """Where a way goes on, on another page."""
    at = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{_RADIUS:g}"}
    SubElement(root, "circle", {**at, "fill": "#ffffff", "stroke": "#333333"})
    _write(root, code, x, y + 4, _SMALL, {"text-anchor": "middle", "font-weight": "bold"})
