"""`sgtui ladder` draws, checks and adopts."""

from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.domain.ladder_file import shipped_text
from tests.cli.conftest import Sgtui

OURS = """
[ladder]
id = "testshire"
version = "testshire-1"
extends = "ENG-default-1"
jurisdiction = "ENG"
authority = "Testshire"
source_title = "Testshire procedures"
source_checked_on = 2026-01-10
review_by = 2036-06-01
"""


def test_show_draws_the_shipped_ladder_without_any_record(sgtui: Sgtui) -> None:
    answer = sgtui("ladder", "show")
    assert answer.status == 0
    assert "Wait for their decision" in answer.out


def test_show_of_a_record_draws_the_one_it_follows(
    sgtui: Sgtui, own_demo: Path, tmp_path: Path
) -> None:
    url, file = wiring.url_of(own_demo), tmp_path / "ours.toml"
    file.write_text(OURS)
    assert sgtui("--database", url, "--as", "ruth", "ladder", "adopt", str(file)).status == 0
    assert "Testshire" in sgtui("--database", url, "ladder", "show").out


def test_who_may_not_manage_adopts_nothing(sgtui: Sgtui, own_demo: Path) -> None:
    url = wiring.url_of(own_demo)
    answer = sgtui("--database", url, "ladder", "adopt", "ENG-default-1")
    assert answer.status == 2
    assert "manager" in answer.err


def test_check_names_every_fault_with_its_line(sgtui: Sgtui, tmp_path: Path) -> None:
    file = tmp_path / "faulty.toml"
    file.write_text(shipped_text("ENG-default-1").replace('"hours"', '"ours"'))
    answer = sgtui("ladder", "check", str(file))
    assert (answer.status, answer.out) == (1, "")
    assert all(line.startswith("faulty.toml, line ") for line in answer.err.splitlines())
    assert sgtui("ladder", "check", "ENG-default-1").status == 0


def test_a_file_that_is_not_there_is_status_two(sgtui: Sgtui) -> None:
    answer = sgtui("ladder", "check", "nowhere.toml")
    assert (answer.status, answer.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("act", ["check", "adopt", "show"])
def test_a_file_without_an_end_is_refused_at_once(
    sgtui: Sgtui, own_demo: Path, tmp_path: Path, act: str
) -> None:
    file = tmp_path / "long.toml"
    file.write_text(OURS + "# the same again and again\n" * 100_000)
    answer = sgtui("--database", wiring.url_of(own_demo), "--as", "ruth", "ladder", act, str(file))
    assert answer.status == (1 if act == "check" else 2)
    assert answer.err == (
        "long.toml, line 1: file: it is too large; a ladder has at most 200,000 characters.\n"
    )


def test_a_file_as_windows_editors_save_it_is_read(sgtui: Sgtui, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_bytes(b"\xef\xbb\xbf" + OURS.replace("\n", "\r\n").encode())
    assert sgtui("ladder", "check", str(file)).status == 0


def test_a_folder_is_no_ladder(sgtui: Sgtui, tmp_path: Path) -> None:
    answer = sgtui("ladder", "check", str(tmp_path))
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "cannot be read" in answer.err
