"""What of a case an authority is given: what it needs to protect the person, and no more.

The home's own supervision is none of its business, what was struck out may be about somebody
else, and other residents are named only where they are alleged to have caused harm (UK GDPR
art. 5(1)(c), data minimisation).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from sgtui.documents.chronology.timeline import Told
from sgtui.documents.rewording import Words
from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries import (
    AfterActionReviewed,
    Amended,
    AuditFindingMended,
    AuditFindingRaised,
    AuditFindingVerified,
    DeadlineMoved,
    EnteredInError,
    FileAudited,
    LadderPinned,
    OversightHeld,
    PatternAnswered,
    PatternFound,
    PersonInvolved,
    StaffSupported,
)
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.entries.pattern import PatternVerdict
from sgtui.domain.ladder import Duty
from sgtui.domain.register import Register

NOTES = (
    "For the authority or agency named, with what it needs to protect the person. The home's own "
    "supervision is left out: audits and their findings, managers' looks, after-action reviews, "
    "support of staff, changes to deadlines, and patterns that were looked at and dismissed.",
    "What was entered in error is left out. What was put right stands as it reads now, with who "
    "put it right and why. The originals are in the home's record.",
    "Other residents are named only where they are alleged to have caused harm; else they are "
    '"resident A", "resident B". A first name alone in what somebody wrote stays as written: '
    "read it through before it is sent.",
)
"""What is left out and why, for the first page."""

_INTERNAL = (
    AfterActionReviewed, Amended, AuditFindingMended, AuditFindingRaised, AuditFindingVerified,
    DeadlineMoved, EnteredInError, FileAudited, LadderPinned, OversightHeld, StaffSupported,
)  # fmt: skip

_OUR_OWN = frozenset(
    {
        Duty.AFTER_ACTION, Duty.COUNTERSIGN, Duty.FINDING, Duty.FINDING_AT_RISK,
        Duty.FINDING_CHECK, Duty.OVERSIGHT, Duty.PATTERN, Duty.STAFF_SUPPORT,
    }
)  # fmt: skip
"""Duties whose lateness concerns the home's own supervision alone."""


def for_the_authority(case: CaseFile, lines: Iterable[Told]) -> Iterator[Told]:
    """The lines that it is given, as they read now."""
    taken_up = {
        said.what.pattern
        for said in case.of(PatternAnswered)
        if said.what.verdict is PatternVerdict.TAKEN_UP
    }
    for told in lines:
        if not told.struck and told.duty not in _OUR_OWN and _is_theirs(told, taken_up):
            yield _as_it_reads_now(told)


def _is_theirs(told: Told, taken_up: set[UUID]) -> bool:
    match told.entry.payload if told.entry else None:
        case PatternFound():
            return told.entry is not None and told.entry.id in taken_up
        case PatternAnswered(verdict=verdict):
            return verdict is PatternVerdict.TAKEN_UP
        case said:
            return not isinstance(said, _INTERNAL)


def _as_it_reads_now(told: Told) -> Told:
    return replace(told, text=told.corrected[-1], corrected=()) if told.corrected else told


def other_residents_unnamed(register: Register, cases: Iterable[CaseFile]) -> Words:
    """Puts "resident A" for the full name of each resident whom these cases are not about.

    Those alleged in them keep their names. A name of one word is left, for it may be any word.
    """
    kept = {person for case in cases for person in _named(case)}
    keep = {register.person_name(person).casefold() for person in kept}
    keep |= {member.name.casefold() for member in register.staff.values()}
    others = {person.name for person in register.people.values()}
    names = sorted(name for name in others if " " in name and name.casefold() not in keep)
    if not names:
        return lambda text: text
    any_name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    letters: dict[str, str] = {}

    def unnamed(found: re.Match[str]) -> str:
        return letters.setdefault(found[0].casefold(), f"resident {_letters(len(letters))}")

    return lambda text: any_name.sub(unnamed, text)


def _named(case: CaseFile) -> Iterator[UUID]:
    """The person and the residents alleged to have caused harm."""
    yield case.opening.what.person
    if case.opening.what.alleged_person is not None:
        yield case.opening.what.alleged_person
    for said in case.of(PersonInvolved):
        if said.what.involvement is Involvement.ALLEGED and said.what.person is not None:
            yield said.what.person


def _letters(number: int) -> str:
    """A, B, ... Z, AA, AB for 0, 1, ... 25, 26, 27."""
    more, last = divmod(number, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)
