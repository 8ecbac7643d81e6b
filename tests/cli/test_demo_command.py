"""`sgtui demo` makes an invented home of its own, wherever the real one is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Sgtui


def test_no_open_json_prints_where_it_is_and_the_address_opens(sgtui: Sgtui) -> None:
    answer = sgtui("demo", "--no-open", "--json")
    assert answer.status == 0, answer.err
    document = json.loads(answer.out)
    assert set(document) == {"database"}
    assert sgtui("--database", document["database"], "queue").status == 1


def test_the_real_record_named_in_the_environment_is_left_alone(
    sgtui: Sgtui, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "real.sgtui"
    monkeypatch.setenv("SGTUI_DATABASE_URL", f"sqlite:///{real}")
    monkeypatch.setattr("sgtui.wiring.make_demo", lambda url, _size: made.append(url))
    made: list[str] = []
    sgtui("demo", "--no-open", "--json")
    assert made and str(real) not in made[0]


def test_a_file_that_is_there_is_never_written_over(sgtui: Sgtui, own_demo: Path) -> None:
    before = own_demo.read_bytes()
    answer = sgtui("--database", f"sqlite:///{own_demo}", "demo", "--no-open")
    assert (answer.status, answer.err.count("\n")) == (3, 1)
    assert own_demo.read_bytes() == before


def test_verify_and_show_run_as_commands_of_their_own(demo_url: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "sgtui", "verify", "--database", demo_url],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("The record is whole")
