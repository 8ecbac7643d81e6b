"""`sgtui ladder` takes the name of a shipped version wherever it takes a file."""

from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.domain.ladder_file import shipped_versions
from tests.cli.conftest import Sgtui

DORSET, SOUTH_TYNESIDE = "ENG-dorset-bcp-1", "ENG-south-tyneside-1"


@pytest.mark.parametrize(
    ("name", "words"), [(DORSET, "Challenge: line managers"), (SOUTH_TYNESIDE, "the same working")]
)
def test_show_draws_the_version_that_is_named(sgtui: Sgtui, name: str, words: str) -> None:
    answer = sgtui("ladder", "show", name)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"{name}: ")
    assert words in answer.out


def test_show_without_a_name_says_which_versions_come_with_the_program(sgtui: Sgtui) -> None:
    answer = sgtui("ladder", "show")
    assert answer.out.startswith("ENG-default-1: ")
    assert all(name in answer.err for name in shipped_versions())


@pytest.mark.parametrize("name", [DORSET, SOUTH_TYNESIDE])
def test_check_finds_no_fault_in_a_shipped_version(sgtui: Sgtui, name: str) -> None:
    answer = sgtui("ladder", "check", name)
    assert (answer.status, answer.err) == (0, "")
    assert f"{name}, 18 stages" in answer.out


@pytest.mark.parametrize("name", [DORSET, SOUTH_TYNESIDE])
def test_a_home_adopts_a_shipped_version_by_its_name(
    sgtui: Sgtui, own_demo: Path, name: str
) -> None:
    url = wiring.url_of(own_demo)
    adopted = sgtui("--database", url, "--as", "ruth", "ladder", "adopt", name)
    assert adopted.status == 0
    assert adopted.out.startswith(f"Adopted {name}.")
    assert sgtui("--database", url, "ladder", "show").out.startswith(f"{name}: ")


def test_a_name_that_is_not_shipped_is_answered_with_those_that_are(sgtui: Sgtui) -> None:
    answer = sgtui("ladder", "show", "ENG-dorset")
    assert answer.status == 2
    assert all(name in answer.err for name in shipped_versions())
