"""Gates before a referral, before its facts, and before a refusal is accepted (G4, G5, G9, G11)."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Gate, Missing, is_immediate
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import (
    AgencyDecisionAccepted,
    ChallengeConcluded,
    OutcomeReceived,
    Payload,
    ReferralAcknowledged,
    ReferralDecided,
    ReferralReceived,
    ReferralSent,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import Route
from sgtui.domain.gates.closing import sharing_and_wishes
from sgtui.domain.people import Right
from sgtui.domain.whose import anybody_decides


def _referral_sent(attempt: Attempt) -> Iterator[Missing]:
    case = attempt.case
    if is_immediate(case):
        return
    if anybody_decides(attempt.register, case.barred):
        yield from _decided_to_refer(case)
    yield from sharing_and_wishes(case)


def _decided_to_refer(case: CaseFile) -> Iterator[Missing]:
    """Whoever is left refers undecided where nobody inside may decide; it stays owed."""
    decided = case.last(ThresholdDecided)
    if decided is None:
        yield Missing("G4", "Decide the threshold before referring.", "threshold_decided")
    elif decided.what.route is Route.INTERNAL:
        yield Missing(
            "G4",
            "The last decision keeps it inside. Decide the threshold anew.",
            "threshold_decided",
        )


def _decision_accepted(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, AgencyDecisionAccepted):
        return
    sent = attempt.case.referral(payload.referral)
    decision = sent.decision if sent else None
    if decision is None or not decision[1].decision.refused:
        yield Missing("G11", "Only what an agency refused, all or a part, is accepted this way.")
    yield from both_may_decide(attempt, payload)


def both_may_decide(
    attempt: Attempt, said: AgencyDecisionAccepted | ChallengeConcluded
) -> Iterator[Missing]:
    """Whether the two people who end a dispute are two who may decide (G11)."""
    for person in (said.first_person, said.second_person):
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
    sent = attempt.case.referral(payload.referral)
    if sent is not None and at < sent.sent.sent_at:
        yield Missing("G9", "That time is before the referral was sent. Put the time right.")


def _outcome_received(attempt: Attempt) -> Iterator[Missing]:
    """An outcome comes of something that the agency took on, and after that."""
    payload = attempt.payload
    if not isinstance(payload, OutcomeReceived):
        return
    sent = attempt.case.referral(payload.referral)
    taken_on = [what for _, what in sent.decisions if what.decision.accepted] if sent else []
    if not taken_on:
        sentence = "They have not taken it on yet. Record their decision first."
        yield Missing("G9", sentence, "referral_decided")
    elif payload.told_at < taken_on[0].decided_at:
        yield Missing("G9", "That time is before they took it on. Put the time right.")


GATES: dict[type[Payload], Gate] = {
    ReferralSent: _referral_sent,
    ReferralReceived: _after_sending,
    ReferralAcknowledged: _after_sending,
    ReferralDecided: _after_sending,
    OutcomeReceived: _outcome_received,
    AgencyDecisionAccepted: _decision_accepted,
}
