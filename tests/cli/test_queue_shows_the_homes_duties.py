"""What the home owes itself stands in the printed queue too, and makes its answer bad when late."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.services.handover import sign
from tests.cli.conftest import Sgtui


@pytest.fixture
def url(empty_url: str, tmp_path: Path) -> str:
    """A home without a case, whose shift was signed over yesterday and never taken over."""
    copy = tmp_path / "own.sgtui"
    for suffix in ("", ".keys"):
        shutil.copy(f"{empty_url.removeprefix('sqlite:///')}{suffix}", f"{copy}{suffix}")
    yesterday = wiring.system_now()() - timedelta(days=1)
    desk = wiring.open_desk(wiring.url_of(copy), now=lambda: yesterday)
    sign(desk, "none")
    desk.store.close()
    return wiring.url_of(copy)


def test_a_shift_that_nobody_took_over_is_late_and_status_one(sgtui: Sgtui, url: str) -> None:
    answer = sgtui("--database", url, "queue", "--json")
    rows = json.loads(answer.out)
    assert answer.status == 1
    assert {row["ref"] for row in rows} == {"HOME"}
    assert "Take over the shift" in {row["duty"] for row in rows if row["late"]}


def test_it_has_a_line_of_its_own(sgtui: Sgtui, url: str) -> None:
    out = sgtui("--database", url, "queue", "--late").out
    [line] = [line for line in out.splitlines() if "Take over the shift" in line]
    assert "HOME" in line
    assert "0 open" in out
