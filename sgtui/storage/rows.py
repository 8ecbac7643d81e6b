"""Stored rows turned into plain values."""

from dataclasses import fields
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Row, Select, Table, select, type_coerce
from sqlalchemy.types import NullType

from sgtui.domain.entries import Entry, read_payload
from sgtui.domain.patterns import Incident
from sgtui.services.ports import CaseRow, ChainRow, ClockRow, DraftRow, ReferralRow, StoreDamaged
from sgtui.storage.tables import CASES, CLOCKS, ENTRIES

_ENTRY_COLUMNS = (
    "id", "case_id", "number", "occurred_at", "about", "recorded_at", "recorded_by", "payload",
    "hash",
)  # fmt: skip


_INCIDENT = {"person": "person_id"}
"""What a case's column is called where an Incident has another name for it."""


def entry_columns() -> Select[Any]:
    """The columns an Entry is made of."""
    return select(*_named(_ENTRY_COLUMNS, ENTRIES))


def entry_of(row: Row[Any]) -> Entry:
    """An entry as people read it. Raises StoreDamaged when its text is gone or makes no sense."""
    given = dict(row._mapping)
    try:
        return Entry(payload=read_payload(given.pop("payload") or ""), **given)
    except ValidationError:
        raise StoreDamaged(
            f"Entry {row.number} of a case cannot be read. Check the record with: sgtui verify"
        ) from None


def incident_columns() -> Select[Any]:
    """The columns an Incident is made of, in its order."""
    return select(*(CASES.c[_INCIDENT.get(one.name, one.name)] for one in fields(Incident)))


def raw_columns() -> Select[Any]:
    """Every column of an entry, exactly as stored."""
    return select(*_as_stored(ENTRIES))


def chain_row_of(row: Row[Any]) -> ChainRow:
    """An entry as stored."""
    return ChainRow(**row._mapping)


def case_of(row: Row[Any]) -> CaseRow:
    """A case as lists show it."""
    return CaseRow(**row._mapping)


def clock_of(row: Row[Any]) -> ClockRow:
    """One duty with its deadline."""
    return ClockRow(**row._mapping)


def referral_of(row: Row[Any]) -> ReferralRow:
    """One referral."""
    return ReferralRow(**row._mapping)


def draft_of(row: Row[Any]) -> DraftRow:
    """One draft."""
    return DraftRow(**row._mapping)


def clock_and_case_columns() -> Select[Any]:
    """Each clock with its case; `clock_and_case_of` takes them apart."""
    return select(*_prefixed("clock_", CLOCKS), *_prefixed("case_file_", CASES)).join(
        CASES, CASES.c.case_id == CLOCKS.c.case_id
    )


def clock_and_case_of(row: Row[Any]) -> tuple[ClockRow, CaseRow]:
    """A clock and its case from one row."""
    values = tuple(row)
    clock, case = values[: len(CLOCKS.c)], values[len(CLOCKS.c) :]
    return ClockRow(*clock), CaseRow(*case)


def _prefixed(prefix: str, table: Table) -> list[Any]:
    return [column.label(prefix + column.name) for column in table.c]


def _named(names: tuple[str, ...], table: Table) -> list[Any]:
    return [table.c[name] for name in names]


def _as_stored(table: Table) -> list[Any]:
    return [type_coerce(column, NullType()).label(column.name) for column in table.c]
