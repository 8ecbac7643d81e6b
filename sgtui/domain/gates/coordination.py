"""Gates of bringing the agencies together (G7, G8): asked before anything ends, shown at the end.

A question left open never stops safety, a contact, a referral or a challenge (R14).
"""

from collections.abc import Iterator
from uuid import UUID

from sgtui.domain.attempt import Attempt, Gate, Missing
from sgtui.domain.complexity import unanswered as coordination_owed
from sgtui.domain.coordination import POINTS, Point, Round
from sgtui.domain.entries import (
    AgencyDecisionAccepted,
    ClosureApproved,
    ClosureRequested,
    CoordinationRecorded,
    CoordinationReviewed,
    CoordinationValidated,
    LeadProfessionalNamed,
    Payload,
    ReviewHeld,
    SafeguardingPlanAgreed,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import Route, YesNo
from sgtui.domain.gates.no_answer import BARE, unanswered
from sgtui.domain.people import Right

_WAITS = (
    ReviewHeld, ClosureRequested, ClosureApproved, SafeguardingPlanAgreed, AgencyDecisionAccepted,
    LeadProfessionalNamed,
)  # fmt: skip
"""What goes no further while nobody has said whether several agencies are needed."""

_IN_WORDS = (
    "nature_of_risk", "professionals_involved", "actions_taken", "additional_support_required",
    "multi_agency_because",
)  # fmt: skip
"""The four fields of the coordination protocol, and why several agencies are needed or not."""


def still_asked(attempt: Attempt) -> Iterator[Missing]:
    """Whether the question of several agencies stands open, for what waits for it (G7)."""
    payload = attempt.payload
    inside = isinstance(payload, ThresholdDecided) and payload.route is Route.INTERNAL
    if not inside and not isinstance(payload, _WAITS):
        return
    open_round = coordination_owed(attempt.case, attempt.ladder, attempt.register)
    if open_round is not None:
        yield Missing(
            "G7",
            f"Are several agencies needed? That is open {open_round.because}."
            " Record the coordination first, yes or no and why.",
            "coordination_recorded",
        )


def _recorded(attempt: Attempt) -> Iterator[Missing]:
    yield from unanswered(attempt.payload, _IN_WORDS, "G7", BARE)


def _running(attempt: Attempt) -> Iterator[Missing]:
    if attempt.case.coordination.running is None:
        yield Missing(
            "G8", "No coordination is going on. Record it first.", "coordination_recorded"
        )


def _validated(attempt: Attempt) -> Iterator[Missing]:
    payload, running = attempt.payload, attempt.case.coordination.running
    if not isinstance(payload, CoordinationValidated):
        return
    yield from _running(attempt)
    for point in POINTS:
        yield from _shown(attempt, point)
    if running is not None:
        yield from _signed(attempt, running)
        yield from _together(attempt)


def _shown(attempt: Attempt, point: Point) -> Iterator[Missing]:
    """One point: answered Yes, with entries that stand and can show it."""
    payload = attempt.payload
    label = type(payload).asks()[point.name].label
    if getattr(payload, point.name) is not YesNo.YES:
        yield Missing("G8", f"{label}: coordination goes on until this is Yes, and shown.")
        return
    shown: tuple[UUID, ...] = getattr(payload, point.shown_by)
    fitting = [entry.id for entry in attempt.case.standing if point.shows(entry)]
    if not set(fitting) & set(shown):
        sentence = f"{label}: name an entry that shows it: {point.words}."
        yield Missing("G8", sentence, "" if fitting else point.mends)
    if any(one in attempt.case.struck for one in shown):
        yield Missing("G8", f"{label}: an entry made in error shows nothing. Leave it out.")


def _signed(attempt: Attempt, running: Round) -> Iterator[Missing]:
    owner = running.records[-1][1].review_owner
    if attempt.author.id != owner and not attempt.author.may(Right.DECIDE):
        name = attempt.register.staff_name(owner)
        yield Missing("G8", f"{name} signs this as review owner, or a lead or manager instead.")


def _together(attempt: Attempt) -> Iterator[Missing]:
    coordination = attempt.case.coordination
    if coordination.lead is None:
        yield Missing("G8", "Nobody leads yet. Name one person.", "lead_professional_named")
    for party in coordination.disagreements:
        yield Missing(
            "G8",
            f"{party.what.agency.label} does not agree to the plan. Record that they now do,"
            " or challenge it.",
            "agency_agreed",
        )


GATES: dict[type[Payload], Gate] = {
    CoordinationRecorded: _recorded,
    CoordinationReviewed: _running,
    CoordinationValidated: _validated,
}
