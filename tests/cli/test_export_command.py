"""`sgtui export` writes one case as a file, and `sgtui verify FILE` checks it without a record."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sgtui


def first_reference(sgtui: Sgtui, url: str) -> str:
    rows = json.loads(sgtui("--database", url, "queue", "--json").out)
    return next(str(row["ref"]) for row in rows if row["ref"])


@pytest.fixture
def exported(sgtui: Sgtui, demo_url: str, tmp_path: Path) -> Path:
    """The first case of the demo's queue, as a file of its own."""
    target = tmp_path / "case.json"
    reference = first_reference(sgtui, demo_url)
    assert sgtui("--database", demo_url, "export", reference, "-o", str(target)).status == 0
    return target


def test_the_file_is_whole_and_says_what_to_hold_it_against(sgtui: Sgtui, exported: Path) -> None:
    held = json.loads(exported.read_text(encoding="utf-8"))
    answer = sgtui("verify", str(exported))
    assert answer.status == 0
    assert f"{held['reference']} is whole: {held['number']} entries" in answer.out
    assert f"{held['head'][:12]}, in words: {' '.join(held['words'])}" in answer.out


def test_programs_read_the_same(sgtui: Sgtui, exported: Path) -> None:
    found = json.loads(sgtui("verify", str(exported), "--json").out)
    assert (found["whole"], found["faults"], found["withheld"]) == (True, [], 0)


def test_only_its_owner_may_read_it(exported: Path) -> None:
    assert exported.stat().st_mode & 0o077 == 0


def test_an_altered_file_is_status_one_and_the_entry_is_named(sgtui: Sgtui, exported: Path) -> None:
    held = json.loads(exported.read_text(encoding="utf-8"))
    held["entries"][2]["payload"] = held["entries"][2]["payload"].replace("e", "a", 1)
    exported.write_text(json.dumps(held), encoding="utf-8")
    answer = sgtui("verify", str(exported))
    assert answer.status == 1
    assert f"Entry 3 of {held['reference']} has a text that was changed" in answer.out
    assert "is whole" not in answer.out


def test_a_file_that_is_there_is_not_written_over(
    sgtui: Sgtui, demo_url: str, exported: Path
) -> None:
    before = exported.read_bytes()
    reference = json.loads(before)["reference"]
    answer = sgtui("--database", demo_url, "export", reference, "-o", str(exported))
    assert (answer.status, exported.read_bytes()) == (2, before)
    assert "is there already" in answer.err


def test_without_a_file_to_write_nothing_is_read(sgtui: Sgtui, demo_url: str) -> None:
    answer = sgtui("--database", demo_url, "export", "SG-26-0000")
    assert (answer.status, answer.err) == (2, "Say where to: sgtui export REF -o FILE.\n")


def test_a_case_that_is_not_there_is_status_one(
    sgtui: Sgtui, demo_url: str, tmp_path: Path
) -> None:
    target = tmp_path / "none.json"
    answer = sgtui("--database", demo_url, "export", "SG-26-0000", "-o", str(target))
    assert (answer.status, target.exists()) == (1, False)


@pytest.mark.parametrize(
    ("content", "status"), [(b"\xff\xfe\x00", 2), (b"{}", 1), (b"SQLite format 3\x00", 1)]
)
def test_a_file_that_is_none_is_refused_in_one_sentence(
    sgtui: Sgtui, tmp_path: Path, content: bytes, status: int
) -> None:
    other = tmp_path / "other"
    other.write_bytes(content)
    answer = sgtui("verify", str(other))
    assert answer.status == status
    assert answer.err.startswith("This is no case file")


def test_a_file_that_is_not_there_is_refused(sgtui: Sgtui, tmp_path: Path) -> None:
    answer = sgtui("verify", str(tmp_path / "none"))
    assert (answer.status, "cannot be read" in answer.err) == (2, True)
