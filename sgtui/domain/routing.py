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


def route(
    register: Register,
    roles: tuple[Role, ...],
    *,
    owner: UUID | None,
    alleged: UUID | None,
    here: UUID | None = None,
) -> Routed:
    """The person in the first of these roles that anybody holds who is not alleged.

    Of several holders it is the case's owner, else whoever is `here` at the desk, else the first
    in the register. An empty role is skipped at once, and said.
    """
    skipped: list[str] = []
    for role in roles:
        named = register.holders(role)
        holders = {member.id: member for member in named if member.id != alleged}
        for wanted in (owner, here, *holders):
            if wanted in holders:
                return Routed(holders[wanted], tuple(skipped))
        why = "is held by nobody" if not named else "is the person alleged"
        skipped.append(f"{role.label} {why}")
    return Routed(None, tuple(skipped))


def route_in(
    register: Register, case: CaseFile, roles: tuple[Role, ...], here: UUID | None = None
) -> Routed:
    """As `route`, for a case file."""
    alleged = case.opening.what.alleged_staff
    return route(register, roles, owner=case.owner, alleged=alleged, here=here)
