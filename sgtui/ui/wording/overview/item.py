"""One line of the overview: how it stands, what it is, and what can be recorded about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Duty
from sgtui.domain.steps.step import Step, step
from sgtui.domain.text import display_line
from sgtui.domain.when import say
from sgtui.services.case import CaseView
from sgtui.ui.widgets.row_list import Line, Piece, Row, heading
from sgtui.ui.widgets.wrapped import wrapped
from sgtui.ui.wording.case_words import due_words, lateness_words, level_of, tone_of

_STATE = 15
"""Columns of how it stands; what it is follows."""


@dataclass(frozen=True)
class Item:
    """One thing of a case."""

    key: str
    title: str
    state: Piece = Piece("")
    """How it stands in a word or two: late, due, done."""
    notes: tuple[Piece, ...] = ()
    """More about it, each on lines of its own below."""
    entry: UUID | None = None
    """The entry that says it, to read in full."""
    steps: tuple[Step, ...] = ()
    """What can be recorded about it now, the likeliest first."""
    reference: str = ""
    """The other case that it is; empty for anything of this one."""


def rows(sections: Iterable[tuple[str, list[Item]]], width: int) -> Iterator[Row]:
    """The sections as rows of a list of `width` columns, its cursor's own column left out."""
    for title, items in sections:
        yield heading(title, title)
        for item in items:
            yield Row(item.key, tuple(_lines(item, max(width - _STATE, 20))))


def _lines(item: Item, room: int) -> Iterator[Line]:
    state = Piece(f"{item.state.text:<{_STATE}}", item.state.tone)
    for part in wrapped(display_line(item.title), room):
        yield (state, Piece(part, "strong"))
        state = Piece(" " * _STATE)
    for note in item.notes:
        for part in wrapped(display_line(note.text), room):
            yield (Piece(" " * _STATE), Piece(part, note.tone))


def running(view: CaseView, *subjects: UUID) -> tuple[Clock, ...]:
    """The duties that run now and were started by one of these entries, the most urgent first."""
    return tuple(clock for clock in view.running if clock.subject in subjects)


def stands(view: CaseView, clocks: Iterable[Clock], otherwise: Piece) -> Piece:
    """How late or how near the first of these is, as the queue says it; else other words."""
    for clock in clocks:
        return Piece(lateness_words(clock, view.as_at), tone_of(level_of(clock, view.as_at)))
    return otherwise


def owed(view: CaseView, clock: Clock) -> Piece:
    """ "Decision by Fri 20 Nov 11:30, 2 days late", red where it is late."""
    late = level_of(clock, view.as_at).is_late
    named = clock.title.removesuffix(" due")
    return Piece(f"{named} by {due_words(clock, view.as_at)}", "late" if late else "")


def quiet(words: str) -> Piece:
    """A note that is only read."""
    return Piece(words, "quiet")


def said_at(view: CaseView, at: datetime) -> str:
    """A moment as people say it, seen from now."""
    return say(at, view.as_at)


def offered(view: CaseView, about: UUID, *more: Step) -> tuple[Step, ...]:
    """What F4 offers about something, then these; each kind of entry once."""
    found = [
        one
        for owed_now in view.next_steps
        for one in owed_now.steps
        if about in one.known.values() or owed_now.clock.subject == about
    ]
    return once((*found, *more))


def for_duties(view: CaseView, *duties: Duty) -> tuple[Step, ...]:
    """What F4 offers for these duties."""
    steps = (s for one in view.next_steps if one.clock.duty in duties for s in one.steps)
    return once(steps)


def of_clocks(view: CaseView, clocks: Iterable[Clock]) -> tuple[Step, ...]:
    """What F4 offers for these very duties."""
    keys = {clock.key for clock in clocks}
    return once(s for one in view.next_steps if one.clock.key in keys for s in one.steps)


def once(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Each kind of entry as it is first offered."""
    found: dict[str, Step] = {}
    for one in steps:
        found.setdefault(one.kind, one)
    return tuple(found.values())


def act(view: CaseView, kind: str, label: str = "", **known: Any) -> tuple[Step, ...]:
    """One thing to record, while the case is open and nothing says it is over."""
    return (step(kind, label, **known),) if view.case.is_open else ()
