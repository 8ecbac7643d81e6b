"""Who answered for a case at each of its stages, one person at any time (R1, R132)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.entries import (
    Amended,
    ConcernRecorded,
    EnteredInError,
    InternallyEscalated,
    OwnerAssigned,
    PersonInvolved,
)
from sgtui.domain.stage import CaseStage, steps

_MOVES_THE_OWNER = (
    ConcernRecorded, OwnerAssigned, InternallyEscalated, PersonInvolved, Amended, EnteredInError,
)  # fmt: skip


@dataclass(frozen=True)
class StageOwned:
    """A time during which a case stood at one stage and one person answered for it."""

    stage: CaseStage
    owner: UUID | None
    """None while nobody could be named: all who were told are alleged or in conflict."""
    since: datetime
    """When it was recorded so."""
    until: datetime | None
    """None while it goes on."""
    number: int
    """The entry with which it began."""


def stage_owners(case: CaseFile) -> tuple[StageOwned, ...]:
    """Every stage the case stood at with whoever answered for it, in the order recorded."""
    changes = list(_changes(case))
    ends = [since for _, _, since, _ in changes[1:]]
    return tuple(
        StageOwned(stage, owner, since, until, number)
        for (stage, owner, since, number), until in zip(changes, [*ends, None], strict=True)
    )


def _changes(case: CaseFile) -> Iterator[tuple[CaseStage, UUID | None, datetime, int]]:
    """Each entry after which stage or owner was another, with both."""
    stages = {step.entry.number: step.stage for step in steps(case.standing)}
    stage, owner = CaseStage.RECORDED, None
    struck = case.struck.get(case.entries[0].id)
    for entry in case.entries:
        before = (stage, owner)
        stage = stages.get(entry.number, stage)
        if struck is not None and entry.number >= struck.number:
            stage = CaseStage.ENTERED_IN_ERROR
        if isinstance(entry.payload, _MOVES_THE_OWNER):
            owner = fold(case.entries[: entry.number]).owner
        if (stage, owner) != before or entry.number == 1:
            yield stage, owner, entry.recorded_at, entry.number
