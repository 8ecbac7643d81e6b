"""Finding a case, open or closed, by its reference or by the person it is about."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.entries.choices import Category
from sgtui.domain.people import Person
from sgtui.domain.register import Register
from sgtui.domain.stage import CaseStage
from sgtui.services.desk import Desk
from sgtui.services.ports import CaseRow, ReadUnit
from sgtui.services.refusals import shown

MOST = 200
"""Cases listed at once: more letters are faster than a longer list."""

_REFERENCE = re.compile(r"(?:(?:SG-?)?(\d\d)-?)?([0-9A-HJKMNP-TV-Z]{4})", re.IGNORECASE)
_YEARS_BACK = 30


@dataclass(frozen=True)
class FoundCase:
    """A case in a list of what was found."""

    case_id: UUID
    reference: str
    name: str
    """The person's full name; only where the name itself was looked for."""
    initials: str
    room: str
    category: str
    stage: str
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True)
class Found:
    """What fits, newest first."""

    cases: tuple[FoundCase, ...]
    more: bool
    """Whether there are more than are listed."""


def find(desk: Desk, typed: str, most: int = MOST) -> Found:
    """The cases that fit what was typed; all of them, newest first, when nothing was.

    A reference fits by its last four characters. A person fits when each typed word begins a word
    of their name or room. Cases that name whoever looks are left out (G21).
    """
    words = _folded(typed).split()
    with desk.store.reading() as unit:
        register = desk.register(unit)
        rows, people = _rows(desk, unit, register, words, most + 1)
    cases = tuple(_found(row, register, named=row.person_id in people) for row in rows[:most])
    return Found(cases, len(rows) > most)


def _rows(
    desk: Desk, unit: ReadUnit, register: Register, words: list[str], most: int
) -> tuple[tuple[CaseRow, ...], frozenset[UUID]]:
    """The cases, and the people who were meant by name."""
    if not words:
        return _newest(desk, unit, most), frozenset()
    fitting = {person.id for person in register.people.values() if _fits(person, words)}
    named = frozenset(key for key in fitting if _is_named(register.people[key], words))
    by_person = shown(desk, unit.find_cases(fitting))
    known = {row.case_id for row in by_person}
    by_reference = shown(desk, _by_reference(unit, "-".join(words), desk.now()))
    return (*(row for row in by_reference if row.case_id not in known), *by_person)[:most], named


def _newest(desk: Desk, unit: ReadUnit, most: int) -> tuple[CaseRow, ...]:
    """So many of those that are shown, however many lie between them that are not."""
    found: list[CaseRow] = []
    page = unit.cases(limit=most)
    while page and len(found) < most:
        found += shown(desk, page)
        page = unit.cases(limit=most, after=page[-1])
    return tuple(found[:most])


def _by_reference(unit: ReadUnit, typed: str, now: datetime) -> tuple[CaseRow, ...]:
    match = _REFERENCE.fullmatch(typed)
    if match is None:
        return ()
    years = [match[1]] if match[1] else [f"{(now.year - n) % 100:02}" for n in range(_YEARS_BACK)]
    found = (unit.case_by_reference(f"SG-{year}-{match[2].upper()}") for year in years)
    return tuple(row for row in found if row is not None)


def _fits(person: Person, words: list[str]) -> bool:
    own = _folded(f"{person.name} rm room {person.room}").split()
    return all(any(part.startswith(word) for part in own) for word in words)


def _is_named(person: Person, words: list[str]) -> bool:
    own = _folded(person.name).split()
    return any(part.startswith(word) for part in own for word in words)


def _folded(text: str) -> str:
    """Lower case without accents; a hyphen parts two words."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("-", " "))
    return "".join(part for part in parts if not unicodedata.combining(part))


def _found(row: CaseRow, register: Register, *, named: bool) -> FoundCase:
    person = register.people.get(row.person_id)
    return FoundCase(
        case_id=row.case_id,
        reference=row.reference,
        name=person.name if person and named else "",
        initials=person.initials if person else "?",
        room=person.room if person else "",
        category=Category.of(row.category).label,
        stage=CaseStage.of(row.stage).label,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
    )
