"""Values of another sort, put into a row from outside, end in one plain sentence."""

from uuid import UUID

import pytest

from sgtui.domain.entries import REGISTER_ID
from sgtui.services.ports import StoreDamaged
from sgtui.storage.check import registered_keys, verify
from sgtui.storage.tables import ENTRIES
from tests.storage.invented import Home


def put(home: Home, column: str, value: object, case_id: UUID, number: int = 2) -> None:
    with home.past_the_doors() as raw:
        raw.execute(
            f"UPDATE entries SET {column} = ? WHERE case_id = ? AND number = ?",
            (value, case_id.hex, number),
        )


@pytest.mark.parametrize("column", [column.name for column in ENTRIES.c])
def test_bytes_in_any_column_are_named_by_a_check(home: Home, column: str) -> None:
    case_id = home.sealed_case(3)
    put(home, column, b"\xff\xfe", case_id)
    with home.store.reading() as unit:
        found = verify(unit, registered_keys(unit))
        assert unit.size()[0] == 7
    assert any(fault.sentence.startswith("Entry 2 of SG-26-K4T7 ") for fault in found)


@pytest.mark.parametrize("column", ["id", "recorded_by", "occurred_at", "recorded_at"])
@pytest.mark.parametrize("value", [b"\xff\xfe", "", "2026-11-22T14:32:05.1234g6Z", "9"])
def test_reading_them_says_that_the_record_was_altered(
    home: Home, column: str, value: object
) -> None:
    case_id = home.sealed_case(2)
    put(home, column, value, case_id)
    with pytest.raises(StoreDamaged, match="sgtui verify"), home.store.reading() as unit:
        unit.entries(case_id)


def test_a_number_that_is_none_says_so_too(home: Home) -> None:
    case_id = home.sealed_case(2)
    put(home, "number", b"\xff\xfe", case_id)
    with pytest.raises(StoreDamaged, match="sgtui verify"), home.store.reading() as unit:
        unit.entries(case_id)


def test_the_registers_stream_is_looked_at_as_well(home: Home) -> None:
    home.sealed_case(2)
    put(home, "recorded_at", "then", REGISTER_ID, 1)
    with pytest.raises(StoreDamaged, match="sgtui verify"), home.store.reading() as unit:
        unit.register_entries()
