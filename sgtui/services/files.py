"""Many case files, one after the other: what reports and audits run over without holding them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sgtui.domain.case_file import CaseFile, fold
from sgtui.domain.clock import Clock
from sgtui.domain.ladder import Ladder
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.ports import CaseRow, ReadUnit
from sgtui.services.refusals import is_shown
from sgtui.services.work import Work

_PAGE = 200


@dataclass(frozen=True)
class Period:
    """From one moment up to, not at, another."""

    since: datetime
    until: datetime

    @property
    def before(self) -> "Period":
        """The period of the same length that ends where this one begins."""
        return Period(self.since - (self.until - self.since), self.since)

    def holds(self, at: datetime | None) -> bool:
        """Whether a moment lies in it."""
        return at is not None and self.since <= at < self.until


@dataclass(frozen=True)
class FileFacts:
    """One case file with its clocks, as reports read it."""

    case: CaseFile
    register: Register
    ladder: Ladder
    clocks: tuple[Clock, ...]
    as_at: datetime


@dataclass(frozen=True)
class Chosen:
    """Which cases a report runs over, newest first."""

    cases: tuple[CaseRow, ...]
    not_shown: int
    """How many more there are that name whoever reads, so that nothing of them is here (G21)."""


def open_during(desk: Desk, period: Period) -> Chosen:
    """The cases that were open at any moment of the period, the newest first."""
    with desk.store.reading() as unit:
        rows = [row for row in _rows(unit) if _was_open(row, period)]
    shown = tuple(row for row in rows if is_shown(desk, row.barred))
    return Chosen(shown, len(rows) - len(shown))


def each_file(desk: Desk, cases: tuple[CaseRow, ...], work: Work) -> Iterator[FileFacts]:
    """These case files, one at a time; only one is held. Raises Stopped where work was stopped."""
    work.begin(len(cases))
    for row in cases:
        found = _facts(desk, row.case_id)
        if found is not None:
            yield found
        work.step()


def _facts(desk: Desk, case_id: UUID) -> FileFacts | None:
    """One file as it is now; none where somebody was named in it since the list was made."""
    with desk.store.reading() as unit:
        register, case = desk.register(unit), fold(unit.entries(case_id))
    if not is_shown(desk, case.barred):
        return None
    ladder = desk.ladder_of(register, case)
    return FileFacts(case, register, ladder, desk.clocks(register, case), desk.now())


def _rows(unit: ReadUnit) -> Iterator[CaseRow]:
    page = unit.cases(limit=_PAGE)
    while page:
        yield from page
        page = unit.cases(limit=_PAGE, after=page[-1])


def _was_open(row: CaseRow, period: Period) -> bool:
    ended = row.closed_at is not None and row.closed_at < period.since
    return row.opened_at < period.until and not ended
