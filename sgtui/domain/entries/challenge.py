"""Entries of a professional challenge: raised, taken up a rung, answered, concluded (L9 to L13)."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import model_validator

from sgtui.domain.entries.choices import Method
from sgtui.domain.entries.payload import Ask, Line, Moment, Payload, StageCode, Story
from sgtui.domain.labelled import Labelled


class ChallengeGround(Labelled):
    """On what ground we challenge (R72 to R75; domain 2.10)."""

    NO_RESPONSE = "no_response", "No answer"
    THRESHOLD = "threshold", "Threshold disputed"
    RISK_RISING = "risk_rising", "Risk grows, no protection"
    PLAN_NOT_CARRIED_OUT = "plan_not_carried_out", "Plan not carried out"
    CLOSURE = "closure", "Closed too soon"
    INFORMATION_SHARING = "information_sharing", "Information not shared"
    ROLES = "roles", "Who does what"


class ChallengeAnswer(Labelled):
    """What they answered at a rung."""

    UPHELD = "upheld", "They agree"
    PARTLY = "partly", "They agree in part"
    REFUSED = "refused", "They do not, with a reason"

    @property
    def agrees(self) -> bool:
        """Whether they agree, at least in part."""
        return self is not ChallengeAnswer.REFUSED


class ChallengeOutcome(Labelled):
    """How a challenge ends (domain 4.2)."""

    UPHELD = "upheld", "Upheld"
    PARTLY = "partly", "Upheld in part"
    REASON_ACCEPTED = "reason_accepted", "We accept their reason"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ChallengeRaised(Payload):
    """We challenge: on what ground, whom, with what new evidence, what we ask for (R80, R81)."""

    title = "Challenge raised"
    help = "Raise it with their person at this rung: ground, evidence, what you ask for."

    kind: Literal["challenge_raised"] = "challenge_raised"
    ground: Annotated[ChallengeGround, Ask("Ground", "choice")]
    referral: Annotated[UUID | None, Ask("About referral", "referral")] = None
    stage: Annotated[StageCode, Ask("Rung", "line", "L9, or higher with a reason.")]
    ours: Annotated[UUID, Ask("Our person", "staff")]
    contact: Annotated[UUID, Ask("To", "contact")]
    evidence: Annotated[
        tuple[UUID, ...], Ask("New since", "entries", "Entries since their decision.")
    ] = ()
    theirs: Annotated[Line, Ask("Their person", "line", "Name and role.")]
    method: Annotated[Method, Ask("How", "choice")]
    raised_at: Annotated[Moment, Ask("Raised at", "when")]
    wanted: Annotated[Story, Ask("We ask for", "story", "The outcome wanted, and by when.")]
    higher_because: Annotated[
        Line | None, Ask("Higher because", "line", "Where a rung is passed over.")
    ] = None
    first_raised_by: Annotated[
        UUID | None, Ask("First raised by", "staff", "Leave empty if it was you.")
    ] = None
    """Whoever raised it is protected (R76)."""


class ChallengeTakenUp(Payload):
    """The same challenge at a higher rung; never at a lower one."""

    title = "Challenge taken up"
    help = "Raise the same challenge with their person at a higher rung."

    kind: Literal["challenge_taken_up"] = "challenge_taken_up"
    challenge: Annotated[UUID, Ask("Challenge", "entry", of=("challenge_raised",))]
    stage: Annotated[StageCode, Ask("Rung", "line", "The rung it is taken to.")]
    ours: Annotated[UUID, Ask("Our person", "staff")]
    contact: Annotated[UUID, Ask("To", "contact")]
    evidence: Annotated[
        tuple[UUID, ...], Ask("New since", "entries", "Entries since their decision.")
    ] = ()
    theirs: Annotated[Line, Ask("Their person", "line", "Name and role.")]
    method: Annotated[Method, Ask("How", "choice")]
    raised_at: Annotated[Moment, Ask("Raised at", "when")]
    wanted: Annotated[Story, Ask("We ask for", "story", "The outcome wanted, and by when.")]
    higher_because: Annotated[
        Line | None, Ask("Higher because", "line", "Where a rung is passed over.")
    ] = None


class ChallengeAnswered(Payload):
    """Their answer at a rung. An answer we do not accept opens the next rung."""

    title = "Challenge answered"
    help = "What they answered at this rung, who, and when."

    kind: Literal["challenge_answered"] = "challenge_answered"
    challenge: Annotated[UUID, Ask("Challenge", "entry", of=("challenge_raised",))]
    answer: Annotated[ChallengeAnswer, Ask("Answer", "choice")]
    answered_at: Annotated[Moment, Ask("At", "when")]
    answered_by: Annotated[Line, Ask("By", "line", "Name and role.")]
    said: Annotated[Story, Ask("What they said", "story", "Their reason, what they will do.")]


class ChallengeConcluded(Payload):
    """A challenge ends, by two people: upheld, in part, reason accepted, withdrawn (R13)."""

    title = "Challenge concluded"
    help = "Two people end the challenge and say what came of it."

    kind: Literal["challenge_concluded"] = "challenge_concluded"
    challenge: Annotated[UUID, Ask("Challenge", "entry", of=("challenge_raised",))]
    outcome: Annotated[ChallengeOutcome, Ask("Outcome", "choice")]
    first_person: Annotated[UUID, Ask("First person", "staff")]
    second_person: Annotated[UUID, Ask("Second person", "staff")]
    result: Annotated[Story, Ask("What came of it", "story", "Protection, meeting, reason.")]
    learnt: Annotated[Line | None, Ask("Learnt", "line", "Why it was not settled lower.")] = None

    @model_validator(mode="after")
    def _two_different_people(self) -> Self:
        if self.second_person == self.first_person:
            raise ValueError("Ending it takes two people: name another, in Second person.")
        return self
