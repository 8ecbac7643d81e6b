"""The invented home hands its shifts over: whoever goes signs, whoever comes takes over by name.

Where something of the night was never written up nobody can sign, as in a real home: then the
shift stands in the queue as not handed over.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from sgtui.domain.calendar import Calendar, Shift
from sgtui.domain.handover import to_accept
from sgtui.services.demo.chore import Chore
from sgtui.services.demo.home import id_of
from sgtui.services.desk import Desk
from sgtui.services.handover import owed_now, write_accepted, write_signed
from sgtui.services.ports import WriteUnit
from sgtui.services.record import NotYet
from sgtui.services.register import as_it_stands

CHANGES = 4
"""Changes of shift that are told of: those of two days."""

_SIGNED_BEFORE, _TAKEN_AFTER = timedelta(minutes=10), timedelta(minutes=5)

_NOTES = {
    "day": "Everybody had supper. The lift sticks at the first floor. Nothing beyond the sheet.",
    "night": "A quiet night but for what the sheet says. Breakfast trays are in the kitchen.",
}
"""What whoever goes adds, by the shift that ends."""


def handovers(calendar: Calendar, now: datetime) -> list[Chore]:
    """The last changes of shift that are quite over, each signed and taken over."""
    shift = calendar.shift_at(now - _TAKEN_AFTER - timedelta(minutes=1))
    chores: list[Chore] = []
    for _ in range(CHANGES):
        before = calendar.shift_at(shift.starts_at - timedelta(minutes=1))
        chores += _change(before)
        shift = before
    return chores


def looked_at(chores: list[Chore]) -> list[datetime]:
    """When somebody reads what every case owes: it is told up to there by then."""
    return [chore.at for chore in chores]


def _change(ending: Shift) -> Iterator[Chore]:
    """Whoever goes signs ten minutes before the end; whoever comes takes over just after it."""
    day, night = id_of("staff", "joy"), id_of("staff", "tomasz")
    goes, comes = (day, night) if ending.name == "day" else (night, day)
    ends_at = ending.ends_at

    def hand_over(desk: Desk, unit: WriteUnit) -> None:
        with suppress(NotYet):
            write_signed(desk, unit, _NOTES[ending.name])

    def take_over(desk: Desk, unit: WriteUnit) -> None:
        waiting = as_it_stands(desk, unit).handovers.waiting
        if waiting is not None:
            late = to_accept(owed_now(desk, unit))
            write_accepted(desk, unit, waiting.entry, [one.key for one in late])

    yield Chore(ends_at - _SIGNED_BEFORE, goes, hand_over)
    yield Chore(ends_at + _TAKEN_AFTER, comes, take_over)
