"""A document as lines of text: for a terminal, a plain file, or to be read aloud.

There are no pages and nothing is drawn but the bars of a chart, each with its words beside it.
"""

from collections.abc import Iterator

from sgtui.documents.model import (
    Block,
    Chart,
    Document,
    Facts,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Points,
    Section,
    Signatures,
    Table,
)
from sgtui.documents.press.cells import cell_words
from sgtui.documents.press.heads import head_facts, made_words, section_state
from sgtui.documents.press.plain.chart import chart_lines
from sgtui.documents.press.plain.lines import cells_of, wrapped
from sgtui.documents.press.plain.table import labelled, table_lines
from sgtui.domain.flowchart import in_ascii
from sgtui.domain.text import display, display_cells

WIDTH = 80
"""Cells of a line: what every terminal has."""


def lines(document: Document, width: int = WIDTH, *, ascii: bool = False) -> Iterator[str]:
    """The whole document; each section is made when its first line is asked for.

    With `ascii` what is drawn is drawn in letters that every terminal has.
    """
    yield from _title(document, width)
    for section in document.sections:
        yield ""
        yield from section_lines(section, width, ascii=ascii)
    yield ""
    yield from wrapped(f"End of {document.title.lower()}. {made_words(document)}.", width)


def section_lines(section: Section, width: int = WIDTH, *, ascii: bool = False) -> Iterator[str]:
    """One section under its title; below it the state of the case that it was made from."""
    if section.title:
        yield ""
        yield from _underlined(display(section.title), "=", width)
    for block in section.blocks:
        yield from _block(block, width, ascii)
    if state := section_state(section):
        yield ""
        yield from wrapped(state, width)


def _title(document: Document, width: int) -> Iterator[str]:
    yield from wrapped(display(document.title).upper(), width)
    if document.made.demo:
        yield from wrapped("DEMO: an invented home. Nobody in it is real.", width)
    if document.about:
        yield from wrapped(display(document.about), width)
    yield from wrapped(f"{document.audience.label}.", width)
    yield ""
    for label, words in head_facts(document):
        yield from labelled(label, words, width)
    if document.notes:
        yield ""
    for note in document.notes:
        yield from wrapped(display(note), width)


def _underlined(words: str, with_letter: str, width: int) -> Iterator[str]:
    widest = 0
    for line in wrapped(words, width):
        widest = max(widest, cells_of(line))
        yield line
    yield with_letter * widest


def _block(block: Block, width: int, ascii: bool) -> Iterator[str]:
    """One block, a blank line before it."""
    yield ""
    match block:
        case Heading():
            yield from _heading(block, width)
        case Paragraph():
            inset = "    " if block.style == "quote" else ""
            yield from wrapped(display(block.words), width, inset)
        case Points():
            yield from _points(block, width)
        case Facts():
            for label, cell in block.facts:
                yield from labelled(display(label), cell_words(cell), width)
        case Table():
            yield from table_lines(block, width)
        case Chart():
            yield from chart_lines(block, width, ascii=ascii)
        case Picture():
            for line in block.lines or (block.alternative,):
                yield from _drawn(in_ascii(line) if ascii else line, width)
        case Signatures():
            for who in block.who:
                yield from wrapped(f"{display(who)}: {'_' * 30}  Date: {'_' * 12}", width)
        case NewPage():
            pass


def _drawn(line: str, width: int) -> Iterator[str]:
    """A line of a drawing as it is laid out; one too long for that is wrapped like any other."""
    laid_out = display_cells(line)
    if cells_of(laid_out) <= width:
        yield laid_out
    else:
        yield from wrapped(display(line), width)


def _heading(heading: Heading, width: int) -> Iterator[str]:
    if heading.level == 2:
        yield from _underlined(display(heading.words), "-", width)
    else:
        yield from wrapped(display(heading.words), width)


def _points(points: Points, width: int) -> Iterator[str]:
    for number, point in enumerate(points.points, start=1):
        mark = f"{number}. " if points.numbered else "- "
        yield from wrapped(display(point), width, mark)
