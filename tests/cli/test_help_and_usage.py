"""Help and usage need no record, and say what to do first."""

import subprocess
import sys

import pytest

from tests.cli.conftest import Sgtui


@pytest.mark.parametrize("verb", [(), ("queue",), ("log",), ("demo",)])
def test_help_tells_to_ring_999_first(sgtui: Sgtui, verb: tuple[str, ...]) -> None:
    answer = sgtui(*verb, "--help")
    assert answer.status == 0
    assert "Ring 999 first" in answer.out


@pytest.mark.parametrize(
    "argv", [("nonsense",), ("queue", "--what"), ("ladder", "burn"), ("show",)]
)
def test_what_cannot_be_understood_is_status_two(sgtui: Sgtui, argv: tuple[str, ...]) -> None:
    answer = sgtui(*argv)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err


def test_the_desk_without_a_terminal_says_so(demo_url: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "sgtui", "--database", demo_url],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("The desk needs a terminal.")


def test_a_reader_that_has_had_enough_is_no_failure(demo_url: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "sgtui", "--database", demo_url, "queue"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        assert running.stdout and running.stderr
        running.stdout.close()
        assert running.stderr.read() == ""


def test_a_record_with_passphrases_asks_who_you_are(sgtui: Sgtui, kept_url: str) -> None:
    answer = sgtui("--database", kept_url, "queue")
    assert answer.status == 2
    assert "--as NAME" in answer.err


def test_the_passphrase_is_read_from_its_file(
    sgtui: Sgtui, kept_url: str, passphrase_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SGTUI_PASSPHRASE_FILE", passphrase_file)
    assert sgtui("--database", kept_url, "--as", "mo grant", "queue").status == 0
    assert sgtui("--database", kept_url, "--as", "somebody", "queue").status == 2


def test_a_wrong_passphrase_is_status_two_and_one_sentence(
    sgtui: Sgtui, kept_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sgtui.cli.place.getpass", lambda _prompt: "wrong wrong wrong")
    answer = sgtui("--database", kept_url, "--as", "mo", "queue")
    assert (answer.status, answer.err.count("\n")) == (2, 1)
