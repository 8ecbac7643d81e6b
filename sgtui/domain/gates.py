"""Gates: what is missing before an entry may be made, in plain sentences, and what mends it.

Numbers are those of the practice (G1 to G21); those that need entries of later kinds are not here.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.body_map_gates import prompt_answered
from sgtui.domain.case_file import CaseFile
from sgtui.domain.closing_gates import (
    closure_answered,
    closure_requested,
    full_record,
    sharing_and_wishes,
)
from sgtui.domain.correction_gates import entered_in_error, entry_amended
from sgtui.domain.entries import (
    AgencyDecisionAccepted,
    Amended,
    BodyMapDeclined,
    BodyMapped,
    BodyMapPromptAnswered,
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    ConcernCompleted,
    ConcernRecorded,
    Countersigned,
    DeadlineMoved,
    EnteredInError,
    InternallyEscalated,
    Payload,
    ReferralAcknowledged,
    ReferralDecided,
    ReferralReceived,
    ReferralSent,
    Reopened,
    SafeguardEnded,
    SafeguardReviewed,
    SafeguardStarted,
    SafetyChecked,
    StatementTaken,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import AgencyDecision, Risk, Route, YesNo
from sgtui.domain.people import Right
from sgtui.domain.safeguard_gates import safeguard_ended, safeguard_reviewed
from sgtui.domain.stage import CaseStage

__all__ = ["Attempt", "Missing", "is_immediate", "missing"]

AHEAD = timedelta(minutes=5)
"""How far ahead a stated time may lie, for clocks that differ a little."""


def missing(attempt: Attempt) -> tuple[Missing, ...]:
    """Everything that stands in the way, all at once; empty when the entry may be made."""
    found = [*_rights(attempt), *_open(attempt), *_times(attempt), *_allowed(attempt)]
    if isinstance(attempt.payload, Amended):
        found.extend(entry_amended(attempt, _allowed))
    return tuple(found)


def _allowed(attempt: Attempt) -> Iterator[Missing]:
    """What what it says lacks: every id known, and the gates of its own kind."""
    yield from _known(attempt)
    gate = _GATES.get(type(attempt.payload))
    if gate is not None:
        yield from gate(attempt)


def is_immediate(case: CaseFile) -> bool:
    """Whether the urgent path applies: ring first, record after (R14)."""
    return case.risk is Risk.IMMEDIATE


_FIRST_TELLING = (
    ConcernRecorded, ConcernCompleted, StatementTaken, SafetyChecked, BodyMapped, BodyMapDeclined,
)  # fmt: skip


def _rights(attempt: Attempt) -> Iterator[Missing]:
    author, case = attempt.author, attempt.case
    if not author.may(Right.RECORD):
        yield Missing("G21", f"{author.role_words} may read, not record. Sign in as staff.")
    if author.id == case.opening.what.alleged_staff:
        alone = all(entry.recorded_by == author.id for entry in case.entries)
        if not (alone and isinstance(attempt.payload, _FIRST_TELLING)):
            yield Missing("G21", "You are named as alleged to have caused harm. Another records.")


def _times(attempt: Attempt) -> Iterator[Missing]:
    """Nothing is recorded before it has happened: a time ahead would hide what is late."""
    if attempt.now is None:
        return
    stated = {"When": attempt.occurred_at, **_stated_times(attempt.payload)}
    for label, at in stated.items():
        if at is not None and at > attempt.now + AHEAD:
            yield Missing("G1", f"{label}: that time is still to come.")


def _stated_times(payload: Payload) -> dict[str, datetime]:
    asks = type(payload).asks()
    values = {name: getattr(payload, name) for name in type(payload).model_fields}
    if isinstance(payload, DeadlineMoved):
        return {}
    return {
        asks[name].label if name in asks else "Noticed": value
        for name, value in values.items()
        if isinstance(value, datetime)
    }


_OF_THIS_CASE = {
    "referral": "a referral of this case",
    "safeguard": "a safeguard of this case",
    "entry": "an entry of this case",
}


def _known(attempt: Attempt) -> Iterator[Missing]:
    """Every id names somebody or something that exists, and nobody alleged owns or decides."""
    register = attempt.register
    for name, ask in type(attempt.payload).asks().items():
        value = getattr(attempt.payload, name)
        if not isinstance(value, UUID):
            continue
        if ask.how == "staff":
            yield from _staff(attempt, name, value)
        elif ask.how == "contact" and value not in register.contacts:
            yield Missing("G1", f"{ask.label}: choose a desk from the register.")
        elif ask.how == "person" and value not in register.people:
            yield Missing("G1", f"{ask.label}: choose somebody from the register.")
        elif ask.how in _OF_THIS_CASE and not _is_of_case(attempt.case, ask.how, value):
            yield Missing("G1", f"{ask.label}: choose {_OF_THIS_CASE[ask.how]}.")


_MAY_BE_ALLEGED = ("alleged_staff", "examined_by")
"""Who is alleged, and who looked: facts that the record needs, no task given to anybody."""


def _staff(attempt: Attempt, name: str, value: UUID) -> Iterator[Missing]:
    label = type(attempt.payload).asks()[name].label
    alleged = attempt.case.opening.what.alleged_staff
    if isinstance(attempt.payload, ConcernRecorded):
        alleged = attempt.payload.alleged_staff
    member = attempt.register.staff.get(value)
    if member is None or not member.active:
        yield Missing("G1", f"{label}: choose somebody from the register.")
    elif value == alleged and name not in _MAY_BE_ALLEGED:
        yield Missing("G21", f"{label}: not the person alleged to have caused harm.")


def _is_of_case(case: CaseFile, how: str, entry_id: UUID) -> bool:
    if how == "referral":
        return any(sent.id == entry_id for sent in case.referrals)
    if how == "safeguard":
        return any(said.entry.id == entry_id for said in case.of(SafeguardStarted))
    return case.entry(entry_id) is not None


def _open(attempt: Attempt) -> Iterator[Missing]:
    payload, stage = attempt.payload, attempt.case.stage
    if isinstance(payload, Amended | EnteredInError | DeadlineMoved):
        return
    if isinstance(payload, Reopened):
        if stage is not CaseStage.CLOSED:
            yield Missing("G14", "Only a closed case can be reopened; this one is open.")
    elif not attempt.case.is_open:
        yield Missing("G14", f"This case is {stage.label.lower()}. Reopen it first.", "reopened")


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


def _referral_sent(attempt: Attempt) -> Iterator[Missing]:
    case = attempt.case
    if is_immediate(case):
        return
    decided = case.last(ThresholdDecided)
    if decided is None:
        yield Missing("G4", "Decide the threshold before referring.", "threshold_decided")
    elif decided.what.route is Route.INTERNAL:
        yield Missing(
            "G4",
            "The last decision keeps it inside. Decide the threshold anew.",
            "threshold_decided",
        )
    yield from sharing_and_wishes(case)


def _decision_accepted(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, AgencyDecisionAccepted):
        return
    sent = next((s for s in attempt.case.referrals if s.id == payload.referral), None)
    decision = sent.decision if sent else None
    if decision is None or decision[1].decision is not AgencyDecision.NOT_PROGRESSED:
        yield Missing("G11", "Only a decision that the threshold is not met is accepted this way.")
    for person in (payload.first_person, payload.second_person):
        member = attempt.register.staff.get(person)
        if member is not None and not member.may(Right.DECIDE):
            yield Missing("G11", f"{member.name} may not decide this. Choose a lead or manager.")


def _after_sending(attempt: Attempt) -> Iterator[Missing]:
    """No word comes before the referral went (G9)."""
    payload = attempt.payload
    match payload:
        case ReferralReceived():
            at = payload.received_at
        case ReferralAcknowledged():
            at = payload.acknowledged_at
        case ReferralDecided():
            at = payload.decided_at
        case _:
            return
    sent = next((s for s in attempt.case.referrals if s.id == payload.referral), None)
    if sent is not None and at < sent.sent.sent_at:
        yield Missing("G9", "That time is before the referral was sent. Put the time right.")


def _countersigned(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, Countersigned):
        return
    target = attempt.case.entry(payload.entry)
    if target is None or not isinstance(target.payload, ThresholdDecided):
        yield Missing("G18", "Choose the threshold decision to countersign.")
    elif attempt.author.id in (target.recorded_by, target.payload.decided_by):
        yield Missing("G18", "Another person must countersign, not the one who decided.")
    if not attempt.author.may(Right.DECIDE):
        yield Missing("G18", "A lead or manager countersigns.")


_GATES: dict[type[Payload], Gate] = {
    BodyMapPromptAnswered: prompt_answered,
    InternallyEscalated: _internally_escalated,
    ThresholdDecided: _threshold_decided,
    ReferralSent: _referral_sent,
    ReferralReceived: _after_sending,
    ReferralAcknowledged: _after_sending,
    ReferralDecided: _after_sending,
    AgencyDecisionAccepted: _decision_accepted,
    SafeguardReviewed: safeguard_reviewed,
    SafeguardEnded: safeguard_ended,
    Countersigned: _countersigned,
    ClosureRequested: closure_requested,
    ClosureApproved: closure_answered,
    ClosureRefused: closure_answered,
    EnteredInError: entered_in_error,
}
