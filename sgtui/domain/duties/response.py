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
    ReferralSent,
    Reopened,
    ReviewHeld,
    SafeguardReviewed,
    SafetyChecked,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import (
    ReviewOutcome,
    Route,
    Safety,
    YesNo,
)
from sgtui.domain.facts import earliest
from sgtui.domain.low_level import is_low_level
from sgtui.domain.record_gaps import completed_by
from sgtui.domain.stage import went_back_to_threshold

NOTICED = "after it was noticed"
"""Why a duty began that counts from the concern itself."""

_RECORDED = "after it was recorded"


def tell_shift_leader(case: CaseFile) -> Iterator[Span]:
    """From noticing until the concern is in the record."""
    opening = case.opening
    span = Span(opening.entry.id, opening.what.noticed_at, NOTICED)
    yield span.met_by(earliest((opening.entry, opening.entry.recorded_at)))


def make_safe(case: CaseFile) -> Iterator[Span]:
    """From recording, and again from any sign that the risk has grown, until found safe."""

    def starts(entry: Entry) -> str:
        match entry.payload:
            case SafetyChecked(safety=Safety.UNSAFE_UNCONTROLLED):
                return "after the person was found not safe"
            case ObservationMade(worse=YesNo.YES):
                return "after an observation said that it is worse"
            case SafeguardReviewed(effective=YesNo.NO):
                return "after a safeguard was found not to work"
        return _RECORDED if entry.number == 1 else ""

    def meets(payload: Payload) -> bool:
        safe = (Safety.SAFE, Safety.UNSAFE_CONTROLLED)
        return isinstance(payload, SafetyChecked) and payload.safety in safe

    for span in alternate(case, starts, meets):
        yield counted_from(case, span, case.opening.entry.recorded_at)


def counted_from(case: CaseFile, span: Span, at: datetime) -> Span:
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
    """From recording until a named person has been told and has decided (gate G12).

    What is low-level waits for its review; taken up, it waits for the threshold.
    """
    opening = case.opening.entry
    if is_low_level(case):
        return
    met = first_after(
        case, opening.number, lambda said: isinstance(said, InternallyEscalated | ThresholdDecided)
    )
    yield Span(opening.id, opening.recorded_at, _RECORDED).met_by(met)


def threshold(case: CaseFile) -> Iterator[Span]:
    """From being told, from new evidence or from reopening, until the threshold is decided."""
    decided = {said.entry.number for said in case.of(ThresholdDecided)}
    first = min(decided, default=len(case.entries) + 1)
    back = {entry.id for entry in went_back_to_threshold(case.standing)}

    def starts(entry: Entry) -> str:
        match entry.payload:
            case InternallyEscalated() if entry.number < first and not is_low_level(case):
                return "after the lead was told"
            case ReferralSent() if entry.number < first:
                return "after it was referred undecided"
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
        if said.what.alone:
            of_it = [(by.entry, by.at) for by in signed if by.what.entry == said.entry.id]
            why = "after it was decided on call or alone"
            deciders = frozenset({said.entry.recorded_by, said.what.decided_by})
            span = Span(said.entry.id, said.at, why, not_by=deciders)
            yield span.met_by(earliest(*of_it))


def internal_review(case: CaseFile) -> Iterator[Span]:
    """From deciding to manage inside, or a low-level record, until that is looked at again."""
    if is_low_level(case):
        yield _first_look(case)
    for said in case.of(ThresholdDecided):
        if said.what.route is Route.INTERNAL:
            met = first_after(
                case, said.entry.number, lambda p: isinstance(p, ThresholdDecided | ReviewHeld)
            )
            yield Span(said.entry.id, said.at, "after deciding to manage it inside").met_by(met)


def _first_look(case: CaseFile) -> Span:
    """Somebody who may decide looks at every low-level concern (domain 2.16)."""
    opening = case.opening.entry
    looked = first_after(
        case, opening.number, lambda p: isinstance(p, ThresholdDecided | ReviewHeld)
    )
    span = Span(opening.id, opening.recorded_at, "after it was recorded as low-level")
    return span.met_by(looked)
