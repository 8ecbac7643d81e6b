"""Gates about interim safeguards: none lapses while the case is open (G10)."""

from collections.abc import Iterator
from uuid import UUID

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import (
    ClosureApproved,
    Payload,
    SafeguardEnded,
    SafeguardingPlanAgreed,
    SafeguardReviewed,
)


def safeguard_reviewed(attempt: Attempt) -> Iterator[Missing]:
    """Only a safeguard that still protects the person is reviewed."""
    payload = attempt.payload
    if isinstance(payload, SafeguardReviewed):
        yield from _running(attempt, payload.safeguard)


def safeguard_ended(attempt: Attempt) -> Iterator[Missing]:
    """Only an active safeguard ends, and only when something else covers the person."""
    payload = attempt.payload
    if not isinstance(payload, SafeguardEnded):
        return
    yield from _running(attempt, payload.safeguard)
    active = {said.entry.id for said in attempt.case.active_safeguards}
    planned = payload.formal_plan is not None or _planned(attempt.case)
    if not planned and payload.replaced_by not in active - {payload.safeguard}:
        yield Missing(
            "G10",
            "While the case is open a safeguard ends only when another replaces it or a formal"
            " plan covers the person. Start the other first, or name the plan.",
            "safeguard_started",
        )


def _running(attempt: Attempt, safeguard: UUID) -> Iterator[Missing]:
    """Whether it protects the person, and did at the time that is stated."""
    active = {said.entry.id: said for said in attempt.case.active_safeguards}
    at = attempt.occurred_at
    if safeguard not in active:
        yield Missing("G10", "That safeguard has already ended, or is not of this case.")
    elif at is not None and at < active[safeguard].at:
        yield Missing("G10", "That is before the safeguard was started. Put the time right.")


def _planned(case: CaseFile) -> bool:
    """Whether a safeguarding plan was agreed since the case was last closed, if ever."""
    agreed, closed = case.last(SafeguardingPlanAgreed), case.last(ClosureApproved)
    return agreed is not None and (closed is None or agreed.entry.number > closed.entry.number)


GATES: dict[type[Payload], Gate] = {
    SafeguardReviewed: safeguard_reviewed,
    SafeguardEnded: safeguard_ended,
}
