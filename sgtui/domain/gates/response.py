"""Gates before the home's own decisions: told, threshold, countersigned (G4, G12, G18)."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Gate, Missing, is_immediate
from sgtui.domain.entries import Countersigned, InternallyEscalated, Payload, ThresholdDecided
from sgtui.domain.entries.choices import Risk, YesNo
from sgtui.domain.gates.closing import full_record
from sgtui.domain.people import Right

_NOT_A_DECISION = frozenset(
    {
        "", "manager informed", "informed", "informed manager", "manager aware", "aware", "told",
        "manager told", "noted", "none", "n/a", "na", "tbc", "to be confirmed", "nothing",
        "lead informed", "handed over",
    }
)  # fmt: skip


def _internally_escalated(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if isinstance(payload, InternallyEscalated):
        words = payload.decision.casefold().strip(" .!-")
        if words in _NOT_A_DECISION:
            yield Missing("G12", "Being told is no decision. Write what will be done, in Decided.")


def _threshold_decided(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, ThresholdDecided):
        return
    decider = attempt.register.staff.get(payload.decided_by)
    if decider is not None and not decider.may(Right.DECIDE):
        yield Missing("G4", "A lead or manager decides the threshold. Choose one, in Decided by.")
    if payload.second_person is None and payload.provisional is YesNo.NO:
        yield Missing("G4", "Name a second person, or answer Yes in On-call decision.")
    if not is_immediate(attempt.case) and payload.risk is not Risk.IMMEDIATE:
        yield from full_record(attempt.case)


def _countersigned(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, Countersigned):
        return
    decisions = attempt.case.of(ThresholdDecided)
    target = next((said for said in decisions if said.entry.id == payload.entry), None)
    if target is None:
        yield Missing("G18", "Choose the threshold decision to countersign.")
    elif attempt.author.id in (target.entry.recorded_by, target.what.decided_by):
        yield Missing("G18", "Another person must countersign, not the one who decided.")
    if not attempt.author.may(Right.DECIDE):
        yield Missing("G18", "A lead or manager countersigns.")


GATES: dict[type[Payload], Gate] = {
    InternallyEscalated: _internally_escalated,
    ThresholdDecided: _threshold_decided,
    Countersigned: _countersigned,
}
