"""People, desks and what nobody recorded, as they are named on paper: in full, never by initials.

Initials cannot be read by the police five years on; a blank cannot be told from an oversight.
"""

from datetime import date
from uuid import UUID

from sgtui.domain.age import age_on
from sgtui.domain.labelled import Labelled
from sgtui.domain.london_time import day_words
from sgtui.domain.people import Person
from sgtui.domain.register import Register

NOT_RECORDED = "Not recorded"
"""What stands where the record says nothing."""


def known(words: str | Labelled | None) -> str:
    """The words, a label's words, or plainly that nothing is recorded."""
    return (words.label if isinstance(words, Labelled) else words) or NOT_RECORDED


def staff_words(register: Register, staff_id: UUID | None) -> str:
    """ "Joy Okafor, shift leader"; a name alone where no role is known."""
    if staff_id is None:
        return NOT_RECORDED
    member = register.staff.get(staff_id)
    role = f", {member.role_words.lower()}" if member and member.roles else ""
    return f"{register.staff_name(staff_id)}{role}"


def staff_to_ring(register: Register, staff_id: UUID | None) -> str:
    """The same with the telephone number, where one is known."""
    member = register.staff.get(staff_id) if staff_id else None
    phone = f", telephone {member.phone}" if member and member.phone else ""
    return f"{staff_words(register, staff_id)}{phone}"


def desk_words(register: Register, contact: UUID | None) -> str:
    """ "LA duty desk, telephone 01632 960114, e-mail duty@la.example"; nothing where none is."""
    found = register.contacts.get(contact) if contact else None
    if found is None:
        return ""
    ways = (("telephone", found.phone), ("e-mail", found.email))
    return ", ".join([found.name, *(f"{way} {said}" for way, said in ways if said)])


def born_words(person: Person | None, today: date | None = None) -> str:
    """The day of birth, with the age on a day where one is given; or that it is not recorded."""
    if person is None or person.born_on is None:
        return NOT_RECORDED
    born = day_words(person.born_on)
    return f"{born}, aged {age_on(person.born_on, today)}" if today else born


def room_words(room: str) -> str:
    """ "Room 12", whether it is kept as "12", "Rm 12" or in words of its own."""
    number = room.removeprefix("Rm ").strip()
    return f"Room {number}" if number[:1].isdigit() else room


def sentence(words: str) -> str:
    """Somebody's words with a full stop where they have none."""
    return words if words.endswith((".", "!", "?", '"', "'")) else f"{words}."


def count(number: int, one: str, many: str = "") -> str:
    """ "1 case", "3 cases"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def yes_no(holds: bool) -> str:
    """ "yes" or "no", as data has it."""
    return "yes" if holds else "no"


def uncapped(label: str) -> str:
    """A label within a sentence: "By phone" as "by phone"."""
    return f"{label[:1].lower()}{label[1:]}"


def not_shown(number: int, one: str = "case", gone: str = "here") -> tuple[str, ...]:
    """A sentence that so many are left out, for they name whoever makes it (G21); else none."""
    if not number:
        return ()
    verb, them = ("names", "it") if number == 1 else ("name", "them")
    return (f"{count(number, one)} {verb} whoever made this, so nothing of {them} is {gone}.",)
