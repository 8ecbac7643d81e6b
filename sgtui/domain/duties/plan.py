"""Duties of meetings, of the safeguarding plan and its actions (ladder L14, L16)."""

from collections.abc import Iterator
from datetime import datetime

from sgtui.domain.case_file import CaseFile
from sgtui.domain.duties.span import Span
from sgtui.domain.entries import Entry
from sgtui.domain.facts import earliest, fact_of
from sgtui.domain.ladder import OwedBy


def meeting(case: CaseFile) -> Iterator[Span]:
    """From arranging a meeting until it is held or called off; due when it is to be (R120)."""
    for one in case.meetings:
        due_at = not_before(one.entry, one.arranged.meets_at)
        span = Span(one.id, one.entry.occurred_at, "after it was arranged", due_at=due_at)
        if one.held is not None:
            yield span.met_by(earliest((one.held[0], one.held[1].held_at)))
        elif one.called_off is not None:
            off = one.called_off
            yield span.ended(off.recorded_at, "the meeting was called off", off.occurred_at)
        else:
            yield span


def action(case: CaseFile) -> Iterator[Span]:
    """From agreeing an action until it is done or dropped; theirs to do where it is (R106)."""
    for one in case.actions:
        span = Span(
            one.id,
            one.entry.occurred_at,
            "after it was agreed",
            due_at=not_before(one.entry, one.agreed.due_at),
            direction=OwedBy.WE_OWE if one.agreed.theirs is None else OwedBy.THEY_OWE,
            counterpart=one.agreed.theirs or "",
            given_to=one.agreed.owner,
        )
        if one.dropped is not None:
            off = one.dropped
            yield span.ended(off.recorded_at, "the action was dropped", off.occurred_at)
        else:
            yield span.met_by(fact_of(one.done[0]) if one.done else None)


def verification(case: CaseFile) -> Iterator[Span]:
    """From an action being done until another person has seen that it was (gate G15)."""
    for one in case.actions:
        if one.done is not None:
            done, said = one.done
            doers = {done.recorded_by, said.done_by or done.recorded_by}
            why = "after the action was done"
            span = Span(done.id, done.occurred_at, why, not_by=frozenset(doers))
            yield span.met_by(fact_of(one.verified) if one.verified else None)


def not_before(start: Entry, due_at: datetime | None) -> datetime | None:
    """A time that was named, but never before what named it happened."""
    return max(due_at, start.occurred_at) if due_at is not None else None
