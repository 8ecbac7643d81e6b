"""`sgtui verify` tells an untouched record from an altered one, and names the entry."""

import json
from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.storage.engine import connect
from sgtui.storage.keyslots import KeySlots
from tests.cli.conftest import Sgtui


def test_an_untouched_record_is_status_zero_with_six_words(sgtui: Sgtui, demo_url: str) -> None:
    answer = sgtui("--database", demo_url, "verify", "--json")
    found = json.loads(answer.out)
    assert (answer.status, found["whole"], found["faults"]) == (0, True, [])
    assert len(found["seal"]["words"]) == 6


@pytest.mark.parametrize("column", ["payload", "recorded_at", "commitment"])
def test_one_changed_letter_is_status_one_and_the_entry_is_named(
    sgtui: Sgtui, own_demo: Path, column: str
) -> None:
    reference, number = alter(own_demo, column)
    answer = sgtui("--database", wiring.url_of(own_demo), "verify")
    assert answer.status == 1
    assert f"Entry {number} of {reference}" in answer.out


def test_a_flipped_byte_of_the_file_is_found(sgtui: Sgtui, own_demo: Path) -> None:
    content = bytearray(own_demo.read_bytes())
    content[len(content) // 2] ^= 1
    own_demo.write_bytes(content)
    answer = sgtui("--database", wiring.url_of(own_demo), "verify")
    assert answer.status == 1
    assert (answer.out + answer.err).strip()


def alter(path: Path, column: str) -> tuple[str, int]:
    """Change one letter of an entry with the file's own key; the entry's case and number."""
    raw = connect(path, KeySlots(path).unlock_demo().data_key)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    query = (
        f"SELECT e.id, e.number, c.reference, e.{column} FROM entries e"
        " JOIN cases c ON c.case_id = e.case_id WHERE e.number = 4 LIMIT 1"
    )
    ((entry, number, reference, text),) = raw.execute(query).fetchall()
    at = len(text) - 3
    changed = text[:at] + ("1" if text[at] != "1" else "2") + text[at + 1 :]
    raw.execute(f"UPDATE entries SET {column} = ? WHERE id = ?", (changed, entry))
    raw.close()
    return str(reference), int(number)
