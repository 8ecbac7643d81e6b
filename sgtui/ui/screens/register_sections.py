"""The sections of the register: what each lists, asks for, and how it is saved."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sgtui.domain.bank_holidays import Holiday, bank_holidays
from sgtui.domain.entries import (
    ContactPointRegistered,
    HolidayAdded,
    OnCallSet,
    Payload,
    PersonRegistered,
    StaffRegistered,
)
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_words import ContactKind
from sgtui.domain.london_time import day_words, in_london
from sgtui.domain.people import Right
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.first_run import OFFICE_HOURS
from sgtui.services.holidays import add_holiday
from sgtui.services.register import (
    register_contact,
    register_person,
    register_staff,
    set_on_call,
)
from sgtui.services.register_fields import (
    contact_fields,
    person_fields,
    slot_fields,
    staff_fields,
)
from sgtui.ui.screens import register_rows as rows
from sgtui.ui.widgets.row_list import Line, Row
from sgtui.ui.wording.case_words import room_words

Fields = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """The register as it was read."""

    register: Register
    sign_in: frozenset[UUID]
    """Who has a passphrase."""
    holidays: tuple[Holiday, ...]
    """Added ones, and those known of this year and the next."""
    ladders: tuple[Ladder, ...]
    now: datetime


def see(desk: Desk, sign_in: Callable[[], Iterable[UUID]]) -> Seen:
    """Read the register; on a thread. Raises StoreFailure."""
    with desk.store.reading() as unit:
        register = desk.register(unit)
    now, calendar = desk.now(), register.calendar
    today = in_london(now).date()
    known = [
        holiday
        for year in (today.year, today.year + 1)
        for holiday in bank_holidays(calendar.jurisdiction, year).values()
        if holiday.on >= today
    ]
    days = {holiday.on: holiday for holiday in (*known, *calendar.added_holidays)}
    ladders = tuple(desk.known.ladder(register, version) for version in register.ladders)
    in_order = tuple(days[on] for on in sorted(days))
    return Seen(register, frozenset(sign_in()), in_order, ladders, now)


class Section(ABC):
    """One sort of thing in the register."""

    title: ClassVar[str]
    one: ClassVar[str] = ""
    """One of them in words; empty where none is added here."""
    kind: ClassVar[type[Payload]]
    right: ClassVar[Right] = Right.MANAGE
    """What somebody must be allowed, to add or change one."""
    screen: ClassVar[str] = ""
    """The screen that adds one, where the usual form does not."""
    help: ClassVar[str] = ""

    @abstractmethod
    def rows(self, seen: Seen, width: int) -> list[Row]:
        """Every one of them, in order."""

    def lines(self, _seen: Seen, _key: str, /) -> Sequence[Line]:
        """More about one."""
        return ()

    def fresh(self) -> Fields:
        """The fields of a new one."""
        return {}

    def held(self, _register: Register, _key: str, /) -> Fields | None:
        """The fields of one, to be changed; None for what cannot be."""
        return None

    def save(self, _desk: Desk, _said: Payload, /) -> tuple[str, str]:
        """Register it; gives its key, and what to say. On the thread of writes. Raises NotYet."""
        raise LookupError(self.title)


class People(Section):
    """Residents, respite guests and others whom a concern may be about."""

    title, one, kind, right = "People", "person", PersonRegistered, Right.RECORD
    help = "Name and room are enough; the rest can follow."

    def rows(self, seen: Seen, width: int) -> list[Row]:
        """By name."""
        people = sorted(seen.register.people.values(), key=lambda one: one.name.casefold())
        return [rows.person_row(person, width) for person in people]

    def lines(self, seen: Seen, key: str, /) -> Sequence[Line]:
        """Needs, GP, representative."""
        return rows.person_lines(seen.register.people[UUID(key)])

    def fresh(self) -> Fields:
        """Somebody new."""
        return {"person": uuid4()}

    def held(self, register: Register, key: str, /) -> Fields | None:
        """As they are registered."""
        return person_fields(register.people[UUID(key)])

    def save(self, desk: Desk, said: Payload, /) -> tuple[str, str]:
        """Anybody who records may."""
        assert isinstance(said, PersonRegistered)
        key = str(register_person(desk, said))
        return key, ", ".join(filter(None, (said.name, room_words(said.room or ""))))


class Staff(Section):
    """Who works here, in which roles, and who can sign in."""

    title, one, kind = "Staff", "member of staff", StaffRegistered
    help = "The ladder names owners by their roles. Several can be chosen."

    def rows(self, seen: Seen, width: int) -> list[Row]:
        """By name, those who have left at the end."""
        staff = seen.register.staff.values()
        order = sorted(staff, key=lambda one: (not one.active, one.name.casefold()))
        return [rows.staff_row(m, width, signs_in=m.id in seen.sign_in) for m in order]

    def lines(self, seen: Seen, key: str, /) -> Sequence[Line]:
        """Roles, and what can be done."""
        member = seen.register.staff[UUID(key)]
        return rows.staff_lines(member, seen.register, signs_in=member.id in seen.sign_in)

    def fresh(self) -> Fields:
        """Somebody new."""
        return {"staff": uuid4()}

    def held(self, register: Register, key: str, /) -> Fields | None:
        """As they are registered."""
        return staff_fields(register.staff[UUID(key)])

    def save(self, desk: Desk, said: Payload, /) -> tuple[str, str]:
        """A manager's."""
        assert isinstance(said, StaffRegistered)
        return str(register_staff(desk, said)), said.name


_SORTS = {kind.value: kind.label for kind in ContactKind}
"""Each sort of desk in words, in the order of the ladder's list."""


class Desks(Section):
    """Whom the ladder tells to ring: number and hours of each."""

    title, one, kind = "Desks to ring", "desk", ContactPointRegistered
    help = "Hours decide when a call counts: always, never, or days with their times."

    def rows(self, seen: Seen, width: int) -> list[Row]:
        """In the order in which the ladder's sorts are listed."""
        order = list(_SORTS)
        places = {sort: place for place, sort in enumerate(order)}
        desks = sorted(
            seen.register.contacts.values(), key=lambda one: places.get(one.point, len(places))
        )
        return [rows.contact_row(contact, width) for contact in desks]

    def lines(self, seen: Seen, key: str, /) -> Sequence[Line]:
        """Sort, e-mail, hours in full."""
        contact = seen.register.contacts[UUID(key)]
        return rows.contact_lines(contact, _SORTS.get(contact.point, ""))

    def fresh(self) -> Fields:
        """A desk with the hours most have; they are read and changed, never assumed unseen."""
        return {"contact": uuid4(), "hours": OFFICE_HOURS}

    def held(self, register: Register, key: str, /) -> Fields | None:
        """As it is registered."""
        return contact_fields(register.contacts[UUID(key)])

    def save(self, desk: Desk, said: Payload, /) -> tuple[str, str]:
        """A manager's."""
        assert isinstance(said, ContactPointRegistered)
        return str(register_contact(desk, said)), said.name


class Holidays(Section):
    """Bank holidays: those known, and those announced late and added."""

    title, one, kind = "Bank holidays", "bank holiday", HolidayAdded
    help = "For a day announced late. Working-day deadlines are worked out anew at once."

    def rows(self, seen: Seen, width: int) -> list[Row]:
        """By day."""
        return [rows.holiday_row(holiday, width) for holiday in seen.holidays]

    def save(self, desk: Desk, said: Payload, /) -> tuple[str, str]:
        """Added, and what has moved by it."""
        assert isinstance(said, HolidayAdded)
        moved = len(add_holiday(desk, said))
        cases = "in 1 case" if moved == 1 else f"in {moved} cases"
        told = f"Deadlines moved {cases}." if moved else "No deadline has moved."
        return said.on.isoformat(), f"{day_words(said.on)}, {said.name}. {told}"


class Ladders(Section):
    """The ladders that were adopted; one is adopted on a screen of its own."""

    title, one, screen = "Ladders", "ladder", "adopt_ladder"

    def rows(self, seen: Seen, width: int) -> list[Row]:
        """The one that new cases follow first."""
        current = seen.register.current_ladder
        order = sorted(seen.ladders, key=lambda one: one.version != current)
        return [
            rows.ladder_row(ladder, seen.now, width, current=ladder.version == current)
            for ladder in order
        ]

    def lines(self, seen: Seen, key: str, /) -> Sequence[Line]:
        """Source and review."""
        return next((rows.ladder_lines(one) for one in seen.ladders if one.version == key), [])


class OnCall(Section):
    """Who is on call from when until when; what is over is not listed."""

    title, one, kind = "On call", "turn on call", OnCallSet
    help = "From and Until: +3h, tomorrow 17:00, mon 08:00. Two may be on call at once."

    def rows(self, seen: Seen, width: int) -> list[Row]:
        """The earliest first."""
        turns = seen.register.on_call_next(seen.now)
        return [rows.turn_row(turn, seen.register, seen.now, width) for turn in turns]

    def lines(self, seen: Seen, key: str, /) -> Sequence[Line]:
        """Who else is on call then, and what may be done."""
        turn = seen.register.slots.get(UUID(key))
        return rows.turn_lines(turn, seen.register) if turn else ()

    def fresh(self) -> Fields:
        """A new turn."""
        return {"slot": uuid4()}

    def held(self, register: Register, key: str, /) -> Fields | None:
        """As it is registered."""
        turn = register.slots.get(UUID(key))
        return slot_fields(turn) if turn else None

    def save(self, desk: Desk, said: Payload, /) -> tuple[str, str]:
        """A manager's; somebody else on call at the same time is said."""
        assert isinstance(said, OnCallSet)
        register, now = set_on_call(desk, said), desk.now()
        turn = f"{register.staff_name(said.staff)}, {rows.turn_words(said.since, said.until, now)}"
        also = register.on_call_beside(said.slot)
        return str(said.slot), f"{turn}. On call then too: {', '.join(also)}." if also else turn


SECTIONS: tuple[Section, ...] = (People(), Staff(), Desks(), Holidays(), Ladders(), OnCall())
"""In the order of their digits."""
