"""Cases that belong together: linking them, and reading their chronologies as one (R85, 2.14)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.chronology import Line, chronology
from sgtui.domain.entries import CasesLinked
from sgtui.domain.register import Register
from sgtui.domain.stage import CaseStage
from sgtui.services.desk import Desk
from sgtui.services.ports import ReadUnit
from sgtui.services.record import Recorded, new_entry, record
from sgtui.services.refusals import NoSuchCase, show_or_refuse
from sgtui.services.veil import Veil, veil_over


@dataclass(frozen=True)
class CombinedCase:
    """One of the cases whose chronologies are read as one."""

    reference: str
    name: str
    """The person's full name."""
    room: str
    stage: CaseStage


@dataclass(frozen=True)
class CombinedLine:
    """One line, with the case that it stands in."""

    reference: str
    line: Line


@dataclass(frozen=True)
class Combined:
    """Several chronologies as one."""

    cases: tuple[CombinedCase, ...]
    """The case that was asked for, then those linked with it, by reference."""
    lines: tuple[CombinedLine, ...]
    """In the order of time; those of one moment by case and number."""
    not_shown: int
    """How many linked cases name whoever reads, so that nothing of them is here."""
    as_at: datetime


def link_cases(
    desk: Desk, case_id: UUID, reference: str, reason: str, *, seen: int | None = None
) -> Recorded:
    """Link a case with another, by its reference as typed; both say so.

    Raises NotYet where there is no such other case, or it is linked already, and as `record`.
    """
    link = CasesLinked(reference=reference.strip().upper(), reason=reason)
    return record(desk, case_id, [new_entry(link, desk.now())], seen=seen)


def combined(desk: Desk, case_id: UUID) -> Combined:
    """This case and those linked with it, as one chronology.

    Only those linked directly: what they are linked with has its own. Raises NoSuchCase, or
    NotForYou for a case that names whoever asks (G21).
    """
    with desk.store.reading() as unit:
        entries = unit.entries(case_id)
        if not entries:
            raise NoSuchCase("There is no such case.")
        register, first = desk.register(unit), fold(entries)
        show_or_refuse(desk, first.barred)
        veil = veil_over(desk, unit, first)
        cases = (first, *_others(unit, sorted(first.linked - veil.references)))
        veils = (veil, *(veil_over(desk, unit, case) for case in cases[1:]))
    return Combined(
        cases=tuple(_case(case, register) for case in cases),
        lines=_lines(desk, register, zip(cases, veils, strict=True)),
        not_shown=len(first.linked & veil.references),
        as_at=desk.now(),
    )


def _others(unit: ReadUnit, references: Iterable[str]) -> Iterable[CaseFile]:
    rows = (unit.case_by_reference(reference) for reference in references)
    return tuple(fold(unit.entries(row.case_id)) for row in rows if row is not None)


def _case(case: CaseFile, register: Register) -> CombinedCase:
    person = register.people.get(case.opening.what.person)
    return CombinedCase(
        reference=case.reference,
        name=register.person_name(case.opening.what.person),
        room=person.room if person else "",
        stage=case.stage,
    )


def _lines(
    desk: Desk, register: Register, cases: Iterable[tuple[CaseFile, Veil]]
) -> tuple[CombinedLine, ...]:
    now = desk.now()
    found = [
        CombinedLine(case.reference, line)
        for case, veil in cases
        for line in veil.over(chronology(case, desk.clocks(register, case), register, now))
    ]
    return tuple(sorted(found, key=lambda one: (one.line.at, one.reference, one.line.number)))
