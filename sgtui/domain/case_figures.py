"""What one case adds to a summary: figures and closed lists alone, no name and no free words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.continuity import Continuity, continuity
from sgtui.domain.coverage import length_within
from sgtui.domain.entries import (
    AuditFindingRaised,
    AuditFindingVerified,
    FileAudited,
    OutcomeReceived,
    StatementTaken,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import (
    AuditAnswer,
    CaseKind,
    Category,
    Level,
    NotificationKind,
    Route,
    StatementType,
)
from sgtui.domain.ladder import Duty, OwedBy
from sgtui.domain.register import Register
from sgtui.domain.response_times import Timing, timings
from sgtui.domain.stage import CaseStage
from sgtui.domain.wishes import Wishes, wishes_of

GOVERNANCE = (Duty.ACTION, Duty.VERIFICATION, Duty.OVERSIGHT, Duty.AFTER_ACTION)
"""What those who oversee owe, beside the home's own times."""


@dataclass(frozen=True, slots=True)
class ThresholdFigures:
    """One decision on the threshold."""

    at: datetime
    category: Category
    role: str
    """The first role of whoever decided, in words."""
    met: bool
    """Whether no part of the test was answered with a clear no."""
    referred: bool
    alone: bool
    """Whether it was decided on call or without a second person."""


@dataclass(frozen=True, slots=True)
class Told:
    """A duty to tell somebody, timed."""

    whom: NotificationKind
    timing: Timing


@dataclass(frozen=True, slots=True)
class Protection:
    """From when to when protection was needed, and from when to when it was and did not run."""

    needed: tuple[tuple[datetime, datetime], ...]
    gaps: tuple[tuple[datetime, datetime], ...]

    def within(self, since: datetime, until: datetime) -> tuple[timedelta, timedelta]:
        """How long protection was needed in a period, and how long of that it lacked."""
        needed = length_within(self.needed, since, until)
        return needed, length_within(self.gaps, since, until)


@dataclass(frozen=True, slots=True)
class FileFigures:
    """A file as an audit found it."""

    at: datetime
    met: int
    asked: int
    """Items of the checklist that apply."""


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """What a summary counts of one case."""

    opened_at: datetime
    closed_at: datetime | None
    kind: CaseKind
    category: Category
    level: Level
    light: StatementType | None
    """How it came to light: by what sort of statement it was first told."""
    role: str
    """The first role of whoever recorded it, in words."""
    has_owner: bool
    ended_as: str
    """What came of it, in words of a closed list."""
    thresholds: tuple[ThresholdFigures, ...]
    told: tuple[Told, ...]
    governed: tuple[Timing, ...]
    protection: Protection
    wishes: Wishes
    audits: tuple[FileFigures, ...]
    findings: tuple[datetime, ...]
    """When each finding of an audit was raised."""
    verified: tuple[datetime, ...]
    """When each was verified as mended."""


def figures_of(
    case: CaseFile, clocks: Sequence[Clock], register: Register, as_at: datetime
) -> CaseFigures | None:
    """What one case adds; None for one entered in error."""
    if case.stage is CaseStage.ENTERED_IN_ERROR:
        return None
    opening, first = case.opening, case.of(StatementTaken)
    return CaseFigures(
        opened_at=case.entries[0].recorded_at,
        closed_at=case.closed_at,
        kind=opening.what.case_kind,
        category=opening.what.category,
        level=opening.what.level,
        light=first[0].what.statement_type if first else None,
        role=_role(register, case.entries[0].recorded_by),
        has_owner=case.owner is not None,
        ended_as=_ended_as(case),
        thresholds=tuple(_thresholds(case, register)),
        told=tuple(_told(case, clocks, as_at)),
        governed=tuple(timings(case, _ours(clocks), GOVERNANCE, as_at)),
        protection=_protection(continuity(case, clocks, as_at), as_at),
        wishes=wishes_of(case),
        audits=tuple(_audits(case)),
        findings=tuple(said.at for said in case.of(AuditFindingRaised)),
        verified=tuple(said.at for said in case.of(AuditFindingVerified)),
    )


def _role(register: Register, staff: UUID) -> str:
    member = register.staff.get(staff)
    return member.role_words if member else "no role"


def _thresholds(case: CaseFile, register: Register) -> Iterator[ThresholdFigures]:
    for said in case.of(ThresholdDecided):
        yield ThresholdFigures(
            at=said.at,
            category=case.opening.what.category,
            role=_role(register, said.what.decided_by),
            met=said.what.met,
            referred=said.what.route is not Route.INTERNAL,
            alone=said.what.alone,
        )


def _ended_as(case: CaseFile) -> str:
    """What the agency says came of it, else what it decided; else that it was kept inside."""
    outcome = case.last(OutcomeReceived)
    if outcome is not None:
        return outcome.what.outcome.label
    decisions = [sent.decision[1] for sent in case.referrals if sent.decision]
    if decisions:
        return decisions[-1].decision.label
    return "Referred, nothing heard" if case.referrals else "Managed inside"


def _told(case: CaseFile, clocks: Sequence[Clock], as_at: datetime) -> Iterator[Told]:
    for kind in NotificationKind:
        of_kind = [c for c in clocks if c.duty is Duty.NOTIFICATION and c.matter == kind.value]
        for timing in timings(case, of_kind, (Duty.NOTIFICATION,), as_at):
            yield Told(kind, timing)


def _ours(clocks: Sequence[Clock]) -> tuple[Clock, ...]:
    return tuple(clock for clock in clocks if clock.direction is OwedBy.WE_OWE)


def _protection(found: Continuity, as_at: datetime) -> Protection:
    needed = tuple((span.since, span.until or as_at) for span in found.needed)
    return Protection(needed, tuple((gap.since, gap.until or as_at) for gap in found.gaps))


def _audits(case: CaseFile) -> Iterator[FileFigures]:
    for said in case.of(FileAudited):
        answers = [item.answer for item in said.what.items]
        asked = sum(answer is not AuditAnswer.NOT_APPLICABLE for answer in answers)
        yield FileFigures(said.at, answers.count(AuditAnswer.YES), asked)
