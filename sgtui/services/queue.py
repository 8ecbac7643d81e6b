"""The queue: the open clocks of all open cases, most urgent first. Nothing ages out of it.

What the home owes itself, such as handing a shift over, stands in it beside them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.calendar import Calendar
from sgtui.domain.entries.choices import AttemptResult, Risk
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import OwedBy
from sgtui.domain.ladder_parts import Outside
from sgtui.domain.people import Role
from sgtui.domain.register import ContactPoint, Register
from sgtui.domain.routing import Routed, route
from sgtui.domain.urgency import Urgency, urgency
from sgtui.domain.when import say
from sgtui.services.desk import Desk
from sgtui.services.home_duties import Contribution, contributions, home_rows
from sgtui.services.ports import CaseRow, ClockRow
from sgtui.services.queue_row import Group, QueueRow, group_of, lateness_of
from sgtui.services.refusals import is_shown

__all__ = [
    "Group", "Queue", "QueueFacts", "QueueRow", "arrange", "desk_words", "read_facts",
]  # fmt: skip


@dataclass(frozen=True)
class QueueFacts:
    """All that a queue is made of, read once; the queue itself changes with time alone."""

    clocks: tuple[tuple[ClockRow, CaseRow], ...]
    register: Register
    reader: UUID
    roles: Mapping[tuple[str, str], tuple[Role, ...]]
    """Who owns a stage and who stands in, by ladder version and stage code."""
    urgent: Mapping[tuple[str, str], str]
    """The sort of desk to ring when a stage's own is shut, by the same."""
    outside: Mapping[str, Outside | None]
    """Where to turn when nobody inside is left, by ladder version."""
    home: tuple[Contribution, ...] = ()
    """What the home owes itself and no case, family by family."""


@dataclass(frozen=True)
class Queue:
    """The queue at one moment."""

    rows: tuple[QueueRow, ...]
    late: int
    due_today: int
    open_cases: int


def read_facts(desk: Desk) -> QueueFacts:
    """Everything the queue needs, in one query over the open clocks.

    Cases that name the reader are left out, and out of every count (gate G21).
    """
    with desk.store.reading() as unit:
        register = desk.register(unit)
        clocks = tuple(
            (clock, case) for clock, case in unit.open_clocks() if is_shown(desk, case.barred)
        )
        home = contributions(desk, unit, register)
    names = {case.ladder for _, case in clocks}
    ladders = [desk.known.ladder(register, name) for name in names]
    outside = {ladder.version: ladder.outside for ladder in ladders}
    roles = {
        (ladder.version, rung.code): rung.owners for ladder in ladders for rung in ladder.stages
    }
    urgent = {
        (ladder.version, rung.code): rung.urgent_contact_point
        for ladder in ladders
        for rung in ladder.stages
        if rung.urgent_contact_point is not None
    }
    return QueueFacts(clocks, register, desk.author.staff_id, roles, urgent, outside, home)


def arrange(facts: QueueFacts, now: datetime) -> Queue:
    """The queue as it stands now. Pure."""
    of_cases = (_row(facts, c, case, now) for c, case in _running(facts, now))
    of_the_home = home_rows(facts.home, facts.register, facts.reader, now)
    rows = sorted((*of_cases, *of_the_home), key=_order)
    late = sum(row.urgency.is_late for row in rows)
    today = sum(row.urgency in (Urgency.DUE_SOON, Urgency.DUE_TODAY) for row in rows)
    open_cases = {case.case_id for _, case in facts.clocks if case.closed_at is None}
    return Queue(tuple(rows), late, today, len(open_cases))


def _running(facts: QueueFacts, now: datetime) -> list[tuple[ClockRow, CaseRow]]:
    cases = {case.case_id: case for _, case in facts.clocks}
    return [(clock, cases[clock.case_id]) for clock in in_force((c for c, _ in facts.clocks), now)]


def _row(facts: QueueFacts, clock: ClockRow, case: CaseRow, now: datetime) -> QueueRow:
    register = facts.register
    contact = register.contacts.get(clock.contact_id) if clock.contact_id else None
    level = urgency(clock.started_at, clock.due_at, clock.late_at, now)
    owner = _owner(facts, clock, case, now)
    person = register.people.get(case.person_id)
    immediate = case.risk == Risk.IMMEDIATE
    ours = clock.direction == OwedBy.WE_OWE
    me = owner.member is not None and owner.member.id == facts.reader
    we = "you" if me else owner.name
    they = clock.counterpart or (contact.name if contact else "the agency")
    return QueueRow(
        key=f"{clock.case_id}.{clock.key}",
        case_id=clock.case_id,
        reference=case.reference,
        initials=person.initials if person else "?",
        room=person.room if person else "",
        duty=clock.title,
        owner=owner.name,
        owner_id=owner.member.id if owner.member else None,
        owes=we if ours else they,
        owed_to=(they if clock.counterpart or contact else "") if ours else we,
        due_at=clock.due_at,
        urgency=level,
        lateness=lateness_of(clock.due_at, level, now),
        group=group_of(register.calendar, contact, level, ours=ours, immediate=immediate, now=now),
        stage=clock.stage,
        desk=desk_words(register.calendar, contact, now),
        opens_at=register.calendar.next_opening(contact.hours, now) if contact else None,
        urgent=_urgent(facts, clock, case, contact, now),
        last_contact=_last_contact(clock, now),
        explanation=clock.explanation,
        immediate=immediate,
        high_risk=case.risk in (Risk.HIGH, Risk.IMMEDIATE),
        ours=ours,
    )


def _owner(facts: QueueFacts, clock: ClockRow, case: CaseRow, now: datetime) -> Routed:
    return route(
        facts.register,
        facts.roles.get((case.ladder, clock.stage), ()),
        now=now,
        owner=case.owner_id,
        barred=case.barred,
        here=facts.reader,
        outside=facts.outside[case.ladder],
        task=clock,
    )


def _urgent(
    facts: QueueFacts,
    clock: ClockRow,
    case: CaseRow,
    contact: ContactPoint | None,
    now: datetime,
) -> str:
    """Who answers while the desk is shut, where somebody else does."""
    calendar = facts.register.calendar
    if contact is None or calendar.is_open(contact.hours, now):
        return ""
    night = facts.register.contact_at(facts.urgent.get((case.ladder, clock.stage)))
    return "" if night is None or night.id == contact.id else desk_words(calendar, night, now)


def _last_contact(clock: ClockRow, now: datetime) -> str:
    if clock.tried_at is None:
        return ""
    at = say(clock.tried_at, now).removeprefix("today ")
    return f"{AttemptResult.of(clock.tried).label}, {at}"


def desk_words(calendar: Calendar, contact: ContactPoint | None, now: datetime) -> str:
    """ "LA duty desk 01632 960 114, open till 17:00", or when it opens."""
    if contact is None:
        return ""
    name = f"{contact.name} {contact.phone}".strip()
    if not calendar.is_open(contact.hours, now):
        opens = calendar.next_opening(contact.hours, now)
        return f"{name}, shut, opens {say(opens, now)}" if opens else f"{name}, shut"
    until = calendar.open_until(contact.hours, now)
    return (
        f"{name}, open till {say(until, now).removeprefix('today ')}" if until else f"{name}, open"
    )


_GROUPS = tuple(Group)


def _order(row: QueueRow) -> tuple[int, bool, bool, datetime, str]:
    """Group, then immediate risk, then late before due, then the longest late or soonest due."""
    return (
        _GROUPS.index(row.group),
        not row.immediate,
        not row.urgency.is_late,
        row.due_at,
        row.key,
    )
