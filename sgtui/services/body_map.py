"""Body maps as every reader shows them: a person's maps in time, what changed, what is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from sgtui.domain.body_map.compare import Comparison, compare
from sgtui.domain.body_map.prompts import Prompt, answered, prompts
from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.entries import BodyMapped, Entry
from sgtui.domain.people import Person
from sgtui.domain.register import Register
from sgtui.domain.stage import CaseStage
from sgtui.services.desk import Desk
from sgtui.services.ports import ReadUnit
from sgtui.services.refusals import NoSuchCase, show_or_refuse, shown


@dataclass(frozen=True)
class MappedBody:
    """One body map of one case, as it reads now."""

    entry: Entry
    case_id: UUID
    reference: str
    """The case's own reference."""
    what: BodyMapped
    amended: bool
    """Whether an amendment put something right, so that it reads otherwise than when made."""

    @property
    def at(self) -> datetime:
        """When the person was looked at."""
        return self.what.examined_at


@dataclass(frozen=True)
class PersonMaps:
    """Every body map of one person, across their cases, oldest first."""

    person: Person | None
    register: Register
    maps: tuple[MappedBody, ...]


class Compared(NamedTuple):
    """One map of a case beside the map of the person just before it."""

    earlier: MappedBody
    later: MappedBody
    changes: tuple[Comparison, ...]


@dataclass(frozen=True)
class OpenPrompt:
    """A second look that a map asks for and that nobody has answered."""

    map: MappedBody
    prompt: Prompt


def maps_of(case: CaseFile) -> tuple[MappedBody, ...]:
    """The case's maps that stand, amended where they were put right, oldest look first."""
    found = []
    for said in case.of(BodyMapped):
        made = case.entry(said.entry.id)
        amended = made is not None and made.payload != said.what
        found.append(MappedBody(said.entry, case.id, case.reference, said.what, amended))
    return _in_time(found)


def _in_time(maps: Iterable[MappedBody]) -> tuple[MappedBody, ...]:
    """Oldest look first; those of one moment as they were recorded, whichever case is read."""
    return tuple(sorted(maps, key=lambda m: (m.at, m.entry.recorded_at, m.case_id, m.entry.number)))


def read_person_maps(desk: Desk, case_or_person: UUID) -> PersonMaps:
    """The maps of a person, named by their id or by that of one of their cases.

    Raises NoSuchCase when it is neither, NotForYou for a case that names whoever asks (G21).
    """
    with desk.store.reading() as unit:
        register = desk.register(unit)
        entries = unit.entries(case_or_person)
        if entries:
            case = fold(entries)
            show_or_refuse(desk, case.barred)
            return _person_maps(desk, unit, register, case.opening.what.person, case)
        if case_or_person not in register.people:
            raise NoSuchCase("There is no such case, and nobody in the register by that id.")
        return _person_maps(desk, unit, register, case_or_person)


def _person_maps(
    desk: Desk,
    unit: ReadUnit,
    register: Register,
    person_id: UUID,
    known: CaseFile | None = None,
) -> PersonMaps:
    """The maps of a person; `known` is a case of theirs that has been read already.

    A case that was entered in error is passed over, unless it is the one that is known, and so
    is one that names whoever asks (G21).
    """
    maps = list(maps_of(known)) if known else []
    for row in shown(desk, unit.find_cases([person_id])):
        in_error = row.stage == CaseStage.ENTERED_IN_ERROR.value
        if not in_error and (known is None or row.case_id != known.id):
            maps += maps_of(fold(unit.entries(row.case_id)))
    return PersonMaps(register.people.get(person_id), register, _in_time(maps))


def maps_around(desk: Desk, unit: ReadUnit, register: Register, case: CaseFile) -> PersonMaps:
    """What a case's own maps are read beside: the person's others, if this case has a map at all.

    A case without one has nothing to compare, so no other case is read for it.
    """
    person_id = case.opening.what.person
    if case.of(BodyMapped):
        return _person_maps(desk, unit, register, person_id, case)
    return PersonMaps(register.people.get(person_id), register, ())


def comparisons(maps: PersonMaps, case_id: UUID) -> tuple[Compared, ...]:
    """Each map of the case against the person's map just before it, maybe of another case."""
    return tuple(
        Compared(earlier, later, compare(earlier.what, later.what))
        for earlier, later in pairwise(maps.maps)
        if later.case_id == case_id
    )


def open_prompts(maps: PersonMaps, case: CaseFile) -> tuple[OpenPrompt, ...]:
    """What this case's maps ask for and no standing entry answers."""
    done = answered(case)
    found = []
    for number, mapped in enumerate(maps.maps):
        if mapped.case_id == case.id:
            before = [one.what for one in maps.maps[:number]]
            found += [
                OpenPrompt(mapped, prompt)
                for prompt in prompts(mapped.what, before)
                if (mapped.entry.id, prompt.kind) not in done
            ]
    return tuple(found)
