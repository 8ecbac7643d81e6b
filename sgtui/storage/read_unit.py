"""The unit of work that reads: one consistent view of the record."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import Connection, Select, func, literal, select, tuple_

from sgtui.domain.entries import (
    REGISTER_ID,
    CaseSealed,
    Entry,
    RegisterEntry,
)
from sgtui.domain.patterns import Incident
from sgtui.domain.stage import CaseStage
from sgtui.services.ports import (
    CaseRow,
    ChainRow,
    ClockRow,
    DraftRow,
    Fault,
    Projection,
    PublicKeys,
)
from sgtui.storage.check import verify_rows
from sgtui.storage.failures import plainly
from sgtui.storage.rows import (
    case_of,
    chain_row_of,
    clock_and_case_columns,
    clock_and_case_of,
    clock_of,
    draft_of,
    entry_columns,
    entry_of,
    incident_columns,
    raw_columns,
    referral_of,
)
from sgtui.storage.tables import CASES, CLOCKS, DRAFTS, ENTRIES, REFERRALS

_REGISTER_KINDS = [kind.kind_word() for kind in get_args(RegisterEntry) if kind is not CaseSealed]
"""Named one by one, so that an index leads past thousands of seals."""

_AT_ONCE = 1_000
"""Rows fetched together while a chain is read through."""

_IDS_AT_ONCE = 500


class SqlReadUnit:
    """One consistent view of the record over one connection."""

    may_be_undone = False

    def __init__(self, connection: Connection, name: str) -> None:
        """`connection` is inside a transaction that somebody else ends; `name` is the file's."""
        self._connection = connection
        self._name = name

    def entries(self, case_id: UUID) -> tuple[Entry, ...]:
        """The case file's entries by number; empty when there is no such case."""
        return self._entries(entry_columns().where(ENTRIES.c.case_id == case_id))

    def register_entries(self, after_number: int = 0) -> tuple[Entry, ...]:
        """The register's entries by number, without the seals over case files."""
        wanted = entry_columns().where(
            ENTRIES.c.case_id == REGISTER_ID,
            ENTRIES.c.kind.in_(_REGISTER_KINDS),
            # The sum keeps SQLite from walking the chain by number, seals and all.
            ENTRIES.c.number + 0 > after_number,
        )
        found = [entry_of(row) for row in self._connection.execute(wanted)]
        return tuple(sorted(found, key=lambda entry: entry.number))

    def _entries(self, wanted: Select[Any]) -> tuple[Entry, ...]:
        found = self._connection.execute(wanted.order_by(ENTRIES.c.number))
        return tuple(entry_of(row) for row in found)

    def head(self, case_id: UUID) -> tuple[int, str]:
        """Number and hash of the newest entry of a stream; (0, "") when it has none."""
        newest = (
            select(ENTRIES.c.number, ENTRIES.c.hash)
            .where(ENTRIES.c.case_id == case_id)
            .order_by(ENTRIES.c.number.desc())
            .limit(1)
        )
        row = self._connection.execute(newest).first()
        return (row.number, row.hash) if row else (0, "")

    def newest_recorded_at(self) -> datetime | None:
        """When the latest-dated entry of the whole record was recorded."""
        newest: datetime | None = self._connection.scalar(select(func.max(ENTRIES.c.recorded_at)))
        return newest

    def case_ids(self) -> tuple[UUID, ...]:
        """Every case file that has entries, without the register's stream."""
        first = select(ENTRIES.c.case_id).where(ENTRIES.c.case_id != REGISTER_ID).distinct()
        return tuple(self._connection.scalars(first.order_by(ENTRIES.c.case_id)))

    def case_by_reference(self, reference: str) -> CaseRow | None:
        """The case with that reference."""
        found = self._cases(select(CASES).where(CASES.c.reference == reference))
        return found[0] if found else None

    def case_row(self, case_id: UUID) -> CaseRow | None:
        """The case as lists show it, by its id."""
        found = self._cases(select(CASES).where(CASES.c.case_id == case_id))
        return found[0] if found else None

    def incidents(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> tuple[Incident, ...]:
        """What cases noticed from one moment to another, both included, may have in common.

        Earliest first, without those entered in error.
        """
        wanted = (
            incident_columns()
            .where(CASES.c.stage != CaseStage.ENTERED_IN_ERROR.value)
            .order_by(CASES.c.noticed_at, CASES.c.case_id)
        )
        if since is not None:
            wanted = wanted.where(CASES.c.noticed_at >= since)
        if until is not None:
            wanted = wanted.where(CASES.c.noticed_at <= until)
        return tuple(Incident(*row) for row in self._connection.execute(wanted))

    def entries_of_kind(self, case_ids: Iterable[UUID], kind: str) -> tuple[Entry, ...]:
        """The entries of one kind in any of these cases, as they were made."""
        wanted = list(case_ids)
        found: list[Entry] = []
        for start in range(0, len(wanted), _IDS_AT_ONCE):
            some = ENTRIES.c.case_id.in_(wanted[start : start + _IDS_AT_ONCE])
            found += self._entries(entry_columns().where(some, ENTRIES.c.kind == kind))
        return tuple(found)

    def lacks_lists(self) -> bool:
        """Whether there are entries of cases and nothing derived from them is kept."""
        if self._connection.execute(select(CASES.c.case_id).limit(1)).first() is not None:
            return False
        told = select(ENTRIES.c.case_id).where(ENTRIES.c.case_id != REGISTER_ID).limit(1)
        return self._connection.execute(told).first() is not None

    def cases(
        self, open_only: bool = False, limit: int = 100, after: CaseRow | None = None
    ) -> tuple[CaseRow, ...]:
        """Cases, newest first; `after` continues behind the last row of the page before."""
        wanted = select(CASES).order_by(CASES.c.opened_at.desc(), CASES.c.case_id.desc())
        if open_only:
            wanted = wanted.where(CASES.c.closed_at.is_(None))
        if after is not None:
            place = (CASES.c.opened_at, CASES.c.case_id)
            last = (literal(getattr(after, part.name), part.type) for part in place)
            wanted = wanted.where(tuple_(*place) < tuple_(*last))
        return self._cases(wanted.limit(limit))

    def find_cases(self, person_ids: Iterable[UUID]) -> tuple[CaseRow, ...]:
        """The cases about any of these people, newest first."""
        wanted = list(person_ids)
        found: list[CaseRow] = []
        for start in range(0, len(wanted), _IDS_AT_ONCE):
            some = wanted[start : start + _IDS_AT_ONCE]
            found += self._cases(select(CASES).where(CASES.c.person_id.in_(some)))
        return tuple(sorted(found, key=lambda case: (case.opened_at, case.case_id), reverse=True))

    def _cases(self, wanted: Select[Any]) -> tuple[CaseRow, ...]:
        return tuple(case_of(row) for row in self._connection.execute(wanted))

    def open_clocks(self) -> tuple[tuple[ClockRow, CaseRow], ...]:
        """Every clock neither met nor ended, soonest due first, with its case."""
        wanted = (
            clock_and_case_columns()
            .where(CLOCKS.c.met_at.is_(None), CLOCKS.c.ended_at.is_(None))
            .order_by(CLOCKS.c.due_at, CLOCKS.c.case_id, CLOCKS.c.key)
        )
        return tuple(clock_and_case_of(row) for row in self._connection.execute(wanted))

    def projection(self, case_id: UUID) -> Projection | None:
        """What is stored as derived from a case; nothing when it was never put."""
        case = self.case_row(case_id)
        if case is None:
            return None
        run = self._connection.execute
        clocks = run(select(CLOCKS).where(CLOCKS.c.case_id == case_id))
        referrals = run(select(REFERRALS).where(REFERRALS.c.case_id == case_id))
        return Projection(
            case,
            tuple(clock_of(row) for row in clocks),
            tuple(referral_of(row) for row in referrals),
        )

    def drafts(self, author_id: UUID) -> tuple[DraftRow, ...]:
        """One person's drafts, newest first."""
        wanted = select(DRAFTS).where(DRAFTS.c.author_id == author_id)
        newest_first = wanted.order_by(DRAFTS.c.saved_at.desc(), DRAFTS.c.draft_id)
        return tuple(draft_of(row) for row in self._connection.execute(newest_first))

    def chain_rows(self, case_id: UUID | None = None) -> Iterator[ChainRow]:
        """Entries as stored: the register's stream, then each case, by number; or one stream."""
        if case_id is not None:
            yield from self._raw(raw_columns().where(ENTRIES.c.case_id == case_id))
            return
        yield from self._raw(raw_columns().where(ENTRIES.c.case_id == REGISTER_ID))
        yield from self._raw(raw_columns().where(ENTRIES.c.case_id != REGISTER_ID))

    def _raw(self, wanted: Select[Any]) -> Iterator[ChainRow]:
        ordered = wanted.order_by(ENTRIES.c.case_id, ENTRIES.c.number)
        few = {"yield_per": _AT_ONCE}
        with plainly(self._name):
            for row in self._connection.execute(ordered, execution_options=few):
                yield chain_row_of(row)

    def chain_faults(self, case_id: UUID, public_keys: PublicKeys) -> tuple[Fault, ...]:
        """What is wrong with the texts, hashes, links and signatures of one stream, if anything."""
        return tuple(verify_rows(self.chain_rows(case_id), public_keys))

    def size(self) -> tuple[int, int]:
        """How many entries and how many cases are kept, whatever is written in them."""
        cases = func.count(ENTRIES.c.case_id.distinct()).filter(ENTRIES.c.case_id != REGISTER_ID)
        entries, streams = self._connection.execute(select(func.count(), cases)).one()
        return entries, streams

    def file_faults(self) -> tuple[str, ...]:
        """What the database finds wrong with its own file, one plain sentence each."""
        pages = self._pragma("cipher_integrity_check")
        if pages:
            # A page that fails its own seal cannot be read, so a deeper look would only stop.
            return tuple(f"The file was altered from outside: {page}." for page in pages)
        parts = self._pragma("integrity_check")
        return tuple(f"The file is damaged: {part}." for part in parts if part != "ok")

    def _pragma(self, name: str) -> tuple[str, ...]:
        found = self._connection.exec_driver_sql(f"PRAGMA {name}")
        return tuple(str(part) for part in found.scalars())
