"""The body maps of a case, each with its list and what changed since the one before (R28)."""

from collections.abc import Iterator

from sgtui.documents.body_map.blocks import map_blocks
from sgtui.documents.body_map.lines import asked_lines
from sgtui.documents.inspection_pack.entry_words import entry_no
from sgtui.documents.model import Block, Heading, Paragraph, Points
from sgtui.domain.entries import BodyMapDeclined
from sgtui.services.case import CaseView


def body_maps(view: CaseView) -> Iterator[Block]:
    """Every map, oldest look first; why there is none; what they ask and nobody answered."""
    yield Heading("Body maps")
    for number, mapped in enumerate(view.maps, start=1):
        yield from map_blocks(mapped, view.register, number, view.comparisons)
    for said in view.case.of(BodyMapDeclined):
        yield Paragraph(f"No body map was made ({entry_no(said.entry)}): {said.what.reason}")
    if not view.maps and not view.case.of(BodyMapDeclined):
        yield Paragraph("No body map was made.")
    asked = asked_lines(view.open_prompts)
    if asked:
        yield Heading("Asked by a body map and not answered", 3)
        yield Points(asked)
