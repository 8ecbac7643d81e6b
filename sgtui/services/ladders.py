"""Ladders of the home: read, adopted for new cases, and what one would change for those open."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.clocks import clocks
from sgtui.domain.entries import Entry, LadderAdopted, LadderPinned
from sgtui.domain.entries.register import LADDER_LIMIT
from sgtui.domain.gates import Missing
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_change import ClockChange, changes
from sgtui.domain.ladder_compare import compare
from sgtui.domain.ladder_file import read_ladder, shipped_text, shipped_versions
from sgtui.domain.london_time import day_words, in_london
from sgtui.domain.register import Register
from sgtui.domain.stage import CaseStage
from sgtui.services.desk import Desk
from sgtui.services.ports import CaseRow, ReadUnit
from sgtui.services.record import Recorded, new_entry, record
from sgtui.services.refusals import NotYet, is_shown, show_or_refuse
from sgtui.services.register import as_it_stands, register_entry


class NoSuchLadder(Exception):
    """No ladder has that name, or the file that should hold it cannot be read."""


@dataclass(frozen=True)
class Adopted:
    """A ladder that new cases follow from now on."""

    version: str
    warnings: tuple[str, ...]
    """What should be put right, though nothing stands in the way."""
    others: tuple[tuple[str, int], ...]
    """The other ladders that open cases go on following, and how many cases each."""


@dataclass(frozen=True)
class CaseChange:
    """What following another ladder would change in one open case."""

    reference: str
    follows: str
    """The version it follows now."""
    changes: tuple[ClockChange, ...]
    """Empty where everything would stay as it is."""


@dataclass(frozen=True)
class Preview:
    """What adopting a ladder would mean; nothing has been changed."""

    ladder: Ladder
    against: Ladder
    """The one that new cases follow now."""
    differences: tuple[str, ...]
    """What it asks for otherwise, stage by stage."""
    refusal: str
    """Why it would be refused; empty where nothing stands in the way."""
    warnings: tuple[str, ...]
    """What should be put right, though nothing stands in the way."""
    cases: tuple[CaseChange, ...]
    """The open cases that follow another, each as it would be if it followed this one."""
    as_at: datetime


def ladder_text(named: str) -> tuple[str, str]:
    """Name and text of a ladder: a version that comes with the program, else a file.

    Raises NoSuchLadder with the sentence that says why not.
    """
    if named in shipped_versions():
        return f"{named}.toml", shipped_text(named)
    path = Path(named).expanduser()
    try:
        with path.open(encoding="utf-8-sig") as file:
            return path.name, file.read(LADDER_LIMIT + 1)
    except FileNotFoundError:
        there = ", ".join(shipped_versions())
        raise NoSuchLadder(f"There is no such file. With the program come: {there}.") from None
    except UnicodeDecodeError:
        raise NoSuchLadder(f"{path.name} is not a text in UTF-8.") from None
    except (OSError, ValueError, RuntimeError):
        sentence = "That file cannot be read. Is it a folder, or another person's?"
        raise NoSuchLadder(sentence) from None


def adopt_ladder(desk: Desk, text: str, name: str) -> Adopted:
    """Adopt a version of a ladder for new cases; a case keeps the version it follows.

    Raises LadderRefused with everything wrong in it, NotYet where the version is another text.
    """
    with desk.store.writing() as unit:
        register = as_it_stands(desk, unit)
        ladder = read_ladder(text, name, desk.known.basis(register))
        said = LadderAdopted(version=ladder.version, toml=text)
        if _is_taken(register, said):
            raise NotYet((Missing("G1", _TAKEN.format(ladder.version)),))
        register_entry(desk, unit, said)
        follow = Counter(row.ladder for row in _open_rows(desk, unit))
        others = tuple(sorted(item for item in follow.items() if item[0] != ladder.version))
        warnings = tuple(ladder_warnings(ladder, register, desk.now()))
        return Adopted(ladder.version, warnings, others)


_TAKEN = "Version {} is adopted already with other contents. Give the new one a new version."


def _is_taken(register: Register, said: LadderAdopted) -> bool:
    return register.ladders.get(said.version, said.toml) != said.toml


def ladder_warnings(ladder: Ladder, register: Register, now: datetime) -> Iterator[str]:
    """What this home still lacks to follow a ladder."""
    wanted = {stage.contact_point for stage in ladder.stages}
    wanted |= {stage.urgent_contact_point for stage in ladder.stages}
    for point in sorted(kind for kind in wanted if kind is not None):
        contact = register.contact_at(point)
        if contact is None:
            yield f"The register has no {point.label}, which the ladder names ({point})."
        elif not contact.phone and not contact.email:
            yield f"{contact.name} has neither a telephone number nor an e-mail address yet."
    nation = register.calendar.jurisdiction
    if ladder.jurisdiction != nation:
        yield f"The ladder is for {ladder.jurisdiction}, the home for {nation}."
    yield from out_of_date(ladder, now)


def out_of_date(ladder: Ladder, now: datetime) -> Iterator[str]:
    """A sentence where the day is over by which the ladder's source had to be read again."""
    if ladder.review_by < in_london(now).date():
        yield f"The ladder was to be looked at again by {day_words(ladder.review_by)}."


def followed(desk: Desk, unit: ReadUnit) -> tuple[Ladder, ...]:
    """The ladder of new cases, then every other that an open case follows."""
    register = desk.register(unit)
    versions = {row.ladder for row in _open_rows(desk, unit)} - {register.current_ladder}
    in_order = (register.current_ladder, *sorted(versions))
    return tuple(desk.known.ladder(register, version) for version in in_order)


def preview(desk: Desk, text: str, name: str) -> Preview:
    """What a ladder asks for otherwise, and what each open case would be if it followed it.

    Nothing is changed. A case in which the reader is named is left out (gate G21). Raises
    LadderRefused.
    """
    with desk.store.reading() as unit:
        register, now = desk.register(unit), desk.now()
        ladder = read_ladder(text, name, desk.known.basis(register))
        against = desk.known.ladder(register, register.current_ladder)
        taken = _is_taken(register, LadderAdopted(version=ladder.version, toml=text))
        return Preview(
            ladder=ladder,
            against=against,
            differences=compare(against, ladder),
            refusal=_TAKEN.format(ladder.version) if taken else "",
            warnings=tuple(ladder_warnings(ladder, register, now)),
            cases=tuple(_cases(desk, unit, register, ladder)),
            as_at=now,
        )


def _cases(desk: Desk, unit: ReadUnit, register: Register, ladder: Ladder) -> Iterator[CaseChange]:
    for row in _open_rows(desk, unit):
        case = fold(unit.entries(row.case_id))
        if case.is_open and case.ladder_version != ladder.version:
            changed = if_it_followed(desk, register, case, ladder)
            yield CaseChange(case.reference, case.ladder_version, changed)


def case_preview(desk: Desk, case_id: UUID, version: str) -> CaseChange:
    """What following an adopted ladder would change in one case. KeyError for another version.

    Raises NotForYou (G21).
    """
    with desk.store.reading() as unit:
        register, case = desk.register(unit), fold(unit.entries(case_id))
        show_or_refuse(desk, case.barred)
        ladder = desk.known.ladder(register, version)
        changed = if_it_followed(desk, register, case, ladder)
        return CaseChange(case.reference, case.ladder_version, changed)


def if_it_followed(
    desk: Desk, register: Register, case: CaseFile, ladder: Ladder
) -> tuple[ClockChange, ...]:
    """What a case's clocks would be if it followed that ladder from this moment on."""
    now = desk.now()
    pinned = fold((*case.entries, _pin(desk, case, ladder.version, now)))
    after = clocks(pinned, ladder, register, lambda version: desk.known.ladder(register, version))
    return changes(desk.clocks(register, case), after, now)


def _pin(desk: Desk, case: CaseFile, version: str, now: datetime) -> Entry:
    """The entry by which a case would follow another ladder; it is looked at, never kept."""
    return Entry(
        id=uuid4(),
        case_id=case.id,
        number=case.entries[-1].number + 1,
        occurred_at=now,
        recorded_at=now,
        recorded_by=desk.author.staff_id,
        payload=LadderPinned(version=version, reason="To see what would change"),
    )


def pin_ladder(desk: Desk, case_id: UUID, version: str, because: str) -> Recorded:
    """Let a case follow another adopted ladder from now on; its open deadlines are reckoned anew.

    Raises NotYet, NoSuchCase, NobodySignedIn.
    """
    said = LadderPinned(version=version, reason=because)
    return record(desk, case_id, [new_entry(said, desk.now())])


def _open_rows(desk: Desk, unit: ReadUnit) -> Iterator[CaseRow]:
    """The open cases that the reader may see, newest first (gate G21)."""
    last: CaseRow | None = None
    while page := unit.cases(open_only=True, after=last):
        for row in page:
            if row.stage != CaseStage.ENTERED_IN_ERROR and is_shown(desk, row.barred):
                yield row
        last = page[-1]
