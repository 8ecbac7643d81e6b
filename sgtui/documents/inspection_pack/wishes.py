"""What the person wanted, whether they could decide it, and how far it came about (MSP)."""

from collections.abc import Iterator

from sgtui.documents.inspection_pack.entry_words import dated, entry_no, signed
from sgtui.documents.model import Block, Cell, Heading, Paragraph
from sgtui.domain.entries import CapacityNoted, ClosureRequested, WishesRecorded
from sgtui.services.case import CaseView


def wishes(view: CaseView) -> Iterator[Block]:
    """Every time they were asked or why not, capacity noted, and their view at the end."""
    yield Heading("What the person wanted")
    empty = "The person's wishes are not recorded."
    yield dated("Asked, or why not; capacity", _told(view), empty=empty)
    for said in view.case.of(ClosureRequested):
        what = said.what
        met = f"wishes met: {what.wishes_met.label.lower()}. Their view: {what.person_view}"
        yield Paragraph(f"At the end ({entry_no(said.entry)}): {met} Outcome: {what.outcome}")


def _told(view: CaseView) -> Iterator[tuple[Cell, ...]]:
    """As these entries read now, in the order of time."""
    told = {line.entry_id: line for line in view.lines}
    for entry in sorted(view.case.standing, key=lambda one: (one.occurred_at, one.number)):
        if isinstance(entry.payload, WishesRecorded | CapacityNoted):
            line = told[entry.id]
            said = line.corrected[-1] if line.corrected else line.text
            yield entry.occurred_at, f"{line.title}: {said} {signed(view, entry)}"
