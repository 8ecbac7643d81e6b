"""Entries of meetings, the safeguarding plan, and the actions that come of them."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import model_validator

from sgtui.domain.entries.payload import Ask, Line, Moment, Payload, Story
from sgtui.domain.labelled import Labelled


class MeetingKind(Labelled):
    """What a meeting is for (R120 to R122)."""

    STRATEGY = "strategy", "Strategy or planning"
    CONFERENCE = "conference", "Case conference"
    REVIEW = "review", "Review meeting"
    PROFESSIONALS = "professionals", "Professionals meeting"


class MeetingArranged(Payload):
    """A meeting is set: when, who chairs, who comes, what about (R120)."""

    title = "Meeting arranged"
    help = "When it is, who chairs, who is asked to come, and the agenda."

    kind: Literal["meeting_arranged"] = "meeting_arranged"
    meeting_kind: Annotated[MeetingKind, Ask("Meeting", "choice")]
    meets_at: Annotated[Moment, Ask("Is at", "due", "mon 14:00, 26 nov 10:00, +2d")]
    chair: Annotated[Line, Ask("Chair", "line", "Name and agency.")]
    invited: Annotated[Line, Ask("Invited", "line", "Names and agencies.")]
    agenda: Annotated[Story, Ask("Agenda", "story")]


class MeetingHeld(Payload):
    """A meeting took place: who was there, what was decided (R120 to R122)."""

    title = "Meeting held"
    help = "Who was there and what was decided; each action is an entry of its own."

    kind: Literal["meeting_held"] = "meeting_held"
    arranged: Annotated[UUID | None, Ask("Arranged as", "entry", of=("meeting_arranged",))] = None
    meeting_kind: Annotated[MeetingKind, Ask("Meeting", "choice")]
    held_at: Annotated[Moment, Ask("Held at", "when")]
    chair: Annotated[Line, Ask("Chair")]
    attended: Annotated[Line, Ask("Present", "line", "Names and agencies.")]
    absent: Annotated[Line | None, Ask("Asked and absent")] = None
    decisions: Annotated[Story, Ask("Decided", "story")]


class MeetingCalledOff(Payload):
    """A meeting that was set does not take place."""

    title = "Meeting called off"
    help = "Say who called it off, why, and what happens instead."

    kind: Literal["meeting_called_off"] = "meeting_called_off"
    arranged: Annotated[UUID, Ask("Meeting", "entry", of=("meeting_arranged",))]
    reason: Annotated[Line, Ask("Because", "line", "Who called it off, and what instead.")]


class SafeguardingPlanAgreed(Payload):
    """The safeguarding plan: who does what to keep the person safe, reviewed by when (R122)."""

    title = "Safeguarding plan"
    help = "The plan as agreed, with whom, who of us answers for it, and its review."

    kind: Literal["safeguarding_plan_agreed"] = "safeguarding_plan_agreed"
    plan: Annotated[Story, Ask("Plan", "story")]
    agreed_with: Annotated[Line, Ask("Agreed with", "line", "The person, and each agency.")]
    owner: Annotated[UUID, Ask("Owner", "staff")]
    review_at: Annotated[Moment | None, Ask("Review by", "due", "Empty: as the ladder says.")] = (
        None
    )


class ActionAgreed(Payload):
    """Something that somebody will do, one of us or outside, by a time (R106)."""

    title = "Action"
    help = "What will be done, by whom, by when."

    kind: Literal["action_agreed"] = "action_agreed"
    what: Annotated[Line, Ask("What")]
    owner: Annotated[UUID | None, Ask("Who of us", "staff")] = None
    theirs: Annotated[Line | None, Ask("Or outside", "line", "Name and agency.")] = None
    due_at: Annotated[Moment | None, Ask("By", "due", "Empty: as the ladder says.")] = None
    agreed_in: Annotated[
        UUID | None,
        Ask(
            "Agreed in",
            "entry",
            of=("meeting_held", "safeguarding_plan_agreed", "coordination_recorded"),
        ),
    ] = None

    @model_validator(mode="after")
    def _somebody_does_it(self) -> Self:
        if (self.owner is None) == (self.theirs is None):
            raise ValueError("Name one of us in Who of us, or somebody outside in Or outside.")
        return self


class ActionDone(Payload):
    """An action was done; it counts once another person has seen that it was (R18, gate G15)."""

    title = "Action done"
    help = "What was done; another person verifies it."

    kind: Literal["action_done"] = "action_done"
    action: Annotated[UUID, Ask("Action", "entry", of=("action_agreed",))]
    done_by: Annotated[UUID | None, Ask("Done by", "staff", "Empty: by somebody outside.")] = None
    how: Annotated[Line, Ask("What was done")]


class ActionVerified(Payload):
    """Somebody else has seen that an action was done (gate G15)."""

    title = "Action verified"
    help = "You have seen for yourself that it was done, and did not do it."

    kind: Literal["action_verified"] = "action_verified"
    action: Annotated[UUID, Ask("Action", "entry", of=("action_agreed",))]
    shown_by: Annotated[Line, Ask("Shown by", "line", "What you saw or were shown.")]


class ActionDropped(Payload):
    """An action is no longer wanted, and why."""

    title = "Action dropped"
    help = "Say why an action is not needed any more."

    kind: Literal["action_dropped"] = "action_dropped"
    action: Annotated[UUID, Ask("Action", "entry", of=("action_agreed",))]
    reason: Annotated[Line, Ask("Because")]
