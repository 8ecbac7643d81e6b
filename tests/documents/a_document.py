"""An invented document that holds every sort of block, for whatever renders documents."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sgtui.documents.body_map.page import svg
from sgtui.documents.model import (
    Bar,
    Block,
    Chart,
    Column,
    Document,
    Facts,
    Heading,
    Made,
    NewPage,
    Paragraph,
    Picture,
    Points,
    Record,
    Section,
    Signatures,
    Table,
)
from sgtui.services.reports import Audience
from tests.documents.a_map import REGISTER, a_map

AT = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
HEAD = "3fa2b1c9d0e14b7797d3a1c5e8f90b2a46d7c813f5a0e9b2c4d6f8a1b3c5d7e9"
RECORD_HEAD = "9ab3f0c2d4e6a8b1c3d5e7f9a0b2c4d6e8f1a3b5c7d9e0f2a4b6c8d0e1f3a5b7"
MADE = Made(
    "Rosewood House",
    AT.replace(second=7, microsecond=250),
    "Joy Okafor, shift leader",
    1203,
    RECORD_HEAD,
)

CONTACTS = Table(
    (Column("When", 0), Column("Agency", 1), Column("Took", 0, right=True), Column("Said", 3)),
    (
        (AT, "Wexhampton duty desk", timedelta(days=2, hours=3), "No answer; voicemail left."),
        (AT + timedelta(hours=3), "Emergency duty team", timedelta(minutes=70), "P Ames took it."),
        (AT + timedelta(days=1), "CQC", None, "Told by the portal."),
    ),
    "Contacts with agencies",
)
CHART = Chart(
    "From sending to receipt",
    (
        Bar("Wexhampton duty desk", 51.0, "2 d 3 h, 27 h late"),
        Bar("Emergency duty team", 1.2, "1 h 10 min", "hatched"),
        Bar("Police", 24.0, "24 h", "outline"),
    ),
    "hours", 24.0, "24 h allowed, by ladder ENG-default-1",
)  # fmt: skip
PICTURE = Picture(
    svg(a_map("bruise, F17L, 3x2cm, purple and yellow", "redness or mark, B09, 4x4cm"), REGISTER),
    "The body from the front and the back. Mark 1 is on the left forearm, mark 2 on the sacrum.",
    ("1. Bruise, the person's left forearm", "2. Redness, sacrum"),
    0.6,
)
EVERY_BLOCK: tuple[Block, ...] = (
    Heading("What is known"),
    Facts((
        ("Person", "Ada Vale, Room 12"),
        ("Noticed", AT),
        ("Born", date(1938, 3, 4)),
        ("Open for", timedelta(days=2, hours=3)),
        ("Files complete, in %", 66.66),
        ("Outcome", None),
    )),
    Heading("Her words", 3),
    Paragraph('"I banged it.\nLeave me be."', "quote"),
    Paragraph("Found a bruise on her left forearm while dressing. She looked away."),
    Paragraph("Two staff for personal care until Monday 09:00.", "strong"),
    Paragraph("Written up 9 minutes after.", "note"),
    Points(("Rang 999", "Kept the evidence")),
    Points(("Person first", "Then the desk"), numbered=True),
    Heading("Contacts"),
    CONTACTS,
    Table((Column("Amended", 1),), (), "Amendments", "No entry was amended."),
    CHART,
    NewPage(),
    PICTURE,
    Signatures(("Joy Okafor, shift leader", "Mary Cole, registered manager")),
)  # fmt: skip
COLUMNS = ("at", "agency", "took_hours", "said", "times")
RECORDS = tuple(Record((*row, number)) for number, row in enumerate(CONTACTS.rows))
SECTION = Section(
    "Ada Vale, SG-26-K4T7", EVERY_BLOCK, "SG-26-K4T7", (27, HEAD), RECORDS,
    (("contacts", 3), ("median_hours", timedelta(hours=26, minutes=6))),
)  # fmt: skip


def a_document(*sections: Section, **said: Any) -> Document:
    """A pack about one case, or about the sections given."""
    given: dict[str, Any] = {
        "columns": COLUMNS,
        "about": "Ada Vale, SG-26-K4T7",
        "reference": "SG-26-K4T7",
        "notes": ("Nothing is left out.",),
        **said,
    }
    shown: Iterable[Section] = given.pop("sections", sections or (SECTION,))
    made = given.pop("made", MADE)
    title = given.pop("title", "Inspection pack")
    return Document("inspection-pack", title, Audience.INSPECTOR, made, shown, **given)


def a_section(*blocks: Block, **said: Any) -> Section:
    """A section of these blocks that is about no case."""
    return Section(said.pop("title", "Findings"), blocks, **said)
