"""What the home owes itself, in the queue beside what its cases owe, so that nothing is lost.

Each family gives its duties as a function of now alone, so that they come and go with time.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from uuid import UUID

from sgtui.domain import handover
from sgtui.domain.entries import REGISTER_ID
from sgtui.domain.home_duty import HomeDuty
from sgtui.domain.ladder_kept import handover_terms
from sgtui.domain.register import Register
from sgtui.domain.urgency import urgency
from sgtui.services.desk import Desk
from sgtui.services.learning import owed_learning
from sgtui.services.ports import ReadUnit
from sgtui.services.queue_row import QueueRow, group_of, lateness_of

HOME = "HOME"
"""What stands in place of a case's reference."""

Contribution = Callable[[datetime], Iterable[HomeDuty]]
"""What one family owes at a moment."""


def contributions(desk: Desk, unit: ReadUnit, register: Register) -> tuple[Contribution, ...]:
    """Every family's duties of the home, read once; none before a ladder says how long each has."""
    if not register.current_ladder:
        return ()
    ladder, calendar = desk.known.ladder(register, register.current_ladder), register.calendar
    terms = handover_terms(ladder)
    learnt = owed_learning(desk, unit, register)
    return partial(handover.duties, register.handovers, calendar, terms), lambda _now: learnt


def home_rows(
    given: Iterable[Contribution], register: Register, reader: UUID, now: datetime
) -> Iterator[QueueRow]:
    """The rows of the queue for them, as they stand now. Pure."""
    for contribution in given:
        for duty in contribution(now):
            yield _row(duty, register, reader, now)


def _row(duty: HomeDuty, register: Register, reader: UUID, now: datetime) -> QueueRow:
    level = urgency(duty.started_at, duty.due_at, duty.late_at, now)
    owner_id, owner = _owner(duty, register, reader)
    return QueueRow(
        key=f"home.{duty.key}",
        case_id=REGISTER_ID,
        reference=HOME,
        initials="",
        room="",
        duty=duty.title,
        owner=owner,
        owner_id=owner_id,
        owes="you" if owner_id == reader else owner,
        owed_to="",
        due_at=duty.due_at,
        urgency=level,
        lateness=lateness_of(duty.due_at, level, now),
        group=group_of(register.calendar, None, level, ours=True, immediate=False, now=now),
        stage="",
        desk="",
        opens_at=None,
        urgent="",
        last_contact="",
        explanation=duty.explanation,
        immediate=False,
        high_risk=False,
        ours=True,
        screen=duty.screen,
    )


def _owner(duty: HomeDuty, register: Register, reader: UUID) -> tuple[UUID | None, str]:
    """Who was named; else the reader where they hold the first role that anybody holds; else it."""
    if duty.given_to is not None and duty.given_to in register.staff:
        return duty.given_to, register.staff_name(duty.given_to)
    for role in duty.roles:
        held = {member.id for member in register.holders(role)} - duty.not_by
        if reader in held:
            return reader, register.staff_name(reader)
        if held:
            return None, role.label
    return None, "anybody who records"
