"""Gates before a challenge is raised, taken up, answered and ended by two people (G11)."""

from collections.abc import Iterator
from uuid import UUID

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.challenges import OF_A_REFERRAL, Challenge
from sgtui.domain.climbing import highest_begun
from sgtui.domain.duties.dispute import over
from sgtui.domain.entries import (
    ChallengeAnswered,
    ChallengeConcluded,
    ChallengeRaised,
    ChallengeTakenUp,
    Payload,
)
from sgtui.domain.entries.challenge import ChallengeGround, ChallengeOutcome
from sgtui.domain.entries.choices import AgencyDecision
from sgtui.domain.gates.referral import both_may_decide
from sgtui.domain.referrals import Referral


def _raised(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, ChallengeRaised):
        return
    sent = attempt.case.referral(payload.referral)
    if payload.ground in OF_A_REFERRAL and payload.referral is None:
        yield Missing("G11", "Choose the referral that it is about, in About referral.")
    for one in attempt.case.challenges:
        if one.is_open and (one.ground, one.referral) == (payload.ground, payload.referral):
            sentence = "A challenge on that ground is open already. Take that one up instead."
            yield Missing("G11", sentence, "challenge_taken_up")
    if sent is not None and payload.ground in OF_A_REFERRAL:
        yield from _about(attempt, sent, payload)
    begun = highest_begun(attempt, payload.ground, payload.referral, payload.raised_at)
    yield from _rung(attempt, payload, begun or 0)


def _about(attempt: Attempt, sent: Referral, raised: ChallengeRaised) -> Iterator[Missing]:
    """Whether the referral gives that ground, and what is brought is new since."""
    disputed, said_at = sent.entry, sent.sent.sent_at
    if raised.ground is ChallengeGround.NO_RESPONSE:
        if sent.decision is not None and not sent.awaits_outcome:
            yield Missing("G11", "They have answered that referral. Choose another ground.")
            return
    elif sent.refusal is None or not sent.awaits_answer_to_refusal:
        yield Missing("G11", "Nothing of that referral is refused now. Choose another ground.")
        return
    else:
        disputed, said_at = sent.refusal[0], sent.refusal[1].decided_at
    if raised.raised_at < said_at:
        yield Missing("G11", "Raised at: that is before what you challenge. Put the time right.")
    yield from _new_since(attempt, raised.evidence, disputed.number)


def _new_since(attempt: Attempt, evidence: tuple[UUID, ...], number: int) -> Iterator[Missing]:
    found = [attempt.case.entry(one) for one in evidence]
    if any(entry is not None and entry.number <= number for entry in found):
        yield Missing("G11", f"New since: choose entries made after entry {number}.")


def _taken_up(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, ChallengeTakenUp):
        return
    challenge = attempt.case.challenge(payload.challenge)
    if challenge is None:
        return
    if not challenge.is_open:
        yield from _still_open(challenge)
        return
    if over(attempt.case, challenge) is not None:
        sentence = "What it asked for has come. Two people conclude it."
        yield Missing("G11", sentence, "challenge_concluded")
    if payload.raised_at < challenge.rung.at:
        yield Missing("G11", "Raised at: that is before the rung below. Put the time right.")
    yield from _new_since(attempt, payload.evidence, challenge.entry.number)
    begun = highest_begun(attempt, challenge.ground, challenge.referral, payload.raised_at)
    last = _index(attempt, challenge.rung.stage)
    yield from _rung(attempt, payload, max(begun or 0, 0 if last is None else last + 1))


def _rung(
    attempt: Attempt, payload: ChallengeRaised | ChallengeTakenUp, due: int
) -> Iterator[Missing]:
    """One rung after another: never lower than the one that is `due`; higher with a reason."""
    if attempt.ladder is None:
        return
    codes = attempt.ladder.rung_codes
    if payload.stage not in codes:
        sentence = f"Rung: {payload.stage} is no rung of this ladder. Choose {_or(codes)}."
        yield Missing("G11", sentence)
    elif due >= len(codes):
        sentence = f"{codes[-1]} is the highest rung. Two people conclude it with their answer."
        yield Missing("G11", sentence, "challenge_concluded")
    elif codes.index(payload.stage) < due:
        sentence = f"Rung: it stands at {codes[due]} and never goes down. Choose {codes[due]}."
        yield Missing("G11", sentence)
    elif codes.index(payload.stage) > due and payload.higher_because is None:
        yield Missing("G11", f"Say why {codes[due]} is passed over, in Higher because.")


def _index(attempt: Attempt, code: str) -> int | None:
    codes = attempt.ladder.rung_codes if attempt.ladder else ()
    return codes.index(code) if code in codes else None


def _or(codes: tuple[str, ...]) -> str:
    return f"{', '.join(codes[:-1])} or {codes[-1]}" if codes[1:] else "".join(codes)


def _answered(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, ChallengeAnswered):
        return
    challenge = attempt.case.challenge(payload.challenge)
    if challenge is not None:
        yield from _still_open(challenge)
        if payload.answered_at < challenge.raised.raised_at:
            yield Missing("G11", "At: that is before it was raised. Put the time right.")


def _concluded(attempt: Attempt) -> Iterator[Missing]:
    payload = attempt.payload
    if not isinstance(payload, ChallengeConcluded):
        return
    challenge = attempt.case.challenge(payload.challenge)
    if challenge is not None:
        yield from _still_open(challenge)
        if challenge.is_open and challenge.ground is ChallengeGround.THRESHOLD:
            yield from _decided_anew(attempt, challenge, payload.outcome)
    yield from both_may_decide(attempt, payload)


def _decided_anew(
    attempt: Attempt, challenge: Challenge, outcome: ChallengeOutcome
) -> Iterator[Missing]:
    """A threshold is upheld by their new decision, and by nothing less."""
    sent = attempt.case.referral(challenge.referral)
    wanted = {
        ChallengeOutcome.UPHELD: lambda said: not said.refused,
        ChallengeOutcome.PARTLY: lambda said: said is not AgencyDecision.NOT_PROGRESSED,
    }.get(outcome)
    if sent is None or wanted is None:
        return
    anew = sent.decision is not None and sent.decision[0].number > challenge.entry.number
    if not (anew and sent.decision and wanted(sent.decision[1].decision)):
        sentence = f'"{outcome.label}" needs their new decision. Record that first.'
        yield Missing("G11", sentence, "referral_decided")


def _still_open(challenge: Challenge) -> Iterator[Missing]:
    if not challenge.is_open:
        yield Missing("G11", "That challenge is concluded. Raise a new one if need be.")


GATES: dict[type[Payload], Gate] = {
    ChallengeRaised: _raised,
    ChallengeTakenUp: _taken_up,
    ChallengeAnswered: _answered,
    ChallengeConcluded: _concluded,
}
