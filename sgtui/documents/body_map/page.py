"""A body map for print: both figures, and under them the numbered list that is the record.

A4 upright, in grey; where the list is long the page grows, and no line is cut. It refers to no
font, picture or address outside itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sgtui.documents.body_map.figure import FONTS, Place, add_both, add_hatch
from sgtui.documents.paper import wrapped
from sgtui.domain.entries.mark_words import mark_words, mark_words_fully
from sgtui.domain.london_time import moment_words
from sgtui.domain.register import Register
from sgtui.domain.text import display_line
from sgtui.services.body_map import MappedBody
from sgtui.services.body_map_words import header_lines, map_lines

RULE = (
    "Left and right are the person's own. The numbered list is the record; the picture is its "
    "index."
)
"""What stands on every page."""

PAGE_WIDTH, PAGE_HEIGHT = 840, 1188
"""A4 in quarters of a millimetre; the height grows with the list."""

_MARGIN = 60
_SCALE = 1.42
_TITLE, _TEXT, _SMALL = 28, 14.5, 12.5
"""Sizes of letters."""
_PLAIN: Mapping[str, str] = {}
_BOLD: Mapping[str, str] = {"font-weight": "bold"}
_ITALIC: Mapping[str, str] = {"font-style": "italic"}
_GREY: Mapping[str, str] = {"fill": "#555555"}
_LEADING = 1.42
_HANGING = 30
"""How far a mark's text stands in from its number."""


@dataclass
class _Page:
    """The page as far as it is written: `y` is the foot of the last line."""

    root: Element
    y: float

    def write(
        self, text: str, size: float, style: Mapping[str, str] = _PLAIN, *, inset: float = 0
    ) -> None:
        """A paragraph, wrapped between the margins."""
        lines = wrapped(display_line(text), size, PAGE_WIDTH - 2 * _MARGIN - inset)
        paragraph = SubElement(self.root, "text", {"font-size": str(size), **style})
        for line in lines:
            self.y += size * _LEADING
            place = {"x": str(_MARGIN + inset), "y": f"{self.y:.1f}"}
            SubElement(paragraph, "tspan", place).text = f"{line} "


def svg(mapped: MappedBody, register: Register) -> str:
    """The map as a picture with its record, one SVG document."""
    page = _Page(_root(mapped, register), _MARGIN - 12)
    page.write(f"Body map {mapped.reference}", _TITLE, _BOLD)
    page.y += 6
    for line in header_lines(mapped, register):
        page.write(line, _TEXT)
    _figures(page, mapped)
    _add_marks(page, mapped)
    _foot(page)
    indent(page.root, " ")
    return tostring(page.root, encoding="unicode") + "\n"


def _root(mapped: MappedBody, register: Register) -> Element:
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "font-family": FONTS})
    looked = f"looked at {moment_words(mapped.at)}"
    SubElement(root, "title").text = f"Body map {mapped.reference}, {looked}"
    lines = map(display_line, map_lines(mapped, register))
    SubElement(root, "desc").text = "\n".join([RULE, *lines])
    add_hatch(root)
    SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
    return root


def _figures(page: _Page, mapped: MappedBody) -> None:
    """Front and back side by side, with the person's own sides written beside each."""
    place = Place(0, page.y, _SCALE)
    page.y = add_both(page.root, place, PAGE_WIDTH, mapped.what.marks) + 22


def _add_marks(page: _Page, mapped: MappedBody) -> None:
    """The numbered list; what is not recorded of a mark stands under it, smaller."""
    page.write("Marks", 17, _BOLD)
    page.y += 4
    for number, mark in enumerate(mapped.what.marks, start=1):
        foot, short = page.y, mark_words(mark)
        page.write(f"{number}.", _TEXT, _BOLD)
        page.y = foot
        page.write(short, _TEXT, inset=_HANGING)
        left_out = mark_words_fully(mark)[len(short) :].lstrip(". ")
        if left_out:
            page.write(left_out, _SMALL, _GREY, inset=_HANGING)
        page.y += 5
    if not mapped.what.marks:
        page.write(mapped.what.NONE_SEEN, _TEXT)


def _foot(page: _Page) -> None:
    """The rule under all, at the foot of the page or lower; then the page knows its height."""
    page.y = max(page.y + 14, PAGE_HEIGHT - _MARGIN - _SMALL * _LEADING)
    page.write(RULE, _SMALL, _ITALIC)
    height = page.y + _MARGIN
    size = {"width": f"{PAGE_WIDTH / 4:g}mm", "height": f"{height / 4:.1f}mm"}
    page.root.attrib.update({**size, "viewBox": f"0 0 {PAGE_WIDTH} {height:.0f}"})
