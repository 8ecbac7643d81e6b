"""What a case has about it that decides whom to tell and where to refer, and what brought it."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import (
    AgencyContacted,
    ConcernRecorded,
    Entry,
    HarmJudged,
    NotificationDecided,
    PersonInvolved,
    ReferralSent,
    SafetyChecked,
    ThresholdDecided,
)
from sgtui.domain.entries.choices import NotificationKind, Route, SafetyStep, YesNo
from sgtui.domain.entries.involved import HarmLevel, Involvement
from sgtui.domain.ladder_parts import Condition
from sgtui.domain.ladder_words import Circumstance, ContactKind
from sgtui.domain.register import Register

_HARM = {
    HarmLevel.HOSPITAL: Circumstance.HOSPITAL,
    HarmLevel.SERIOUS: Circumstance.SERIOUS_HARM,
    HarmLevel.DIED: Circumstance.DIED,
}
_POLICE = (ContactKind.POLICE_101, ContactKind.EMERGENCY_999)
_COMMON = {"council", "county", "borough", "city", "metropolitan", "district", "the", "of"}
"""Words that names of the same authority have or leave out."""


def circumstances(case: CaseFile, register: Register) -> dict[Circumstance, Entry]:
    """What the case has about it, each with the first entry that says so."""
    found: dict[Circumstance, Entry] = {}
    for entry in case.standing:
        for circumstance in _brought(entry, register):
            found.setdefault(circumstance, entry)
    return found


def fits(condition: Condition, case: CaseFile, register: Register) -> Entry | None:
    """The entry with which a condition came true; None while it is not. Empty, it always is."""
    return came_true(condition, case, circumstances(case, register))


def came_true(
    condition: Condition, case: CaseFile, there: Mapping[Circumstance, Entry]
) -> Entry | None:
    """As `fits`, where the circumstances are known already."""
    opening = case.opening
    firsts: list[Entry | None] = [opening.entry]
    if condition.case_kinds:
        firsts.append(opening.entry if opening.what.case_kind in condition.case_kinds else None)
    if condition.categories:
        named = set(case.categories) & set(condition.categories)
        firsts.append(opening.entry if named else None)
    if condition.risks:
        judged = ((opening.entry, case.first_risk), *case.judgements)
        firsts.append(next((entry for entry, risk in judged if risk in condition.risks), None))
    if condition.circumstances:
        brought = [there[one] for one in condition.circumstances if one in there]
        firsts.append(min(brought, key=lambda entry: entry.number, default=None))
    known = [entry for entry in firsts if entry is not None]
    return max(known, key=lambda entry: entry.number) if len(known) == len(firsts) else None


def first_true(
    conditions: Iterable[Condition], case: CaseFile, there: Mapping[Circumstance, Entry]
) -> Entry | None:
    """The entry with which the first of several conditions came true; None while none is."""
    true = (came_true(condition, case, there) for condition in conditions)
    return min((e for e in true if e is not None), key=lambda e: e.number, default=None)


def _brought(entry: Entry, register: Register) -> Iterator[Circumstance]:
    """What one entry says of a case."""
    match entry.payload:
        case ConcernRecorded() as said:
            yield from _alleged(said.alleged_staff, said.alleged_person, register)
            if said.alleged is not None:
                yield Circumstance.SOMEBODY_ALLEGED
            if _placed(said.person, register):
                yield Circumstance.PLACED
        case PersonInvolved(involvement=Involvement.ALLEGED) as said:
            yield Circumstance.SOMEBODY_ALLEGED
            yield from _alleged(said.staff, said.person, register)
            if said.works_with_children is YesNo.YES:
                yield Circumstance.WORKS_WITH_CHILDREN
        case HarmJudged(harm=harm) if harm in _HARM:
            yield _HARM[harm]
        case ThresholdDecided(route=route) if route is not Route.INTERNAL:
            yield Circumstance.REFERRED
        case ReferralSent():
            yield Circumstance.REFERRED
    if _tells_police(entry, register):
        yield Circumstance.POLICE_TOLD


def _alleged(
    staff: UUID | None, resident: UUID | None, register: Register
) -> Iterator[Circumstance]:
    if staff is not None:
        yield Circumstance.STAFF_ALLEGED
        yield Circumstance.SOMEBODY_ALLEGED
        member = register.staff.get(staff)
        if member is not None and member.works_with_children:
            yield Circumstance.WORKS_WITH_CHILDREN
    if resident is not None:
        yield Circumstance.RESIDENT_ALLEGED
        yield Circumstance.SOMEBODY_ALLEGED


def _tells_police(entry: Entry, register: Register) -> bool:
    match entry.payload:
        case SafetyChecked(steps=steps):
            return SafetyStep.POLICE_101 in steps
        case NotificationDecided(notification=NotificationKind.POLICE, sent_at=sent_at):
            return sent_at is not None
        case ReferralSent(contact=contact):
            return _is_police(contact, register)
        case AgencyContacted(contact=contact, result=result):
            return not result.failed and _is_police(contact, register)
    return False


def _is_police(contact: UUID, register: Register) -> bool:
    desk = register.contacts.get(contact)
    return desk is not None and desk.point in _POLICE


def _placed(person: UUID, register: Register) -> bool:
    """Whether the register says that another authority than the home's own placed the person."""
    known = register.people.get(person)
    if known is None or not known.placing_authority.strip():
        return False
    return _authority(known.placing_authority) != _authority(register.authority)


def _authority(name: str) -> tuple[str, ...]:
    words = name.casefold().split()
    return tuple(word for word in words if word not in _COMMON)
