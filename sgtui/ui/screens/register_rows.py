"""The register as it is listed: a line for each person, member of staff, desk, holiday, ladder."""

from datetime import datetime

from sgtui.domain.bank_holidays import Holiday
from sgtui.domain.ladder import Ladder
from sgtui.domain.london_time import day_words, in_london
from sgtui.domain.people import Person, StaffMember
from sgtui.domain.register import ContactPoint, OnCallSlot, Register
from sgtui.domain.when import say
from sgtui.ui.screens.queue_rows import fitted
from sgtui.ui.widgets.row_list import Line, Piece, Row
from sgtui.ui.wording.case_words import room_words

NO_NUMBER = "no number yet"


def person_row(person: Person, width: int) -> Row:
    """Name, room, born, needs."""
    born = f"born {day_words(person.born_on)[4:]}" if person.born_on else ""
    left = max(width - 26 - 10 - 18, 10)
    pieces = (
        Piece(f"{fitted(person.name, 25)} ", "strong"),
        Piece(f"{fitted(room_words(person.room), 9)} "),
        Piece(f"{fitted(born, 17)} ", "quiet"),
        Piece(fitted(person.needs_words, left), "quiet"),
    )
    return Row(str(person.id), (pieces,))


def person_lines(person: Person) -> list[Line]:
    """What the row has no room for."""
    needs = {"Needs": person.care_needs, "Communication": person.communication_needs}
    others = {
        "GP": person.gp,
        "Representative": person.representative,
        "Placed by": person.placing_authority,
    }
    return [_said(needs), _said(others)]


def staff_row(member: StaffMember, width: int, *, signs_in: bool) -> Row:
    """Name, roles, phone, and whether they can sign in."""
    roles = ", ".join(role.label for role in member.roles)
    left = max(width - 23 - 15 - 15, 12)
    pieces = (
        Piece(f"{fitted(member.name, 22)} ", "strong" if member.active else "quiet"),
        Piece(f"{fitted(roles, left - 1)} "),
        Piece(f"{fitted(member.phone, 14)} ", "quiet"),
        staff_state(member, signs_in=signs_in),
    )
    return Row(str(member.id), (pieces,))


def staff_state(member: StaffMember, *, signs_in: bool) -> Piece:
    """ "signs in", "no passphrase", "has left"."""
    if not member.active:
        return Piece("has left", "quiet")
    return Piece("signs in", "calm") if signs_in else Piece("no passphrase", "due")


def staff_lines(member: StaffMember, register: Register, *, signs_in: bool) -> list[Line]:
    """All roles and the line manager, and what can be done next."""
    told = {"Roles": ", ".join(role.label for role in member.roles)}
    if member.line_manager is not None:
        told["Manager"] = register.staff_name(member.line_manager)
    if member.works_with_children:
        told["Works with children"] = "yes"
    roles = _said(told)
    if not member.active:
        return [roles, (Piece("Has left: owns and decides nothing. F9: is back.", "quiet"),)]
    if signs_in:
        return [roles, (Piece("P: a new passphrase if theirs is forgotten.", "quiet"),)]
    return [roles, (Piece("Cannot sign in yet. P: give a passphrase.", "due"),)]


def contact_row(contact: ContactPoint, width: int) -> Row:
    """Name, number, hours."""
    left = max(width - 36 - 16, 12)
    number = Piece(f"{fitted(contact.phone, 15)} ")
    if not contact.phone:
        number = Piece(f"{fitted(contact.email or NO_NUMBER, 15)} ", "" if contact.email else "due")
    pieces = (
        Piece(f"{fitted(contact.name, 35)} ", "strong"),
        number,
        Piece(fitted(contact.hours.words(), left), "quiet"),
    )
    return Row(str(contact.id), (pieces,))


def contact_lines(contact: ContactPoint, sort: str) -> list[Line]:
    """Its sort, e-mail and hours in full."""
    return [
        _said({"Sort": sort, "E-mail": contact.email}),
        _said({"Open": contact.hours.words()}),
    ]


def turn_row(turn: OnCallSlot, register: Register, now: datetime, width: int) -> Row:
    """From when until when, who, and whether that is now."""
    member = register.staff.get(turn.staff)
    gone = member is None or not member.active
    on_now = "has left" if gone else ("on call now" if turn.covers(now) else "")
    left = max(width - 38 - 12, 10)
    pieces = (
        Piece(f"{fitted(turn_words(turn.since, turn.until, now), 37)} "),
        Piece(f"{fitted(register.staff_name(turn.staff), left - 1)} ", "strong"),
        Piece(on_now, "due" if gone else "calm"),
    )
    return Row(str(turn.id), (pieces,))


def turn_words(since: datetime, until: datetime, now: datetime) -> str:
    """ "Mon 23 Nov 17:00 to Tue 24 Nov 08:00"."""
    return f"{say(since, now)} to {say(until, now)}"


def turn_lines(turn: OnCallSlot, register: Register) -> list[Line]:
    """Their number, and who else is on call then."""
    member = register.staff.get(turn.staff)
    also = ", ".join(register.on_call_beside(turn.id)) or "nobody"
    return [_said({"Phone": member.phone if member else ""}), _said({"On call then too": also})]


def holiday_row(holiday: Holiday, width: int) -> Row:
    """Day, name, and who says so."""
    added = holiday.source != "rule"
    pieces = (
        Piece(f"{fitted(day_words(holiday.on), 16)} ", "strong"),
        Piece(f"{fitted(holiday.name, 36)} "),
        Piece(fitted(f"added: {holiday.source}" if added else "known", max(width - 54, 10)),
              "due" if added else "quiet"),
    )  # fmt: skip
    return Row(holiday.on.isoformat(), (pieces,))


def ladder_row(ladder: Ladder, now: datetime, width: int, *, current: bool) -> Row:
    """Version, authority, when it must be looked at again, and which one new cases follow."""
    past = ladder.review_by < in_london(now).date()
    pieces = (
        Piece(f"{fitted(ladder.version, 18)} ", "strong"),
        Piece(f"{fitted(ladder.authority, 24)} "),
        Piece(f"{fitted(_review(ladder, past=past), 18)} ", "due" if past else "quiet"),
        Piece(fitted("new cases" if current else "", max(width - 63, 9)), "calm"),
    )
    return Row(ladder.version, (pieces,))


def ladder_lines(ladder: Ladder) -> list[Line]:
    """Its source and when it was read."""
    checked = day_words(ladder.source_checked_on)
    return [
        _said({"Source": ladder.source_title}),
        _said({"Checked": checked, "Review by": day_words(ladder.review_by)}),
    ]


def _review(ladder: Ladder, *, past: bool) -> str:
    return f"{'REVIEW' if past else 'review'} {day_words(ladder.review_by)[4:]}"


def _said(told: dict[str, str]) -> Line:
    words = "   ".join(f"{label}: {value}" for label, value in told.items() if value)
    return (Piece(words, "quiet"),)
