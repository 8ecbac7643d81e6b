"""`sgtui report` gives a document on standard output or in a file, and refuses in a sentence."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.domain.london_time import in_london
from tests.cli.a_press import REFUSED, FakePress
from tests.cli.conftest import Sgtui


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> FakePress:
    """A press that makes nothing of the record."""
    made = FakePress()
    monkeypatch.setattr(wiring, "press", lambda: made)
    return made


def a_reference(sgtui: Sgtui, url: str) -> str:
    """The reference of a case of the demo."""
    return str(json.loads(sgtui("--database", url, "queue", "--json").out)[0]["ref"])


def test_text_goes_to_standard_output_and_the_period_is_said(
    sgtui: Sgtui, demo_url: str, press: FakePress
) -> None:
    answer = sgtui("--database", demo_url, "report", "summary")
    assert answer.status == 0
    assert answer.out == "summary line 1\nsummary line 2\nsummary line 3\n"
    assert answer.err.startswith("Of the last 90 days, ")
    asked = press.asked[0][1]
    assert 90 <= (asked.period.until - asked.period.since).days <= 91
    assert asked.demo


def test_one_case_has_no_period(sgtui: Sgtui, demo_url: str, press: FakePress) -> None:
    ref = a_reference(sgtui, demo_url)
    answer = sgtui("--database", demo_url, "report", "chronology", f" {ref.lower()}")
    assert (answer.status, answer.err) == (0, "")
    assert press.asked[0][1].reference == ref


@pytest.mark.parametrize("span", [["--from", "-30d"], ["--from=-30d"], ["--from", "30d"]])
def test_days_may_be_counted_back(
    sgtui: Sgtui, demo_url: str, press: FakePress, span: list[str]
) -> None:
    answer = sgtui("--database", demo_url, "report", "wishes", *span)
    assert (answer.status, answer.err) == (0, "")
    period = press.asked[0][1].period
    first, last = in_london(period.since).date(), in_london(period.until).date()
    assert (last - first).days == 30


@pytest.mark.parametrize(
    ("argv", "status", "says"),
    [
        ([], 2, "sgtui report --list"),
        (["chronolgy"], 2, "Did you mean chronology?"),
        (["xyzzy"], 2, "There is no such report."),
        (["summary", "SG-26-K4T7"], 2, "about a period, not one case"),
        (["handover", "SG-26-K4T7"], 2, "about now, not one case"),
        (["ladder", "--from", "-9d"], 2, "leave out --from and --to"),
        (["chronology", "SG-26-K4T7", "--to", "today"], 2, "One case is given whole"),
        (["summary", "--from", "30 feb"], 2, "--from: There is no such day."),
        (["summary", "--from", "today", "--to", "-5d"], 2, "--to: The last day lies before"),
        (["chronology", "SG-26-0000"], 1, "No case has that reference."),
        (["chronology", "--from", "1 jan 1990", "--to", "2 jan 1990"], 1, "No case that is shown"),
        (["summary", "--format", "pdf"], 2, "A PDF goes into a file"),
        (["summary", "--format", "pdf", "-o", "-"], 2, "A PDF goes into a file"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    sgtui: Sgtui, demo_url: str, argv: list[str], status: int, says: str
) -> None:
    answer = sgtui("--database", demo_url, "report", *argv)
    assert (answer.status, answer.out) == (status, "")
    assert says in answer.err
    assert "Traceback" not in answer.err


def test_a_file_is_named_on_standard_output_each_part_on_a_line(
    sgtui: Sgtui, demo_url: str, press: FakePress, tmp_path: Path
) -> None:
    press.parts = 2
    answer = sgtui("--database", demo_url, "report", "ladder", "-o", str(tmp_path / "mine.pdf"))
    assert answer.status == 0
    named = [Path(line) for line in answer.out.splitlines()]
    assert [file.name for file in named] == ["mine-1.pdf", "mine-2.pdf"]
    assert all(file.is_file() for file in named)


def test_only_a_file_that_holds_names_says_so(
    sgtui: Sgtui, demo_url: str, press: FakePress, tmp_path: Path
) -> None:
    into = ["--from", "-9d", "-o", str(tmp_path)]
    keep = "keep it locked away"
    assert keep in sgtui("--database", demo_url, "report", "wishes", *into).err
    assert keep not in sgtui("--database", demo_url, "report", "summary", *into).err
    assert press.asked


def test_a_file_that_cannot_be_written_is_status_two(
    sgtui: Sgtui, demo_url: str, press: FakePress, tmp_path: Path
) -> None:
    press.fails = REFUSED
    answer = sgtui("--database", demo_url, "report", "ladder", "-o", str(tmp_path))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "It could not be written.\n"


def test_ctrl_c_is_130_and_says_that_nothing_was_written(
    sgtui: Sgtui, demo_url: str, press: FakePress, tmp_path: Path
) -> None:
    press.fails = KeyboardInterrupt
    answer = sgtui("--database", demo_url, "report", "ladder", "-o", str(tmp_path))
    assert (answer.status, answer.out) == (130, "")
    assert answer.err == "Stopped. Nothing was written.\n"


def test_progress_is_one_line_on_a_terminal_that_is_gone_at_the_end(
    sgtui: Sgtui, demo_url: str, press: FakePress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    answer = sgtui("--database", demo_url, "report", "ladder", "-o", str(tmp_path))
    assert "\rladder: 2 of 3 cases" in answer.err
    last = answer.err.rsplit("\r", 2)
    assert last[1].isspace() and last[2] == ""
    assert "\n" not in answer.err
    assert press.asked


def test_no_progress_is_told_where_there_is_no_terminal(
    sgtui: Sgtui, demo_url: str, press: FakePress, tmp_path: Path
) -> None:
    answer = sgtui("--database", demo_url, "report", "ladder", "-o", str(tmp_path))
    assert answer.err == ""
    assert press.asked


def test_a_long_work_writes_its_line_no_more_than_some_two_hundred_times(
    sgtui: Sgtui, demo_url: str, press: FakePress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.pieces = 3300
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    answer = sgtui("--database", demo_url, "report", "ladder", "-o", str(tmp_path))
    assert "3,300 of 3,300 cases" in answer.err
    assert answer.err.count("\r") < 220


def test_a_reader_that_has_had_enough_is_no_failure(demo_url: str) -> None:
    argv = ["--database", demo_url, "report", "inspection-pack", "--from", "400d"]
    with subprocess.Popen(
        [sys.executable, "-m", "sgtui", *argv],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        assert running.stdout and running.stderr
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == ""
