"""Gates before anybody may ask to close, and before it is answered (G3, G11, G13, G14, G18)."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties import SPANS
from sgtui.domain.duties.notification import owed_notifications
from sgtui.domain.duties.referral import referral
from sgtui.domain.entries import (
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    Countersigned,
    Payload,
    ReviewHeld,
    SharingDecided,
    ThresholdDecided,
    WishesRecorded,
)
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.gates.audit import risks_mended
from sgtui.domain.gates.body_map import prompts_answered
from sgtui.domain.gates.no_answer import unanswered
from sgtui.domain.gates.together import together_to_the_end
from sgtui.domain.ladder import Duty
from sgtui.domain.low_level import stays_low
from sgtui.domain.people import Right
from sgtui.domain.record_gaps import record_gaps
from sgtui.domain.referrals import Referral
from sgtui.domain.stage import CaseStage


def full_record(case: CaseFile) -> Iterator[Missing]:
    """Every fact that a full record still lacks (G1, G2, G3)."""
    for gap in record_gaps(case):
        yield Missing(gap.gate, f"The record still needs {gap.words}.", gap.mends)


def sharing_and_wishes(case: CaseFile) -> Iterator[Missing]:
    """Whether it is decided what may be shared (G5) and asked what the person wants (G6)."""
    if not case.of(SharingDecided):
        yield Missing("G5", "Decide what may be shared, and on what ground.", "sharing_decided")
    if not case.of(WishesRecorded):
        yield Missing("G6", "Ask what the person wants, or say why not asked.", "wishes_recorded")


def closure_requested(attempt: Attempt) -> Iterator[Missing]:
    """What is still owed before anybody may ask to close."""
    case = attempt.case
    yield from full_record(case)
    yield from sharing_and_wishes(case)
    yield from prompts_answered(case)
    yield from _low_level_reviewed(case) if stays_low(case) else _decided(case)
    yield from _answered(attempt)
    yield from _challenges_ended(case)
    yield from _told(attempt)
    yield from together_to_the_end(attempt)
    yield from risks_mended(case)
    if isinstance(attempt.payload, ClosureRequested):
        yield from _closing_questions(attempt.payload)


def _low_level_reviewed(case: CaseFile) -> Iterator[Missing]:
    if case.last(ReviewHeld) is None:
        yield Missing("G14", "Nobody has reviewed keeping it inside yet.", "review_held")


def _decided(case: CaseFile) -> Iterator[Missing]:
    if case.last(ThresholdDecided) is None:
        yield Missing("G4", "Nobody has decided the threshold.", "threshold_decided")
    elif any(span.is_open for span in SPANS[Duty.THRESHOLD](case)):
        yield Missing("G4", "The threshold is to be decided anew.", "threshold_decided")
    signed = {said.what.entry for said in case.of(Countersigned)}
    for said in case.of(ThresholdDecided):
        if said.what.alone and said.entry.id not in signed:
            yield Missing("G18", "An on-call decision is not countersigned yet.", "countersigned")


def _answered(attempt: Attempt) -> Iterator[Missing]:
    """Every referral decided, its outcome told, and a refusal accepted by two or settled (G11)."""
    for sent in attempt.case.referrals:
        name = attempt.register.contact_name(sent.sent.contact)
        if sent.decision is None:
            yield Missing(
                "G14", f"{name} has not decided yet. Chase the decision.", "agency_contacted"
            )
        if sent.awaits_answer_to_refusal:
            refused = f'"Threshold not met" by {name} closes nothing.'
            if not _disputed(attempt.case, sent):
                yield Missing("G11", f"{refused} Challenge it.", "challenge_raised")
            sentence = f"{refused} Or two people accept it, with a reason."
            yield Missing("G11", sentence, "agency_decision_accepted")
        if sent.awaits_outcome:
            yield Missing("G14", f"{name} has not told the outcome yet.", "outcome_received")
    if attempt.ladder is not None:
        owed = referral(attempt.case, attempt.ladder, attempt.register)
        if any(span.is_open for span in owed):
            yield Missing("G14", "A referral is still to be sent.", "referral_sent")


def _disputed(case: CaseFile, sent: Referral) -> bool:
    """Whether a challenge of the refusal is open."""
    return any(
        one.is_open and one.ground is ChallengeGround.THRESHOLD and one.referral == sent.id
        for one in case.challenges
    )


def _challenges_ended(case: CaseFile) -> Iterator[Missing]:
    for challenge in case.challenges:
        if challenge.is_open:
            ground = challenge.ground.label.lower()
            sentence = f"Our challenge ({ground}) is open. Two people conclude it first."
            yield Missing("G11", sentence, "challenge_concluded")


def _told(attempt: Attempt) -> Iterator[Missing]:
    """Each body told where required, or not required and why (G13)."""
    if attempt.ladder is None:
        return
    for owed in owed_notifications(attempt.case, attempt.ladder, attempt.register):
        who = owed.notification.label
        sentence = f"{who}: told, or not required and why? Decide it first."
        if owed.decided:
            sentence = f"{who}: they must be told, and are not yet. Tell them first."
        yield Missing("G13", sentence, "notification_decided")


def _closing_questions(asked: ClosureRequested) -> Iterator[Missing]:
    """Every closing question answered in words, and a review of deaths and harm thought of (s44).

    Care Act 2014 s44: a safeguarding adults review.
    """
    yield from unanswered(asked, type(asked).asks(), "G14")
    if asked.sar_considered is YesNo.NO:
        yield Missing("G14", "SAR thought of: think of a safeguarding adults review, then answer.")


def closure_answered(attempt: Attempt) -> Iterator[Missing]:
    """Who may answer a request to close, and whether it is still as it was asked."""
    payload = attempt.payload
    if not isinstance(payload, ClosureApproved | ClosureRefused):
        return
    asked = attempt.case.last(ClosureRequested)
    if attempt.case.stage is not CaseStage.CLOSURE_REQUESTED or asked is None:
        yield Missing("G14", "Nobody has asked to close this case.", "closure_requested")
        return
    if payload.request != asked.entry.id:
        yield Missing("G14", "Choose the newest request to close.")
    if attempt.author.id == asked.entry.recorded_by:
        yield Missing("G14", "Another person must answer, not the one who asked to close.")
    if not attempt.author.may(Right.DECIDE):
        yield Missing("G14", "A lead or manager answers a request to close.")
    if isinstance(payload, ClosureApproved):
        yield from closure_requested(attempt)


GATES: dict[type[Payload], Gate] = {
    ClosureRequested: closure_requested,
    ClosureApproved: closure_answered,
    ClosureRefused: closure_answered,
}
