"""The stages of a case and how entries move it from one to the next (domain 4.2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sgtui.domain.entries import (
    AgencyDecisionAccepted,
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    Countersigned,
    Entry,
    InternallyEscalated,
    ObservationMade,
    Payload,
    ReferralDecided,
    ReferralSent,
    Reopened,
    ReviewHeld,
    StatementTaken,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import AgencyDecision, ReviewOutcome, Route, YesNo
from sgtui.domain.labelled import Labelled


class CaseStage(Labelled):
    """Where a case stands. Safety is no stage: it is asked apart."""

    RECORDED = "recorded", "Recorded"
    THRESHOLD_PENDING = "threshold_pending", "Threshold to decide"
    INTERNAL_MANAGEMENT = "internal_management", "Managed inside"
    REFERRED = "referred", "Referred"
    ENQUIRY = "enquiry", "Enquiry"
    REVIEW = "review", "Review"
    CLOSURE_REQUESTED = "closure_requested", "Closure asked for"
    CLOSED = "closed", "Closed"
    ENTERED_IN_ERROR = "entered_in_error", "Entered in error"


_EARLY = (CaseStage.RECORDED, CaseStage.THRESHOLD_PENDING, CaseStage.INTERNAL_MANAGEMENT)
"""Before any agency has it."""


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
    for entry in standing:
        payload = entry.payload
        if isinstance(payload, Reopened):
            under, asked, closed = CaseStage.THRESHOLD_PENDING, False, False
        elif isinstance(payload, ClosureApproved):
            closed = True
        elif isinstance(payload, ClosureRequested | ClosureRefused):
            asked = isinstance(payload, ClosureRequested)
        else:
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


def _after(stage: CaseStage, payload: Payload) -> CaseStage:
    """The stage after one entry that has nothing to do with closing."""
    match payload:
        case ReferralSent():
            onward = (*_EARLY, CaseStage.REVIEW)
            return CaseStage.REFERRED if stage in onward else stage
        case ReferralDecided():
            return _after_agency(stage, payload.decision)
        case AgencyDecisionAccepted():
            return CaseStage.REVIEW if stage is CaseStage.REFERRED else stage
        case ThresholdDecided() if stage in _EARLY:
            inside = payload.route is Route.INTERNAL
            return CaseStage.INTERNAL_MANAGEMENT if inside else CaseStage.THRESHOLD_PENDING
        case ReviewHeld():
            return _after_review(stage, payload.outcome)
        case InternallyEscalated() if stage is CaseStage.RECORDED:
            return CaseStage.THRESHOLD_PENDING
        case StatementTaken() if stage is CaseStage.INTERNAL_MANAGEMENT:
            return CaseStage.THRESHOLD_PENDING
        case ObservationMade(worse=YesNo.YES):
            settled = (CaseStage.INTERNAL_MANAGEMENT, CaseStage.REVIEW)
            return CaseStage.THRESHOLD_PENDING if stage in settled else stage
        case Countersigned(agrees=YesNo.NO) if stage in _EARLY:
            return CaseStage.THRESHOLD_PENDING
        case _:
            return stage


def _after_agency(stage: CaseStage, decision: AgencyDecision) -> CaseStage:
    with_agency = (CaseStage.REFERRED, CaseStage.ENQUIRY, CaseStage.REVIEW)
    if stage not in with_agency:
        return stage
    if decision.accepted:
        return CaseStage.ENQUIRY
    return CaseStage.REVIEW if decision is AgencyDecision.CLOSED_BY_AGENCY else stage


def _after_review(stage: CaseStage, outcome: ReviewOutcome) -> CaseStage:
    """A review may ask for the threshold anew; what an agency has, it never takes back."""
    if stage is CaseStage.ENQUIRY:
        return CaseStage.REVIEW
    back = stage in (CaseStage.INTERNAL_MANAGEMENT, CaseStage.REVIEW)
    return CaseStage.THRESHOLD_PENDING if back and outcome is ReviewOutcome.ESCALATE else stage
