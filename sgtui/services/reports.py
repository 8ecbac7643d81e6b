"""Every document that can be made: its name, what it is for, whom, and what it needs to know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from sgtui.domain.labelled import Labelled
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.work import Work


class Audience(Labelled):
    """For whom a document is made, which decides what it leaves out (minimum necessary)."""

    HOME = "home", "For staff of this home who work on the case"
    MANAGER = "manager", "For the registered manager and the nominated individual"
    INSPECTOR = "inspector", "For the inspector; whole, with names"
    AUTHORITY = "authority", "For the authority or agency named; with the names it needs"
    BOARD = "board", "For commissioners and boards; nobody in it can be known again"
    PUBLIC = "public", "For anybody: tenders, staff, families; it holds no case"


class Format(Labelled):
    """As what a document is written."""

    TEXT = "text", "Text"
    PDF = "pdf", "PDF, for print"
    CSV = "csv", "CSV, for a spreadsheet"
    JSON = "json", "JSON, for another program"


Needs = Literal["case", "period", "now"]
"""One case or those of a period; a period; or only this moment."""


@dataclass(frozen=True)
class Asked:
    """What a document is wanted about."""

    period: Period
    reference: str = ""
    """One case, by its reference; empty for every case that was open in the period."""
    demo: bool = False
    """Whether the home is an invented one, which each page then says."""


@dataclass(frozen=True)
class Sort:
    """One sort of document."""

    name: str
    """Its name on the command line."""
    title: str
    about: str
    """One sentence: what it shows and what it is for."""
    audience: Audience
    needs: Needs
    paper: Literal["upright", "wide"] = "upright"


_SORTS = (
    Sort(
        "inspection-pack", "Inspection pack",
        "A whole case file: decisions with reasons, body maps, contacts, clocks, every entry.",
        Audience.INSPECTOR, "case",
    ),
    Sort(
        "chronology", "Chronology",
        "What happened and what was done, in order, with the times when nobody was in contact.",
        Audience.AUTHORITY, "case",
    ),
    Sort(
        "combined-chronology", "Combined chronology",
        "A case and those linked with it as one chronology, for a meeting.",
        Audience.AUTHORITY, "case",
    ),
    Sort(
        "referral-form", "Referral form",
        "What the authority asks for, filled in from the record.",
        Audience.AUTHORITY, "case",
    ),
    Sort(
        "challenge-letter", "Challenge letter",
        "The letter for each rung of the ladder, with what is new since their decision.",
        Audience.AUTHORITY, "case",
    ),
    Sort(
        "handover", "Handover sheet",
        "The shift's live cases as SBAR: situation, background, assessment, recommendation.",
        Audience.HOME, "now",
    ),
    Sort(
        "response-times", "Response-time audit",
        "How long each agency took at each stage, how long we took, and the period before.",
        Audience.MANAGER, "period", "wide",
    ),
    Sort(
        "file-audit", "File-completeness audit",
        "How whole the files are by the checklist, what was found, and the trend.",
        Audience.MANAGER, "period", "wide",
    ),
    Sort(
        "safeguards", "Interim-safeguard continuity",
        "Whether protection was ever broken off, with every gap in hours.",
        Audience.INSPECTOR, "period",
    ),
    Sort(
        "notifications", "Notification register",
        "Whom the law or a contract says to tell: told when, or not required and why.",
        Audience.INSPECTOR, "period", "wide",
    ),
    Sort(
        "wishes", "Wishes and outcomes",
        "What people wanted to happen and how far it did (Making Safeguarding Personal).",
        Audience.MANAGER, "period",
    ),
    Sort(
        "learning", "Learning log",
        "Delays, gaps and unclear thresholds, and the training and changes that follow from them.",
        Audience.MANAGER, "period",
    ),
    Sort(
        "summary", "Summary for commissioner and board",
        "The period in figures; nobody in it can be known again.",
        Audience.BOARD, "period",
    ),
    Sort(
        "ladder", "Escalation ladder and role matrix",
        "How concerns are escalated and followed up, drawn, with who holds each role.",
        Audience.PUBLIC, "now",
    ),
)  # fmt: skip

CATALOGUE: Mapping[str, Sort] = {sort.name: sort for sort in _SORTS}
"""Every sort of document by its name, in the order they are offered."""


class Press(Protocol):
    """Makes documents; the screens and the command line see no more of it than this."""

    def read(self, desk: Desk, name: str, asked: Asked, work: Work) -> Iterator[str]:
        """A document as lines of text, 80 columns wide, while it is made.

        Raises NoSuchCase and NotForYou; Stopped between two pieces.
        """
        ...

    def print_to(
        self, desk: Desk, name: str, asked: Asked, form: Format, into: Path, work: Work
    ) -> tuple[Path, ...]:
        """Write a document to a new file, or into a folder under a name of its own.

        Whole or not at all, for this person alone, over no other file. A long PDF comes in
        several files. Raises NotWritten, NoSuchCase, NotForYou, Stopped.
        """
        ...


class NotWritten(Exception):
    """The file could not be written; the sentence says why and what to do."""
