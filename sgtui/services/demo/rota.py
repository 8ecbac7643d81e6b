"""The on-call rota of the invented home: week by week, from the one that runs now."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sgtui.domain.entries import OnCallSet
from sgtui.domain.london_time import from_london, in_london
from sgtui.services.demo.chore import Chore
from sgtui.services.demo.home import SETS_UP, demo_id, id_of, read_data
from sgtui.services.register import register_all

_HANDED_OVER = time(9, 0)
"""On Mondays, at this time."""
_WEEK = timedelta(days=7)


def on_call(now: datetime) -> Iterator[OnCallSet]:
    """Each week's turn, the one that covers `now` first."""
    first = _monday(now)
    for number, turn in enumerate(read_data("home.toml")["on_call"]):
        begins = first + number * _WEEK
        yield OnCallSet(
            slot=demo_id("on call", number),
            staff=id_of("staff", turn["staff"]),
            since=from_london(begins, _HANDED_OVER),
            until=from_london(begins + _WEEK, _HANDED_OVER),
        )


def entered_at(now: datetime) -> datetime:
    """When the rota was entered: on the Friday before."""
    return from_london(_monday(now) - timedelta(days=3), time(14, 0))


def rota(now: datetime) -> Chore:
    """The rota entered by the manager."""
    turns = tuple(on_call(now))
    return Chore(entered_at(now), SETS_UP, lambda desk, unit: register_all(desk, unit, turns))


def _monday(now: datetime) -> date:
    """The day on which the turn that runs now began."""
    local = in_london(now)
    monday = local.date() - timedelta(days=local.weekday())
    begun = from_london(monday, _HANDED_OVER) <= now
    return monday if begun else monday - _WEEK
