"""A fault of the program leaves a reference, and nothing of what people wrote."""

from pathlib import Path

import pytest

from sgtui.services import queue
from tests.cli.conftest import Sgtui

SECRET = "bruise on her left forearm"


def test_one_sentence_with_a_reference_and_a_status_of_its_own(
    sgtui: Sgtui, demo_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        told = SECRET
        raise ValueError(told)

    monkeypatch.setattr(queue, "arrange", broken)
    answer = sgtui("--database", demo_url, "queue")
    assert (answer.status, answer.out, answer.err.count("\n")) == (70, "", 1)
    (log,) = tmp_path.rglob("faults.log")
    written = log.read_text()
    reference = answer.err.split()[-1].rstrip(".")
    assert reference in written
    assert "builtins.ValueError" in written
    assert SECRET not in written + answer.err


def test_ctrl_c_is_status_130(sgtui: Sgtui, demo_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(queue, "arrange", stopped)
    assert sgtui("--database", demo_url, "queue").status == 130
