"""Things grouped for tables: by a name that each has, and by the month it fell in."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import TypeVar

from sgtui.domain.london_time import MONTH_NAMES, in_london
from sgtui.services.files import Period

T = TypeVar("T")


def grouped(things: Iterable[T], name: Callable[[T], str]) -> dict[str, list[T]]:
    """The things by a name that each has, in the order of the names."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for one in things:
        found[name(one)].append(one)
    return dict(sorted(found.items()))


def by_month(
    things: Iterable[T], at: Callable[[T], datetime], period: Period
) -> list[tuple[str, list[T]]]:
    """The things of each month of a period, London time, in order; those without any too."""
    found = grouped(things, lambda one: _month_words(in_london(at(one)).date()))
    last = in_london(period.until - timedelta(microseconds=1)).date()
    month = in_london(period.since).date().replace(day=1)
    months = []
    while month <= last:
        months.append((_month_words(month), found.get(_month_words(month), [])))
        month = (month + timedelta(days=31)).replace(day=1)
    return months


def _month_words(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"
