"""What a document is made of, whatever it is printed as: one model for text, PDF, CSV and JSON.

A document's sections come one after the other and only one is held, so that a report over every
case of a large home takes no more memory than one over a single case.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from sgtui.services.reports import Audience

Cell = str | int | float | datetime | date | timedelta | None
"""What stands in one place of a table; how it is written is the renderer's own affair."""


@dataclass(frozen=True)
class Heading:
    """A heading within a section; level 2 or 3, for the section's own title is level 1."""

    words: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True)
class Paragraph:
    """Some words; line breaks in them are kept."""

    words: str
    style: Literal["plain", "strong", "note", "quote"] = "plain"


@dataclass(frozen=True)
class Points:
    """A list of short points, each with a mark or a number before it."""

    points: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    """Labels, each with what is known of it."""

    facts: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True)
class Column:
    """One column of a table: its heading, and how wide it is beside the others."""

    name: str
    width: int = 1
    """Share of the width that is left over; 0 is as wide as its longest word needs."""
    right: bool = False
    """Whether it stands to the right, as figures do."""


@dataclass(frozen=True)
class Table:
    """Rows under headings, which are repeated on each page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    empty: str = "None."
    """What stands there when there are no rows."""


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: its label, its length and the same in words."""

    label: str
    value: float
    words: str
    pattern: Literal["solid", "hatched", "outline"] = "solid"
    """How it is filled, to be told apart in grey."""


@dataclass(frozen=True)
class Chart:
    """Bars on one scale, for those who would rather look than read."""

    title: str
    bars: tuple[Bar, ...]
    unit: str
    """What the values are: "hours", "% of files"."""
    limit: float | None = None
    """Where a line stands across the bars: the time allowed."""
    limit_words: str = ""


@dataclass(frozen=True)
class Picture:
    """A drawing as vector graphics, with the same in words for whoever does not see it."""

    svg: str
    alternative: str
    """One or two sentences that stand for it when it is read aloud."""
    lines: tuple[str, ...] = ()
    """What is printed in its place as text."""
    width: float = 1.0
    """Share of the page's width."""


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on paper: who signs, one line each."""

    who: tuple[str, ...]


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a page of its own."""


Block = Heading | Paragraph | Points | Facts | Table | Chart | Picture | Signatures | NewPage


@dataclass(frozen=True)
class Record:
    """One row of the document's data, for CSV and JSON: the document's columns in their order."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Section:
    """One part of a document: a case file of a pack, or one theme of a report."""

    title: str
    blocks: tuple[Block, ...]
    reference: str = ""
    """The case it is about, where it is about one."""
    head: tuple[int, str] | None = None
    """Number and hash of that case's newest entry, which stand on each of its pages."""
    records: tuple[Record, ...] = ()
    figures: tuple[tuple[str, Cell], ...] = ()
    """Figures by name, for JSON: what the section says in numbers."""


@dataclass(frozen=True)
class Made:
    """By whom, when and from what a document was made; it stands on each page."""

    service: str
    at: datetime
    by: str
    """Full name and role of whoever made it."""
    record_number: int
    record_head: str
    """Number and hash of the register's newest entry, which seals every case file."""
    demo: bool = False
    """Whether it is about an invented home."""


@dataclass(frozen=True)
class Document:
    """A document to be read, printed or handed on."""

    name: str
    """Its name on the command line: inspection-pack."""
    title: str
    audience: Audience
    made: Made
    sections: Iterable[Section]
    """One after the other; read once."""
    columns: tuple[str, ...] = ()
    """The headings of its records, for CSV; each a plain word in snake_case."""
    about: str = ""
    """One line under the title: the person, the case or the period."""
    since: datetime | None = None
    until: datetime | None = None
    reference: str = ""
    """The one case that it is about, where it is about one; it goes into the file's name."""
    notes: tuple[str, ...] = field(default=())
    """Plain sentences on the first page: how it was drawn, what is left out and why."""
