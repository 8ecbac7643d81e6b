"""A chronology on paper: every entry, each deadline that passed, and each time without contact."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.documents.model import Cell, Column, Record, Table
from sgtui.documents.naming import yes_no
from sgtui.domain.chronology import Line
from sgtui.domain.contact_gaps import ContactGap
from sgtui.domain.entries import Entry
from sgtui.domain.entry_marks import EntryMark, decides, mark_of
from sgtui.domain.kept_times import Fate, Kept
from sgtui.domain.ladder import Duty
from sgtui.domain.london_time import moment_words
from sgtui.domain.urgency import duration_words
from sgtui.services.case import CaseView

COLUMNS = (
    "reference", "number", "occurred_at", "about", "recorded_at", "kind", "title", "by", "role",
    "text", "decision", "own_words", "corrected", "struck", "lasted_hours", "hash",
)  # fmt: skip
"""The data of a chronology, one row an entry; also of what is no entry, which has no number."""

_LATE, _SILENT = "became_late", "no_contact"


@dataclass(frozen=True)
class Told:
    """One line of a chronology: an entry, a deadline that passed, or a time without contact."""

    reference: str
    at: datetime
    kind: str
    title: str
    text: str
    number: int | None = None
    """The entry's number; None for what is no entry."""
    entry: Entry | None = None
    duty: Duty | None = None
    """What was late, for a deadline that passed."""
    by: str = ""
    role: str = ""
    recorded_at: datetime | None = None
    about: bool = False
    entered_late: bool = False
    mark: EntryMark | None = None
    corrected: tuple[str, ...] = ()
    struck: str = ""
    lasted: timedelta | None = None

    @property
    def order(self) -> tuple[datetime, int, str, int]:
        """By time; of one moment what was late by then, then the entries, then a silence."""
        rank = {_LATE: 0, _SILENT: 2}.get(self.kind, 1)
        return self.at, rank, self.reference, self.number or 0

    @property
    def words(self) -> str:
        """Everything it says, as one cell of a table."""
        return "\n".join(self._said())

    def _said(self) -> Iterator[str]:
        marked = f"{self.mark.label.upper()}. " if self.mark else ""
        same = self.mark is not None and self.mark.label == self.title
        yield f"{marked}{'' if same else f'{self.title}: '}{self.text}"
        if self.entered_late and self.recorded_at is not None:
            yield f"Entered late, on {moment_words(self.recorded_at)}."
        yield from (f"Now reads: {words}" for words in self.corrected)
        if self.struck:
            yield f"{self.struck[:1].upper()}{self.struck[1:]}"
        if self.by:
            yield f"({self.who})"

    @property
    def when(self) -> Cell:
        """When it happened; in words where that is only about right."""
        return f"about {moment_words(self.at)}" if self.about else self.at

    @property
    def who(self) -> str:
        """ "Joy Okafor, shift leader"; nothing where nobody wrote it."""
        return ", ".join(filter(None, (self.by, self.role)))


def entry_lines(view: CaseView) -> Iterator[Told]:
    """Every entry of a case, as its reader may see it."""
    person = view.register.person_name(view.case.opening.what.person)
    for line in view.lines:
        entry = view.case.entry(line.entry_id) if line.entry_id else None
        if entry is not None:
            yield _entry_line(view, line, entry, person)


def _entry_line(view: CaseView, line: Line, entry: Entry, person: str) -> Told:
    member = view.register.staff.get(entry.recorded_by)
    return Told(
        reference=view.case.reference,
        at=line.at,
        kind=entry.kind,
        title=line.title,
        text=line.text,
        number=line.number,
        entry=entry,
        by=line.by,
        role=member.role_words.lower() if member and member.roles else "",
        recorded_at=line.recorded_at,
        about=line.about,
        entered_late=line.entered_late,
        mark=mark_of(entry.payload, person),
        corrected=line.corrected,
        struck=line.struck,
    )


def late_lines(reference: str, kept: Iterable[Kept]) -> Iterator[Told]:
    """Each deadline that passed with the duty not done, dated when it passed."""
    for one in kept:
        if one.fate.missed:
            yield _late_line(reference, one)


def _late_line(reference: str, kept: Kept) -> Told:
    clock, late = kept.clock, duration_words(kept.late_by or timedelta())
    after = {
        Fate.MET_LATE: f"It was done {late} late.",
        Fate.LATE: f"It is still owed, {late} late.",
        Fate.CARRIED_UP: "It was carried on at the next rung.",
        Fate.ENDED_LATE: f"It was owed no more {late} after that.",
    }[kept.fate]
    text = f"{clock.title} ({clock.stage}) was due and not done. {kept.why}. {after}"
    return Told(
        reference, clock.due_at, _LATE, "Became late", text, duty=clock.duty, lasted=kept.late_by
    )


def gap_lines(reference: str, gaps: Iterable[ContactGap]) -> Iterator[Told]:
    """Each time without contact with any agency, dated when it began."""
    for gap in gaps:
        yield Told(reference, gap.since, _SILENT, "No contact", gap.words, lasted=gap.lasted)


def in_order(lines: Iterable[Told]) -> tuple[Told, ...]:
    """The lines in the order of time."""
    return tuple(sorted(lines, key=lambda told: told.order))


def table_of(lines: Sequence[Told], *, references: bool = False) -> Table:
    """The lines under headings; with the case of each where there are several cases."""
    first = "Case, entry" if references else "Entry"
    columns = (Column(first, 2), Column("When", 2), Column("What", 11))
    return Table(columns, tuple(_row(told, references) for told in lines), empty="Nothing yet.")


def _row(told: Told, references: bool) -> tuple[Cell, ...]:
    number = str(told.number) if told.number else ""
    first = f"{told.reference} {number}".rstrip() if references else number
    return first, told.when, told.words


def records_of(lines: Iterable[Told]) -> tuple[Record, ...]:
    """The same as data, a row a line in the order of `COLUMNS`."""
    return tuple(Record(_cells(told)) for told in lines)


def _cells(told: Told) -> tuple[Cell, ...]:
    said = told.entry.payload if told.entry else None
    return (
        told.reference,
        told.number,
        told.at,
        yes_no(told.about),
        told.recorded_at,
        told.kind,
        told.title,
        told.by or None,
        told.role or None,
        told.text,
        yes_no(said is not None and decides(said)),
        yes_no(told.mark in (EntryMark.OWN_WORDS, EntryMark.WISHES)),
        "\n".join(told.corrected) or None,
        told.struck or None,
        told.lasted,
        (told.entry.hash or None) if told.entry else None,
    )
