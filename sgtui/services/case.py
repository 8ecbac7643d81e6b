"""One case file as the desk, the command line and the printed file read it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.chronology import Line, chronology
from sgtui.domain.clock import Clock
from sgtui.domain.in_force import in_force
from sgtui.domain.ladder import Ladder
from sgtui.domain.next_step import NextStep, next_steps
from sgtui.domain.people import Person
from sgtui.domain.register import Register
from sgtui.services.body_map import (
    Compared,
    MappedBody,
    OpenPrompt,
    comparisons,
    maps_around,
    maps_of,
    open_prompts,
)
from sgtui.services.desk import Desk
from sgtui.services.ports import ReadUnit
from sgtui.services.refusals import NoSuchCase, show_or_refuse
from sgtui.services.veil import LinkedCase, Veil, linked_cases, veil_over


@dataclass(frozen=True)
class CaseView:
    """A case with everything that shows it."""

    case: CaseFile
    person: Person | None
    register: Register
    ladder: Ladder
    clocks: tuple[Clock, ...]
    running: tuple[Clock, ...]
    """The clocks that run now, soonest due first."""
    next_steps: tuple[NextStep, ...]
    lines: tuple[Line, ...]
    """The chronology, oldest first."""
    maps: tuple[MappedBody, ...]
    """This case's body maps, oldest first."""
    comparisons: tuple[Compared, ...]
    """Each of them beside the person's map just before it, maybe of another case."""
    open_prompts: tuple[OpenPrompt, ...]
    """What its maps ask for and nobody has answered."""
    linked: tuple[LinkedCase, ...]
    """The cases that belong with this one."""
    veil: Veil
    """What of other cases is not shown to whoever reads."""
    as_at: datetime

    @property
    def number(self) -> int:
        """Number of the newest entry seen: what a writer says they had before them."""
        return self.case.entries[-1].number


def case_id_of(desk: Desk, reference: str) -> UUID:
    """The id of a case by its reference, as typed. Raises NoSuchCase, or NotForYou (G21)."""
    with desk.store.reading() as unit:
        row = unit.case_by_reference(reference.strip().upper())
    if row is None:
        raise NoSuchCase("No case has that reference. References look like SG-26-K4T7.")
    show_or_refuse(desk, row.barred)
    return row.case_id


def read_case(desk: Desk, case_id: UUID) -> CaseView:
    """A case as it stands now. Raises NoSuchCase, or NotForYou (G21)."""
    with desk.store.reading() as unit:
        return _view(desk, unit, case_id)


def _view(desk: Desk, unit: ReadUnit, case_id: UUID) -> CaseView:
    entries = unit.entries(case_id)
    if not entries:
        raise NoSuchCase("There is no such case.")
    now = desk.now()
    register, case = desk.register(unit), fold(entries)
    show_or_refuse(desk, case.barred)
    veil = veil_over(desk, unit, case)
    ladder, clocks = desk.ladder_of(register, case), desk.clocks(register, case)
    running, maps = in_force(clocks, now), maps_around(desk, unit, register, case)
    return CaseView(
        case=case,
        person=register.people.get(case.opening.what.person),
        register=register,
        ladder=ladder,
        clocks=clocks,
        running=running,
        next_steps=next_steps(case, running, ladder, register, now=now, here=desk.author.staff_id),
        lines=veil.over(chronology(case, clocks, register, now)),
        maps=maps_of(case),
        comparisons=comparisons(maps, case.id),
        open_prompts=open_prompts(maps, case),
        linked=linked_cases(unit, register, case, veil),
        veil=veil,
        as_at=now,
    )
