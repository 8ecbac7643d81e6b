"""Steps that keep people safe, tell who must know and bring the case to its end (L6a, L15, L16)."""

from collections.abc import Iterator
from uuid import UUID

from sgtui.domain.attempt import is_immediate
from sgtui.domain.body_map.prompts import unanswered
from sgtui.domain.case_file import CaseFile
from sgtui.domain.clock import Clock
from sgtui.domain.continuity import lacks_protection
from sgtui.domain.entries import SafeguardingPlanAgreed, ThresholdDecided
from sgtui.domain.entries.choices import NotificationKind, Route, Safety
from sgtui.domain.ladder import Duty
from sgtui.domain.low_level import stays_low
from sgtui.domain.steps.step import Offers, Step, step


def _observe(case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield step("observation_made", "How the person is on this shift")
    if case.worsened or case.safety is Safety.UNSAFE_UNCONTROLLED:
        yield step("safety_checked")
    if lacks_protection(case):
        yield step("safeguard_started", "Nothing protects them: start a safeguard")
    yield from _prompts(case)


def _safeguard(case: CaseFile, clock: Clock) -> Iterator[Step]:
    entry = case.entry(clock.subject)
    safeguard = getattr(entry.payload, "safeguard", clock.subject) if entry else clock.subject
    yield step("safeguard_reviewed", safeguard=safeguard)
    yield step("safeguard_ended", safeguard=safeguard)


def _monitor(case: CaseFile, clock: Clock) -> Iterator[Step]:
    entry = case.entry(clock.subject)
    watched = getattr(entry.payload, "monitoring", clock.subject) if entry else clock.subject
    yield step("observation_made", "What you see of it now", monitoring=watched)
    yield step("monitoring_ended", monitoring=watched)


_REFERRED_TO = (NotificationKind.LADO, NotificationKind.POLICE)
"""Who is told by a referral of its own."""


def _notification(case: CaseFile, clock: Clock) -> Iterator[Step]:
    kind = clock.matter
    yield step("notification_decided", f"{clock.title}: told, or not required", notification=kind)
    if kind in _REFERRED_TO and clock.contact is not None and _goes_out(case):
        yield step("referral_sent", "Referred to them", contact=clock.contact)


def _goes_out(case: CaseFile) -> bool:
    """Whether a referral may be sent: decided so, or in immediate danger (gate G4)."""
    decided = case.last(ThresholdDecided)
    outside = decided is not None and decided.what.route is not Route.INTERNAL
    return outside or is_immediate(case)


def _support(_case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield step("staff_supported", supported=UUID(hex=clock.matter))


def _prompts(case: CaseFile) -> Iterator[Step]:
    """What the body maps of the case ask and nobody has answered; no clock runs for it."""
    for said, prompt in unanswered(case):
        yield step(
            "body_map_prompt_answered",
            "Answer the body map's prompt",
            body_map=said.entry.id,
            prompt=prompt.kind,
        )


def _review(case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield step("review_held")
    if case.last(SafeguardingPlanAgreed) is not None:
        yield step("safeguarding_plan_agreed", "The plan as changed")
    yield from _prompts(case)
    yield step("closure_requested")


def _closure(_case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield step("closure_approved", "Another person approves it", request=clock.subject)
    yield step("closure_refused", "Another person refuses it", request=clock.subject)


def _internal(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield from _review(case, clock)
    if stays_low(case):
        yield step("threshold_decided", "It is more than low level: decide the threshold")


STEPS: dict[Duty, Offers] = {
    Duty.NOTIFICATION: _notification,
    Duty.STAFF_SUPPORT: _support,
    Duty.INTERNAL_REVIEW: _internal,
    Duty.OBSERVATION: _observe,
    Duty.MONITORING: _monitor,
    Duty.SAFEGUARD_FIRST_REVIEW: _safeguard,
    Duty.SAFEGUARD_REVIEW: _safeguard,
    Duty.FIRST_REVIEW: _review,
    Duty.PLAN_REVIEW: _review,
    Duty.CLOSURE: _closure,
}
