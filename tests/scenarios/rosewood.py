"""The demo home as the people who work there meet it: desks in terminals, and the command line."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.terminal.desk_terminal import REPOSITORY, DeskTerminal

LIVE = 4.0
"""Seconds within which an entry shows in another process: two, and two for a busy machine."""

_SAVED = re.compile(r"Saved (SG-\d\d-\w{4})\.")
_OPEN_CASES = re.compile(r"(\d+) open cases")
_ENTRIES = re.compile(r"CHRONOLOGY  (\d+) entries")


@dataclass(frozen=True)
class Rosewood:
    """The demo home in a folder of its own."""

    folder: Path
    database: str

    def desk(self, name: str) -> "Desk":
        """Somebody sits down at a terminal of 80 columns and 24 lines."""
        own = home_in(self.folder)
        return Desk(DeskTerminal("--database", self.database, "--as", name, environment=own))

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command on the record, with nobody at a screen."""
        return sgtui(self.folder, "--database", self.database, *arguments)

    def show(self, reference: str) -> dict[str, Any]:
        """The case file as `sgtui show REF --json` gives it."""
        answer = self.run("show", reference, "--json")
        assert answer.returncode == 0, answer.stderr
        shown: dict[str, Any] = json.loads(answer.stdout)
        return shown

    def queue(self, reference: str) -> list[dict[str, Any]]:
        """The duties of one case as `sgtui queue --json` gives them."""
        rows: list[dict[str, Any]] = json.loads(self.run("queue", "--json").stdout)
        return [row for row in rows if row["ref"] == reference]


class Desk:
    """A person at the screen and the keyboard. Every wait is for something that shows."""

    def __init__(self, terminal: DeskTerminal) -> None:
        """`terminal`: a desk that has just been started; it opens on the queue."""
        self.terminal = terminal

    def __enter__(self) -> Self:
        self.sees("F2 New concern")
        self.terminal.wait_until(
            lambda rows: any(_OPEN_CASES.search(row) for row in rows), "the queue to be read"
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.terminal.__exit__(kind, error, trace)

    def sees(self, *texts: str) -> None:
        """Wait until each text stands on the screen."""
        for text in texts:
            self.terminal.wait_for(text)

    def sees_live(self, text: str) -> None:
        """Wait until the text stands there, no longer than another process's entry may take."""
        self.terminal.wait_for(text, LIVE)

    @property
    def open_cases(self) -> int:
        """How many cases the queue counts."""
        found = _OPEN_CASES.search(self.terminal.text())
        assert found is not None, self.terminal.text()
        return int(found[1])

    @property
    def entries(self) -> int:
        """How many entries the chronology of the open case counts."""
        self.terminal.wait_until(
            lambda rows: any(_ENTRIES.search(row) for row in rows), "the entries to be counted"
        )
        found = _ENTRIES.search(self.terminal.text())
        assert found is not None
        return int(found[1])

    def press(self, *keys: str) -> None:
        """Press named keys."""
        self.terminal.press(*keys)

    def type(self, text: str) -> None:
        """Type a text and stay in the field."""
        self.terminal.type(text)

    def answer(self, *fields: str) -> None:
        """Type each answer and go on with Enter; an empty one goes past what stands there."""
        for field in fields:
            self.terminal.type(field)
            self.terminal.press("enter")

    def tell(self, story: str) -> None:
        """Type a story and go on with Tab."""
        self.terminal.type(story)
        self.terminal.press("tab")

    def save(self) -> str:
        """Ctrl+S, and wait for the word; the reference of the case."""
        self.terminal.press("ctrl+s")
        self.terminal.wait_until(
            lambda rows: any(_SAVED.search(row) for row in rows), "the word Saved"
        )
        found = _SAVED.search(self.terminal.text())
        assert found is not None
        return found[1]

    def find(self, reference: str) -> None:
        """F6, the last four of the reference, Enter: the case."""
        self.press("f6")
        self.sees("Up, Down, Enter opens")
        self.type(reference[-4:])
        self.sees(f">{reference}", "1 case")
        self.press("enter")
        self.sees("LADDER", reference)

    def next_step(self, duty: str, desk: str = "") -> None:
        """F4, then Right until that duty of the case is shown, about that `desk` if one is told."""
        self.press("f4")
        self.sees("DO ", "duty 1 of")
        count = self._duties
        for number in range(1, count + 1):
            self.sees(f"duty {number} of {count}")
            shown = any(row.split("DO ")[-1].strip().startswith(duty) for row in self._do_rows)
            if shown and desk in self.terminal.text():
                return
            self.press("right")
        raise AssertionError(f"{duty} is not owed. The screen:\n{self.terminal.text()}")

    def records(self, step: str) -> None:
        """Press the number that stands before a step, and wait for its form."""
        self.sees(f"  {step}")
        row = next(row for row in self.terminal.screen() if f"  {step}" in row)
        self.press(row.split(step)[0].strip(" >"))
        self.sees("Ctrl+S Save")

    def adds(self, title: str) -> None:
        """A on a case, the name of a kind of entry, Enter: its form."""
        self.press("a")
        self.sees("What do you want to record?")
        self.type(title.lower())
        self.terminal.wait_until(
            lambda rows: any(row.lstrip(" │|").startswith(">") and title in row for row in rows),
            f"{title} to be highlighted",
        )
        self.press("enter")
        self.sees("Ctrl+S Save")

    @property
    def _duties(self) -> int:
        found = re.search(r"duty 1 of (\d+)", self.terminal.text())
        assert found is not None
        return int(found[1])

    @property
    def _do_rows(self) -> list[str]:
        return [row for row in self.terminal.screen() if row.strip().startswith("DO ")]


def home_in(folder: Path) -> Mapping[str, str]:
    """Settings, data and notes of a program that lives in a folder alone."""
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    return dict.fromkeys(names, str(folder))


def sgtui(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the program without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "sgtui", *arguments],
        cwd=REPOSITORY,
        env={"PATH": "", "LANG": "C.UTF-8", "PYTHONPATH": str(REPOSITORY), **home_in(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
