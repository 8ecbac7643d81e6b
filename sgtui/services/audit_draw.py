"""Drawing the files of an audit, so that anybody can draw the same again (R39, R47)."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from uuid import UUID

from sgtui.domain.entries import AuditBegun
from sgtui.domain.entries.choices import Sampling
from sgtui.domain.gates import Missing
from sgtui.domain.stage import CaseStage
from sgtui.services.checklists import current
from sgtui.services.desk import Desk
from sgtui.services.files import Period, open_during
from sgtui.services.ports import CaseRow, ClockRow, ReadUnit
from sgtui.services.refusals import NotYet
from sgtui.services.register import register_entry
from sgtui.services.work import Work

MOST_FILES = 10_000
"""Files that one audit may have."""

_SEEDS = 1_000_000


@dataclass(frozen=True)
class Wanted:
    """Which files an audit is to look through."""

    sampling: Sampling
    period: Period
    size: int | None = None
    """How many; None for all. Where all of the period are wanted it does not matter."""
    seed: int | None = None
    """What a random sample is drawn with; drawn itself where it is None."""


@dataclass(frozen=True)
class Drawn:
    """An audit that was begun."""

    id: UUID
    said: AuditBegun
    left_out: int
    """Files of the period that name the auditor, so that somebody else audits them (G21)."""


def begin(desk: Desk, wanted: Wanted, work: Work | None = None) -> Drawn:
    """Draw the files and begin an audit of them by the checklist now in use.

    Raises NotYet where there is no file, or the author may not; Stopped.
    """
    chosen = open_during(desk, wanted.period)
    rows = [row for row in chosen.cases if row.stage != CaseStage.ENTERED_IN_ERROR]
    if not rows:
        raise NotYet((Missing("G16", "No file of yours to audit was open then. Go back further."),))
    seed = wanted.seed
    if wanted.sampling is Sampling.RANDOM and seed is None:
        seed = secrets.randbelow(_SEEDS)
    files = _files(desk, wanted, rows, seed, work or Work())
    with desk.store.writing() as unit:
        said = begun_with(desk, unit, replace(wanted, seed=seed), files)
        entry = register_entry(desk, unit, said)
    return Drawn(entry.id, said, chosen.not_shown)


def begun_with(desk: Desk, unit: ReadUnit, wanted: Wanted, files: tuple[str, ...]) -> AuditBegun:
    """What begins an audit of these files, by the checklist now in use."""
    return AuditBegun(
        sampling=wanted.sampling,
        seed=wanted.seed if wanted.sampling is Sampling.RANDOM else None,
        since=wanted.period.since,
        until=wanted.period.until,
        checklist=current(desk.register(unit)).version,
        files=files,
    )


def _files(
    desk: Desk, wanted: Wanted, rows: Sequence[CaseRow], seed: int | None, work: Work
) -> tuple[str, ...]:
    references = sorted(row.reference for row in rows)
    size = min(wanted.size or MOST_FILES, len(references), MOST_FILES)
    if wanted.sampling is Sampling.RANDOM:
        return tuple(sorted(sample(references, size, seed or 0)))
    if wanted.sampling is Sampling.LATE_FIRST:
        return latest_first(desk, rows, work)[:size]
    return tuple(references[:MOST_FILES])


def sample(references: Sequence[str], size: int, seed: int) -> list[str]:
    """Some of these references, drawn with that seed: the same each time, in whatever order."""
    ordered = sorted(references)
    return Random(seed).sample(ordered, min(size, len(ordered)))


def latest_first(desk: Desk, rows: Sequence[CaseRow], work: Work) -> tuple[str, ...]:
    """The references by how many of their duties were ever late, the most first."""
    counted: dict[str, int] = {}
    work.begin(len(rows))
    now = desk.now()
    with desk.store.reading() as unit:
        for row in rows:
            kept = unit.projection(row.case_id)
            clocks = kept.clocks if kept else ()
            counted[row.reference] = sum(_was_late(clock, now) for clock in clocks)
            work.step()
    return tuple(sorted(counted, key=lambda reference: (-counted[reference], reference)))


def _was_late(clock: ClockRow, now: datetime) -> bool:
    until = min(at for at in (clock.met_at, clock.ended_at, now) if at is not None)
    return clock.started_at <= until and clock.due_at < until
