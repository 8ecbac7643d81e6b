"""When interim safeguards lapsed, reckoned moment by moment and not as the product does it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Duty
from tests.domain.case_notebook import Note, Notebook

_REVIEWS = (Duty.SAFEGUARD_FIRST_REVIEW, Duty.SAFEGUARD_REVIEW)


@dataclass(frozen=True)
class Moment:
    """A moment in the middle of a time in which nothing changes."""

    at: datetime
    needed: bool
    """Whether a safeguard had been started and the case not been closed since."""
    covered: bool
    """Whether a safeguard that works and is not overdue for review, or a plan, covers it."""


def moments(book: Notebook, clocks: list[Clock], now: datetime) -> Iterator[Moment]:
    """One moment between each two at which anything changes, up to now."""
    reviews = [clock for clock in clocks if clock.duty in _REVIEWS]
    changes = {note.at for note in book.there} | {note.recorded for note in book.there}
    changes |= {clock.due_at for clock in reviews} | {now}
    changes |= {clock.ended_at for clock in reviews if clock.ended_at is not None}
    times = sorted(at for at in changes if at <= now)
    for since, until in zip(times, times[1:], strict=False):
        at = since + (until - since) / 2
        started = book.of("safeguard_started")
        needed = any(_open_at(book, note, at) for note in started)
        covered = any(_covers(book, note, reviews, at) for note in started)
        yield Moment(at, needed, covered or _planned(book, at))


def _open_at(book: Notebook, note: Note, at: datetime) -> bool:
    """Whether it had happened by then and the case was not closed over it."""
    closed = [n.recorded for n in book.of("closure_approved") if n.number > note.number]
    return note.at <= at and not any(one <= at for one in closed[:1])


def _covers(book: Notebook, started: Note, reviews: list[Clock], at: datetime) -> bool:
    ended = book.about("safeguard_ended", "safeguard", started.id)[:1]
    if not _open_at(book, started, at) or any(note.at <= at for note in ended):
        return False
    looks = book.about("safeguard_reviewed", "safeguard", started.id)
    looks = sorted((n for n in looks if n.at >= started.at), key=lambda n: (n.at, n.number))
    before = [note for note in looks if note.at <= at]
    if any(_found_wanting(note, before) for note in before):
        return False
    return not any(_overdue(note, looks, reviews, at) for note in (started, *before))


def _found_wanting(look: Note, before: list[Note]) -> bool:
    """Whether it did not work then, and no later look has found that it does."""
    later = before[before.index(look) + 1 :]
    return look["effective"] == "no" and not any(n["effective"] == "yes" for n in later)


def _overdue(note: Note, looks: list[Note], reviews: list[Clock], at: datetime) -> bool:
    """Whether the look that was owed from a line on was late at that moment."""
    if any((n.at, n.number) > (note.at, note.number) and n.at <= at for n in looks):
        return False
    owed = [clock for clock in reviews if clock.subject == note.id]
    return any(c.due_at <= at and (c.ended_at is None or at < c.ended_at) for c in owed)


def _planned(book: Notebook, at: datetime) -> bool:
    plans = book.of("safeguarding_plan_agreed")
    plans += [note for note in book.of("safeguard_ended") if note["formal_plan"]]
    return any(_open_at(book, note, at) for note in plans)
