"""`sgtui doctor` looks at everything, names nobody, and its status says whether all is well."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.services.system_clock import SystemClock
from tests.cli.conftest import Sgtui


def states(sgtui: Sgtui, *argv: str) -> dict[str, str]:
    """Each thing looked at, and how it was found."""
    return {one["name"]: one["state"] for one in json.loads(sgtui(*argv).out)["checks"]}


def test_a_sound_record_is_well_and_its_last_check_is_told(sgtui: Sgtui, demo_url: str) -> None:
    argv = ("--database", demo_url, "doctor", "--json")
    assert states(sgtui, *argv)["verify"] == "warn"
    sgtui("--database", demo_url, "verify")
    found = states(sgtui, *argv)
    assert found["verify"] == "ok"
    assert {"terminal", "letters", "clock", "disk", "record", "settings"} <= set(found)
    assert sgtui(*argv).status == 0


def test_nobody_is_named(sgtui: Sgtui, demo_url: str) -> None:
    out = sgtui("--database", demo_url, "doctor").out
    assert not any(name in out for name in ("Okafor", "Vale", "Rosewood", demo_url))


def test_a_missing_record_is_bad_and_the_rest_is_still_told(sgtui: Sgtui, tmp_path: Path) -> None:
    url = wiring.url_of(tmp_path / "gone.sgtui")
    answer = sgtui("--database", url, "doctor", "--json")
    assert answer.status == 1
    assert states(sgtui, "--database", url, "doctor", "--json")["record"] == "bad"


def test_a_first_run_is_not_ill(sgtui: Sgtui) -> None:
    assert sgtui("doctor").status == 0


def test_a_clock_behind_the_newest_entry_is_bad(
    sgtui: Sgtui, demo_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = SystemClock().now()

    def yesterday(_clock: SystemClock) -> datetime:
        return real - timedelta(days=1)

    monkeypatch.setattr(SystemClock, "now", yesterday)
    assert states(sgtui, "--database", demo_url, "doctor", "--json")["clock"] == "bad"
