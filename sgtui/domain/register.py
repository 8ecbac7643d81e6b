"""The register: who and what exists, folded from its own stream of entries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sgtui.domain.calendar import Calendar, Holiday, OpeningHours, ShiftPattern
from sgtui.domain.entries import (
    ChecklistAdopted,
    ContactPointRegistered,
    Entry,
    HolidayAdded,
    LadderAdopted,
    OnCallSet,
    Payload,
    PersonRegistered,
    ServiceSetUp,
    StaffRegistered,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.handovers import Handovers
from sgtui.domain.learning import Learned
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


class OnCallSlot(BaseModel):
    """Somebody on call from one moment up to, not at, another."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    staff: UUID
    since: datetime
    until: datetime

    def covers(self, at: datetime) -> bool:
        """Whether they are on call at a moment."""
        return self.since <= at < self.until


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
    slots: dict[UUID, OnCallSlot] = field(default_factory=dict)
    """The on-call rota, in the order it was entered; what was taken out is not there."""
    ladders: dict[str, str] = field(default_factory=dict)
    """Ladder version to its TOML text; every version once adopted is kept for its cases."""
    current_ladder: str = ""
    checklists: dict[str, str] = field(default_factory=dict)
    """Version of a checklist for file audits to its TOML text; the newest is last, and in use."""
    handovers: Handovers = field(default_factory=Handovers)
    """How shifts were handed over."""
    learning: Learned = field(default_factory=Learned)
    """What the home does so that it goes better."""

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

    def on_call(self, now: datetime) -> tuple[StaffMember, ...]:
        """Active staff whom the rota has on call now, whoever came on last first."""
        return tuple(dict.fromkeys(self._named(slot for slot in self._rota() if slot.covers(now))))

    def on_call_next(self, now: datetime) -> tuple[OnCallSlot, ...]:
        """What of the rota is not over, the earliest first."""
        return tuple(slot for slot in reversed(self._rota()) if slot.until > now)

    def on_call_beside(self, slot_id: UUID) -> tuple[str, ...]:
        """The names of those on call during some of that turn."""
        turn = self.slots.get(slot_id)
        others = (s for s in self.slots.values() if turn and s.id != slot_id)
        same = (s for s in others if turn and s.since < turn.until and turn.since < s.until)
        return tuple(dict.fromkeys(member.name for member in self._named(same)))

    def _rota(self) -> list[OnCallSlot]:
        return sorted(self.slots.values(), key=lambda slot: slot.since, reverse=True)

    def _named(self, slots: Iterable[OnCallSlot]) -> Iterator[StaffMember]:
        for slot in slots:
            member = self.staff.get(slot.staff)
            if member is not None and member.active:
                yield member


_ENTRY_WORDS = "an entry of this case"


def fold_register(entries: Iterable[Entry], start: Register | None = None) -> Register:
    """The register after these entries, from an earlier one if given."""
    register = start or Register()
    for entry in entries:
        register = replace(
            with_entry(register, entry.payload),
            number=entry.number,
            handovers=register.handovers.with_entry(entry),
            learning=register.learning.with_entry(entry),
        )
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
        case OnCallSet() as said:
            return replace(register, slots=_rota_with(register.slots, said))
        case LadderAdopted() as said:
            ladders = {**register.ladders, said.version: said.toml}
            return replace(register, ladders=ladders, current_ladder=said.version)
        case ChecklistAdopted() as said:
            others = {v: text for v, text in register.checklists.items() if v != said.version}
            return replace(register, checklists={**others, said.version: said.toml})
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
        works_with_children=_yes(said.works_with_children),
        line_manager=said.line_manager,
    )


def _yes(said: YesNo | None) -> bool | None:
    return None if said is None else said is YesNo.YES


def _rota_with(slots: dict[UUID, OnCallSlot], said: OnCallSet) -> dict[UUID, OnCallSlot]:
    others = {slot_id: slot for slot_id, slot in slots.items() if slot_id != said.slot}
    if not said.active:
        return others
    slot = OnCallSlot(id=said.slot, staff=said.staff, since=said.since, until=said.until)
    return {**others, slot.id: slot}


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
