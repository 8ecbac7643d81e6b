"""The chronology: every entry as one line, and each deadline that passed, dated when it passed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.corrections import amended
from sgtui.domain.entries import Amended, EnteredInError, Entry
from sgtui.domain.entry_names import entry_name
from sgtui.domain.register import Register

ENTERED_LATE = timedelta(hours=24)
"""Between happening and recording; beyond it a line says "entered late"."""


@dataclass(frozen=True)
class Line:
    """One line of a chronology."""

    at: datetime
    """When it happened, as stated."""
    title: str
    text: str
    by: str
    recorded_at: datetime
    number: int = 0
    """The entry's number; 0 for a deadline that passed, which is no entry."""
    entry_id: UUID | None = None
    about: bool = False
    struck: str = ""
    """Why and by whom it was entered in error; empty while it stands."""
    corrected: tuple[str, ...] = ()
    """What it says once amended, and why, each amendment after the original."""
    entered_late: bool = False


def chronology(
    case: CaseFile, clocks: tuple[Clock, ...], register: Register, now: datetime
) -> tuple[Line, ...]:
    """The whole chronology up to now, in time order, entries of one moment by number."""
    directory = CaseDirectory(case, register)
    lines = [_line(case, entry, directory) for entry in case.entries]
    lines += [_overdue(clock) for clock in clocks if _was_missed(clock, now)]
    return tuple(sorted(lines, key=lambda line: (line.at, line.number)))


@dataclass(frozen=True)
class CaseDirectory:
    """Who and what is meant by an id within a case, in words."""

    case: CaseFile
    register: Register

    def staff_name(self, staff_id: UUID) -> str:
        """The member of staff's full name."""
        return self.register.staff_name(staff_id)

    def person_name(self, person_id: UUID) -> str:
        """The resident's or other person's full name."""
        return self.register.person_name(person_id)

    def contact_name(self, contact_id: UUID) -> str:
        """The contact point's name."""
        return self.register.contact_name(contact_id)

    def entry_name(self, entry_id: UUID) -> str:
        """ "to LA duty desk (entry 9)", a measure in its own words, or "entry 7, Statement"."""
        entry = self.case.entry(entry_id)
        return entry_name(entry, self) if entry else self.register.entry_name(entry_id)


def _line(case: CaseFile, entry: Entry, directory: CaseDirectory) -> Line:
    return Line(
        at=entry.occurred_at,
        title=entry.payload.title,
        text=_text(case, entry, directory),
        by=directory.staff_name(entry.recorded_by),
        recorded_at=entry.recorded_at,
        number=entry.number,
        entry_id=entry.id,
        about=entry.about,
        struck=_struck(case, entry, directory),
        corrected=_corrected(case, entry, directory),
        entered_late=entry.recorded_at - entry.occurred_at > ENTERED_LATE,
    )


def _text(case: CaseFile, entry: Entry, directory: CaseDirectory) -> str:
    if isinstance(entry.payload, Amended):
        return _amendment_words(case, entry.payload, directory)
    return entry.payload.line(directory)


def _amendment_words(case: CaseFile, amendment: Amended, directory: CaseDirectory) -> str:
    """Which entry, which of its answers are put right, and why; the new words stand beside it."""
    target = case.entry(amendment.entry)
    asks = type(target.payload).asks() if target else {}
    labels = [asks[name].label if name in asks else name for name in amendment.changes]
    named = directory.entry_name(amendment.entry)
    return f"{named}; Put right: {', '.join(labels)}; Because: {amendment.reason}"


def _struck(case: CaseFile, entry: Entry, directory: CaseDirectory) -> str:
    strike = case.struck.get(entry.id)
    if strike is None or not isinstance(strike.payload, EnteredInError):
        return ""
    people = " and ".join(
        directory.staff_name(who) for who in (strike.recorded_by, strike.payload.second_person)
    )
    return f"entered in error, by {people}: {strike.payload.reason}"


def _corrected(case: CaseFile, entry: Entry, directory: CaseDirectory) -> tuple[str, ...]:
    made = case.amendments.get(entry.id, ())
    said = []
    for index, amendment in enumerate(made):
        payload = amendment.payload
        if isinstance(payload, Amended):
            now_says = amended(entry, made[: index + 1]).payload.line(directory)
            who = directory.staff_name(amendment.recorded_by)
            said.append(
                f"{now_says} (amended by {who}, entry {amendment.number}: {payload.reason})"
            )
    return tuple(said)


def _was_missed(clock: Clock, now: datetime) -> bool:
    until = min(at for at in (clock.met_at, clock.ended_at, now) if at is not None)
    return clock.due_at < until and clock.started_at <= now and clock.started_at <= until


def _overdue(clock: Clock) -> Line:
    return Line(
        at=clock.due_at,
        title="Became late",
        text=f"{clock.title} ({clock.stage}) was due and not done. {clock.explanation}",
        by="the clock",
        recorded_at=clock.due_at,
    )
