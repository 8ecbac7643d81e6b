"""A case is looked at while something is made of it: are its entries as they were recorded?"""

from uuid import UUID, uuid4

import pytest

from sgtui.services.chain_look import look_at_chain, witness
from sgtui.services.concern import record_concern
from sgtui.storage.engine import connect
from sgtui.storage.keyslots import KeySlots
from tests.services.a_body import add
from tests.services.conftest import CHEAP, PASSPHRASE, Home


def a_case(home: Home) -> UUID:
    """A case of several entries."""
    case_id = record_concern(home.desk, home.notice(), case_id=uuid4()).case_id
    for _ in range(3):
        add(home, case_id, "observation_made", text="Calm.")
    return case_id


def alter(home: Home, sql: str, *values: object) -> None:
    """Change the record as somebody might who holds its key."""
    slots = KeySlots(home.path, CHEAP, CHEAP)
    raw = connect(home.path, slots.unlock(home.manager, PASSPHRASE, home.clock()).data_key)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(sql, values)
    raw.close()


def test_a_case_as_it_was_recorded_gives_every_hash_and_no_fault(home: Home) -> None:
    case_id = a_case(home)
    look = look_at_chain(home.desk, case_id, witness(home.desk))
    with home.desk.store.reading() as unit:
        assert look.hashes == tuple(row.hash for row in unit.chain_rows(case_id))
    assert look.fault == ""


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ("payload = replace(payload, 'Calm', 'Well')", "has a text that was changed"),
        ("recorded_at = '2026-11-17T10:00:00.000000Z'", "was changed after it was recorded"),
        (f"signature = '{'0' * 128}'", "was not signed by the person it names"),
    ],
)
def test_an_altered_entry_is_named(home: Home, change: str, wrong: str) -> None:
    case_id = a_case(home)
    with home.desk.store.reading() as unit:
        number = len(unit.entries(case_id))
    sql = f"UPDATE entries SET {change} WHERE case_id = ? AND number = ?"
    alter(home, sql, case_id.hex, number)
    fault = look_at_chain(home.desk, case_id, witness(home.desk)).fault
    assert fault.startswith(f"Entry {number} of ")
    assert wrong in fault


@pytest.mark.parametrize("back", [0, 1])
def test_an_entry_that_is_gone_is_missed_also_at_the_end(home: Home, back: int) -> None:
    case_id = a_case(home)
    with home.desk.store.reading() as unit:
        gone = len(unit.entries(case_id)) - back
    alter(home, "DELETE FROM entries WHERE case_id = ? AND number = ?", case_id.hex, gone)
    assert look_at_chain(home.desk, case_id, witness(home.desk)).fault.startswith(f"Entry {gone} ")


def test_a_seal_is_held_against_the_entry_it_seals(home: Home) -> None:
    case_id = a_case(home)
    said = witness(home.desk)
    number, _head = said.seals[case_id]
    other = type(said)(said.keys, {case_id: (number, "ab" * 32)})
    assert look_at_chain(home.desk, case_id, other).fault == (
        f"Entry {number} is not the one that the register sealed."
    )
    assert set(said.seals) == {case_id}
