"""Staff and their roles, and what each role may do."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sgtui.domain.labelled import Labelled


class Role(Labelled):
    """The roles a ladder may name as owners (domain 4.1)."""

    CARE_WORKER = "care_worker", "Care worker"
    SHIFT_LEADER = "shift_leader", "Shift leader"
    ON_CALL_MANAGER = "on_call_manager", "On-call manager"
    SAFEGUARDING_LEAD = "safeguarding_lead", "Safeguarding lead"
    DEPUTY_SAFEGUARDING_LEAD = "deputy_safeguarding_lead", "Deputy safeguarding lead"
    REGISTERED_MANAGER = "registered_manager", "Registered manager"
    NOMINATED_INDIVIDUAL = "nominated_individual", "Nominated individual"
    AUDITOR = "auditor", "Auditor"
    READ_ONLY = "read_only", "Inspector, read only"


class Right(StrEnum):
    """What a person may do at the desk."""

    READ = "read"
    RECORD = "record"
    DECIDE = "decide"
    MANAGE = "manage"


_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CARE_WORKER: frozenset({Right.READ, Right.RECORD}),
    Role.SHIFT_LEADER: frozenset({Right.READ, Right.RECORD}),
    Role.ON_CALL_MANAGER: frozenset({Right.READ, Right.RECORD, Right.DECIDE}),
    Role.SAFEGUARDING_LEAD: frozenset({Right.READ, Right.RECORD, Right.DECIDE}),
    Role.DEPUTY_SAFEGUARDING_LEAD: frozenset({Right.READ, Right.RECORD, Right.DECIDE}),
    Role.REGISTERED_MANAGER: frozenset(Right),
    Role.NOMINATED_INDIVIDUAL: frozenset(Right),
    Role.AUDITOR: frozenset({Right.READ}),
    Role.READ_ONLY: frozenset({Right.READ}),
}


def allows(role: Role, right: Right) -> bool:
    """Whether a role gives a right; a role not listed gives none."""
    return right in _RIGHTS.get(role, frozenset())


class StaffMember(BaseModel):
    """A member of staff as the register knows them."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    name: str
    roles: tuple[Role, ...]
    phone: str = ""
    public_key: str = ""
    """Ed25519 public key, hex, to check what this person signed. Empty: cannot sign in."""
    active: bool = True
    works_with_children: bool | None = None
    """Here or elsewhere: an allegation then goes to the LADO too. None while nobody has said."""
    line_manager: UUID | None = None

    def may(self, right: Right) -> bool:
        """Whether any of this person's roles allows it; a role not listed allows nothing."""
        return self.active and any(allows(role, right) for role in self.roles)

    @property
    def role_words(self) -> str:
        """The person's first role, in words."""
        return self.roles[0].label if self.roles else "no role"


class Person(BaseModel):
    """A resident or other person whom a concern may be about."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    name: str
    born_on: date | None = None
    room: str = ""
    care_needs: str = ""
    communication_needs: str = ""
    placing_authority: str = ""
    gp: str = ""
    representative: str = ""

    @property
    def initials(self) -> str:
        """First letters of the first and last name: all that a shared screen shows."""
        words = self.name.split()
        return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()

    @property
    def needs_words(self) -> str:
        """Care and communication needs in a few words, for the concern form."""
        return ", ".join(part for part in (self.care_needs, self.communication_needs) if part)
