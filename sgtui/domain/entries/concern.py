"""Entries of the home's own response: from first notice to the threshold decision."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import model_validator

from sgtui.domain.entries.choices import (
    CaseKind,
    Category,
    Level,
    Method,
    Place,
    Risk,
    Route,
    Safety,
    SafetyStep,
    SharingGround,
    StatementType,
    TakingPart,
    Wish,
    YesNo,
    YesNoUnsure,
)
from sgtui.domain.entries.payload import Ask, Directory, Line, Moment, Payload, Reference, Story
from sgtui.domain.london_time import moment_words


class ConcernRecorded(Payload):
    """A concern comes in. In immediate danger when and where may follow as debts (domain 4.2)."""

    title = "Concern recorded"
    help = "The first entry of a case: who, what, when and where."

    kind: Literal["concern_recorded"] = "concern_recorded"
    reference: Reference
    ladder: Line
    """The version of the ladder the case is pinned to."""
    case_kind: CaseKind = CaseKind.ADULT
    person: Annotated[UUID, Ask("Who", "person", "The person the concern is about.")]
    category: Annotated[Category, Ask("What", "choice", "The main category of abuse.")]
    other_categories: Annotated[tuple[Category, ...], Ask("Also", "choices")] = ()
    level: Annotated[Level, Ask("Level", "choice")] = Level.SAFEGUARDING
    happened_at: Annotated[Moment | None, Ask("When", "when", "When it happened or was noticed.")]
    happened_about: bool = False
    noticed_at: Moment
    place: Annotated[Place | None, Ask("Where", "choice")]
    alleged: Annotated[Line | None, Ask("Alleged", "line", "Leave empty if not known.")] = None
    alleged_staff: Annotated[UUID | None, Ask("Alleged, staff", "staff")] = None
    alleged_person: Annotated[UUID | None, Ask("Alleged, resident", "person")] = None
    told: Annotated[UUID | None, Ask("Told", "staff", "Who has been told so far.")] = None

    def line(self, directory: Directory) -> str:
        """Its answers, with when it was noticed where that was another time (domain 2.6)."""
        said = super().line(directory)
        if self.happened_at is not None and self.happened_about:
            said = said.replace("; When: ", "; When, about: ", 1)
        if self.noticed_at == self.happened_at:
            return said
        return f"{said}; Noticed: {moment_words(self.noticed_at)}"

    @model_validator(mode="after")
    def _other_categories_differ(self) -> Self:
        if self.category in self.other_categories:
            raise ValueError("Leave the main category out here, in Also.")
        return self


class ConcernCompleted(Payload):
    """What an emergency left out: when and where (the debt of ringing first)."""

    title = "Concern completed"
    help = "Add when and where after an emergency call."

    kind: Literal["concern_completed"] = "concern_completed"
    happened_at: Annotated[Moment, Ask("When", "when", "When it happened or was noticed.")]
    place: Annotated[Place, Ask("Where", "choice")]


class StatementTaken(Payload):
    """What somebody saw or said, with facts, exact words and views kept apart (domain 2.6)."""

    title = "Statement"
    help = "What was seen or said: exact words, fact, told by another, or a view."

    kind: Literal["statement_taken"] = "statement_taken"
    statement_type: Annotated[StatementType, Ask("Sort", "choice")]
    speaker: Annotated[Line | None, Ask("Said by", "line", "Whose words or account.")] = None
    text: Annotated[Story, Ask("Seen, said", "story", "Facts and exact words.")]
    said_at: Annotated[Moment | None, Ask("When", "when")] = None


class SafetyChecked(Payload):
    """Is the person safe now, what was done, by whom (domain 2.5, gate G2)."""

    title = "Safety checked"
    help = "Is the person safe now, and what makes it so."

    kind: Literal["safety_checked"] = "safety_checked"
    safety: Annotated[Safety, Ask("Safe now?", "choice")]
    steps: Annotated[tuple[SafetyStep, ...], Ask("Done", "choices")] = ()
    because: Annotated[
        Line | None, Ask("What makes it so", "line", "Needed where you could not check.")
    ] = None
    emergency_reference: Annotated[Line | None, Ask("999 log number", "line")] = None

    @model_validator(mode="after")
    def _unable_needs_a_reason(self) -> Self:
        if self.safety is Safety.UNABLE and self.because is None:
            raise ValueError("Say why safety could not be checked, in What makes it so.")
        return self


class BodyMapDeclined(Payload):
    """Why there is no body map although the concern is physical (gate G3)."""

    title = "No body map"
    help = "Say why no body map is made."

    kind: Literal["body_map_declined"] = "body_map_declined"
    reason: Annotated[Line, Ask("Because", "line", "For example: no mark seen.")]


class OwnerAssigned(Payload):
    """Who answers for the case from now on: a person, never a team (R1)."""

    title = "Owner"
    help = "Name the person who answers for this case."

    kind: Literal["owner_assigned"] = "owner_assigned"
    owner: Annotated[UUID, Ask("Owner", "staff")]
    reason: Annotated[Line | None, Ask("Because")] = None


class InternallyEscalated(Payload):
    """A manager was told and decided. "Manager informed" alone is refused (gate G12)."""

    title = "Told and decided"
    help = "Who was told, who decides, what was decided and why."

    kind: Literal["internally_escalated"] = "internally_escalated"
    told: Annotated[UUID, Ask("Told", "staff")]
    decision_owner: Annotated[UUID, Ask("Who decides", "staff")]
    decision: Annotated[Line, Ask("Decided", "line", "What will be done now.")]
    reason: Annotated[Line, Ask("Because", "line", "Why that, or why nothing.")]
    risk: Annotated[
        Risk | None, Ask("Risk", "choice", "Leave empty to keep the risk as it stands.")
    ] = None


class ThresholdDecided(Payload):
    """The home's view on the threshold, and the route (gate G4).

    For an adult the three-part test of the Care Act 2014 s42, for a child significant harm.
    """

    title = "Threshold decided"
    help = "The test, the route and the reason, with a second person."

    kind: Literal["threshold_decided"] = "threshold_decided"
    decided_by: Annotated[UUID, Ask("Decided by", "staff")]
    second_person: Annotated[
        UUID | None, Ask("Second person", "staff", "May follow by countersigning in an emergency.")
    ] = None
    needs: Annotated[
        YesNoUnsure | None, Ask("Needs care and support", "choice", only="adult", needed=True)
    ] = None
    needs_because: Annotated[Line | None, Ask("Needs shown by", only="adult", needed=True)] = None
    at_risk: Annotated[
        YesNoUnsure | None, Ask("Abused or at risk", "choice", only="adult", needed=True)
    ] = None
    at_risk_because: Annotated[Line | None, Ask("Risk shown by", only="adult", needed=True)] = None
    cannot_protect: Annotated[
        YesNoUnsure | None, Ask("Cannot protect self", "choice", only="adult", needed=True)
    ] = None
    cannot_protect_because: Annotated[
        Line | None, Ask("That shown by", only="adult", needed=True)
    ] = None
    significant_harm: Annotated[
        YesNoUnsure | None, Ask("Significant harm", "choice", only="child", needed=True)
    ] = None
    """Actual or likely (Children Act 1989 s31, s47)."""
    significant_harm_because: Annotated[
        Line | None, Ask("Harm shown by", only="child", needed=True)
    ] = None
    parents_told: Annotated[
        YesNo | None, Ask("Parents told", "choice", only="child", needed=True)
    ] = None
    parents_because: Annotated[
        Line | None, Ask("Told or not because", only="child", needed=True)
    ] = None
    route: Annotated[Route, Ask("Route", "choice")]
    risk: Annotated[Risk, Ask("Risk", "choice")]
    rationale: Annotated[Story, Ask("Reason", "story", "Why this route and not another.")]
    provisional: Annotated[
        YesNo, Ask("On-call decision", "choice", "Yes: another person countersigns it.")
    ] = YesNo.NO

    @model_validator(mode="after")
    def _two_different_people(self) -> Self:
        if self.second_person == self.decided_by:
            raise ValueError("Name someone other than the one who decides, in Second person.")
        return self

    @property
    def alone(self) -> bool:
        """Whether it was decided on call or without a second person, so is countersigned (G18)."""
        return self.provisional is YesNo.YES or self.second_person is None

    @property
    def met(self) -> bool:
        """Whether no part was answered with a clear no: doubt refers (domain 4.4, L6)."""
        answers = (self.needs, self.at_risk, self.cannot_protect, self.significant_harm)
        return YesNoUnsure.NO not in answers


class Countersigned(Payload):
    """A second person stands by a decision taken alone or on call (gates G4, G18)."""

    title = "Countersigned"
    help = "Agree or disagree with a decision taken alone or on call."

    kind: Literal["countersigned"] = "countersigned"
    entry: Annotated[UUID, Ask("Decision", "entry", of=("threshold_decided",))]
    agrees: Annotated[YesNo, Ask("Agree", "choice")]
    comment: Annotated[Line | None, Ask("Because", "line", "Needed where you do not agree.")] = None

    @model_validator(mode="after")
    def _says_why_not(self) -> Self:
        if self.agrees is YesNo.NO and self.comment is None:
            raise ValueError("You do not agree: say why, in Because.")
        return self


class SharingDecided(Payload):
    """What may be shared with whom, on what ground (domain 2.4, gate G5)."""

    title = "Sharing decided"
    help = "Consent asked or not, the ground, and exactly what is shared."

    kind: Literal["sharing_decided"] = "sharing_decided"
    ground: Annotated[SharingGround, Ask("Ground", "choice")]
    consent_asked: Annotated[YesNo, Ask("Asked them", "choice")]
    shared_with: Annotated[Line, Ask("Shared with")]
    what: Annotated[Line, Ask("What exactly", "line", "The least that does the job.")]
    reason: Annotated[Line, Ask("Because")]
    consent_given: Annotated[YesNo | None, Ask("They agreed", "choice")] = None
    legal_basis: Annotated[
        Line | None, Ask("Legal basis", "line", "Where it is shared without consent.")
    ] = None
    method: Annotated[Method | None, Ask("How", "choice")] = None


class WishesRecorded(Payload):
    """What the person wants to happen, or why they were not asked (domain 2.3, gate G6)."""

    title = "Wishes"
    help = "What the person wants to happen, in their words, or why not asked."

    kind: Literal["wishes_recorded"] = "wishes_recorded"
    asked: Annotated[YesNo, Ask("Asked", "choice")]
    wishes: Annotated[Story | None, Ask("Wishes", "story")] = None
    wanted: Annotated[tuple[Wish, ...], Ask("That is, in short", "choices")] = ()
    """The same as reports count it; the person's own words stand in `wishes`."""
    not_asked_because: Annotated[Line | None, Ask("Not asked because")] = None
    taking_part: Annotated[
        TakingPart | None, Ask("Help to take part", "choice", "Nobody suitable: an advocate.")
    ] = None

    @model_validator(mode="after")
    def _wishes_or_reason(self) -> Self:
        if self.asked is YesNo.YES and self.wishes is None:
            raise ValueError("Write what the person wants to happen, in Wishes.")
        if self.asked is YesNo.NO and self.not_asked_because is None:
            raise ValueError("Say why the person was not asked, in Not asked because.")
        return self

    @model_validator(mode="after")
    def _wants_nothing_or_something(self) -> Self:
        if self.wanted and self.asked is YesNo.NO:
            raise ValueError("They were not asked: leave That is, in short empty.")
        if Wish.NONE in self.wanted and len(self.wanted) > 1:
            raise ValueError(f'"{Wish.NONE.label}" stands alone, in That is, in short.')
        return self
