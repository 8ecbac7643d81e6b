"""The learning log's actions: what the home does so that it goes better, and what is to come."""

from datetime import datetime

from sgtui.documents.learning.figures import Log, state_words, took
from sgtui.documents.model import Cell, Column, Record, Section, Table
from sgtui.domain.learning import Learning, LearningState


def actions_section(log: Log) -> Section:
    """Every learning action of the period, in the order they were set."""
    columns = (
        Column("Sort", 0), Column("What, and because", 5), Column("Who sees to it", 2),
        Column("Due", 2), Column("Done", 2), Column("Verified", 2), Column("State", 2),
    )  # fmt: skip
    rows = tuple(_row(one, log) for one in log.actions)
    table = Table(columns, rows, empty="No learning action was set, open or done in this period.")
    records = tuple(_record(one, log) for one in log.actions)
    return Section("Learning actions", (table,), records=records)


def _row(one: Learning, log: Log) -> tuple[Cell, ...]:
    where = f" ({one.said.reference})" if one.said.reference else ""
    return (
        one.said.sort.label,
        f"{one.said.what}. Because: {one.said.because}{where}",
        log.register.staff_name(one.said.owner),
        one.said.due_at,
        one.done[1].done_at if one.done else None,
        one.verified[0].occurred_at if one.verified else None,
        _state(one, log.until),
    )


def _state(one: Learning, until: datetime) -> str:
    late = one.state is not LearningState.OPEN and one.was_late(until)
    return f"{state_words(one, until)}{', was late' if late else ''}"


def _record(one: Learning, log: Log) -> Record:
    return Record(
        (
            one.said.sort.value,
            one.said.reference,
            one.entry.recorded_at,
            one.said.what,
            None,
            None,
            None,
            one.said.because,
            log.register.staff_name(one.said.owner),
            one.said.due_at,
            one.done[1].done_at if one.done else None,
            one.verified[0].occurred_at if one.verified else None,
            one.state.value,
            "yes" if one.was_late(log.until) else "no",
            took(one),
        )
    )


def to_come_section(log: Log, now: datetime) -> Section:
    """What is to be looked back on, done or verified, soonest due first, as it stands now."""
    waits = [(one.due_at, "Look back", f"{one.reference}: {one.about}", "") for one in log.owed]
    for one in log.every_action:
        if one.state is LearningState.OPEN:
            owner = log.register.staff_name(one.said.owner)
            waits.append((one.said.due_at, one.said.sort.label, one.said.what, owner))
    columns = (
        Column("Due", 2), Column("To do", 0), Column("What", 5), Column("Who sees to it", 2),
        Column("Late", 0),
    )  # fmt: skip
    rows = tuple((due, do, what, who, "late" if due < now else "") for due, do, what, who in
                 sorted(waits))  # fmt: skip
    unseen = tuple(
        (None, "Verify", one.said.what, "another person", "")
        for one in log.every_action
        if one.state is LearningState.DONE
    )
    return Section("To come", (Table(columns, (*rows, *unseen), empty="Nothing is open."),))
