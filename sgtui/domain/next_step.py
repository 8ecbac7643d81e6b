"""What the ladder says to do now: the duty, whom to ring, what to say, and what may be recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sgtui.domain.body_map.prompts import unanswered
from sgtui.domain.case_file import CaseFile
from sgtui.domain.clocks import Clock
from sgtui.domain.entries import CASE_KINDS, SharingDecided, WishesRecorded
from sgtui.domain.entries.choices import AgencyDecision, Safety
from sgtui.domain.gates import is_immediate
from sgtui.domain.ladder import Duty, Ladder, Stage
from sgtui.domain.record_gaps import record_gaps
from sgtui.domain.register import ContactPoint, Register
from sgtui.domain.routing import Routed, route_in


@dataclass(frozen=True)
class Step:
    """One entry that may be made now, with what is already known filled in."""

    kind: str
    label: str
    known: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class NextStep:
    """A running duty with everything needed to do it."""

    clock: Clock
    stage: Stage
    owner: Routed
    contact: ContactPoint | None
    urgent_contact: ContactPoint | None
    """Whom to ring when the usual desk is shut."""
    steps: tuple[Step, ...]


def next_steps(
    case: CaseFile,
    running: tuple[Clock, ...],
    ladder: Ladder,
    register: Register,
    here: UUID | None = None,
) -> tuple[NextStep, ...]:
    """What may be done about each running clock, in the order given, by whoever is `here`."""
    found = []
    for clock in running:
        stage = ladder.stage(clock.stage)
        found.append(
            NextStep(
                clock=clock,
                stage=stage,
                owner=route_in(register, case, stage.owners, here),
                contact=register.contacts.get(clock.contact) if clock.contact else None,
                urgent_contact=register.contact_at(stage.urgent_contact_point),
                steps=tuple(_STEPS.get(clock.duty, _none)(case, clock)),
            )
        )
    return tuple(found)


def _step(kind: str, label: str = "", **known: Any) -> Step:
    return Step(kind, label or CASE_KINDS[kind].title, known)


def _none(_case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield from ()


def _make_safe(_case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield _step("safety_checked", "Record that they are safe, and why")
    yield _step("safeguard_started")


def _full_record(case: CaseFile, _clock: Clock) -> Iterator[Step]:
    kinds = [gap.mends for gap in record_gaps(case)]
    for kind in dict.fromkeys(kinds):
        yield _step(kind)


def _escalate(_case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield _step("internally_escalated", "Told, and decided")


def _threshold(case: CaseFile, clock: Clock) -> Iterator[Step]:
    if record_gaps(case) and not is_immediate(case):
        yield from _full_record(case, clock)
    yield _step("threshold_decided")


def _countersign(_case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield _step("countersigned", entry=clock.subject)


def _referral(case: CaseFile, clock: Clock) -> Iterator[Step]:
    if not is_immediate(case):
        if not case.of(SharingDecided):
            yield _step("sharing_decided", "First: what may be shared")
        if not case.of(WishesRecorded):
            yield _step("wishes_recorded", "First: what the person wants")
    yield _step("referral_sent", "Referral rung through or submitted", contact=clock.contact)


def _notification(_case: CaseFile, clock: Clock) -> Iterator[Step]:
    kind = clock.key.split(".")[2]
    yield _step("notification_decided", f"{clock.title}: told, or not required", notification=kind)


def _about(case: CaseFile, clock: Clock) -> dict[str, Any]:
    """The referral that a clock is about, and its desk, as known fields."""
    for sent in case.referrals:
        ids = {sent.id, *(e.id for e, _ in sent.contacts), *(e.id for e, _ in sent.decisions)}
        if clock.subject in ids:
            return {"referral": sent.id}
    return {"referral": case.referrals[-1].id} if case.referrals else {}


def _contact(case: CaseFile, clock: Clock, label: str) -> Step:
    return _step(
        "agency_contacted", label, contact=clock.contact, stage=clock.stage, **_about(case, clock)
    )


def _receipt(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield _step("referral_received", "They confirm they have it", **_about(case, clock))
    yield _contact(case, clock, "Rang: nobody answered, or a promise")
    yield _step("referral_acknowledged", "A named person has it in hand", **_about(case, clock))


def _acknowledgement(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield _step("referral_acknowledged", "A named person has it in hand", **_about(case, clock))
    yield _contact(case, clock, "Rang: nobody answered, or a promise")


def _chase(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield _contact(case, clock, "Rang the desk: what came of it")
    yield from list(_receipt(case, clock))[::2]


def _decision(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield _step("referral_decided", "They have decided", **_about(case, clock))
    yield _contact(case, clock, "Rang: nobody answered, or a promise")


def _challenge(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield _contact(case, clock, f"Raised with {clock.counterpart or 'them'}")
    yield _step("referral_decided", "They have decided", **_about(case, clock))
    refused = [
        sent
        for sent in case.referrals
        if sent.decision and sent.decision[1].decision is AgencyDecision.NOT_PROGRESSED
    ]
    if refused:
        yield _step("agency_decision_accepted", "Two people accept it", referral=refused[-1].id)


def _answer(case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield _contact(case, clock, "Answered their question")


def _observe(case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield _step("observation_made", "How the person is on this shift")
    if case.worsened or case.safety is Safety.UNSAFE_UNCONTROLLED:
        yield _step("safety_checked")
    yield from _prompts(case)


def _safeguard(case: CaseFile, clock: Clock) -> Iterator[Step]:
    entry = case.entry(clock.subject)
    safeguard = getattr(entry.payload, "safeguard", clock.subject) if entry else clock.subject
    yield _step("safeguard_reviewed", safeguard=safeguard)
    yield _step("safeguard_ended", safeguard=safeguard)


def _prompts(case: CaseFile) -> Iterator[Step]:
    """What the body maps of the case ask and nobody has answered; no clock runs for it."""
    for said, prompt in unanswered(case):
        yield _step(
            "body_map_prompt_answered",
            "Answer the body map's prompt",
            body_map=said.entry.id,
            prompt=prompt.kind,
        )


def _review(case: CaseFile, _clock: Clock) -> Iterator[Step]:
    yield _step("review_held")
    yield from _prompts(case)
    yield _step("closure_requested")


def _closure(_case: CaseFile, clock: Clock) -> Iterator[Step]:
    yield _step("closure_approved", request=clock.subject)
    yield _step("closure_refused", request=clock.subject)


_STEPS: dict[Duty, Callable[[CaseFile, Clock], Iterator[Step]]] = {
    Duty.MAKE_SAFE: _make_safe,
    Duty.FULL_RECORD: _full_record,
    Duty.INTERNAL_ESCALATION: _escalate,
    Duty.THRESHOLD: _threshold,
    Duty.COUNTERSIGN: _countersign,
    Duty.INTERNAL_REVIEW: _review,
    Duty.REFERRAL: _referral,
    Duty.NOTIFICATION: _notification,
    Duty.RECEIPT: _receipt,
    Duty.ACKNOWLEDGEMENT: _acknowledgement,
    Duty.CHASE: _chase,
    Duty.PROMISE: _chase,
    Duty.DECISION: _decision,
    Duty.CHALLENGE: _challenge,
    Duty.ANSWER_AGENCY: _answer,
    Duty.OBSERVATION: _observe,
    Duty.SAFEGUARD_FIRST_REVIEW: _safeguard,
    Duty.SAFEGUARD_REVIEW: _safeguard,
    Duty.FIRST_REVIEW: _review,
    Duty.PLAN_REVIEW: _review,
    Duty.CLOSURE: _closure,
}
