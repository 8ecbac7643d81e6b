"""What the ladder says to do now: the duty, whom to ring, what to say, and what may be recorded."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from sgtui.domain.attempt import is_immediate
from sgtui.domain.case_file import CaseFile
from sgtui.domain.climbing import challenge_of
from sgtui.domain.clock import Clock
from sgtui.domain.destination import destination
from sgtui.domain.ladder import Duty, Ladder, Stage
from sgtui.domain.register import ContactPoint, Register
from sgtui.domain.routing import Routed, desks_of, route_in
from sgtui.domain.steps import (
    agency,
    audit,
    challenge,
    coordination,
    oversight,
    pattern,
    plan,
    protection,
    response,
)
from sgtui.domain.steps.challenge import Rung
from sgtui.domain.steps.step import Offers, Step
from sgtui.domain.whose import anybody_decides

__all__ = ["NextStep", "Step", "next_steps"]

_STEPS: dict[Duty, Offers] = {
    **response.STEPS,
    **agency.STEPS,
    **coordination.STEPS,
    **plan.STEPS,
    **pattern.STEPS,
    **oversight.STEPS,
    **audit.STEPS,
    **protection.STEPS,
}

_TO_DECIDE = (Duty.INTERNAL_ESCALATION, Duty.THRESHOLD, Duty.INTERNAL_REVIEW)
"""Duties that wait for somebody who may decide."""


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
    *,
    now: datetime,
    here: UUID | None = None,
) -> tuple[NextStep, ...]:
    """What may be done about each running clock, in the order given, by whoever is `here`."""
    found = []
    for clock in running:
        stage = ladder.stage(clock.stage)
        owner = route_in(
            register, case, stage.owners, now=now, here=here, outside=ladder.outside, task=clock
        )
        urgent = _urgent(case, clock, stage, ladder, register)
        step = NextStep(
            clock=clock,
            stage=stage,
            owner=owner,
            contact=register.contacts.get(clock.contact) if clock.contact else None,
            urgent_contact=urgent,
            steps=_offered(
                case,
                _put_now(case, clock, urgent, register, now),
                partial(_rung, case, clock, register, now, here),
                ladder,
            ),
        )
        if clock.duty in _TO_DECIDE and not anybody_decides(register, case.barred):
            step = _straight_outside(case, step, ladder, register)
        found.append(step)
    return tuple(found)


def _put_now(
    case: CaseFile, clock: Clock, urgent: ContactPoint | None, register: Register, now: datetime
) -> Clock:
    """In danger a referral goes to whoever answers now, where the usual desk is shut."""
    usual = register.contacts.get(clock.contact) if clock.contact else None
    if clock.duty is not Duty.REFERRAL or urgent is None or not is_immediate(case):
        return clock
    if usual is not None and register.calendar.is_open(usual.hours, now):
        return clock
    return replace(clock, contact=urgent.id)


def _straight_outside(
    case: CaseFile, step: NextStep, ladder: Ladder, register: Register
) -> NextStep:
    """With nobody inside who may decide, whoever is there rings outside and refers it."""
    sent = destination(case, ladder, register).desk
    return replace(
        step,
        owner=replace(step.owner, outside=ladder.outside, desks=desks_of(register, ladder.outside)),
        steps=tuple(response.straight_outside(case, step.clock, sent.id if sent else None)),
    )


def _urgent(
    case: CaseFile, clock: Clock, stage: Stage, ladder: Ladder, register: Register
) -> ContactPoint | None:
    """Of a referral still to be sent the one that its route names, else the stage's."""
    if clock.duty is Duty.REFERRAL:
        return destination(case, ladder, register).urgent
    return register.contact_at(stage.urgent_contact_point)


def _offered(
    case: CaseFile, clock: Clock, ways: Callable[[Stage], Rung], ladder: Ladder
) -> tuple[Step, ...]:
    at_rung = challenge.AT_RUNGS.get(clock.duty)
    if at_rung is not None:
        above = _above(clock, case, ladder)
        here = replace(ways(ladder.stage(clock.stage)), contact=clock.contact)
        return tuple(at_rung(case, clock, here, ways(above) if above else None))
    offers = _STEPS.get(clock.duty)
    return tuple(offers(case, clock)) if offers else ()


def _rung(
    case: CaseFile,
    clock: Clock,
    register: Register,
    now: datetime,
    here: UUID | None,
    stage: Stage,
) -> Rung:
    """A rung with whoever of us would raise it there, and their desk."""
    who = route_in(register, case, stage.owners, now=now, here=here, task=clock).member
    desk = register.contact_at(stage.contact_point)
    return Rung(stage, who.id if who else None, desk.id if desk else None)


def _above(clock: Clock, case: CaseFile, ladder: Ladder) -> Stage | None:
    """The rung after the one that a challenge was last put to; None at the top."""
    raised = challenge_of(case, clock)
    last = raised.rung.stage if raised is not None else clock.stage
    codes = ladder.rung_codes
    above = codes.index(last) + 1 if last in codes else len(codes)
    return ladder.rungs[above] if above < len(codes) else None
