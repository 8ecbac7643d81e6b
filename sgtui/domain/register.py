"""The register: who and what exists, folded from its own stream of entries."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sgtui.domain.calendar import Calendar, Holiday, OpeningHours, ShiftPattern
from sgtui.domain.entries import (
    ContactPointRegistered,
    Entry,
    HolidayAdded,
    LadderAdopted,
    Payload,
    PersonRegistered,
    ServiceSetUp,
    StaffRegistered,
)
from sgtui.domain.people import Person, Role, StaffMember


class ContactPoint(BaseModel):
    """Somewhere to ring: a desk with its number and its opening hours."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    point: str
    """The sort that a ladder names: duty_desk, edt, team_manager ..."""
    name: str
    phone: str
    email: str
    hours: OpeningHours


@dataclass(frozen=True)
class Register:
    """Everything the register's entries say, the newest for each thing."""

    number: int = 0
    """Number of the newest register entry folded in."""
    service: str = ""
    authority: str = ""
    calendar: Calendar = field(default_factory=Calendar)
    staff: dict[UUID, StaffMember] = field(default_factory=dict)
    people: dict[UUID, Person] = field(default_factory=dict)
    contacts: dict[UUID, ContactPoint] = field(default_factory=dict)
    ladders: dict[str, str] = field(default_factory=dict)
    """Ladder version to its TOML text; every version once adopted is kept for its cases."""
    current_ladder: str = ""

    def staff_name(self, staff_id: UUID) -> str:
        """Full name, or plain words where the id is not known."""
        member = self.staff.get(staff_id)
        return member.name if member else "someone not in the register"

    def person_name(self, person_id: UUID) -> str:
        """Full name, or plain words where the id is not known."""
        person = self.people.get(person_id)
        return person.name if person else "someone not in the register"

    def contact_name(self, contact_id: UUID) -> str:
        """The contact point's name, or plain words where the id is not known."""
        contact = self.contacts.get(contact_id)
        return contact.name if contact else "a desk not in the register"

    def entry_name(self, entry_id: UUID) -> str:  # noqa: ARG002
        """Plain words: the register itself knows no case's entries."""
        return _ENTRY_WORDS

    def contact_at(self, point: str | None) -> ContactPoint | None:
        """The contact point of that sort."""
        return next((c for c in self.contacts.values() if c.point == point), None)

    def holders(self, role: Role) -> tuple[StaffMember, ...]:
        """Active staff who hold the role."""
        return tuple(m for m in self.staff.values() if m.active and role in m.roles)


_ENTRY_WORDS = "an entry of this case"


def fold_register(entries: Iterable[Entry], start: Register | None = None) -> Register:
    """The register after these entries, from an earlier one if given."""
    register = start or Register()
    for entry in entries:
        register = replace(with_entry(register, entry.payload), number=entry.number)
    return register


def with_entry(register: Register, payload: Payload) -> Register:
    """The register as one more entry makes it; its number stays."""
    match payload:
        case ServiceSetUp() as said:
            calendar = register.calendar.model_copy(
                update={
                    "jurisdiction": said.jurisdiction,
                    "shifts": ShiftPattern.parse(said.shifts),
                }
            )
            return replace(
                register, service=said.service, authority=said.authority, calendar=calendar
            )
        case StaffRegistered() as said:
            member = _member(said)
            return replace(register, staff={**register.staff, member.id: member})
        case PersonRegistered() as said:
            person = _person(said)
            return replace(register, people={**register.people, person.id: person})
        case ContactPointRegistered() as said:
            contact = _contact(said)
            return replace(register, contacts={**register.contacts, contact.id: contact})
        case LadderAdopted() as said:
            ladders = {**register.ladders, said.version: said.toml}
            return replace(register, ladders=ladders, current_ladder=said.version)
        case HolidayAdded() as said:
            holiday = Holiday(on=said.on, name=said.name, source=said.source)
            added = (*register.calendar.added_holidays, holiday)
            calendar = register.calendar.model_copy(update={"added_holidays": added})
            return replace(register, calendar=calendar)
        case _:
            return register


def _member(said: StaffRegistered) -> StaffMember:
    return StaffMember(
        id=said.staff,
        name=said.name,
        roles=said.roles,
        phone=said.phone or "",
        public_key=said.public_key or "",
        active=said.active,
    )


def _person(said: PersonRegistered) -> Person:
    return Person(
        id=said.person,
        name=said.name,
        born_on=said.born_on,
        room=said.room or "",
        care_needs=said.care_needs or "",
        communication_needs=said.communication_needs or "",
        placing_authority=said.placing_authority or "",
        gp=said.gp or "",
        representative=said.representative or "",
    )


def _contact(said: ContactPointRegistered) -> ContactPoint:
    hours = OpeningHours.parse(said.hours)
    closed = hours.closed_on_bank_holidays and said.closed_on_bank_holidays
    return ContactPoint(
        id=said.contact,
        point=said.point,
        name=said.name,
        phone=said.phone or "",
        email=said.email or "",
        hours=hours.model_copy(update={"closed_on_bank_holidays": closed}),
    )
