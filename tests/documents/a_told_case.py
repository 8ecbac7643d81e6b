"""A case told entry by entry, as documents read it, and a document's words in one text."""

from collections.abc import Iterable

from sgtui.documents.model import (
    Block,
    Chart,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Points,
    Section,
    Signatures,
    Table,
)
from sgtui.documents.press.cells import cell_words
from sgtui.services.files import FileFacts
from tests.domain.case_builder import Told


def facts_of(told: Told) -> FileFacts:
    """The case as it stands, as reports read it."""
    clocks = tuple(told.clocks.values())
    return FileFacts(told.case, told.register, told.ladder, clocks, told.now)


def words(blocks: Iterable[Block]) -> str:
    """All that stands in some blocks, a line for each thing."""
    return "\n".join(line for block in blocks for line in _lines(block))


def all_words(sections: Iterable[Section]) -> str:
    """All that stands in some sections, titles too."""
    return "\n".join(f"{one.title}\n{words(one.blocks)}" for one in sections)


def _lines(block: Block) -> Iterable[str]:
    match block:
        case Heading() | Paragraph():
            return (block.words,)
        case Points():
            return block.points
        case Facts():
            return (f"{label}: {cell_words(cell)}" for label, cell in block.facts)
        case Table():
            rows = (" | ".join(map(cell_words, row)) for row in block.rows)
            return (block.title, *rows) if block.rows else (block.title, block.empty)
        case Chart():
            return (block.title, *(f"{bar.label}: {bar.words}" for bar in block.bars))
        case Picture():
            return (block.alternative, *block.lines)
        case Signatures():
            return block.who
    return ()
