"""The stages of a case and how entries move it from one to the next (domain 4.2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sgtui.domain.challenges import GIVEN_UP
from sgtui.domain.entries import (
    AgencyDecisionAccepted,
    AuditFindingRaised,
    ChallengeConcluded,
    ChallengeRaised,
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    ConcernRecorded,
    Countersigned,
    Entry,
    HarmJudged,
    InternallyEscalated,
    ObservationMade,
    OutcomeReceived,
    PatternAnswered,
    Payload,
    ReferralDecided,
    ReferralSent,
    Reopened,
    ReviewHeld,
    SafeguardingPlanAgreed,
    SafetyChecked,
    StatementTaken,
    ThresholdDecided,
)
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.entries.choices import (
    AgencyDecision,
    Level,
    ReviewOutcome,
    Risk,
    Route,
    Safety,
    YesNo,
)
from sgtui.domain.entries.involved import HarmLevel
from sgtui.domain.entries.pattern import PatternVerdict
from sgtui.domain.labelled import Labelled


class CaseStage(Labelled):
    """Where a case stands. Safety is no stage: it is asked apart."""

    RECORDED = "recorded", "Recorded"
    THRESHOLD_PENDING = "threshold_pending", "Threshold to decide"
    INTERNAL_MANAGEMENT = "internal_management", "Managed inside"
    REFERRED = "referred", "Referred"
    ENQUIRY = "enquiry", "Enquiry"
    PLAN = "plan", "Safeguarding plan"
    REVIEW = "review", "Review"
    CLOSURE_REQUESTED = "closure_requested", "Closure asked for"
    CLOSED = "closed", "Closed"
    ENTERED_IN_ERROR = "entered_in_error", "Entered in error"


_EARLY = (CaseStage.RECORDED, CaseStage.THRESHOLD_PENDING, CaseStage.INTERNAL_MANAGEMENT)
"""Before any agency has it."""

_SETTLED = (CaseStage.INTERNAL_MANAGEMENT, CaseStage.REVIEW)
"""Decided, until something new asks for the threshold again."""


@dataclass(frozen=True)
class Step:
    """Where a case stands after one entry."""

    entry: Entry
    stage: CaseStage
    under: CaseStage
    """The stage it goes back to if a request to close is refused; else the stage itself."""


def steps(standing: Iterable[Entry]) -> Iterator[Step]:
    """The stage after each standing entry. What lies under a request to close moves on."""
    under, asked, closed = CaseStage.RECORDED, False, False
    entries = tuple(standing)
    account = _first_account(entries)
    for entry in entries:
        payload = entry.payload
        if isinstance(payload, Reopened):
            under, asked, closed = CaseStage.THRESHOLD_PENDING, False, False
        elif isinstance(payload, ClosureApproved):
            closed = True
        elif isinstance(payload, ClosureRequested | ClosureRefused):
            asked = isinstance(payload, ClosureRequested)
        elif _takes_their_word(payload, entries):
            under = CaseStage.REVIEW if under is CaseStage.REFERRED else under
        elif entry is not account and not closed:
            under = _after(under, payload)
        over = CaseStage.CLOSED if closed else CaseStage.CLOSURE_REQUESTED
        yield Step(entry, over if closed or asked else under, under)


def stage_of(standing: Iterable[Entry], *, struck: bool) -> CaseStage:
    """The stage after these entries; `struck` when the concern itself was entered in error."""
    if struck:
        return CaseStage.ENTERED_IN_ERROR
    stage = CaseStage.RECORDED
    for step in steps(standing):
        stage = step.stage
    return stage


def went_back_to_threshold(standing: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that took a settled case back to deciding the threshold."""
    before = CaseStage.RECORDED
    for step in steps(standing):
        back = before in _SETTLED and step.under is CaseStage.THRESHOLD_PENDING
        if back and not isinstance(step.entry.payload, ThresholdDecided):
            yield step.entry
        before = step.under


def _after(stage: CaseStage, payload: Payload) -> CaseStage:
    """The stage after one entry that has nothing to do with closing."""
    match payload:
        case ReferralSent():
            onward = (*_EARLY, CaseStage.REVIEW)
            return CaseStage.REFERRED if stage in onward else stage
        case ReferralDecided():
            return _after_agency(stage, payload.decision)
        case OutcomeReceived() if stage in (CaseStage.ENQUIRY, CaseStage.PLAN):
            return CaseStage.REVIEW
        case ThresholdDecided() if stage in _EARLY:
            inside = payload.route is Route.INTERNAL
            return CaseStage.INTERNAL_MANAGEMENT if inside else CaseStage.THRESHOLD_PENDING
        case SafeguardingPlanAgreed():
            return CaseStage.PLAN if stage is CaseStage.ENQUIRY else stage
        case ReviewHeld():
            return _after_review(stage, payload.outcome)
        case InternallyEscalated() if stage is CaseStage.RECORDED:
            return CaseStage.THRESHOLD_PENDING
        case ConcernRecorded(level=Level.LOW_LEVEL):
            return CaseStage.INTERNAL_MANAGEMENT
        case _ if stage is CaseStage.INTERNAL_MANAGEMENT and _new_evidence(payload):
            return CaseStage.THRESHOLD_PENDING
        case ObservationMade(worse=YesNo.YES) | PatternAnswered(verdict=PatternVerdict.TAKEN_UP):
            return CaseStage.THRESHOLD_PENDING if stage in _SETTLED else stage
        case Countersigned(agrees=YesNo.NO) if stage in _EARLY:
            return CaseStage.THRESHOLD_PENDING
        case _:
            return stage


def _takes_their_word(payload: Payload, standing: tuple[Entry, ...]) -> bool:
    """Whether two people accept a refusal, at once or at the end of challenging it (gate G11)."""
    if isinstance(payload, ChallengeConcluded) and payload.outcome in GIVEN_UP:
        raised = next((e.payload for e in standing if e.id == payload.challenge), None)
        return isinstance(raised, ChallengeRaised) and raised.ground is ChallengeGround.THRESHOLD
    return isinstance(payload, AgencyDecisionAccepted)


def _first_account(standing: tuple[Entry, ...]) -> Entry | None:
    """The statement that a low-level concern itself is told by: nothing new, unlike any later."""
    opening = standing[0].payload if standing else None
    if not isinstance(opening, ConcernRecorded) or opening.level is not Level.LOW_LEVEL:
        return None
    return next((entry for entry in standing if isinstance(entry.payload, StatementTaken)), None)


def _new_evidence(payload: Payload) -> bool:
    """Whether it takes what is managed inside back to deciding the threshold (domain 4.2)."""
    match payload:
        case StatementTaken():
            return True
        case SafetyChecked(safety=Safety.UNSAFE_UNCONTROLLED):
            return True
        case InternallyEscalated(risk=Risk.HIGH | Risk.IMMEDIATE):
            return True
        case HarmJudged(harm=harm):
            return harm not in (HarmLevel.NONE, HarmLevel.FIRST_AID)
        case PatternAnswered(verdict=PatternVerdict.TAKEN_UP):
            return True
        case AuditFindingRaised(at_risk=YesNo.YES):
            return True
    return False


def _after_agency(stage: CaseStage, decision: AgencyDecision) -> CaseStage:
    with_agency = (CaseStage.REFERRED, CaseStage.ENQUIRY, CaseStage.PLAN, CaseStage.REVIEW)
    if stage not in with_agency:
        return stage
    if decision.accepted:
        return CaseStage.PLAN if stage is CaseStage.PLAN else CaseStage.ENQUIRY
    return CaseStage.REVIEW if decision is AgencyDecision.CLOSED_BY_AGENCY else stage


def _after_review(stage: CaseStage, outcome: ReviewOutcome) -> CaseStage:
    """A review may ask for the threshold anew; what an agency has, it never takes back."""
    if stage in (CaseStage.ENQUIRY, CaseStage.PLAN):
        return CaseStage.REVIEW
    back = stage in _SETTLED
    return CaseStage.THRESHOLD_PENDING if back and outcome is ReviewOutcome.ESCALATE else stage
