"""Audits as they stand: which files, what was found, what became of it, and the trend (R44)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from statistics import median
from uuid import UUID

from sgtui.domain.case_file import fold
from sgtui.domain.checklist import Checklist
from sgtui.domain.entries import (
    REGISTER_ID,
    AuditBegun,
    AuditEnded,
    AuditFindingMended,
    AuditFindingRaised,
    AuditFindingVerified,
    Entry,
    FileAudited,
)
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.file_checks import completeness
from sgtui.domain.findings import Finding, FindingState, findings
from sgtui.domain.people import Person
from sgtui.domain.register import Register
from sgtui.domain.stage import CaseStage
from sgtui.services.audit_entries import NoSuchAudit, ended_of, standing
from sgtui.services.checklists import of_version
from sgtui.services.desk import Desk
from sgtui.services.ports import CaseRow, ReadUnit
from sgtui.services.refusals import is_shown

Count = Counter[AuditAnswer]
"""How many items were answered each way."""


@dataclass(frozen=True)
class AuditFile:
    """One file of an audit, as lists show it."""

    case_id: UUID
    reference: str
    person: Person | None
    stage: CaseStage
    entry: Entry | None
    """The entry that says what was found; None while nobody has looked."""

    @property
    def found(self) -> FileAudited | None:
        """What was found."""
        said = self.entry.payload if self.entry else None
        return said if isinstance(said, FileAudited) else None

    @property
    def count(self) -> Count:
        """How many items were answered each way; empty while nobody has looked."""
        return Counter(one.answer for one in self.found.items) if self.found else Counter()


@dataclass(frozen=True)
class Confirmed:
    """How fast it became known what came of what was referred (R44)."""

    referrals: int
    """Referrals in the files looked through."""
    times: tuple[timedelta, ...]
    """From sending to knowing the outcome, for each whose outcome was known at the audit."""

    @property
    def median(self) -> timedelta | None:
        """The middle one of these times; None where no outcome was known."""
        if not self.times:
            return None
        return timedelta(seconds=median(one.total_seconds() for one in self.times))


@dataclass(frozen=True)
class Audit:
    """One audit as it stands now, as its reader may see it."""

    entry: Entry
    said: AuditBegun
    checklist: Checklist
    by: str
    """The full name of whoever began it."""
    ended: Entry | None
    files: tuple[AuditFile, ...]
    """In the order drawn, without those that name the reader (G21)."""
    not_shown: int
    findings: tuple[Finding, ...]
    """What was taken up in it, whatever became of it since."""
    confirmed: Confirmed

    @property
    def id(self) -> UUID:
        """The id of the entry that began it."""
        return self.entry.id

    @property
    def begun_at(self) -> datetime:
        """When it was begun."""
        return self.entry.recorded_at

    @property
    def summary(self) -> str:
        """What it shows, in the words of whoever ended it; empty while it goes on."""
        said = self.ended.payload if self.ended else None
        return said.summary if isinstance(said, AuditEnded) else ""

    @property
    def done(self) -> tuple[AuditFile, ...]:
        """The files looked through."""
        return tuple(file for file in self.files if file.entry is not None)

    @property
    def is_whole(self) -> bool:
        """Whether every file was looked through, so that it can stand in a trend."""
        return bool(self.files) and len(self.done) == len(self.files)

    @cached_property
    def count(self) -> Count:
        """Over all files, how many items were answered each way."""
        return sum((file.count for file in self.done), Counter())

    @property
    def completeness(self) -> float | None:
        """The share of all that applies that was there, 0 to 1; None where nothing did."""
        return completeness(self.count)

    @property
    def defects(self) -> int:
        """How many items were not met."""
        return self.count[AuditAnswer.NO]

    def of_item(self, code: str) -> Count:
        """How one item was answered over all files."""
        return Counter(
            one.answer
            for file in self.done
            if file.found is not None
            for one in file.found.items
            if one.item == code
        )

    def state(self, state: FindingState) -> int:
        """How many of its findings have come so far."""
        return sum(finding.state is state for finding in self.findings)


def audits(desk: Desk) -> tuple[Audit, ...]:
    """Every audit ever begun, the newest first."""
    with desk.store.reading() as unit:
        begun = unit.entries_of_kind((REGISTER_ID,), AuditBegun.kind_word())
        return tuple(_read(desk, unit, reversed(begun)))


def read_audit(desk: Desk, audit: UUID) -> Audit:
    """One audit. Raises NoSuchAudit."""
    with desk.store.reading() as unit:
        begun = unit.entries_of_kind((REGISTER_ID,), AuditBegun.kind_word())
        for found in _read(desk, unit, (entry for entry in begun if entry.id == audit)):
            return found
    raise NoSuchAudit("There is no such audit.")


def _read(desk: Desk, unit: ReadUnit, begun: Iterator[Entry]) -> Iterator[Audit]:
    register, ended = desk.register(unit), ended_of(unit)
    rows: dict[str, CaseRow | None] = {}
    for entry in begun:
        said = entry.payload
        if isinstance(said, AuditBegun):
            for reference in said.files:
                if reference not in rows:
                    rows[reference] = unit.case_by_reference(reference)
            there = [row for ref in said.files if (row := rows[ref]) is not None]
            shown = [row for row in there if is_shown(desk, row.barred)]
            yield _audit(unit, register, entry, said, ended, shown, len(there) - len(shown))


def _audit(
    unit: ReadUnit,
    register: Register,
    entry: Entry,
    said: AuditBegun,
    ended: Mapping[UUID, Entry],
    rows: Sequence[CaseRow],
    not_shown: int,
) -> Audit:
    ids = [row.case_id for row in rows]
    looked = _looked(unit, ids, entry.id)
    files = tuple(_file(register, row, looked.get(row.case_id)) for row in rows)
    return Audit(
        entry=entry,
        said=said,
        checklist=of_version(register, said.checklist),
        by=register.staff_name(entry.recorded_by),
        ended=ended.get(entry.id),
        files=files,
        not_shown=not_shown,
        findings=tuple(_found(unit, ids, entry.id)),
        confirmed=_confirmed(unit, tuple(looked.values())),
    )


def _looked(unit: ReadUnit, ids: Sequence[UUID], audit: UUID) -> dict[UUID, Entry]:
    """The newest look at each file in one audit."""
    found: dict[UUID, Entry] = {}
    for entry in standing(unit, ids, FileAudited):
        if isinstance(entry.payload, FileAudited) and entry.payload.audit == audit:
            found[entry.case_id] = entry
    return found


def _file(register: Register, row: CaseRow, entry: Entry | None) -> AuditFile:
    person = register.people.get(row.person_id)
    return AuditFile(row.case_id, row.reference, person, CaseStage.of(row.stage), entry)


def _found(unit: ReadUnit, ids: Sequence[UUID], audit: UUID) -> Iterator[Finding]:
    kinds = (AuditFindingRaised, AuditFindingMended, AuditFindingVerified)
    for finding in findings(standing(unit, ids, *kinds)):
        if finding.raised.audit == audit:
            yield finding


def _confirmed(unit: ReadUnit, looked: Sequence[Entry]) -> Confirmed:
    """As each file stood when it was looked through, so that the figure of an audit stays."""
    count, times = 0, []
    for entry in looked:
        case = fold(unit.entries(entry.case_id)[: entry.number])
        for sent in case.referrals:
            count += 1
            if sent.outcome is not None:
                times.append(sent.outcome.at - sent.sent.sent_at)
    return Confirmed(count, tuple(times))
