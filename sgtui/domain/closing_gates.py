"""Gates before anybody may ask to close, and before it is answered (G3, G11, G13, G14, G18)."""

from collections.abc import Iterator

from sgtui.domain.attempt import Attempt, Missing
from sgtui.domain.body_map_gates import prompts_answered
from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties import SPANS
from sgtui.domain.entries import (
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    Countersigned,
    SharingDecided,
    ThresholdDecided,
    WishesRecorded,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.ladder import Duty
from sgtui.domain.people import Right
from sgtui.domain.record_gaps import record_gaps
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
    yield from _decided(case)
    yield from _answered(attempt)
    yield from _told(case)


def _decided(case: CaseFile) -> Iterator[Missing]:
    if case.last(ThresholdDecided) is None:
        yield Missing("G4", "Nobody has decided the threshold.", "threshold_decided")
    elif _owed(case, Duty.THRESHOLD):
        yield Missing("G4", "The threshold is to be decided anew.", "threshold_decided")
    signed = {said.what.entry for said in case.of(Countersigned)}
    for said in case.of(ThresholdDecided):
        alone = said.what.provisional is YesNo.YES or said.what.second_person is None
        if alone and said.entry.id not in signed:
            yield Missing("G18", "An on-call decision is not countersigned yet.", "countersigned")


def _answered(attempt: Attempt) -> Iterator[Missing]:
    """Every referral decided by its agency, and a refusal accepted by two people or changed."""
    for sent in attempt.case.referrals:
        name = attempt.register.contact_name(sent.sent.contact)
        if sent.decision is None:
            yield Missing(
                "G14", f"{name} has not decided yet. Chase the decision.", "agency_contacted"
            )
        elif not sent.settled:
            yield Missing(
                "G11",
                f'"Threshold not met" by {name} closes nothing: two accept it, or challenge it.',
                "agency_decision_accepted",
            )
    if _owed(attempt.case, Duty.REFERRAL):
        yield Missing("G14", "A referral is still to be sent.", "referral_sent")


def _told(case: CaseFile) -> Iterator[Missing]:
    """Each body told, or not required and why (G13)."""
    for span in SPANS[Duty.NOTIFICATION](case):
        if span.is_open and span.notification is not None:
            who = span.notification.label
            sentence = f"{who}: told, or not required and why? Decide it first."
            yield Missing("G13", sentence, "notification_decided")


def _owed(case: CaseFile, duty: Duty) -> bool:
    return any(span.is_open for span in SPANS[duty](case))


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
