"""A document's blocks as the template takes them: plain data, every text fit to be printed."""

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
from sgtui.documents.press.heads import SHOWN, head_facts, made_words, record_words, section_state
from sgtui.documents.press.plain.chart import limit_words, scale_of
from sgtui.documents.press.typeset.letters import Letters, width_of
from sgtui.documents.press.typeset.table import page_table
from sgtui.services.reports import CATALOGUE

_A4 = (595.28, 841.89)
_MARGIN = 51.0
_LARGE, _TEXT, _SMALL = 15.0, 10.5, 9.0
"""Sizes of letters, as the template sets them."""
_MOST_LABEL = 0.3
"""Share of the page that labels may take."""
_INSET = 12.0
"""What stands left of a quotation, or of a point."""

_MISSED = (
    "A sign such as [U+4E2D] stands for a letter that this print has no shape for. The text form "
    "of this document has it."
)
_DEMO = "DEMO: an invented home, nobody in it is real"

Data = dict[str, object]


class Paper:
    """The paper of one document: how wide its lines are, and what is the same on every page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        sort = CATALOGUE.get(document.name)
        self._wide = sort is not None and sort.paper == "wide"
        self._apart = sort is not None and sort.needs == "case"
        self.width = (_A4[1] if self._wide else _A4[0]) - 2 * _MARGIN
        """Points between the margins."""

    def part(self, sections: list[Section], number: int, *, only: bool) -> Data:
        """One file of the document; `only` says whether it is the whole of it."""
        letters, document = Letters(), self._document
        runs = list(self._runs(sections, letters))
        show = letters.printable
        head = {
            "title": show(document.title),
            "full_title": show(f"{document.title} {document.reference}".strip()),
            "about": letters.fitting(document.about, _LARGE, self.width),
            "audience": document.audience.label,
            "service": show(document.made.service),
            "demo_words": _DEMO if document.made.demo else "",
            "made": show(f"{made_words(document)}. {record_words(document, SHOWN)}"),
            "notes": [letters.fitting(note, _SMALL, self.width) for note in document.notes],
            **self._facts(head_facts(document), letters),
        }
        paper = {"wide": self._wide, "margin": _MARGIN}
        place = {"part": None if only else str(number), "first": number == 1}
        return {**head, **paper, **place, "runs": runs or [{"state": "", "sections": []}]}

    def _runs(self, sections: list[Section], letters: Letters) -> Iterator[Data]:
        """Sections one after the other on the same pages; in a case file each case has its own."""
        state, run = "", list[list[Data]]()
        for section in sections:
            words = letters.printable(_state(section)) if self._apart else ""
            if run and words != state:
                yield {"state": state, "sections": run}
                run = []
            state = words
            run.append(self._section(section))
        if run:
            yield {"state": state, "sections": run}

    def _section(self, section: Section) -> list[Data]:
        """The blocks of one section under its title."""
        letters = Letters()
        blocks = [self._block(block, level, letters) for block, level in _levelled(section)]
        if not self._apart and (state := _state(section)):
            below = Paragraph(state, "note")
            blocks.append(self._block(below, 0, letters))
        if letters.missed:
            blocks.append({"kind": "paragraph", "style": "note", "words": _MISSED})
        return blocks

    def _block(self, block: Block, level: int, letters: Letters) -> Data:
        match block:
            case Heading():
                words = letters.fitting(block.words, _LARGE, self.width, bold=True)
                return {"kind": "heading", "level": level, "words": words}
            case Paragraph():
                words = self._text(block.words, letters, bold=block.style == "strong")
                return {"kind": "paragraph", "style": block.style, "words": words}
            case Points():
                points = [self._text(point, letters) for point in block.points]
                return {"kind": "points", "numbered": block.numbered, "points": points}
            case Facts():
                facts = tuple((label, cell_words(cell)) for label, cell in block.facts)
                return {"kind": "facts", **self._facts(facts, letters)}
            case Table():
                return page_table(block, self.width, letters)
            case Chart():
                return self._chart(block, letters)
            case Picture():
                words = letters.printable(block.alternative)
                shown = {"svg": block.svg, "width": block.width, "alternative": words}
                return {"kind": "picture", **shown}
            case Signatures():
                who = [self._text(one, letters) for one in block.who]
                return {"kind": "signatures", "who": who}
            case NewPage():
                return {"kind": "new page"}

    def _text(self, text: str, letters: Letters, *, bold: bool = False) -> str:
        return letters.fitting(text, _TEXT, self.width - _INSET, bold=bold)

    def _facts(self, facts: tuple[tuple[str, str], ...], letters: Letters) -> Data:
        """Labels and what stands beside them, no label wider than its share of the page."""
        room = self._room([label for label, _ in facts], _TEXT)
        beside = self.width - room - _INSET
        pairs = [
            (letters.fitting(label, _TEXT, room), letters.fitting(words, _TEXT, beside))
            for label, words in facts
        ]
        return {"facts": pairs, "label_width": room}

    def _chart(self, chart: Chart, letters: Letters) -> Data:
        scale = scale_of(chart)
        label_width = self._room([bar.label for bar in chart.bars], _SMALL)
        words_width = self._room([bar.words for bar in chart.bars], _SMALL)
        bars = [
            {
                "label": letters.fitting(bar.label, _SMALL, label_width),
                "words": letters.fitting(bar.words, _SMALL, words_width),
                "share": max(bar.value, 0.0) / scale,
                "pattern": bar.pattern,
            }
            for bar in chart.bars
        ]
        return {
            "kind": "chart",
            "title": self._text(chart.title, letters, bold=True),
            "unit": letters.printable(chart.unit),
            "bars": bars,
            "label_width": label_width,
            "words_width": words_width,
            "limit": None if chart.limit is None else chart.limit / scale,
            "limit_words": self._text(limit_words(chart), letters),
        }

    def _room(self, labels: list[str], size: float) -> float:
        """As wide as the widest of some labels, though no wider than a share of the page."""
        widest = max((width_of(label, size) for label in labels), default=0.0)
        return min(widest, self.width * _MOST_LABEL)


def _state(section: Section) -> str:
    """The state of the case that a section was made from, for a page; empty where none is."""
    return section_state(section, SHOWN) if section.head else ""


def _levelled(section: Section) -> Iterator[tuple[Block, int]]:
    """The section's title and blocks, each with the level of the heading above or in it.

    No level is skipped, so that whoever listens to the page can find the way (PDF/UA-1 7.4.2).
    """
    level = 0
    if section.title:
        level = 1
        yield Heading(section.title), level
    for block in section.blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
        yield block, level
