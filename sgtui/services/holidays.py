"""A bank holiday announced late: it is added, and every open deadline is worked out anew."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.clock import Clock
from sgtui.domain.entries import HolidayAdded, NewEntry
from sgtui.domain.gates import Missing
from sgtui.domain.ladder_change import deadlines_moved
from sgtui.domain.london_time import day_words, in_london
from sgtui.services.desk import Desk, Known
from sgtui.services.ports import Projection, WriteUnit
from sgtui.services.projection import project
from sgtui.services.record import NotYet, append, new_entry
from sgtui.services.register import as_it_stands, register_entry


def add_holiday(desk: Desk, said: HolidayAdded) -> tuple[UUID, ...]:
    """Add a day that counts as no working day; gives the cases in which a deadline has moved.

    Each such case is told by an entry with the old and the new deadline (domain 4.3). Raises NotYet
    for a day that is one already.
    """
    with desk.store.writing() as unit:
        before = as_it_stands(desk, unit)
        if before.calendar.holiday(said.on) is not None:
            raise NotYet((Missing("G1", "Day: this is a bank holiday already."),))
        # Not the desk's own memory: this transaction may still be undone.
        inside = replace(desk, known=Known(before, dict(desk.known.ladders)))
        register_entry(inside, unit, said)
        touched = [
            case_id
            for case_id in unit.case_ids()
            if (kept := unit.projection(case_id)) is not None and _covers(kept, said.on)
        ]
        return tuple(case_id for case_id in touched if _reckon_anew(inside, unit, case_id, said))


def _covers(kept: Projection, on: date) -> bool:
    """Whether the day lies within any clock's time: outside it a deadline cannot change."""
    return any(
        in_london(clock.started_at).date() <= on
        and on <= in_london(max(clock.due_at, clock.late_at)).date()
        for clock in kept.clocks
    )


def _reckon_anew(inside: Desk, unit: WriteUnit, case_id: UUID, said: HolidayAdded) -> bool:
    """Keep what is derived from one case, after telling it of each deadline that has moved."""
    case = fold(unit.entries(case_id))
    clocks = inside.clocks(inside.register(unit), case)
    moved = _moved(inside, unit, case, clocks, said) if case.is_open else ()
    if moved:
        append(inside, unit, case_id, moved)
    else:
        unit.put_projection(project(case, clocks))
    return bool(moved)


def _moved(
    inside: Desk, unit: WriteUnit, case: CaseFile, clocks: tuple[Clock, ...], said: HolidayAdded
) -> tuple[NewEntry, ...]:
    """An entry for each deadline, as lists showed it, that the day moves."""
    kept, now = unit.projection(case.id), inside.now()
    reason = f"{day_words(said.on)} is a bank holiday: {said.name} ({said.source})."
    told = deadlines_moved(kept.clocks if kept else (), clocks, now, reason)
    return tuple(new_entry(one, now) for one in told)
