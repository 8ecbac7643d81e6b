"""Entries that keep the person safe while others decide: safeguards and observations."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from sgtui.domain.entries.choices import YesNo
from sgtui.domain.entries.payload import Ask, Line, Moment, Payload, Story


class ObservationMade(Payload):
    """How the person is, seen on this shift (R31, ladder L15)."""

    title = "Observation"
    help = "How the person is on this shift: what you see and hear."

    kind: Literal["observation_made"] = "observation_made"
    text: Annotated[Story, Ask("Seen", "story", "What you see and hear.")]
    worse: Annotated[YesNo, Ask("Worse", "choice", "Yes: the risk has grown.")] = YesNo.NO
    monitoring: Annotated[
        UUID | None, Ask("For monitoring", "entry", of=("monitoring_started",))
    ] = None


class MonitoringStarted(Payload):
    """Something is watched, each shift or oftener, until it need not be (R31, R78)."""

    title = "Monitoring"
    help = "What is watched from now on, how often, until when."

    kind: Literal["monitoring_started"] = "monitoring_started"
    what: Annotated[Line, Ask("What", "line", "What to look at and write down.")]
    every_hours: Annotated[
        int | None, Field(ge=1, le=168), Ask("Every hours", "number", "Empty: once each shift.")
    ] = None
    until: Annotated[Moment | None, Ask("Until", "due", "Empty: until it is ended.")] = None
    reason: Annotated[Line, Ask("Because")]


class MonitoringEnded(Payload):
    """Monitoring is no longer needed, and why."""

    title = "Monitoring ended"
    help = "Say why this need not be watched any more."

    kind: Literal["monitoring_ended"] = "monitoring_ended"
    monitoring: Annotated[UUID, Ask("Monitoring", "entry", of=("monitoring_started",))]
    reason: Annotated[Line, Ask("Because")]


class SafeguardStarted(Payload):
    """A measure that keeps the person safe for now; its review clock is never paused (gate G10)."""

    title = "Interim safeguard"
    help = "Something done now to keep the person safe until others act."

    kind: Literal["safeguard_started"] = "safeguard_started"
    measure: Annotated[Line, Ask("Measure", "line", "What is done from now on.")]
    proportionate: Annotated[Line, Ask("Why that much", "line", "Why it is the least needed.")]
    owner: Annotated[UUID, Ask("Owner", "staff")]


class SafeguardReviewed(Payload):
    """An interim safeguard looked at again: does it work."""

    title = "Safeguard reviewed"
    help = "Does the interim safeguard still work?"

    kind: Literal["safeguard_reviewed"] = "safeguard_reviewed"
    safeguard: Annotated[UUID, Ask("Safeguard", "safeguard")]
    effective: Annotated[YesNo, Ask("Works", "choice")]
    comment: Annotated[Line, Ask("Shown by")]


class SafeguardEnded(Payload):
    """An interim safeguard ends: replaced, or the formal plan covers it (gate G10)."""

    title = "Safeguard ended"
    help = "End an interim safeguard, saying what covers the person now."

    kind: Literal["safeguard_ended"] = "safeguard_ended"
    safeguard: Annotated[UUID, Ask("Safeguard", "safeguard")]
    replaced_by: Annotated[UUID | None, Ask("Replaced by", "safeguard")] = None
    formal_plan: Annotated[Line | None, Ask("Formal plan", "line", "The plan that covers it.")] = (
        None
    )
    reason: Annotated[Line, Ask("Because")]
