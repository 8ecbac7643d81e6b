"""What is read for the queue, and what to know before one reads its list."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sgtui.domain.when import say
from sgtui.services import drafts
from sgtui.services.desk import Desk
from sgtui.services.drafts import Draft
from sgtui.services.queue import QueueFacts, read_facts
from sgtui.ui.widgets.row_list import Line, Piece

_CLOCK_SLACK = timedelta(minutes=1)


@dataclass(frozen=True)
class Reading:
    """All that was read for the queue, at one moment."""

    facts: QueueFacts
    drafts: tuple[Draft, ...]
    """The signed-in person's own concerns not yet recorded, newest first."""
    newest: datetime | None
    """When the latest-dated entry was recorded."""
    as_at: datetime


def read_queue(desk: Desk) -> Reading:
    """Everything the queue shows, read on a thread. Raises StoreFailure."""
    facts = read_facts(desk)
    with desk.store.reading() as unit:
        newest = unit.newest_recorded_at()
    waiting = tuple(draft for draft in drafts.mine(desk) if draft.form == "concern")
    return Reading(facts, waiting, newest, desk.now())


def note_lines(read: Reading, hidden_late: int, now: datetime, concern_key: str) -> list[Line]:
    """What a filter hides, a draft to carry on, a clock that is behind, holidays not known."""
    notes = []
    if hidden_late:
        notes.append(Piece(f"!! {hidden_late} late not shown by this filter. 1 shows all.", "late"))
    if read.drafts:
        since = say(read.drafts[0].saved_at, now).removeprefix("today ")
        notes.append(Piece(f"Draft from {since}: {concern_key} to carry on.", "due"))
    if read.newest is not None and read.newest > now + _CLOCK_SLACK:
        newest = say(read.newest, now)
        notes.append(Piece(f"! This computer's clock is behind: newest entry {newest}.", "due"))
    missing = read.facts.register.calendar.missing_holidays(now)
    if missing:
        notes.append(Piece(f"! {missing}", "due"))
    return [(note,) for note in notes]
