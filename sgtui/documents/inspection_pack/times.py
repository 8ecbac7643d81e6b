"""Every duty with a deadline: when it was due, when it was met, and by how much late (R2, R90)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sgtui.documents.model import Block, Cell, Column, Heading, Paragraph, Table
from sgtui.domain.kept_times import Fate, Kept, kept_times
from sgtui.domain.ladder import Duty, OwedBy
from sgtui.domain.london_time import moment_words
from sgtui.domain.urgency import duration_words
from sgtui.services.case import CaseView

_EACH_SHIFT = (Duty.OBSERVATION, Duty.MONITORING)
"""Duties that come round so often that those met in time are counted and not listed."""


def times(view: CaseView) -> Iterator[Block]:
    """How each sort of duty was kept, then each with its times."""
    kept = kept_times(view.clocks, view.as_at)
    yield Heading("Times: due, met, late")
    yield _counted(kept)
    often = [one for one in kept if one.clock.duty in _EACH_SHIFT and one.fate is Fate.IN_TIME]
    if often:
        yield Paragraph(
            f"{len(often)} {'look' if len(often) == 1 else 'looks'} at the person, owed each shift "
            "or oftener, met in time: counted above and not listed below.",
            "note",
        )
    listed = sorted((one for one in kept if one not in often), key=lambda one: one.clock.due_at)
    yield times_table(view, listed, "Each duty")


def _counted(kept: Sequence[Kept]) -> Table:
    """How many of each duty there were, how many in time, and the worst."""
    rows: list[tuple[Cell, ...]] = []
    for duty in dict.fromkeys(one.clock.duty for one in kept):
        some = [one for one in kept if one.clock.duty is duty]
        missed = [one.late_by for one in some if one.late_by is not None and one.fate.missed]
        fates = Counter(one.fate for one in some)
        owed = fates[Fate.RUNNING] + fates[Fate.LATE]
        longest = max(missed, default=None)
        rows.append((duty.label, len(some), fates[Fate.IN_TIME], len(missed), owed, longest))
    names = ("Began", "In time", "Late", "Owed now")
    numbers = tuple(Column(name, 2, right=True) for name in names)
    columns = (Column("Duty", 5), *numbers, Column("Longest late", 3))
    return Table(columns, tuple(rows), empty="No duty has begun.")


def times_table(view: CaseView, kept: Sequence[Kept], title: str) -> Table:
    """These duties with due and met, and what became of each in words."""
    rows = tuple((one.clock.due_at, _words(view, one)) for one in kept)
    columns = (Column("Due", 0), Column("Duty, whose, what became of it", 11))
    return Table(columns, rows, title, "None.")


def _words(view: CaseView, kept: Kept) -> str:
    clock = kept.clock
    theirs = clock.direction is OwedBy.THEY_OWE
    role = clock.owner_role.label.lower()
    owes = f"they owe: {clock.counterpart}" if theirs else f"we owe: {role}"
    if clock.given_to is not None:
        owes = f"we owe: {view.register.staff_name(clock.given_to)}"
    return f"{clock.title} ({clock.stage}, {owes}). {_fate(kept)} {kept.why}."


def _fate(kept: Kept) -> str:
    """ "MET LATE by 2 d 3 h, Sun 22 Nov 2026 14:32.": in words, never by colour alone."""
    late = f" by {duration_words(kept.late_by)}" if kept.late_by is not None else ""
    at = f", {moment_words(kept.over_at)}" if kept.over_at else ""
    match kept.fate:
        case Fate.MET_LATE:
            return f"MET LATE{late}{at}."
        case Fate.LATE:
            return f"LATE{late}, still owed."
        case Fate.ENDED_LATE:
            return f"NOT MET: late{late} when it was owed no more{at}."
    return f"{kept.fate.label}{at}."
