"""What the register holds of one thing, as the fields of the entry that would say it again."""

from typing import Any

from sgtui.domain.entries.choices import YesNo
from sgtui.domain.people import Person, StaffMember
from sgtui.domain.register import ContactPoint, OnCallSlot

Known = dict[str, Any]
"""Field name to value; what is not known is left out."""


def person_fields(person: Person) -> Known:
    """What the register says of a person."""
    return _filled({"person": person.id, **person.model_dump(exclude={"id"})})


def staff_fields(member: StaffMember) -> Known:
    """What the register says of a member of staff, with their key."""
    said = {"staff": member.id, **member.model_dump(exclude={"id"})}
    if member.works_with_children is not None:
        said["works_with_children"] = YesNo.YES if member.works_with_children else YesNo.NO
    return _filled(said)


def contact_fields(contact: ContactPoint) -> Known:
    """What the register says of a contact point; the hours say what bank holidays do."""
    said = contact.model_dump(exclude={"id", "hours"})
    return _filled({"contact": contact.id, **said, "hours": contact.hours.words()})


def slot_fields(slot: OnCallSlot) -> Known:
    """What the register says of one turn on call."""
    return {"slot": slot.id, **slot.model_dump(exclude={"id"})}


def _filled(fields: Known) -> Known:
    return {name: value for name, value in fields.items() if value not in (None, "")}
