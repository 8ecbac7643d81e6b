"""A ladder: the stages, owners and deadlines of one authority, as data a case is pinned to."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from sgtui.domain.calendar import Jurisdiction, Unit
from sgtui.domain.entries.choices import NotificationKind
from sgtui.domain.entries.payload import StageCode
from sgtui.domain.labelled import Labelled
from sgtui.domain.ladder_parts import (
    Amount,
    Condition,
    LadderPart,
    Outside,
    PatternRule,
    Route,
    Text,
    Words,
    fillable,
)
from sgtui.domain.ladder_words import ContactKind, Trigger
from sgtui.domain.people import Role


class Duty(Labelled):
    """What a clock can be about. Entries start and stop them; the ladder says how long each has."""

    TELL_SHIFT_LEADER = "tell_shift_leader", "Tell the shift leader"
    MAKE_SAFE = "make_safe", "Make safe"
    FULL_RECORD = "full_record", "Finish the record"
    INTERNAL_ESCALATION = "internal_escalation", "Tell the lead"
    THRESHOLD = "threshold", "Decide threshold"
    COUNTERSIGN = "countersign", "Countersign"
    INTERNAL_REVIEW = "internal_review", "Review keeping it inside"
    REFERRAL = "referral", "Send the referral"
    NOTIFICATION = "notification", "Tell others"
    RECEIPT = "receipt", "Confirm receipt"
    ACKNOWLEDGEMENT = "acknowledgement", "Learn who has it"
    CHASE = "chase", "Ring the duty desk"
    PROMISE = "promise", "Promise due"
    DECISION = "decision", "Decision due"
    ANSWER_AGENCY = "answer_agency", "Answer the agency"
    OUTCOME = "outcome", "Outcome due"
    CHALLENGE = "challenge", "Answer to challenge"
    CHALLENGE_TELL = "challenge_tell", "Tell someone outside"
    CHALLENGE_MEETING = "challenge_meeting", "Meet about the challenge"
    CHALLENGE_LETTER = "challenge_letter", "Challenge in writing"
    CHALLENGE_CONCLUSION = "challenge_conclusion", "Conclude the challenge"
    COORDINATION = "coordination", "Record coordination"
    LEAD_PROFESSIONAL = "lead_professional", "Name lead professional"
    COORDINATION_REVIEW = "coordination_review", "Review coordination"
    PATTERN = "pattern", "Look at a pattern"
    STAFF_SUPPORT = "staff_support", "Support the staff member"
    OBSERVATION = "observation", "Observe this shift"
    MONITORING = "monitoring", "Monitor"
    MEETING = "meeting", "Hold the meeting"
    ACTION = "action", "Action due"
    VERIFICATION = "verification", "Verify an action"
    SAFEGUARD_FIRST_REVIEW = "safeguard_first_review", "Review new safeguard"
    SAFEGUARD_REVIEW = "safeguard_review", "Review safeguard"
    FIRST_REVIEW = "first_review", "Hold first review"
    PLAN_REVIEW = "plan_review", "Review the plan"
    CLOSURE = "closure", "Decide closure"
    OVERSIGHT = "oversight", "Manager's weekly look"
    AFTER_ACTION = "after_action", "After-action review"
    FINDING = "finding", "Mend audit finding"
    FINDING_AT_RISK = "finding_at_risk", "Mend a risky gap"
    FINDING_CHECK = "finding_check", "Verify finding mended"


class OwedBy(Labelled):
    """Who owes whom while a clock runs."""

    WE_OWE = "we_owe", "we owe"
    THEY_OWE = "they_owe", "they owe"


class Term(LadderPart):
    """A length of time, in the unit it is counted in. None of it is "at once"."""

    amount: Amount
    unit: Unit


class Sooner(Term):
    """A shorter time that a duty has where the case has something more about it."""

    when: Annotated[tuple[Condition, ...], Field(min_length=1)]
    """Any of these, from when it came true."""


class ClockRule(LadderPart):
    """How long one duty of a stage has, and who owes it."""

    duty: Duty
    title: Annotated[Text, StringConstraints(min_length=1, max_length=24)]
    """Words for the queue; the duty's own label when the file gives none."""
    amount: Amount
    unit: Unit
    direction: OwedBy = OwedBy.WE_OWE
    cap: Literal["end_of_shift"] | None = None
    """Never due after the end of the shift in which it starts."""
    risk_override: dict[Literal["high", "immediate"], Term] = {}
    """Shorter terms at higher risk."""
    sooner: tuple[Sooner, ...] = ()
    """Shorter terms by what the case is; the soonest that applies counts."""
    repeat: Term | None = None
    """The time until the duty comes round again after it was done once; None is the same time."""
    late: Term | None = None
    """How long overdue before it is long overdue; None is the same span again."""
    notification: NotificationKind | None = None
    """Whom to tell; given for the duty `notification` alone."""
    contact_point: ContactKind | None = None
    """Whom this duty faces, where that is not the stage's own contact point."""
    inside: bool = False
    """Faces nobody outside: whatever the stage's contact point, no desk is rung for it."""
    when: tuple[Condition, ...] = ()
    """When the duty is owed at all: any of these; empty means always."""
    after: bool = False
    """At a rung: it begins when the clock above it in the stage is done or late, not at once."""
    at_desk: bool = False
    """Working days and office hours go by the opening hours of the stage's contact point."""
    source: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _title_from_duty(cls, given: Any) -> Any:
        if not isinstance(given, dict) or "title" in given:
            return given
        label = next((duty.label for duty in Duty if duty == given.get("duty")), None)
        return given | {"title": label} if label else given

    def term(self, risk: str | None = None) -> Term:
        """The time it has at a risk, such as Risk.HIGH. Immediate has what high has, or less."""
        if risk == "immediate" and "immediate" in self.risk_override:
            return self.risk_override["immediate"]
        if risk in ("high", "immediate") and "high" in self.risk_override:
            return self.risk_override["high"]
        return Term(amount=self.amount, unit=self.unit)


class Side(LadderPart):
    """One more person or body at the table of a stage, beside the home and its counterpart."""

    title: Words
    contact_point: ContactKind | None = None


class Stage(LadderPart):
    """One rung: what opens it, who owns it, whom they face, how long it has and where it leads."""

    code: StageCode
    name: Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{0,39}$")]
    title: Annotated[Text, StringConstraints(min_length=1, max_length=40)]
    trigger: Annotated[tuple[Trigger, ...], Field(min_length=1)]
    owner_role: Role
    fallback_roles: tuple[Role, ...] = ()
    """Who takes it when the owner cannot or does not, in order."""
    counterpart: Annotated[Text, StringConstraints(max_length=100)] = ""
    """Their person at this rung; empty when the home faces nobody yet."""
    side: tuple[Side, ...] = ()
    """Who else is at the table."""
    contact_point: ContactKind | None = None
    urgent_contact_point: ContactKind | None = None
    """Whom to ring when it cannot wait or the usual desk is shut."""
    attempts: Annotated[int, Field(strict=True, ge=1, le=10)] | None = None
    """Calls that reach nobody before the stage counts as missed, whatever its clocks say."""
    next_met: tuple[StageCode, ...] = ()
    next_missed: tuple[StageCode, ...] = ()
    parallel: bool = False
    """Runs beside the others and may open at any time."""
    formal: bool = False
    """What is put to them here, and at each rung above, is marked as a formal escalation."""
    clocks: tuple[ClockRule, ...] = ()
    checklist: tuple[Annotated[Text, StringConstraints(min_length=1, max_length=300)], ...] = ()
    script: Annotated[
        Text, StringConstraints(min_length=1, max_length=1500), AfterValidator(fillable)
    ]
    """What to say; {person}, {reference} and {home} are left open."""
    immediate: Annotated[Text, StringConstraints(max_length=500)] = ""
    """What goes first in immediate danger."""
    source: Annotated[Text, StringConstraints(min_length=1, max_length=300)]

    @property
    def owners(self) -> tuple[Role, ...]:
        """Who owns it, then who stands in, in order."""
        return (self.owner_role, *self.fallback_roles)

    def rules(self, duty: Duty) -> tuple[ClockRule, ...]:
        """This stage's rules for a duty; notifications may have several."""
        return tuple(rule for rule in self.clocks if rule.duty is duty)


class HandoverTerms(LadderPart):
    """How one shift hands over to the next (gate G17)."""

    opens_minutes: Annotated[int, Field(strict=True, ge=5, le=720)]
    """How long before the shift ends its handover is owed and can be signed for that end."""
    accept_minutes: Annotated[int, Field(strict=True, ge=5, le=720)]
    """How long the next shift has to take over, from the end of the shift or from the signing."""
    asked_days: Annotated[int, Field(strict=True, ge=1, le=366)]
    """How long after the last handover a home that signs none any more is still asked for one."""
    first: tuple[Duty, ...]
    """What must be recorded before whoever goes can sign."""
    source: Annotated[Text, StringConstraints(min_length=1, max_length=300)]


def first_named(counterpart: str) -> str:
    """Whom a stage faces, without whoever is told beside them: of "A; B told" it is "A"."""
    return counterpart.split(";")[0]


FEWEST_SHOWN = 5
"""As the national safeguarding adults collection for England leaves out counts below it."""


class LadderHead(LadderPart):
    """Whose ladder it is, and where it was read and when that must be read again."""

    id: Words
    version: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")]
    jurisdiction: Jurisdiction
    authority: Words
    source_title: Annotated[Text, StringConstraints(min_length=1, max_length=300)]
    source_checked_on: date
    review_by: date
    fewest_shown: Annotated[int, Field(strict=True, ge=3, le=50)] = FEWEST_SHOWN
    """From which count on a number of people may stand in a summary for others."""


class Ladder(LadderHead):
    """One version of one authority's ladder, whole."""

    stages: tuple[Stage, ...]
    routes: tuple[Route, ...] = ()
    """Whom a case is referred to: the first that fits."""
    patterns: tuple[PatternRule, ...] = ()
    outside: Outside | None = None
    """Where to turn when nobody inside is left to turn to."""
    handover: HandoverTerms | None = None
    """How shifts hand over; None where the file is silent, and the shipped ladder speaks."""

    def stage(self, code: str) -> Stage:
        """The stage of that code. KeyError if the ladder has none."""
        for stage in self.stages:
            if stage.code == code:
                return stage
        raise KeyError(code)

    def rules(self, duty: Duty) -> tuple[tuple[Stage, ClockRule], ...]:
        """Every rule for a duty, each with its stage, in the ladder's order."""
        return tuple((stage, rule) for stage in self.stages for rule in stage.rules(duty))

    @property
    def rungs(self) -> tuple[Stage, ...]:
        """The disagreement ladder from the lowest rung: stages whose answer can be challenged."""
        return tuple(self._climb())

    @property
    def rung_codes(self) -> tuple[str, ...]:
        """The codes of the rungs, the lowest first."""
        return tuple(rung.code for rung in self.rungs)

    def is_formal(self, code: str) -> bool:
        """Whether what is put at that rung is formal: it says so, or a rung below it does."""
        rungs = self.rungs
        place = next((n for n, rung in enumerate(rungs) if rung.code == code), -1)
        return any(rung.formal for rung in rungs[: place + 1])

    def _climb(self) -> Iterator[Stage]:
        left = {stage.code: stage for stage, _ in self.rules(Duty.CHALLENGE)}
        above = {code for stage in left.values() for code in stage.next_missed}
        code = next((code for code in left if code not in above), None)
        while code is not None:
            stage = left.pop(code)
            yield stage
            code = next((upper for upper in stage.next_missed if upper in left), None)
