"""The first run: a home, its first manager, whom to ring, and the ladder it starts with."""

from collections.abc import Iterator
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sgtui.domain.entries import (
    ContactPointRegistered,
    LadderAdopted,
    Payload,
    ServiceSetUp,
    StaffRegistered,
)
from sgtui.domain.entries.payload import LINE_LIMIT, Line
from sgtui.domain.entries.register import Jurisdiction
from sgtui.domain.ladder_file import shipped_text
from sgtui.domain.ladder_kept import DEFAULT
from sgtui.domain.ladder_words import ContactKind
from sgtui.domain.opening_hours import OpeningHours
from sgtui.domain.people import Role
from sgtui.domain.shifts import ShiftPattern
from sgtui.services.desk import Desk
from sgtui.services.ports import SlotPerson
from sgtui.services.register import register_entry

FIRST_LADDER = DEFAULT
"""What every home starts with, until its local procedures are adopted."""


def _readable(value: object) -> object:
    if isinstance(value, str):
        ShiftPattern.parse(value)
    return value


def _open(value: object) -> object:
    if isinstance(value, str):
        OpeningHours.parse(value)
    return value


OFFICE_HOURS = "Mon-Fri 09:00-17:00"
"""When a desk answers until the manager says otherwise."""


class FirstRun(BaseModel):
    """What is asked on the first run. Everything else can follow later."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True
    )

    service: Line
    """The home's name as registered."""
    authority: Line
    """The local authority whose duty desk is rung."""
    jurisdiction: Jurisdiction = "ENG"
    """Whose bank holidays apply."""
    shifts: Annotated[Line, BeforeValidator(_readable)] = "08:00 20:00"
    """When shifts change, on a London clock."""
    manager: Line
    """Full name of the first manager, who signs all this."""
    phone: Line | None = None
    """The manager's telephone number."""
    duty_desk_phone: Line | None = None
    """Number of the authority's adult safeguarding duty desk."""
    duty_desk_hours: Annotated[Line, BeforeValidator(_open)] = OFFICE_HOURS
    """When the duty desk answers, as "Mon-Thu 08:30-17:00, Fri 08:30-16:30"."""
    edt_phone: Line | None = None
    """Number of the emergency duty team, for nights and weekends."""
    manager_id: UUID = Field(default_factory=uuid4)

    @property
    def first_person(self) -> SlotPerson:
        """The first manager, as the sign-in screen names them."""
        return SlotPerson(self.manager_id, self.manager)


def set_up(desk: Desk, said: FirstRun, public_key: bytes) -> None:
    """Write the register of a new home, all of it or nothing, signed by its first manager."""
    payloads = tuple(_payloads(said, public_key))
    with desk.store.writing() as unit:
        for payload in payloads:
            register_entry(desk, unit, payload)


def _payloads(said: FirstRun, public_key: bytes) -> Iterator[Payload]:
    yield ServiceSetUp(
        service=said.service,
        authority=said.authority,
        jurisdiction=said.jurisdiction,
        shifts=said.shifts,
    )
    yield StaffRegistered(
        staff=said.manager_id,
        name=said.manager,
        roles=(Role.REGISTERED_MANAGER,),
        phone=said.phone,
        public_key=public_key.hex(),
    )
    yield LadderAdopted(version=FIRST_LADDER, toml=shipped_text(FIRST_LADDER))
    for contact in starter_contacts(said.authority):
        yield contact.model_copy(update=_told(said).get(contact.point, {}))


def _told(said: FirstRun) -> dict[str, dict[str, str | None]]:
    """What the first run already says of contact points, by their sort."""
    return {
        ContactKind.DUTY_DESK: {"phone": said.duty_desk_phone, "hours": said.duty_desk_hours},
        ContactKind.EDT: {"phone": said.edt_phone},
    }


_EVERYWHERE = {
    ContactKind.EMERGENCY_999: "999",
    ContactKind.POLICE_101: "101",
    ContactKind.NHS_111: "111",
}
"""Numbers that are the same all over the country."""

_DAY_AND_NIGHT = frozenset({*_EVERYWHERE, ContactKind.EDT, ContactKind.CRISIS_TEAM})
_NOT_THE_AUTHORITY = frozenset(
    {*_EVERYWHERE, ContactKind.CRISIS_TEAM, ContactKind.REGULATOR, ContactKind.GP}
)


def starter_contacts(authority: str) -> Iterator[ContactPointRegistered]:
    """One contact point of each sort that ladders name.

    All but the national numbers are still without one: the manager fills them in.
    """
    for kind in ContactKind:
        name = kind.label if kind in _NOT_THE_AUTHORITY else f"{kind.label}, {authority}"
        yield ContactPointRegistered(
            contact=uuid4(),
            point=kind.value,
            name=name[:LINE_LIMIT],
            phone=_EVERYWHERE.get(kind),
            hours="always" if kind in _DAY_AND_NIGHT else OFFICE_HOURS,
            closed_on_bank_holidays=kind not in _DAY_AND_NIGHT,
        )
