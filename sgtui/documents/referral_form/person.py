"""The parts of a referral form about people: who refers, the person, and who else is in it."""

from collections.abc import Iterator
from uuid import UUID

from sgtui.documents.case_facts import Alleged
from sgtui.documents.case_facts import alleged as alleged_in
from sgtui.documents.model import Block, Cell, Facts, Heading, Paragraph, Points
from sgtui.documents.naming import (
    NOT_RECORDED,
    born_words,
    known,
    room_words,
    sentence,
    staff_to_ring,
    staff_words,
)
from sgtui.domain.asking import whom
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import AgencyInvolved, CapacityNoted, PersonInvolved, SafetyChecked
from sgtui.domain.entries.choices import SafetyStep
from sgtui.domain.entries.coordination import AgencyKind
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.london_time import in_london, moment_words
from sgtui.domain.people import Person, StaffMember
from sgtui.domain.referral_forms import Form
from sgtui.domain.register import Register
from sgtui.services.files import FileFacts

_RAISED = {Involvement.REPORTER: "Raised it", Involvement.WITNESS: "Witness"}


def referrer(facts: FileFacts, form: Form, by: str) -> Iterator[Block]:
    """Who refers, how to reach them, and who answers for the case. `by` signs what is not sent."""
    register, case = facts.register, facts.case
    sent = form.sent
    yield Heading("1. Who refers")
    rows: list[tuple[str, Cell]] = [
        ("Referred by", staff_to_ring(register, sent.entry.recorded_by) if sent else by),
        ("Organisation", f"{register.service}, care home"),
        ("Relation to the person", f"Staff of {register.service}"),
        ("Answers for the case", staff_to_ring(register, case.owner)),
    ]
    for said in case.of(PersonInvolved):
        role = _RAISED.get(said.what.involvement)
        if role:
            rows.append((role, _named(said.what, register)))
    yield Facts(tuple(rows))


def person(facts: FileFacts) -> Iterator[Block]:
    """The person whom the concern is about, as far as the register and the case know them."""
    case = facts.case
    child = whom(case) == "child"
    yield Heading("2. The child" if child else "2. The person")
    found = facts.register.people.get(case.opening.what.person)
    rows: list[tuple[str, Cell]] = [
        ("Full name", facts.register.person_name(case.opening.what.person)),
        ("Born", born_words(found, in_london(facts.as_at).date())),
        ("Address", _address(found, facts.register.service)),
        ("Ethnicity, language, religion", NOT_RECORDED),
        ("Care and support needs", known(found.care_needs if found else "")),
        ("Communication", known(found.communication_needs if found else "")),
        ("GP", known(found.gp if found else "")),
        ("Placed by", known(found.placing_authority if found else "")),
    ]
    yield Facts((*rows, *(_of_a_child(found) if child else _of_an_adult(case, found))))


def _address(found: Person | None, home: str) -> str:
    """Where somebody lives; whoever has no room here, such as a visitor, is only known to us."""
    if found is None or not found.room:
        return f"{NOT_RECORDED}. Known to us through {home}"
    return f"{room_words(found.room)}, {home}"


def _of_a_child(found: Person | None) -> Iterator[tuple[str, Cell]]:
    yield "Parent or carer", known(found.representative if found else "")


def _of_an_adult(case: CaseFile, found: Person | None) -> Iterator[tuple[str, Cell]]:
    yield "Representative", known(found.representative if found else "")
    yield "Advocate", _advocate(case)
    yield "Capacity", _capacity(case)


def _advocate(case: CaseFile) -> str:
    """Who speaks for the person: as noted with their capacity, or as an agency in the case."""
    noted = [said.what.advocate for said in case.of(CapacityNoted) if said.what.advocate]
    noted += [
        said.what.their_contact
        for said in case.of(AgencyInvolved)
        if said.what.agency is AgencyKind.ADVOCATE
    ]
    return known("; ".join(dict.fromkeys(noted)))


def _capacity(case: CaseFile) -> str:
    """Capacity for each decision that was looked at; presumed for every other (MCA 2005 s1)."""
    told = [
        f"{said.what.decision}: {said.what.has_capacity.label.lower()}, shown by: "
        f"{sentence(said.what.shown_by)} {said.what.assessed_by}, {moment_words(said.at)}."
        for said in case.of(CapacityNoted)
    ]
    return " ".join(told) or f"{NOT_RECORDED}; it is presumed"


def alleged(facts: FileFacts) -> Iterator[Block]:
    """Who is alleged to have caused harm, and who else may be at risk."""
    case, register = facts.case, facts.register
    yield Heading("6. Person alleged to have caused harm")
    named = tuple(dict.fromkeys(_told(one, register) for one in alleged_in(case, register)))
    yield Points(named) if named else Paragraph("Nobody is named so far.")
    kept, checked = _step(case, SafetyStep.SEPARATED), _step(case, SafetyStep.CHECKED_OTHERS)
    yield Facts(
        (
            ("Kept apart from the person", kept or NOT_RECORDED),
            ("Others at risk", f"Checked, {checked}" if checked else NOT_RECORDED),
        )
    )


def _step(case: CaseFile, step: SafetyStep) -> str:
    """When a step was last taken, as the record says; nothing where it was not."""
    taken = [said.at for said in case.of(SafetyChecked) if step in said.what.steps]
    return moment_words(taken[-1]) if taken else ""


def _told(one: Alleged, register: Register) -> str:
    """Somebody alleged, with what the record says of them beyond the name."""
    if one.involved is not None:
        return _named(one.involved, register)
    if one.staff is not None:
        return _staff(one.staff, register)
    return f"{one.name}, lives here" if one.resident else one.name


def _staff(staff_id: UUID | None, register: Register) -> str:
    member = register.staff.get(staff_id) if staff_id else None
    works = "" if member is None or member.works_with_children is None else _children(member)
    return f"{staff_words(register, staff_id)}, works here with adults at risk{works}"


def _children(member: StaffMember) -> str:
    return f"; works with children: {'yes' if member.works_with_children else 'no'}"


def _named(said: PersonInvolved, register: Register) -> str:
    """Somebody involved, with what they are to the person."""
    parts = [said.name]
    if said.staff is not None:
        parts = [_staff(said.staff, register)]
    elif said.person is not None:
        parts = [f"{said.name}, lives here"]
    parts += [f"relation: {said.relation}"] if said.relation else []
    if said.works_with_children is not None and said.staff is None:
        parts.append(f"works with children: {said.works_with_children.label.lower()}")
    return "; ".join(parts)
