"""Who is next: the person who holds a role, with empty roles and the person alleged skipped."""

from dataclasses import dataclass
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.people import Role, StaffMember
from sgtui.domain.register import Register


@dataclass(frozen=True)
class Routed:
    """The person to turn to, and whom the way to them passed over."""

    member: StaffMember | None
    skipped: tuple[str, ...] = ()
    """Why each earlier role or person was passed over, in words."""

    @property
    def name(self) -> str:
        """The person's name, or plain words that nobody is there."""
        return self.member.name if self.member else "nobody in the register"


def route(register: Register, case: CaseFile, roles: tuple[Role, ...]) -> Routed:
    """The first person in these roles who is not the person alleged; the owner first if in one."""
    return route_past(register, case.owner, case.opening.what.alleged_staff, roles)


def route_past(
    register: Register, owner: UUID | None, alleged: UUID | None, roles: tuple[Role, ...]
) -> Routed:
    """As `route`, from the owner's and the alleged person's ids."""
    member = register.staff.get(owner) if owner and owner != alleged else None
    if member and member.active and set(member.roles) & set(roles):
        return Routed(member)
    skipped: list[str] = []
    for role in roles:
        holders = [m for m in register.holders(role) if m.id != alleged]
        if holders:
            return Routed(holders[0], tuple(skipped))
        named = any(m.id == alleged for m in register.holders(role))
        why = "is the person alleged" if named else "is held by nobody"
        skipped.append(f"{role.label} {why}")
    return Routed(None, tuple(skipped))
