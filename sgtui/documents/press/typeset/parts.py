"""Where a long document is parted into several files: between sections, else between blocks.

Setting a page takes memory by what stands on it, so each part has a greatest weight.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sgtui.documents.model import (
    Block,
    Chart,
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

_PIECE = 60
"""What a cell, a label or a paragraph weighs beside its letters."""

Part = tuple[list[Section], bool]
"""The sections of one part, and whether another follows."""


def parted(sections: Iterable[Section], heaviest: int) -> Iterator[Part]:
    """The sections in parts, none heavier than that; one more section than a part is held."""
    held, weight = list[Section](), 0
    for section in sections:
        for piece in _pieces(section, heaviest):
            more = sum(map(weight_of, piece.blocks))
            if held and weight + more > heaviest:
                yield held, True
                held, weight = [], 0
            held.append(piece)
            weight += more
    yield held, False


def weight_of(block: Block) -> int:
    """About how much a block weighs, in letters."""
    match block:
        case Heading() | Paragraph():
            return _PIECE + len(block.words)
        case Points():
            return _weight(block.points)
        case Facts():
            return _weight(
                text for label, cell in block.facts for text in (label, cell_words(cell))
            )
        case Table():
            return sum(_weight(map(cell_words, row)) for row in block.rows)
        case Chart():
            return _weight(text for bar in block.bars for text in (bar.label, bar.words))
        case Picture():
            return len(block.svg) // 4
        case Signatures():
            return _weight(block.who)
        case NewPage():
            return 0


def _weight(texts: Iterable[str]) -> int:
    return sum(_PIECE + len(text) for text in texts)


def _pieces(section: Section, heaviest: int) -> Iterator[Section]:
    """The section, or where it alone is too heavy, its blocks in several under one title."""
    title, held, weight = section.title, list[Block](), 0
    for block in _blocks(section, heaviest):
        more = weight_of(block)
        if held and weight + more > heaviest:
            ended = _without_headings(held)
            if ended:
                yield replace(section, title=title, blocks=tuple(ended))
                title = f"{section.title} (continued)" if section.title else ""
            held = held[len(ended) :]
            weight = sum(map(weight_of, held))
        held.append(block)
        weight += more
    yield replace(section, title=title, blocks=tuple(held))


def _without_headings(blocks: list[Block]) -> list[Block]:
    """The blocks up to the last that is no heading, for a heading stays with what follows."""
    end = len(blocks)
    while end and isinstance(blocks[end - 1], Heading):
        end -= 1
    return blocks[:end]


def _blocks(section: Section, heaviest: int) -> Iterator[Block]:
    """The section's blocks, a table that is too heavy as several tables."""
    for block in section.blocks:
        if isinstance(block, Table) and weight_of(block) > heaviest:
            yield from _tables(block, heaviest)
        else:
            yield block


def _tables(table: Table, heaviest: int) -> Iterator[Table]:
    """The rows of a table in several tables under one title."""
    title, start, weight = table.title, 0, 0
    for number, row in enumerate(table.rows):
        more = _weight(map(cell_words, row))
        if number > start and weight + more > heaviest:
            yield replace(table, title=title, rows=table.rows[start:number])
            title = f"{table.title} (continued)" if table.title else ""
            start, weight = number, 0
        weight += more
    yield replace(table, title=title, rows=table.rows[start:])
