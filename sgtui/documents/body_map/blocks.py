"""A body map in a document: both figures, the numbered list that is the record, what changed."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, tostring

from sgtui.documents.body_map.figure import FONTS, Place, add_both, add_hatch
from sgtui.documents.body_map.lines import changed
from sgtui.documents.body_map.page import RULE
from sgtui.documents.model import Block, Column, Heading, Paragraph, Picture, Points, Table
from sgtui.domain.body_map.regions import View, region
from sgtui.domain.entries.mark_words import mark_words_fully
from sgtui.domain.entries.marks import Mark
from sgtui.domain.london_time import moment_words
from sgtui.domain.register import Register
from sgtui.services.body_map import Compared, MappedBody
from sgtui.services.body_map_words import header_lines, since_words

_WIDTH, _MARGIN, _SCALE = 720, 6, 1.0
_SHARE = 0.8
"""Of the page's width."""


def map_blocks(
    mapped: MappedBody, register: Register, number: int, since: Iterable[Compared]
) -> Iterator[Block]:
    """One map, `number` of its case: its picture, its list, and what changed since one before it.

    `since` are the comparisons of the whole case.
    """
    when = moment_words(mapped.at)
    yield Heading(f"Body map {number}, looked at {when} (entry {mapped.entry.number})", 3)
    yield Points(header_lines(mapped, register))
    yield picture(mapped)
    yield marks_table(mapped)
    for compared in since:
        if compared.later.entry.id == mapped.entry.id:
            yield Paragraph(f"{since_words(compared)}:", "strong")
            yield Points(changed(compared))


def marks_table(mapped: MappedBody) -> Table:
    """The numbered list: each mark with what is recorded of it, and what is not."""
    rows = tuple(
        (number, mark_words_fully(mark)) for number, mark in enumerate(mapped.what.marks, 1)
    )
    columns = (Column("Mark", 0, right=True), Column("What was seen", 12))
    return Table(columns, rows, empty=mapped.what.NONE_SEEN)


def picture(mapped: MappedBody) -> Picture:
    """Both figures with the marks' numbers, in grey; as text, where each number stands."""
    lines = tuple(_where(mapped.what.marks))
    alternative = f"Front and back of a figure. {' '.join(lines)} {RULE}"
    return Picture(_svg(mapped), alternative, lines, _SHARE)


def _svg(mapped: MappedBody) -> str:
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "font-family": FONTS})
    add_hatch(root)
    foot = add_both(root, Place(0, -20, _SCALE), _WIDTH, mapped.what.marks)
    size = f"0 0 {_WIDTH} {foot + _MARGIN:.0f}"
    root.attrib.update({"viewBox": size, "width": str(_WIDTH), "height": f"{foot + _MARGIN:.0f}"})
    return tostring(root, encoding="unicode")


def _where(marks: Iterable[Mark]) -> Iterator[str]:
    """ "Front: mark 1, person's left forearm." for each figure."""
    numbered = list(enumerate(marks, start=1))
    for view in View:
        here = [(n, region(m.region)) for n, m in numbered if region(m.region).view is view]
        told = "; ".join(f"mark {number}, {place.spoken}" for number, place in here)
        yield f"{view.label}: {told or 'no mark'}."
