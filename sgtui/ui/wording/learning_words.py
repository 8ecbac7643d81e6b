"""Learning in words: what is open, what waits to be verified, what led to nothing yet."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from sgtui.domain.entries import Entry
from sgtui.domain.learning import Learning, LearningState
from sgtui.domain.london_time import day_words, in_london
from sgtui.domain.text import display_line
from sgtui.domain.urgency import lateness, span_words
from sgtui.domain.when import say
from sgtui.services.learning import Learnt, Lesson
from sgtui.ui.screens.queue_rows import fitted, short_name
from sgtui.ui.widgets.row_list import Line, Piece, Row, heading
from sgtui.ui.widgets.wrapped import wrapped

_STATE, _SORT, _OWNER = 15, 12, 16
_SETTLED = 30
"""Settled ones that are listed; older ones stand in the learning log."""


def learning_rows(learnt: Learnt, width: int) -> Iterator[Row]:
    """What is open, the latest first; what waits to be seen; lessons; what is settled."""
    there, now = learnt.there, learnt.as_at
    open_ones = sorted(_in(there, LearningState.OPEN), key=lambda one: one.said.due_at)
    yield from _section("TO DO", (_row(one, learnt, now, width) for one in open_ones))
    done = _in(there, LearningState.DONE)
    yield from _section("DONE, TO BE VERIFIED", (_row(one, learnt, now, width) for one in done))
    lessons = (_lesson(one, width) for one in learnt.not_taken_up)
    yield from _section("LEARNT, AND NOTHING SET YET", lessons)
    settled = _in(there, LearningState.VERIFIED, LearningState.DROPPED)[::-1][:_SETTLED]
    yield from _section("SETTLED", (_row(one, learnt, now, width) for one in settled))


def _in(there: Iterable[Learning], *states: LearningState) -> list[Learning]:
    return [one for one in there if one.state in states]


def _section(title: str, rows: Iterable[Row]) -> Iterator[Row]:
    found = list(rows)
    if found:
        yield heading(title, title)
        yield from found


def _row(one: Learning, learnt: Learnt, now: datetime, width: int) -> Row:
    room = max(width - _STATE - _SORT - _OWNER - 3, 12)
    owner = short_name(learnt.register.staff_name(one.said.owner))
    line = (
        _state(one, now),
        Piece(f"{fitted(one.said.sort.label, _SORT)} ", "quiet"),
        Piece(f"{fitted(one.said.what, room)} ", "strong"),
        Piece(fitted(owner, _OWNER)),
    )
    return Row(str(one.id), (line,))


def _state(one: Learning, now: datetime) -> Piece:
    match one.state:
        case LearningState.OPEN if one.is_late(now):
            return Piece(f"{f'!! {lateness(one.said.due_at, now)}':<{_STATE}} ", "late")
        case LearningState.OPEN:
            return Piece(f"{f'   OK {span_words(one.said.due_at - now)}':<{_STATE}} ", "calm")
        case LearningState.DONE:
            return Piece(f"{'!  to verify':<{_STATE}} ", "due")
        case _:
            return Piece(f"{f'   {one.state.label.lower()}':<{_STATE}} ", "quiet")


def _lesson(one: Lesson, width: int) -> Row:
    on = day_words(in_london(one.entry.occurred_at).date(), year=False)
    where = one.reference or "Audit"
    room = max(width - _STATE - _SORT - 2, 12)
    line = (
        Piece(f"{fitted(f'   {on}', _STATE)} ", "quiet"),
        Piece(f"{fitted(where, _SORT)} ", "strong"),
        Piece(fitted(one.learnt, room)),
    )
    return Row(f"lesson.{one.entry.id}", (line,))


def lesson_of(learnt: Learnt, key: str | None) -> Lesson | None:
    """The lesson of a row."""
    return next((one for one in learnt.not_taken_up if f"lesson.{one.entry.id}" == key), None)


def first_of(learnt: Learnt, reader: UUID) -> str:
    """The row that whoever opens the list comes for: what they see to, else may verify."""
    mine = (one for one in learnt.there if one.said.owner == reader)
    open_ones = sorted(_in(mine, LearningState.OPEN), key=lambda one: one.said.due_at)
    to_see = (one for one in _in(learnt.there, LearningState.DONE) if reader not in one.doers)
    return next((str(one.id) for one in (*open_ones, *to_see)), "")


def learning_of(learnt: Learnt, key: str | None) -> Learning | None:
    """The learning of a row."""
    return next((one for one in learnt.there if str(one.id) == key), None)


def whole_lines(learnt: Learnt, key: str | None, width: int) -> list[Line]:
    """All that is known about the line stood on."""
    one, lesson = learning_of(learnt, key), lesson_of(learnt, key)
    parts: list[tuple[str, str]] = []
    if lesson is not None:
        parts = [("LEARNT", lesson.learnt), ("", "Enter sets what follows from it.")]
    elif one is not None:
        parts = list(_parts(one, learnt))
    lines: list[Line] = []
    for label, text in parts:
        named = Piece(f"{label:<9}", "quiet")
        for part in wrapped(display_line(text), max(width - 9, 20)):
            lines.append((named, Piece(part)))
            named = Piece(" " * 9)
    return lines


def _parts(one: Learning, learnt: Learnt) -> Iterator[tuple[str, str]]:
    now, named = learnt.as_at, learnt.register.staff_name
    yield "WHAT", f"{one.said.sort.label}: {one.said.what}"
    yield "BY", f"{say(one.said.due_at, now)}, {named(one.said.owner)}"
    reference = learnt.reference(one)
    yield "BECAUSE", f"{learnt.because(one)}{f' ({reference})' if reference else ''}"
    if one.done is not None:
        entry, done = one.done
        yield "DONE", f"{say(done.done_at, now)}, said {named(entry.recorded_by)}: {done.how}"
    if one.verified is not None:
        entry, seen = one.verified
        yield "VERIFIED", f"{_by(entry, learnt)}: {seen.shown_by}"
    if one.dropped is not None:
        entry, dropped = one.dropped
        yield "DROPPED", f"{_by(entry, learnt)}: {dropped.reason}"


def _by(entry: Entry, learnt: Learnt) -> str:
    who = learnt.register.staff_name(entry.recorded_by)
    return f"{say(entry.occurred_at, learnt.as_at)}, {who}"
