"""Entries of what passes between the home and the agencies.

Sent, received, acknowledged and decided are four facts.
"""

from datetime import datetime, timedelta
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from sgtui.domain.entries.choices import (
    AgencyDecision,
    AttemptResult,
    Direction,
    Method,
    NotificationKind,
    YesNo,
)
from sgtui.domain.entries.payload import Ask, Line, Moment, Payload, StageCode, Story
from sgtui.domain.labelled import Labelled


class ReferralSent(Payload):
    """A person has sent a referral; the program never sends one itself (R29)."""

    title = "Referral sent"
    help = "Record a referral that you have rung through or submitted."

    kind: Literal["referral_sent"] = "referral_sent"
    contact: Annotated[UUID, Ask("To", "contact")]
    method: Annotated[Method, Ask("How", "choice")]
    sent_at: Annotated[Moment, Ask("Sent at", "when")]
    taken_by: Annotated[Line | None, Ask("Taken by", "line", "Who took it, if by phone.")] = None
    content: Annotated[Story, Ask("What was said", "story", "What the referral said.")]


class ReferralReceived(Payload):
    """The agency has it. Not yet acknowledged, not yet decided (R21)."""

    title = "Receipt confirmed"
    help = "The agency confirms that the referral has reached them."

    kind: Literal["referral_received"] = "referral_received"
    referral: Annotated[UUID, Ask("Referral", "referral")]
    received_at: Annotated[Moment, Ask("Received at", "when")]
    confirmed_by: Annotated[Line, Ask("Confirmed by", "line", "Name of the person you spoke to.")]
    agency_reference: Annotated[Line | None, Ask("Their reference")] = None


class ReferralAcknowledged(Payload):
    """Someone at the agency has taken it on to decide, with name and time (gate G9)."""

    title = "Acknowledged"
    help = "A named person at the agency has the referral in hand."

    kind: Literal["referral_acknowledged"] = "referral_acknowledged"
    referral: Annotated[UUID, Ask("Referral", "referral")]
    acknowledged_at: Annotated[Moment, Ask("At", "when")]
    acknowledged_by: Annotated[Line, Ask("By", "line", "Name of the person who has it in hand.")]
    agency_reference: Annotated[Line | None, Ask("Their reference")] = None


class ReferralDecided(Payload):
    """What the agency decided and why. "Threshold not met" closes no case by itself (gate G11)."""

    title = "Agency's decision"
    help = "What the agency decided, who said so, and their reason."

    kind: Literal["referral_decided"] = "referral_decided"
    referral: Annotated[UUID, Ask("Referral", "referral")]
    decision: Annotated[AgencyDecision, Ask("Decision", "choice")]
    decided_at: Annotated[Moment, Ask("At", "when")]
    decided_by: Annotated[Line, Ask("Told by", "line", "Name of the person who told you.")]
    reasons: Annotated[Story, Ask("Their reasons", "story")]


class AgencyOutcome(Labelled):
    """What came of the agency's work (domain 4.2)."""

    RISK_REMOVED = "risk_removed", "Risk removed"
    RISK_REDUCED = "risk_reduced", "Risk reduced"
    RISK_REMAINS = "risk_remains", "Risk remains"
    PLAN = "plan", "Safeguarding plan"
    NO_ACTION = "no_action", "No further action"
    INCONCLUSIVE = "inconclusive", "Inconclusive"


class OutcomeReceived(Payload):
    """What came of it in the end: the fourth fact, after received, acknowledged and decided."""

    title = "Agency's outcome"
    help = "What came of their enquiry, who told you and when."

    kind: Literal["outcome_received"] = "outcome_received"
    referral: Annotated[UUID, Ask("Referral", "referral")]
    outcome: Annotated[AgencyOutcome, Ask("Outcome", "choice")]
    told_at: Annotated[Moment, Ask("At", "when")]
    told_by: Annotated[Line, Ask("Told by", "line", "Name and role.")]
    what: Annotated[Story, Ask("What came of it", "story")]


class AgencyDecisionAccepted(Payload):
    """Two people accept what an agency refused, all of it or a part, with a reason (gate G11)."""

    title = "Decision accepted"
    help = "Two people accept that the agency will not take it on."

    kind: Literal["agency_decision_accepted"] = "agency_decision_accepted"
    referral: Annotated[UUID, Ask("Referral", "referral")]
    first_person: Annotated[UUID, Ask("First person", "staff")]
    second_person: Annotated[UUID, Ask("Second person", "staff")]
    reason: Annotated[Story, Ask("Because", "story", "Why the person is safe without it.")]

    @model_validator(mode="after")
    def _two_different_people(self) -> Self:
        if self.second_person == self.first_person:
            raise ValueError("Accepting takes two people: name another, in Second person.")
        return self


class AgencyContacted(Payload):
    """One contact with an agency, reached or not, and what was promised (R22, R78)."""

    title = "Agency contact"
    help = "A call, e-mail or visit: who, what was said, what was promised by when."

    kind: Literal["agency_contacted"] = "agency_contacted"
    contact: Annotated[UUID, Ask("Agency", "contact")]
    direction: Annotated[Direction, Ask("Direction", "choice")] = Direction.OUT
    method: Annotated[Method, Ask("How", "choice")]
    result: Annotated[AttemptResult, Ask("Result", "choice")]
    spoke_to: Annotated[Line | None, Ask("Spoke to", "line", "Name and role.")] = None
    said: Annotated[Story | None, Ask("Said", "story")] = None
    promised: Annotated[Line | None, Ask("Promised", "line", "What they will do.")] = None
    promised_by: Annotated[Moment | None, Ask("By", "due", "+3h, tomorrow 12:00, mon 10:00")] = None
    promised_hours: Annotated[int | None, Field(ge=1, le=720)] = None
    """Within how many hours of the contact, as earlier entries say it; no longer asked."""
    referral: Annotated[UUID | None, Ask("About referral", "referral")] = None
    stage: StageCode | None = None
    """The rung of the ladder at which the contact was made."""

    @model_validator(mode="after")
    def _reached_means_named(self) -> Self:
        if self.result is AttemptResult.SPOKE and self.spoke_to is None:
            raise ValueError("Write the name of the person you spoke to, in Spoke to.")
        if self.promised_by is not None and self.promised is None:
            raise ValueError("Write what they promised, in Promised.")
        return self

    def promised_until(self, at: datetime) -> datetime | None:
        """Until when they promised it, the contact having been `at`; None where they named none."""
        hours = self.promised_hours
        return self.promised_by or (at + timedelta(hours=hours) if hours else None)


class NotificationDecided(Payload):
    """A duty to tell someone, decided: told, due and still owed, or not required (domain 2.8)."""

    title = "Notification"
    help = "Whether somebody must be told, why, and when they were."

    kind: Literal["notification_decided"] = "notification_decided"
    notification: Annotated[NotificationKind, Ask("Whom", "choice")]
    required: Annotated[YesNo, Ask("Required", "choice")]
    sent_at: Annotated[
        Moment | None, Ask("Told at", "when", "Empty while it is due and not yet done.")
    ] = None
    agency_reference: Annotated[Line | None, Ask("Reference")] = None
    reason: Annotated[Line, Ask("Because")]
    told: Annotated[Line | None, Ask("Spoke to", "line", "Name and role.")] = None
    what: Annotated[Line | None, Ask("They were told", "line", "What, in short.")] = None

    @model_validator(mode="after")
    def _not_told_without_need(self) -> Self:
        if self.required is YesNo.NO and self.sent_at is not None:
            raise ValueError("They were told, so it was required: answer Yes, in Required.")
        return self
