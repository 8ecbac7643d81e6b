"""What the home learnt in a period: from reviews, ends of challenges and cases, and audits.

Case files are read one at a time; of each only a few short lines are kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import (
    REGISTER_ID,
    AfterActionReviewed,
    AuditEnded,
    ChallengeConcluded,
    ClosureApproved,
    ClosureRequested,
)
from sgtui.domain.ladder import Duty
from sgtui.domain.learning import Learning
from sgtui.domain.stage import CaseStage
from sgtui.services.desk import Desk
from sgtui.services.files import FileFacts, Period, each_file, open_during
from sgtui.services.ports import CaseRow
from sgtui.services.refusals import is_shown
from sgtui.services.work import Work

_OWED = Duty.AFTER_ACTION


@dataclass(frozen=True)
class LookedBack:
    """One after-action review."""

    entry: UUID
    reference: str
    at: datetime
    about: str
    """What it looks back on, in words."""
    took: datetime
    """When that was over."""
    said: AfterActionReviewed
    by: UUID


@dataclass(frozen=True)
class Owed:
    """Something over that is still to be looked back on."""

    reference: str
    about: str
    since: datetime
    due_at: datetime


@dataclass(frozen=True)
class Said:
    """What was learnt as a challenge or a case ended, or as an audit did."""

    where: str
    """The case's reference; "Audit" for one."""
    at: datetime
    about: str
    learnt: str


@dataclass(frozen=True)
class CaseLessons:
    """What one case file says of learning."""

    looked_back: tuple[LookedBack, ...]
    owed: tuple[Owed, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True)
class LogCases:
    """The cases that the log runs over."""

    cases: tuple[CaseRow, ...]
    not_shown: int
    """How many more name whoever reads (G21)."""


def log_cases(desk: Desk, period: Period) -> LogCases:
    """The cases open in the period, and those closed before that were looked back on in it.

    One that is still to be looked back on is there too, however long ago it was closed.
    """
    chosen = open_during(desk, period)
    there = {row.case_id for row in chosen.cases}
    others = [row for row in _looked_back_on(desk, period) if row.case_id not in there]
    shown = [row for row in others if is_shown(desk, row.barred)]
    hidden = [row for row in others if row not in shown and not _was_open(row, period)]
    stands = (row for row in (*chosen.cases, *shown) if row.stage != CaseStage.ENTERED_IN_ERROR)
    return LogCases(tuple(stands), chosen.not_shown + len(hidden))


def _looked_back_on(desk: Desk, period: Period) -> tuple[CaseRow, ...]:
    """The cases with an after-action review in the period, or with one that is owed now."""
    with desk.store.reading() as unit:
        reviews = unit.entries_of_kind(unit.case_ids(), AfterActionReviewed.kind_word())
        ids = {entry.case_id for entry in reviews if period.holds(entry.occurred_at)}
        ids |= {clock.case_id for clock, _ in unit.open_clocks() if clock.duty == _OWED}
        rows = [unit.case_row(case_id) for case_id in sorted(ids)]
    return tuple(row for row in rows if row is not None)


def _was_open(row: CaseRow, period: Period) -> bool:
    closed_before = row.closed_at is not None and row.closed_at < period.since
    return row.opened_at < period.until and not closed_before


def lessons(desk: Desk, cases: LogCases, period: Period, work: Work) -> Iterator[CaseLessons]:
    """What each of these cases says of learning in the period. Raises Stopped."""
    for facts in each_file(desk, cases.cases, work):
        yield CaseLessons(
            tuple(_looked_back(facts, period)),
            tuple(_owed(facts)),
            tuple(_said(facts.case, period)),
        )


def _looked_back(facts: FileFacts, period: Period) -> Iterator[LookedBack]:
    for said in facts.case.of(AfterActionReviewed):
        if period.holds(said.at):
            about = facts.case.entry(said.what.about)
            yield LookedBack(
                entry=said.entry.id,
                reference=facts.case.reference,
                at=said.at,
                about=_about(facts.case, said.what.about),
                took=about.occurred_at if about else said.at,
                said=said.what,
                by=said.entry.recorded_by,
            )


def _owed(facts: FileFacts) -> Iterator[Owed]:
    for clock in facts.clocks:
        if clock.duty is _OWED and clock.runs(facts.as_at):
            about = _about(facts.case, clock.subject)
            yield Owed(facts.case.reference, about, clock.started_at, clock.due_at)


def _about(case: CaseFile, entry_id: UUID) -> str:
    """ "Challenge, threshold disputed, L10", or the working together of several agencies."""
    for one in case.challenges:
        if any(entry.id == entry_id for entry, _ in one.conclusions):
            return f"Challenge: {one.ground.label.lower()}, as far as {one.rung.stage}"
    return "Working together of several agencies"


def _said(case: CaseFile, period: Period) -> Iterator[Said]:
    for concluded in case.of(ChallengeConcluded):
        if concluded.what.learnt and period.holds(concluded.at):
            about = f"Challenge {concluded.what.outcome.label.lower()}"
            yield Said(case.reference, concluded.at, about, concluded.what.learnt)
    requests = {said.entry.id: said.what for said in case.of(ClosureRequested)}
    for closed in case.of(ClosureApproved):
        request = requests.get(closed.what.request)
        if request is not None and request.lessons and period.holds(closed.at):
            yield Said(case.reference, closed.at, "Case closed", request.lessons)


def audits_ended(desk: Desk, period: Period) -> tuple[Said, ...]:
    """What the audits that ended in the period say."""
    with desk.store.reading() as unit:
        entries = unit.entries_of_kind((REGISTER_ID,), AuditEnded.kind_word())
    return tuple(
        Said("Audit", entry.occurred_at, "File audit", entry.payload.summary)
        for entry in entries
        if isinstance(entry.payload, AuditEnded) and period.holds(entry.occurred_at)
    )


def in_period(one: Learning, period: Period, until: datetime) -> bool:
    """Whether something was set, went on, was done, verified or dropped in the period."""
    told = [one.entry.recorded_at]
    told += [part[0].recorded_at for part in (one.done, one.verified, one.dropped) if part]
    went_on = one.was_open(period.since)
    return went_on or any(period.since <= at < until for at in told)
