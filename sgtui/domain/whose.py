"""Whose a duty is: who was named to do it, who may act in a role, who is passed over and why."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from sgtui.domain.ladder import Duty
from sgtui.domain.people import Right, Role, StaffMember, allows
from sgtui.domain.register import Register


class Task(Protocol):
    """What a duty itself says of whose it is: a clock, or its projection."""

    @property
    def duty(self) -> str:
        """What it is about."""
        ...

    @property
    def given_to(self) -> UUID | None:
        """Who was named to do it."""
        ...

    @property
    def not_by(self) -> frozenset[UUID]:
        """Who did what is to be checked, and so does not check it."""
        ...


_OWNERS_FIRST = (Duty.THRESHOLD, Duty.REFERRAL)
"""What whoever answers for the case does, whichever of the stage's roles they hold (R98)."""

_JUDGED = (Duty.PLAN_REVIEW, Duty.COORDINATION_REVIEW)
"""Duties given to somebody that take a judgement, so that it is nobody's under a person alleged."""

_DONE = {
    Duty.VERIFICATION: "did it or wrote it down",
    Duty.COUNTERSIGN: "decided it",
    Duty.CLOSURE: "asked for it",
    Duty.OVERSIGHT: "leads the case",
    Duty.FINDING_CHECK: "mended it",
}
"""What somebody did who is therefore not asked to check it."""


class Way:
    """The way to whoever does a task, with whom it passed over."""

    def __init__(
        self,
        register: Register,
        roles: tuple[Role, ...],
        now: datetime,
        barred: frozenset[UUID],
        task: Task | None,
    ) -> None:
        """`roles` are those of the task's stage, in order."""
        self._register, self._roles, self._now = register, roles, now
        self._barred, self._task = barred, task
        self._out = barred | managed_by(register, barred)
        self._did = (task.not_by if task else frozenset()) - self._out
        self._skipped: list[str] = []

    @property
    def skipped(self) -> tuple[str, ...]:
        """Each passed over, once, in words."""
        return tuple(dict.fromkeys(self._skipped))

    @property
    def checking(self) -> bool:
        """Whether only those are left who would check what they did."""
        return any(member.id in self._did for role in self._roles for member in self._holders(role))

    def named(self, owner: UUID | None) -> StaffMember | None:
        """Whom it was given to, or who answers for the case where it is theirs by that."""
        if self._task is None:
            return None
        if self._task.given_to is not None:
            return self._given(self._task.given_to)
        member = self._register.staff.get(owner) if owner else None
        if self._task.duty not in _OWNERS_FIRST or member is None or member.id in self._out:
            return None
        held = any(member in (*self._holders(r), *self._register.holders(r)) for r in self._roles)
        return member if held else None

    def _given(self, to: UUID) -> StaffMember | None:
        member = self._register.staff.get(to)
        judged = self._task is not None and self._task.duty in _JUDGED
        if member is None or not member.may(Right.RECORD):
            why = "is not here any more"
        elif to in self._barred:
            why = "is alleged or in conflict"
        elif judged and to in self._out:
            why = "works under somebody alleged"
        else:
            return member
        self._skipped.append(f"{self._register.staff_name(to)}, whose it was, {why}")
        return None

    def free(self, role: Role) -> list[StaffMember]:
        """Who may act in that role; nobody, and why, where it must be passed over."""
        named, note = _holders(self._register, role, self._now)
        self._skipped += note
        self._skipped += [f"{m.name} {self._deed}" for m in named if m.id in self._did]
        others = [member for member in named if member.id not in self._did]
        free = [member for member in others if member.id not in self._out]
        if not free and (others or not named):
            self._skipped.append(f"{role.label} {_why(others, self._barred)}")
        return free

    def left(self) -> list[StaffMember]:
        """With every role passed over: who may do what needs no decision, or check it at all."""
        doing = [role for role in self._roles if not allows(role, Right.DECIDE)]
        out = self._barred | self._did
        found = [m for role in doing for m in self._register.holders(role) if m.id not in out]
        if found or not self.checking:
            return found
        seeing = self._task is not None and self._task.duty == Duty.VERIFICATION
        right = Right.RECORD if seeing else Right.DECIDE
        staff = self._register.staff.values()
        return [m for m in staff if m.may(right) and m.id not in self._out | self._did]

    def _holders(self, role: Role) -> tuple[StaffMember, ...]:
        return _holders(self._register, role, self._now)[0]

    @property
    def _deed(self) -> str:
        duty = self._task.duty if self._task else ""
        return next((words for done, words in _DONE.items() if done == duty), "did it")


def anybody_decides(register: Register, barred: frozenset[UUID]) -> bool:
    """Whether anybody inside may decide who is neither barred nor works under somebody barred."""
    out = barred | managed_by(register, barred)
    return any(m.may(Right.DECIDE) and m.id not in out for m in register.staff.values())


def managed_by(register: Register, barred: frozenset[UUID]) -> frozenset[UUID]:
    """Everybody whose line manager, or whose manager's manager, is one of these."""
    found = set(barred)
    size = -1
    while barred and size != len(found):
        size = len(found)
        found |= {m.id for m in register.staff.values() if m.line_manager in found}
    return frozenset(found - barred)


def _holders(
    register: Register, role: Role, now: datetime
) -> tuple[tuple[StaffMember, ...], list[str]]:
    """Who holds a role now, on call by the rota, and what is to be said about the rota."""
    if role is not Role.ON_CALL_MANAGER or not register.slots:
        return register.holders(role), []
    rota = register.on_call(now)
    if rota:
        return rota, []
    return register.holders(role), [f"{role.label}: nobody is on the rota now"]


def _why(named: Iterable[StaffMember], barred: frozenset[UUID]) -> str:
    ids = {member.id for member in named}
    if not ids:
        return "is held by nobody"
    return "is alleged or in conflict" if ids & barred else "works under somebody alleged"
