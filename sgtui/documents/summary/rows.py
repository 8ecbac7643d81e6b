"""Rows of a summary that say no number so small that somebody could be known again by it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from sgtui.documents.model import Cell, Column, Record, Table
from sgtui.domain.response_times import Standing
from sgtui.domain.small_numbers import (
    OTHERS,
    Parts,
    count_words,
    in_runs,
    is_enough,
    pooled,
    share_words,
    tells_apart,
    whole_share_words,
)
from sgtui.domain.spread import percent, spread
from sgtui.domain.timeliness import Timed

T = TypeVar("T")

COLUMNS = ("theme", "measure", "group", "number", "percent", "median_hours", "shown")

ALL = "All together"


@dataclass(frozen=True)
class Row:
    """One number as it may be told; what is too small to tell is in its words alone."""

    group: str
    shown: str
    number: int | None = None
    percent: float | None = None
    median: timedelta | None = None

    def record(self, theme: str, measure: str) -> Record:
        """The same for a spreadsheet."""
        cells = (self.number, self.percent, self.median, self.shown)
        return Record((theme, measure, self.group, *cells))


@dataclass(frozen=True)
class Measured:
    """Some rows about one thing."""

    measure: str
    rows: tuple[Row, ...]
    heading: str = "Number"
    timed: bool = False
    """Whether they have a median."""

    def beside(self, earlier: "Measured") -> "Measured":
        """The same, with what all together were in the period before."""
        before = tuple(replace(row, group=f"{row.group} before") for row in earlier.rows[:1])
        return replace(self, rows=(*self.rows[:1], *before, *self.rows[1:]))

    def table(self, first: str) -> Table:
        """The rows as they are printed."""
        columns = [Column(first, 2), Column(self.heading, right=True)]
        columns += [Column("Median", right=True)] if self.timed else []
        rows = tuple(tuple(self._cells(row)) for row in self.rows)
        return Table(tuple(columns), rows, self.measure, empty="Too few to tell apart.")

    def _cells(self, row: Row) -> Iterator[Cell]:
        yield row.group
        yield row.shown
        if self.timed:
            yield _hours_words(row.median)


def counted(measure: str, groups: Mapping[str, Sequence[T]], fewest: int) -> Measured:
    """How many there are of each group."""
    return Measured(measure, _counts(pooled(groups, lambda one: is_enough(one, fewest))))


def counted_in_order(
    measure: str, groups: Sequence[tuple[str, Sequence[T]]], fewest: int
) -> Measured:
    """How many there are of each of some groups that follow one another."""
    return Measured(measure, _counts(in_runs(groups, fewest)))


def _counts(parts: Parts[T]) -> tuple[Row, ...]:
    """A row for each; none where all had to be put together."""
    if [name for name, _ in parts] == [OTHERS]:
        return ()
    return tuple(Row(name, str(len(group)), len(group)) for name, group in parts)


def alone(words: str, count: int, fewest: int) -> Row:
    """A count that stands alone."""
    told = 0 < count < fewest
    return Row(words, count_words(count, fewest), None if told else count)


def share(words: str, part: int, whole: int, fewest: int) -> Row:
    """A share that stands alone."""
    exact = percent(part, whole) if tells_apart(part, whole, fewest) else None
    return Row(words, share_words(part, whole, fewest), percent=exact)


def shares(measure: str, groups: Mapping[str, Sequence[bool]], fewest: int) -> Measured:
    """What share of all has something, and of each group that may be told."""
    every = [one for group in groups.values() for one in group]
    parts = pooled(groups, lambda group: tells_apart(sum(group), len(group), fewest))
    rows = [share(name, sum(group), len(group), fewest) for name, group in _apart(parts)]
    return Measured(measure, (share(ALL, sum(every), len(every), fewest), *rows), "Share")


def punctual(measure: str, groups: Mapping[str, Sequence[Timed]], fewest: int) -> Measured:
    """What share was in time, of all and of each group, as far as it may be told; the medians.

    Nothing else may tell of the same times grouped otherwise: two tables could give away a third.
    """
    judged = {name: [one for one in group if _is_judged(one)] for name, group in groups.items()}
    there = {name: group for name, group in judged.items() if group}
    rows = [_timed(name, group, fewest) for name, group in there.items()]
    every = [one for group in there.values() for one in group]
    parts = [(_in_time(group), len(group)) for group in there.values()]
    told = all(tells_apart(*part, fewest) for part in parts)
    whole = replace(
        _timed(ALL, every, fewest),
        shown=whole_share_words(parts, fewest),
        percent=percent(_in_time(every), len(every)) if told else None,
    )
    return Measured(measure, (whole, *(rows if len(rows) > 1 else ())), "In time", timed=True)


def _apart(parts: Parts[T]) -> Parts[T]:
    """The groups, where there are several: a single one is all together."""
    return parts if len(parts) > 1 else ()


def _is_judged(one: Timed) -> bool:
    return one.standing is Standing.IN_TIME or one.standing.missed


def _in_time(group: Sequence[Timed]) -> int:
    return sum(one.standing is Standing.IN_TIME for one in group)


def _timed(name: str, group: Sequence[Timed], fewest: int) -> Row:
    in_time, judged = _in_time(group), len(group)
    told = share(name, in_time, judged, fewest)
    found = spread(one.taken for one in group if one.standing.answered)
    median = _whole_hours(found.median) if found and found.n >= fewest else None
    return Row(name, told.shown, percent=told.percent, median=median)


def _whole_hours(span: timedelta) -> timedelta:
    return timedelta(hours=round(span.total_seconds() / 3600))


def _hours_words(span: timedelta | None) -> str | None:
    if span is None:
        return None
    hours = round(span.total_seconds() / 3600)
    return f"{hours} h" if hours else "under 1 h"
