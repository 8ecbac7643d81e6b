"""Gates about monitoring and evidence: what has ended or was not there yet takes nothing more."""

from collections.abc import Iterator
from uuid import UUID

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.entries import (
    EvidenceMoved,
    MonitoringEnded,
    ObservationMade,
    Payload,
)


def _observed(attempt: Attempt) -> Iterator[Missing]:
    """A look for monitoring counts only while that is going on."""
    payload = attempt.payload
    if isinstance(payload, ObservationMade) and payload.monitoring is not None:
        if _has_ended(attempt, payload.monitoring):
            sentence = "That monitoring has ended. Leave For monitoring empty, or choose another."
            yield Missing("G10", sentence)
        elif _before(attempt, payload.monitoring):
            sentence = "That was seen before the monitoring began. Leave For monitoring empty."
            yield Missing("G10", sentence)


def _monitoring_ended(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if isinstance(payload, MonitoringEnded):
        if _has_ended(attempt, payload.monitoring):
            yield Missing("G10", "That monitoring has ended already.")
        elif _before(attempt, payload.monitoring):
            yield Missing("G10", "That is before the monitoring began. Put the time right.")


def _evidence_moved(attempt: Attempt) -> Iterator[Missing]:
    """Nothing is handed on before it was kept: custody has no gaps (domain 2.5)."""
    payload = attempt.payload
    if isinstance(payload, EvidenceMoved) and _before(attempt, payload.evidence):
        yield Missing("G1", "That is before the evidence was kept. Put the time right.")


def _has_ended(attempt: Attempt, monitoring: UUID) -> bool:
    return any(said.what.monitoring == monitoring for said in attempt.case.of(MonitoringEnded))


def _before(attempt: Attempt, earlier: UUID) -> bool:
    """Whether it is said to have happened before the entry that it is about."""
    entry = attempt.case.entry(earlier)
    at = attempt.occurred_at
    return entry is not None and at is not None and at < entry.occurred_at


GATES: dict[type[Payload], Gate] = {
    ObservationMade: _observed,
    MonitoringEnded: _monitoring_ended,
    EvidenceMoved: _evidence_moved,
}
