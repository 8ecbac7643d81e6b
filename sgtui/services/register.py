"""The register's own writes: who and what exists, each change an entry signed by its author."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sgtui.domain.entries import (
    REGISTER_ID,
    AuditBegun,
    AuditEnded,
    ContactPointRegistered,
    Entry,
    HandoverAccepted,
    HandoverSigned,
    LearningDone,
    LearningDropped,
    LearningSet,
    LearningVerified,
    OnCallSet,
    Payload,
    PersonRegistered,
    StaffRegistered,
)
from sgtui.domain.gates import Missing
from sgtui.domain.opening_hours import read_hours
from sgtui.domain.people import Right, StaffMember
from sgtui.domain.register import Register, fold_register, with_entry
from sgtui.services.desk import Desk, NobodySignedIn
from sgtui.services.ports import ReadUnit, WriteUnit
from sgtui.services.record import NotYet, new_entry
from sgtui.services.register_fields import staff_fields


def register_entry(
    desk: Desk,
    unit: WriteUnit,
    payload: Payload,
    occurred_at: datetime | None = None,
    entry_id: UUID | None = None,
) -> Entry:
    """Append one entry to the register's stream: the only way to write to it.

    `entry_id`: its id, where later ones are to name it and it must be known beforehand.

    Raises NotYet where it takes another right than the author has, NobodySignedIn.
    """
    _pass_rights(desk, as_it_stands(desk, unit), payload)
    now = desk.now()
    new = new_entry(payload, occurred_at or now)
    new = new.model_copy(update={"id": entry_id}) if entry_id else new
    return unit.append(REGISTER_ID, new, desk.author, now)


def register_all(desk: Desk, unit: WriteUnit, payloads: Sequence[Payload]) -> None:
    """Append many entries at once, in their order: rights are looked at before the first.

    Raises NotYet, NobodySignedIn.
    """
    register = as_it_stands(desk, unit)
    now = desk.now()
    for payload in payloads:
        _pass_rights(desk, register, payload)
        if isinstance(payload, StaffRegistered):
            register = _keep_a_manager(register, payload)
    for payload in payloads:
        unit.append(REGISTER_ID, new_entry(payload, now), desk.author, now)


def as_it_stands(desk: Desk, unit: ReadUnit) -> Register:
    """The register within this transaction, without keeping what may still be undone."""
    known = desk.known.register
    return fold_register(unit.register_entries(known.number), known)


def register_staff(desk: Desk, said: StaffRegistered) -> UUID:
    """A member of staff joins or changes. A key already registered stays.

    Raises NotYet, also where the last manager who can sign in would manage no more.
    """
    with desk.store.writing() as unit:
        register = as_it_stands(desk, unit)
        held = register.staff.get(said.staff)
        if held is not None and said.public_key is None and held.public_key:
            said = said.model_copy(update={"public_key": held.public_key})
        _keep_a_manager(register, said)
        register_entry(desk, unit, said)
    return said.staff


def staff_gone(desk: Desk, staff_id: UUID, because: str) -> StaffMember:
    """Somebody has left: they own and decide nothing more, and have no key until they are back.

    What they signed still verifies by the key that earlier entries name. Raises NotYet for the
    last manager who can sign in.
    """
    return _present(desk, staff_id, because, active=False)


def staff_back(desk: Desk, staff_id: UUID, because: str) -> StaffMember:
    """Somebody who left is back, with the roles they had; a passphrase is given anew."""
    return _present(desk, staff_id, because, active=True)


def _present(desk: Desk, staff_id: UUID, because: str, *, active: bool) -> StaffMember:
    with desk.store.writing() as unit:
        register = as_it_stands(desk, unit)
        member = register.staff[staff_id]
        kept = {**staff_fields(member), "public_key": None}
        said = StaffRegistered.model_validate({**kept, "active": active, "left_because": because})
        _keep_a_manager(register, said)
        register_entry(desk, unit, said)
    return member


def register_person(desk: Desk, said: PersonRegistered) -> UUID:
    """A resident or another person joins or changes."""
    with desk.store.writing() as unit:
        register_entry(desk, unit, said)
    return said.person


def register_contact(desk: Desk, said: ContactPointRegistered) -> UUID:
    """A contact point joins or changes. Raises NotYet for hours that cannot be read."""
    check_hours(said.hours)
    with desk.store.writing() as unit:
        register_entry(desk, unit, said)
    return said.contact


def set_on_call(desk: Desk, said: OnCallSet) -> Register:
    """Somebody is on call from when until when, or no longer. Gives the register after it.

    Two may be on call at one time. Raises NotYet for somebody who is not there, and for a turn
    that is over already.
    """
    with desk.store.writing() as unit:
        register = as_it_stands(desk, unit)
        member = register.staff.get(said.staff)
        if said.active and (member is None or not member.active):
            raise NotYet((Missing("G1", "Who: choose somebody who works here."),))
        if said.active and said.until <= desk.now():
            raise NotYet((Missing("G1", "Until: that is over already. Give a time to come."),))
        register_entry(desk, unit, said)
        return with_entry(register, said)


def check_hours(hours: str) -> None:
    """Raise NotYet for opening hours that cannot be read, with the sentence that says why."""
    _, problem = read_hours(hours)
    if problem:
        raise NotYet((Missing("G1", problem),))


def _pass_rights(desk: Desk, register: Register, payload: Payload) -> None:
    if not any(member.may(Right.MANAGE) for member in register.staff.values()):
        return  # first run: the manager sets the home up before they are registered themselves
    member = register.staff.get(desk.author.staff_id)
    if member is None or not member.active:
        raise NobodySignedIn("You are no longer in the register. Sign in again.")
    wanted = _NEEDS.get(type(payload), Right.MANAGE)
    if not member.may(wanted):
        sentence = f"Only a {_WHO[wanted]} may do this. Ask one to sign in."
        raise NotYet((Missing("G21", sentence),))


_NEEDS: Mapping[type[Payload], Right] = {
    **dict.fromkeys((PersonRegistered, HandoverSigned, HandoverAccepted), Right.RECORD),
    **dict.fromkeys(
        (AuditBegun, AuditEnded, LearningSet, LearningDone, LearningVerified, LearningDropped),
        Right.DECIDE,
    ),
}
"""The right that an entry of the register takes, where that is not to manage."""

_WHO: Mapping[Right, str] = {
    Right.RECORD: "member of staff who records",
    Right.DECIDE: "lead or manager",
    Right.MANAGE: "manager",
}


def _keep_a_manager(register: Register, said: StaffRegistered) -> Register:
    """The register after a change of staff. Raises NotYet where nobody could manage any more."""
    after = with_entry(register, said)
    if _managers(register) and not _managers(after):
        raise NotYet((Missing("G21", _LAST_MANAGER),))
    return after


def _managers(register: Register) -> list[StaffMember]:
    """Those who may manage and can sign in."""
    staff = register.staff.values()
    return [member for member in staff if member.may(Right.MANAGE) and member.public_key]


_LAST_MANAGER = (
    "This is the last manager who can sign in. Register another and give them a passphrase first."
)
