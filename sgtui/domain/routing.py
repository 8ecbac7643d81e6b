"""Who is next: whoever holds a role, with empty roles and people alleged or in conflict skipped."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.ladder_parts import Outside
from sgtui.domain.opening_hours import OFFICE_WEEK
from sgtui.domain.people import Role, StaffMember
from sgtui.domain.register import ContactPoint, Register
from sgtui.domain.whose import Task, Way


@dataclass(frozen=True)
class Routed:
    """The person to turn to, and whom the way to them passed over."""

    member: StaffMember | None
    skipped: tuple[str, ...] = ()
    """Why each earlier role or person was passed over, in words."""
    outside: Outside | None = None
    """Where to turn instead, when nobody inside is left (domain 4.4 a)."""
    desks: tuple[ContactPoint, ...] = ()
    """The desks of that way outside which the register knows."""
    checking: bool = False
    """Whether somebody is left inside, who would then check what they did."""

    @property
    def name(self) -> str:
        """The person's name, or plain words for who it is instead."""
        if self.member is not None:
            return self.member.name
        if self.checking:
            return "nobody else in the register"
        if self.outside is None:
            return "nobody in the register"
        desk = self.desks[0].name if self.desks else self.outside.contact_points[0].label
        return f"somebody outside: {desk}"


def route(
    register: Register,
    roles: tuple[Role, ...],
    *,
    now: datetime,
    owner: UUID | None,
    barred: frozenset[UUID],
    here: UUID | None = None,
    outside: Outside | None = None,
    task: Task | None = None,
) -> Routed:
    """Whom the task was given to, else the person in the first of these roles that may act.

    Nobody acts who is `barred`, nor anybody whom such a person manages, unless nobody else is
    left to do what needs no decision; nobody checks what they did. Of several it is the case's
    owner, else whoever is `here` at the desk, else the first in the register. An empty role is
    skipped at once, and said; with everybody skipped it is somebody `outside`.
    """
    way = Way(register, roles, now, barred, task)
    first = way.named(owner)
    free = [first] if first else next(filter(None, map(way.free, roles)), []) or way.left()
    if free:
        by_id = {member.id: member for member in free}
        member = next((by_id[one] for one in (owner, here) if one in by_id), free[0])
        return Routed(member, way.skipped)
    if way.checking:
        return Routed(None, way.skipped, checking=True)
    return Routed(None, way.skipped, outside, desks_of(register, outside))


def route_in(
    register: Register,
    case: CaseFile,
    roles: tuple[Role, ...],
    *,
    now: datetime,
    here: UUID | None = None,
    outside: Outside | None = None,
    task: Task | None = None,
) -> Routed:
    """As `route`, for a case file."""
    return route(
        register,
        roles,
        now=now,
        owner=case.owner,
        barred=case.barred,
        here=here,
        outside=outside,
        task=task,
    )


def owner_of(register: Register, case: CaseFile, ladder: Ladder, now: datetime) -> Routed:
    """Who answers for the whole case: its owner, else whoever would be told of it (R1, G21)."""
    owner = register.staff.get(case.owner) if case.owner else None
    if owner is not None and owner.active:
        return Routed(owner)
    return to_tell(register, case, ladder, now)


def given_words(register: Register, case: CaseFile, who: UUID) -> str:
    """The name of whom something was given to; that it is theirs no more where they are out."""
    member = register.staff.get(who)
    theirs = member is not None and member.active and who not in case.barred
    name = register.staff_name(who)
    return name if theirs else f"nobody now; was {name}"


def to_tell(register: Register, case: CaseFile, ladder: Ladder, now: datetime) -> Routed:
    """Whom a shift leader tells: whoever decides the threshold, on call first out of hours.

    Office hours are those of an ordinary working week (ladder L4, domain 4.4).
    """
    deciding = next((stage.owners for stage, _ in ladder.rules(Duty.THRESHOLD)), ())
    if not register.calendar.is_open(OFFICE_WEEK, now) and Role.ON_CALL_MANAGER in deciding:
        others = (role for role in deciding if role is not Role.ON_CALL_MANAGER)
        deciding = (Role.ON_CALL_MANAGER, *others)
    return route_in(register, case, deciding, now=now, outside=ladder.outside)


def desks_of(register: Register, outside: Outside | None) -> tuple[ContactPoint, ...]:
    """The desks of the way outside that the register knows, in the ladder's order."""
    points = outside.contact_points if outside else ()
    return tuple(desk for point in points if (desk := register.contact_at(point)))
