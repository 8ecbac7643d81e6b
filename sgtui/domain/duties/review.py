"""Duties of looking at the case again and of closing it (ladder L16)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.challenges import GIVEN_UP
from sgtui.domain.duties.plan import not_before
from sgtui.domain.duties.span import Span, first_after
from sgtui.domain.entries import (
    AgencyDecisionAccepted,
    ChallengeConcluded,
    ClosureApproved,
    ClosureRefused,
    ClosureRequested,
    Entry,
    OutcomeReceived,
    Payload,
    ReferralDecided,
    ReviewHeld,
    SafeguardingPlanAgreed,
)
from sgtui.domain.entries.challenge import ChallengeGround
from sgtui.domain.entries.choices import AgencyDecision
from sgtui.domain.facts import fact_of


def first_review(case: CaseFile) -> Iterator[Span]:
    """From the agency's outcome, or from accepting that there is none, until the first review."""
    looked_at = _looking_again(case)
    for entry in case.standing:
        span = _outcome(case, entry)
        if span is not None:
            yield span.met_by(first_after(case, entry.number, looked_at))


def _outcome(case: CaseFile, entry: Entry) -> Span | None:
    match entry.payload:
        case OutcomeReceived() as said:
            return Span(entry.id, said.told_at, "after the agency's outcome")
        case ReferralDecided(decision=AgencyDecision.CLOSED_BY_AGENCY) as said:
            return Span(entry.id, said.decided_at, "after the agency's outcome")
        case AgencyDecisionAccepted() if not _taken_in_part(case, entry, entry.payload):
            return Span(entry.id, entry.occurred_at, "after the agency's answer was accepted")
        case ChallengeConcluded() if _refusal_stands(case, entry.payload):
            return Span(entry.id, entry.occurred_at, "after their reason was accepted")
        case _:
            return None


def _refusal_stands(case: CaseFile, said: ChallengeConcluded) -> bool:
    """Whether two people gave up disputing a refusal, so that nothing more is to come."""
    challenge = case.challenge(said.challenge)
    disputed = challenge is not None and challenge.ground is ChallengeGround.THRESHOLD
    return disputed and said.outcome in GIVEN_UP


def _taken_in_part(case: CaseFile, entry: Entry, said: AgencyDecisionAccepted) -> bool:
    """Whether the agency goes on with the rest, so that its outcome is still to come."""
    before = [
        decided.what.decision
        for decided in case.of(ReferralDecided)
        if decided.what.referral == said.referral
        and decided.entry.number < entry.number
        and decided.what.decision is not AgencyDecision.MORE_INFO_REQUESTED
    ]
    return bool(before) and before[-1].accepted


def plan_review(case: CaseFile) -> Iterator[Span]:
    """From each review and each plan until the next, or until closure is asked for (R122).

    A plan is due for review by the time it names, else in the ladder's.
    """
    looked_at = _looking_again(case)
    running: Span | None = None
    owner: UUID | None = None
    for entry in case.standing:
        if isinstance(entry.payload, SafeguardingPlanAgreed):
            owner = entry.payload.owner
        starts = _plan(entry, owner)
        if running is not None and looked_at(entry.payload):
            yield running.met_by(fact_of(entry))
            running = None
        elif running is not None and starts is not None:
            why = "a newer plan set its own review"
            yield running.ended(entry.recorded_at, why, entry.occurred_at)
        running = starts or running
    if running is not None:
        yield running


def _plan(entry: Entry, owner: UUID | None) -> Span | None:
    """What a review or a plan starts, which falls to the owner of the plan in force."""
    match entry.payload:
        case ReviewHeld():
            return Span(entry.id, entry.occurred_at, "after the last review", given_to=owner)
        case SafeguardingPlanAgreed() as said:
            span = Span(entry.id, entry.occurred_at, "after the plan was agreed", given_to=owner)
            return replace(span, due_at=not_before(entry, said.review_at))
        case _:
            return None


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
        asker = frozenset({asked.entry.recorded_by})
        span = Span(asked.entry.id, asked.at, "after closure was asked for", not_by=asker)
        yield span.met_by(met)
