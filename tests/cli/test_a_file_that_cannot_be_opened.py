"""A missing, foreign, broken or newer file: one sentence each, and the status that says which."""

from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.storage.engine import connect
from sgtui.storage.keyslots import KeySlots
from tests.cli.conftest import Answer, Sgtui


def refused(answer: Answer, status: int) -> None:
    """One plain sentence on standard error, nothing on standard output."""
    assert (answer.status, answer.out) == (status, "")
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err
    assert "/" not in answer.err.replace("sqlite:///", "").replace("sgtui/", "")


def test_a_missing_file_is_status_three(sgtui: Sgtui, tmp_path: Path) -> None:
    url = wiring.url_of(tmp_path / "gone.sgtui")
    refused(sgtui("--database", url, "queue"), 3)


def test_a_file_that_is_no_record_is_status_three(sgtui: Sgtui, tmp_path: Path) -> None:
    other = tmp_path / "letter.sgtui"
    other.write_text("Dear Sir or Madam, " * 500)
    refused(sgtui("--database", wiring.url_of(other), "queue"), 3)


def test_a_record_that_was_overwritten_is_status_three(sgtui: Sgtui, own_demo: Path) -> None:
    own_demo.write_bytes(b"x" * 8192)
    refused(sgtui("--database", wiring.url_of(own_demo), "queue", "--json"), 3)


def test_a_record_of_a_newer_program_is_status_four_and_stays_untouched(
    sgtui: Sgtui, own_demo: Path
) -> None:
    raw = connect(own_demo, KeySlots(own_demo).unlock_demo().data_key)
    raw.execute("PRAGMA user_version = 99")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.close()
    before = own_demo.read_bytes()
    refused(sgtui("--database", wiring.url_of(own_demo), "queue"), 4)
    assert own_demo.read_bytes() == before


@pytest.mark.parametrize(
    "url", ["postgresql://db/home", "sqlite:///", "home.sgtui", "sqlite:////srv/%00x"]
)
def test_an_address_that_names_no_file_is_status_three(sgtui: Sgtui, url: str) -> None:
    answer = sgtui("--database", url, "queue")
    assert (answer.status, answer.out) == (3, "")
    assert answer.err.count("\n") == 1
