"""Verify names the case and the entry that was altered behind the program's back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest

from sgtui.services.audit import Verified, seal, verify
from sgtui.services.concern import record_concern
from sgtui.services.desk import Known
from sgtui.services.record import Recorded
from sgtui.storage import check
from sgtui.storage.engine import connect
from sgtui.storage.words import words_of
from tests.services.conftest import PASSPHRASE, Home


def test_a_record_that_nobody_touched_is_whole(home: Home) -> None:
    recorded = recorded_case(home)
    found = checked(home)
    assert found.faults == ()
    assert found.cases == 1
    assert found.entries > len(recorded.entries)


@pytest.mark.parametrize("column", ["payload", "occurred_at", "kind", "hash", "signature", "salt"])
def test_one_changed_letter_of_an_entry_is_named(home: Home, column: str) -> None:
    recorded = recorded_case(home)
    alter(home, recorded.case_id, 2, column)
    (fault, *_) = checked(home).faults
    assert (fault.reference, fault.number) == (recorded.reference, 2)
    assert recorded.reference in fault.sentence


def test_an_altered_register_is_named_even_when_it_cannot_be_read(home: Home) -> None:
    recorded_case(home)
    with raw_record(home) as raw:
        raw.execute(
            "UPDATE entries SET payload = substr(payload, 2) WHERE kind = 'staff_registered'"
        )
    faults = checked(home).faults
    assert faults
    assert "of the register" in faults[0].sentence


def test_lists_that_show_something_else_are_named(home: Home) -> None:
    recorded = recorded_case(home)
    with raw_record(home) as raw:
        raw.execute("UPDATE cases SET stage = 'closed'")
    (fault,) = checked(home).faults
    assert fault.reference == recorded.reference
    assert "lists" in fault.sentence


def test_a_seal_changes_with_every_entry_and_not_otherwise(home: Home) -> None:
    recorded_case(home)
    first, again = (seal(home.desk, "home", words_of) for _ in range(2))
    recorded_case(home)
    assert first == again
    assert seal(home.desk, "home", words_of).head != first.head
    assert len(first.words) == 6


def recorded_case(home: Home) -> Recorded:
    """A case with some entries."""
    return record_concern(home.desk, home.notice(), case_id=uuid4())


def checked(home: Home) -> Verified:
    """The check as a fresh process would make it."""
    unlocked = home.door.slots.unlock(home.manager, PASSPHRASE, home.clock())
    home.door.known = Known()
    return verify(home.door.unlocked(unlocked), check.verify)


def alter(home: Home, case_id: UUID, number: int, column: str) -> None:
    """Change the last letter of one column of one entry."""
    with raw_record(home) as raw:
        where = f"WHERE case_id = '{case_id.hex}' AND number = {number}"
        ((text,),) = raw.execute(f"SELECT {column} FROM entries {where}").fetchall()
        at = len(text) - 3 if column == "payload" else len(text) - 1
        other = "1" if text[at] != "1" else "2"
        raw.execute(
            f"UPDATE entries SET {column} = ? {where}", (text[:at] + other + text[at + 1 :],)
        )


@contextmanager
def raw_record(home: Home) -> Iterator[Any]:
    """The file itself, opened past the program by somebody who has the key."""
    key = home.door.slots.unlock(home.manager, PASSPHRASE, home.clock()).data_key
    raw = connect(home.path, key)
    triggers = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    yield raw
    raw.close()
