"""That the entries are as they were recorded, and how anybody can check it."""

from collections.abc import Iterator

from sgtui.documents.model import Block, Column, Heading, Paragraph, Points, Table
from sgtui.documents.naming import staff_words
from sgtui.services.case import CaseView
from sgtui.services.chain_look import ChainLook

_SHORT = 16
"""Letters of a hash that are printed of each entry; the newest is printed whole."""


def proof(view: CaseView, look: ChainLook) -> Iterator[Block]:
    """What was checked as the pack was made, how to check it again, and each entry's hash."""
    newest = view.case.entries[-1]
    yield Heading("Is it as it was recorded?")
    yield _looked(newest.number, look)
    yield Paragraph("Anybody can check the same without this home:")
    yield _how(view.case.reference, newest.number)
    yield Paragraph(f"Entry {newest.number}: {newest.hash}", "strong")
    rows = tuple(
        (str(entry.number), entry.recorded_at, _words(view, entry.number, look))
        for entry in view.case.entries
    )
    columns = (Column("Entry", 0), Column("Recorded", 0), Column("Hash begins with; by", 8))
    yield Table(columns, rows, "Each entry's hash")


def _looked(number: int, look: ChainLook) -> Paragraph:
    """What this pack itself shows, or that the chain is broken."""
    if look.fault:
        warning = "Do not rely on this pack before the record has been checked."
        return Paragraph(f"{look.fault} {warning}", "strong")
    return Paragraph(
        f"Checked as this pack was made: entries 1 to {number} are all there, and each text, hash "
        "and signature is as it was recorded and as the register sealed it."
    )


def _how(reference: str, number: int) -> Points:
    """How anybody checks it, without this home and without its record."""
    return Points(
        (
            f"Ask the home for the case as a file: sgtui export {reference} -o FILE",
            "On any computer with sgtui, without the home's record: sgtui verify FILE",
            f"The newest entry it names must be {number}, with the hash below; the same stands on "
            "each page of this case.",
            "The home itself checks its whole record with: sgtui verify",
        ),
        numbered=True,
    )


def _words(view: CaseView, number: int, look: ChainLook) -> str:
    entry = view.case.entries[number - 1]
    digest = entry.hash or look.hashes[number - 1]
    return f"{digest[:_SHORT]}, {staff_words(view.register, entry.recorded_by)}"
