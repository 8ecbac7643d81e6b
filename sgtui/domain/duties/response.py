"""The home's own duties, from first notice to the referral (ladder L1 to L6)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.span import Span, alternate, first_after
from sgtui.domain.entries import (
    Countersigned,
    Entry,
    InternallyEscalated,
    ObservationMade,
    Payload,
    ReferralDecided,
    ReferralSent,
    Reopened,
    ReviewHeld,
    SafetyChecked,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import (
    AgencyDecision,
    Level,
    ReviewOutcome,
    Risk,
    Route,
    Safety,
    YesNo,
)
from sgtui.domain.facts import earliest
from sgtui.domain.record_gaps import completed_by
from sgtui.domain.referrals import Referral

_NOTICED = "after it was noticed"
_RECORDED = "after it was recorded"


def tell_shift_leader(case: CaseFile) -> Iterator[Span]:
    """From noticing until the concern is in the record."""
    opening = case.opening
    span = Span(opening.entry.id, opening.what.noticed_at, _NOTICED)
    yield span.met_by(earliest((opening.entry, opening.entry.recorded_at)))


def make_safe(case: CaseFile) -> Iterator[Span]:
    """From recording, and again from any sign that the risk has grown, until found safe."""

    def starts(entry: Entry) -> str:
        match entry.payload:
            case SafetyChecked(safety=Safety.UNSAFE_UNCONTROLLED):
                return "after the person was found not safe"
            case ObservationMade(worse=YesNo.YES):
                return "after an observation said that it is worse"
        return _RECORDED if entry.number == 1 else ""

    def meets(payload: Payload) -> bool:
        safe = (Safety.SAFE, Safety.UNSAFE_CONTROLLED)
        return isinstance(payload, SafetyChecked) and payload.safety in safe

    for span in alternate(case, starts, meets):
        yield _from(case, span, case.opening.entry.recorded_at)


def _from(case: CaseFile, span: Span, at: datetime) -> Span:
    """What the concern itself started counts from that moment, not from when it happened."""
    if span.subject != case.opening.entry.id:
        return span
    met_at = max(span.met_at, at) if span.met_at else None
    ended_at = max(span.ended_at, at) if span.ended_at else None
    return replace(span, started_at=at, met_at=met_at, ended_at=ended_at)


def full_record(case: CaseFile) -> Iterator[Span]:
    """From first recording until who, when, where, a statement, safety and a body map stand."""
    opening = case.opening.entry
    done = completed_by(case)
    span = Span(opening.id, opening.recorded_at, _RECORDED)
    yield span.met_by(earliest((done, done.recorded_at)) if done else None)


def internal_escalation(case: CaseFile) -> Iterator[Span]:
    """From recording until a named person has been told and has decided (gate G12)."""
    opening = case.opening.entry
    met = first_after(
        case, opening.number, lambda said: isinstance(said, InternallyEscalated | ThresholdDecided)
    )
    yield Span(opening.id, opening.recorded_at, _RECORDED).met_by(met)


def threshold(case: CaseFile) -> Iterator[Span]:
    """From being told, from new evidence or from reopening, until the threshold is decided."""
    decided = {said.entry.number for said in case.of(ThresholdDecided)}
    first = min(decided, default=len(case.entries) + 1)
    back = case.went_back_to_threshold

    def starts(entry: Entry) -> str:
        match entry.payload:
            case InternallyEscalated() if entry.number < first:
                return "after the lead was told"
            case ReferralSent() if entry.number < first:
                return "after referring in an emergency"
            case ObservationMade(worse=YesNo.YES) if entry.number > first:
                return "after new evidence"
            case Countersigned(agrees=YesNo.NO):
                return "after the second person disagreed"
            case ReviewHeld(outcome=ReviewOutcome.ESCALATE):
                return "after the review asked for it"
            case Reopened():
                return "after the case was reopened"
        return "after new evidence" if entry.id in back else ""

    yield from alternate(case, starts, lambda said: isinstance(said, ThresholdDecided))


def countersign(case: CaseFile) -> Iterator[Span]:
    """From a decision taken alone or on call until another person countersigns it (G18)."""
    signed = case.of(Countersigned)
    for said in case.of(ThresholdDecided):
        if said.what.provisional is YesNo.YES or said.what.second_person is None:
            of_it = [(by.entry, by.at) for by in signed if by.what.entry == said.entry.id]
            why = "after it was decided on call or alone"
            yield Span(said.entry.id, said.at, why).met_by(earliest(*of_it))


def internal_review(case: CaseFile) -> Iterator[Span]:
    """From deciding to manage inside until that is looked at again."""
    for said in case.of(ThresholdDecided):
        if said.what.route is Route.INTERNAL:
            met = first_after(
                case, said.entry.number, lambda p: isinstance(p, ThresholdDecided | ReviewHeld)
            )
            yield Span(said.entry.id, said.at, "after deciding to manage it inside").met_by(met)


def referral(case: CaseFile) -> Iterator[Span]:
    """From noticing, once the threshold says so or danger is immediate, until one is sent."""

    def starts(entry: Entry) -> str:
        match entry.payload:
            case ThresholdDecided() as said if said.route is not Route.INTERNAL:
                return "" if _with_agency(case, entry) else "after the threshold was decided"
            case InternallyEscalated(risk=Risk.IMMEDIATE):
                return "" if _with_agency(case, entry) else "after the danger was judged immediate"
            case ReferralDecided(decision=AgencyDecision.REDIRECTED):
                return "after the agency sent it elsewhere"
        immediate = entry.number == 1 and case.opening.what.level is Level.IMMEDIATE
        return _NOTICED if immediate else ""

    def ends(entry: Entry) -> str:
        inside = isinstance(entry.payload, ThresholdDecided) and (
            entry.payload.route is Route.INTERNAL
        )
        return "it was decided to manage it inside" if inside else ""

    first = next((said.entry.id for said in case.of(ThresholdDecided)), None)
    for span in alternate(case, starts, lambda said: isinstance(said, ReferralSent), ends):
        decided_first = span.subject == first
        noticed_at = case.opening.what.noticed_at
        yield _since_noticing(case, span) if decided_first else _from(case, span, noticed_at)


def _since_noticing(case: CaseFile, span: Span) -> Span:
    """The first referral has its time from noticing, however long the deciding took (ladder L6)."""
    noticed_at = min(case.opening.what.noticed_at, span.started_at)
    return replace(span, started_at=noticed_at, because=_NOTICED)


def _with_agency(case: CaseFile, entry: Entry) -> bool:
    """Whether an agency had the case in hand, undecided or taken on, so that none is owed anew."""
    return any(
        _still_theirs(sent, entry) for sent in case.referrals if sent.entry.number < entry.number
    )


def _still_theirs(sent: Referral, entry: Entry) -> bool:
    """As it stood when the entry was made: what the agency decides later alters nothing then."""
    before = [
        what.decision
        for decided, what in sent.decisions
        if decided.number < entry.number and what.decision is not AgencyDecision.MORE_INFO_REQUESTED
    ]
    return not before or before[-1].accepted
