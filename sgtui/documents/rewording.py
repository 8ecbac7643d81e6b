"""Putting other words for some throughout a section, so that none is passed over."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from sgtui.documents.model import (
    Bar,
    Block,
    Cell,
    Chart,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Points,
    Record,
    Section,
    Signatures,
    Table,
)

Words = Callable[[str], str]
"""Gives a text with what it must not say put otherwise."""


def reworded(section: Section, words: Words) -> Section:
    """The section with every text in it put through `words`, its data too."""
    return replace(
        section,
        title=words(section.title),
        blocks=tuple(_block(block, words) for block in section.blocks),
        records=tuple(Record(_cells(one.cells, words)) for one in section.records),
        figures=tuple((name, _cell(value, words)) for name, value in section.figures),
    )


def _block(block: Block, words: Words) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, words=words(block.words))
        case Points():
            return replace(block, points=_texts(block.points, words))
        case Facts():
            return replace(block, facts=tuple((name, _cell(v, words)) for name, v in block.facts))
        case Table():
            rows = tuple(_cells(row, words) for row in block.rows)
            return replace(block, rows=rows, title=words(block.title))
        case Chart():
            return replace(block, title=words(block.title), bars=_bars(block.bars, words))
        case Picture():
            said = words(block.alternative)
            return replace(block, alternative=said, lines=_texts(block.lines, words))
        case Signatures():
            return replace(block, who=_texts(block.who, words))
    return block


def _bars(bars: Iterable[Bar], words: Words) -> tuple[Bar, ...]:
    return tuple(replace(bar, label=words(bar.label), words=words(bar.words)) for bar in bars)


def _texts(texts: Iterable[str], words: Words) -> tuple[str, ...]:
    return tuple(map(words, texts))


def _cells(cells: Iterable[Cell], words: Words) -> tuple[Cell, ...]:
    return tuple(_cell(cell, words) for cell in cells)


def _cell(cell: Cell, words: Words) -> Cell:
    return words(cell) if isinstance(cell, str) else cell
