"""Duties that keep the person safe and the case moving until it is closed (ladder L15, L16)."""

from collections.abc import Callable, Iterator
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.span import Span, first_after, next_in_time
from sgtui.domain.entries import (
    AgencyDecisionAccepted,
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    Entry,
    ObservationMade,
    Payload,
    ReferralDecided,
    Reopened,
    ReviewHeld,
    SafeguardEnded,
    SafeguardReviewed,
    SafeguardStarted,
)
from sgtui.domain.entries.choices import AgencyDecision
from sgtui.domain.facts import fact_of


def observation(case: CaseFile) -> Iterator[Span]:
    """From the concern, from reopening and from each observation until the next one in time."""
    seen = [said.entry for said in case.of(ObservationMade)]
    first = case.opening.entry
    why = "after it was recorded"
    yield Span(first.id, first.recorded_at, why).met_by(fact_of(*seen))
    for said in case.of(Reopened):
        met = first_after(case, said.entry.number, lambda p: isinstance(p, ObservationMade))
        yield Span(said.entry.id, said.at, "after it was reopened").met_by(met)
    for start in seen:
        yield _until_next(case, start)


def _until_next(case: CaseFile, start: Entry) -> Span:
    met = next_in_time(case, start, lambda said: isinstance(said, ObservationMade))
    return Span(start.id, start.occurred_at, "after the last observation").met_by(met)


def safeguard_first_review(case: CaseFile) -> Iterator[Span]:
    """From starting an interim safeguard until it is first looked at. Nothing pauses it."""
    for started in case.of(SafeguardStarted):
        yield _review_owed(case, started.entry, started.entry.id, "after it was started")


def safeguard_review(case: CaseFile) -> Iterator[Span]:
    """From each review of an interim safeguard until the next. Nothing pauses it."""
    there = {started.entry.id for started in case.of(SafeguardStarted)}
    for reviewed in case.of(SafeguardReviewed):
        if reviewed.what.safeguard in there:
            why = "after its last review"
            yield _review_owed(case, reviewed.entry, reviewed.what.safeguard, why)


def _review_owed(case: CaseFile, start: Entry, safeguard: UUID, why: str) -> Span:
    reviewed = next_in_time(
        case,
        start,
        lambda said: isinstance(said, SafeguardReviewed) and said.safeguard == safeguard,
    )
    span = Span(start.id, start.occurred_at, why).met_by(reviewed)
    ended = next((e for e in case.of(SafeguardEnded) if e.what.safeguard == safeguard), None)
    if ended is None or reviewed is not None:
        return span
    return span.ended(ended.entry.recorded_at, "the safeguard was ended", ended.at)


def first_review(case: CaseFile) -> Iterator[Span]:
    """From the agency's outcome, or accepting that there is none, until the first review."""
    looked_at = _looking_again(case)
    for said in case.of(ReferralDecided):
        if said.what.decision.accepted or said.what.decision is AgencyDecision.CLOSED_BY_AGENCY:
            why = "after the agency's outcome"
            span = Span(said.entry.id, said.what.decided_at, why)
            yield span.met_by(first_after(case, said.entry.number, looked_at))
    for accepted in case.of(AgencyDecisionAccepted):
        span = Span(accepted.entry.id, accepted.at, "after the agency's answer was accepted")
        yield span.met_by(first_after(case, accepted.entry.number, looked_at))


def plan_review(case: CaseFile) -> Iterator[Span]:
    """From each review until the next, or until closure is asked for and not refused."""
    looked_at = _looking_again(case)
    for held in case.of(ReviewHeld):
        span = Span(held.entry.id, held.at, "after the last review")
        yield span.met_by(first_after(case, held.entry.number, looked_at))


def _looking_again(case: CaseFile) -> Callable[[Payload], bool]:
    """A review, or a request to close; one that was refused leaves the review owed."""
    refused = {said.what.request for said in case.of(ClosureRefused)}
    asked = [said.what for said in case.of(ClosureRequested) if said.entry.id not in refused]

    def looks(said: Payload) -> bool:
        return isinstance(said, ReviewHeld) or any(said is request for request in asked)

    return looks


def closure(case: CaseFile) -> Iterator[Span]:
    """From asking to close until another person approves or refuses (gate G14)."""
    for asked in case.of(ClosureRequested):
        met = first_after(
            case, asked.entry.number, lambda p: isinstance(p, ClosureApproved | ClosureRefused)
        )
        yield Span(asked.entry.id, asked.at, "after closure was asked for").met_by(met)
