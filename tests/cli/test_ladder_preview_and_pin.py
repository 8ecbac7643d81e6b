"""`sgtui ladder` compares, shows what a ladder would change, and lets one case follow another."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.services.system_clock import SystemClock
from tests.cli.conftest import Sgtui

TYNESIDE = "ENG-south-tyneside-1"


def open_case(sgtui: Sgtui, url: str) -> str:
    """The reference of some open case of the demo."""
    rows = json.loads(sgtui("--database", url, "queue", "--json").out)
    reference: str = rows[0]["ref"]
    return reference


def test_show_against_another_tells_only_what_differs(sgtui: Sgtui) -> None:
    answer = sgtui("ladder", "show", TYNESIDE, "--against", "ENG-default-1")
    assert answer.status == 0
    assert answer.out.startswith(f"ENG-default-1 -> {TYNESIDE}\n")
    assert "L9: Practitioner's answer: 1 working day" in answer.out
    assert "L1:" not in answer.out


def test_a_preview_tells_of_open_cases_and_adopts_nothing(sgtui: Sgtui, own_demo: Path) -> None:
    url = wiring.url_of(own_demo)
    answer = sgtui("--database", url, "--as", "ruth", "ladder", "adopt", TYNESIDE, "--preview")
    assert answer.status == 0
    assert "WHAT IT ASKS FOR OTHERWISE THAN ENG-default-1" in answer.out
    assert "open cases keep their ladder" in answer.out
    assert answer.out.endswith("Nothing was changed.\n")
    assert sgtui("--database", url, "ladder", "show").out.startswith("ENG-default-1: ")


def test_adopting_says_how_one_open_case_can_follow(sgtui: Sgtui, own_demo: Path) -> None:
    url = wiring.url_of(own_demo)
    answer = sgtui("--database", url, "--as", "ruth", "ladder", "adopt", TYNESIDE)
    assert "keep ladder ENG-default-1; sgtui ladder pin REF" in answer.out


def test_pin_lets_one_case_follow_and_asks_why(sgtui: Sgtui, own_demo: Path) -> None:
    url = wiring.url_of(own_demo)
    ruth = ("--database", url, "--as", "ruth")
    sgtui(*ruth, "ladder", "adopt", TYNESIDE)
    reference = open_case(sgtui, url)
    without = sgtui(*ruth, "ladder", "pin", reference, TYNESIDE)
    assert (without.status, without.out) == (2, "")
    assert "--because" in without.err
    pinned = sgtui(*ruth, "ladder", "pin", reference, TYNESIDE, "--because", "The board's own")
    assert pinned.status == 0
    assert pinned.out.startswith(f"{reference} follows {TYNESIDE} from now on.")
    assert f'"ladder": "{TYNESIDE}"' in sgtui(*ruth, "show", reference, "--json").out


def test_pin_to_a_ladder_that_is_not_adopted_is_refused(sgtui: Sgtui, own_demo: Path) -> None:
    url = wiring.url_of(own_demo)
    ruth = ("--database", url, "--as", "ruth")
    reference = open_case(sgtui, url)
    answer = sgtui(*ruth, "ladder", "pin", reference, TYNESIDE, "--because", "The board's own")
    assert answer.status == 2
    assert "adopted" in answer.err


@pytest.mark.parametrize(
    "argv", [("show", "--preview"), ("adopt", "x", "y"), ("check", "x", "--because", "y")]
)
def test_an_option_of_another_act_is_not_passed_over(sgtui: Sgtui, argv: tuple[str, ...]) -> None:
    answer = sgtui("ladder", *argv)
    assert (answer.status, answer.out) == (2, "")
    assert "belongs to sgtui ladder" in answer.err


def test_doctor_warns_when_a_ladders_source_is_due_to_be_read_again(
    sgtui: Sgtui, demo_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def far_ahead(_clock: SystemClock) -> datetime:
        return datetime(2040, 1, 1, tzinfo=UTC)

    argv = ("--database", demo_url, "doctor", "--json")
    found = {one["name"]: one for one in json.loads(sgtui(*argv).out)["checks"]}
    assert found["ladder"]["state"] == "ok"
    monkeypatch.setattr(SystemClock, "now", far_ahead)
    found = {one["name"]: one for one in json.loads(sgtui(*argv).out)["checks"]}
    assert found["ladder"]["state"] == "warn"
    assert "looked at again" in found["ladder"]["sentence"]
