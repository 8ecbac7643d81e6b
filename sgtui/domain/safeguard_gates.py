"""Gates about interim safeguards: none lapses while the case is open (G10)."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Missing
from sgtui.domain.entries import SafeguardEnded, SafeguardReviewed


def safeguard_reviewed(attempt: Attempt) -> Iterator[Missing]:
    """Only a safeguard that still protects the person is reviewed."""
    payload = attempt.payload
    active = {said.entry.id for said in attempt.case.active_safeguards}
    if isinstance(payload, SafeguardReviewed) and payload.safeguard not in active:
        yield Missing("G10", "That safeguard has already ended, or is not of this case.")


def safeguard_ended(attempt: Attempt) -> Iterator[Missing]:
    """Only an active safeguard ends, and only when something else covers the person."""
    payload = attempt.payload
    if not isinstance(payload, SafeguardEnded):
        return
    active = {said.entry.id for said in attempt.case.active_safeguards}
    if payload.safeguard not in active:
        yield Missing("G10", "That safeguard has already ended, or is not of this case.")
    if payload.formal_plan is None and payload.replaced_by not in active - {payload.safeguard}:
        yield Missing(
            "G10",
            "While the case is open a safeguard ends only when another replaces it or a formal"
            " plan covers the person. Start the other first, or name the plan.",
            "safeguard_started",
        )
