"""A real process in a pseudo-terminal, watched through a terminal emulator.

Output is read in a thread and drawn on a `pyte` screen; every wait is for output that
arrives, so nothing here sleeps or polls. Queries the program sends to its terminal stay
unanswered, as on the poorest terminal. POSIX only.
"""

import contextlib
import os
import pty
import selectors
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal.emulated_screen import EmulatedScreen, EmulatedStream
from tests.terminal.keys import sequence

REPOSITORY = Path(__file__).parents[2]
TIMEOUT = 20.0
"""Seconds a wait lasts before it fails: long, because a busy machine is no fault."""

PAINTED = 0.03
"""Seconds without output after which a painting is whole; the pieces of one come at once."""


class DeskTerminal:
    """A process of `python -m sgtui ARGUMENTS` with a person at its keyboard.

    `command` runs another program instead. `environment` is added to a clean one: the
    caller's own, less what changes how a terminal program looks. Use it as a context
    manager; leaving it ends the process. `started_at` and `output_at` (when the newest
    output arrived, before it was drawn) are readings of `time.perf_counter`.
    """

    def __init__(
        self,
        *arguments: str,
        command: tuple[str, ...] = (sys.executable, "-m", "sgtui"),
        environment: Mapping[str, str] | None = None,
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        self.keys_pressed = 0
        self.bytes_received = 0
        self.output_at = 0.0
        self.held_at = 0.0
        """When the output came that ended the newest wait."""
        self._screen = EmulatedScreen(columns, rows)
        self._stream = EmulatedStream(self._screen)
        self._changed = threading.Condition()
        self._status: int | None = None
        self._at_end = False
        self._escape_unanswered = False
        self._master, line = pty.openpty()
        self._stop_reading, self._told_to_stop = os.pipe()
        termios.tcsetwinsize(line, (rows, columns))
        self.started_at = time.perf_counter()
        self._pid = _start((*command, *arguments), os.ttyname(line), environment or {})
        os.close(line)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        threading.Thread(target=self._await_end, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        self.hang_up()
        self.exit_status()

    def press(self, *keys: str) -> None:
        """Press named keys (`f2`, `shift+tab`, `ctrl+s`, `a`), each counted once.

        Esc must come last, and be followed by a wait for what it does: a program tells
        Esc from the start of a longer key only by the silence after it.
        """
        for key in keys:
            self._send(sequence(key))
            self.keys_pressed += 1
            self._escape_unanswered = key in ("esc", "escape")

    def type(self, text: str) -> None:
        """Type `text`, one key a character."""
        self._send(text.encode())
        self.keys_pressed += len(text)

    def paste(self, text: str) -> None:
        """Paste `text` in one go, marked as pasted; counted as one key."""
        self._send(b"\x1b[200~" + text.encode() + b"\x1b[201~")
        self.keys_pressed += 1

    def send_bytes(self, data: bytes) -> None:
        """Send raw bytes, as a broken or hostile terminal might; not counted as keys."""
        self._send(data)

    def screen(self) -> list[str]:
        """The rows as a person sees them now, spaces at their ends kept."""
        with self._changed:
            return list(self._screen.display)

    def text(self) -> str:
        """The rows as one text, spaces at their ends dropped."""
        return "\n".join(row.rstrip() for row in self.screen())

    def wait_for(self, text: str, timeout: float = TIMEOUT) -> None:
        """Wait until `text` stands in one row; AssertionError with the screen if it never does."""
        self.wait_until(lambda rows: any(text in row for row in rows), f"{text!r} to show", timeout)

    def wait_gone(self, text: str, timeout: float = TIMEOUT) -> None:
        """Wait until no row has `text`; AssertionError with the screen if it stays."""
        self.wait_until(
            lambda rows: all(text not in row for row in rows), f"{text!r} to go", timeout
        )

    def wait_until(
        self, holds: Callable[[list[str]], bool], meaning: str, timeout: float = TIMEOUT
    ) -> None:
        """Wait until `holds(rows)`, looked at again whenever output arrives.

        What is then on the screen is whole: nothing more of the same painting is on its way.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._at_end or holds(self._screen.display), timeout)
            self.held_at = self.output_at
            while self._changed.wait(PAINTED) and not self._at_end:
                self._changed.wait_for(lambda: self._at_end or holds(self._screen.display), timeout)
            rows = list(self._screen.display)
        if not holds(rows):
            ended = " before the program ended" if self._at_end else f" in {timeout:g} s"
            raise AssertionError(f"Waited for {meaning}{ended}. The screen:\n" + "\n".join(rows))
        self._escape_unanswered = False

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the program is told (SIGWINCH)."""
        with self._changed:
            self._screen.resize(rows, columns)
        termios.tcsetwinsize(self._master, (rows, columns))

    def hang_up(self) -> None:
        """Close the terminal, as a dropped line or a closed window does (SIGHUP)."""
        if self._master < 0:
            return
        os.write(self._told_to_stop, b"x")
        self._reader.join()
        for descriptor in (self._master, self._stop_reading, self._told_to_stop):
            os.close(descriptor)
        self._master = -1

    def signal(self, number: int) -> None:
        """Send a signal to the program, unless it has ended."""
        with self._changed:
            if self._status is None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self._pid, number)

    def kill(self) -> None:
        """End the program at once, with no chance to tidy (SIGKILL)."""
        self.signal(signal.SIGKILL)

    def exit_status(self, timeout: float = TIMEOUT) -> int:
        """Wait for the end: the exit status, or minus the signal's number."""
        with self._changed:
            self._changed.wait_for(lambda: self._status is not None, timeout)
            if self._status is None:
                rows = "\n".join(self._screen.display)
                raise AssertionError(f"Still running after {timeout:g} s. The screen:\n{rows}")
            return self._status

    def _send(self, data: bytes) -> None:
        assert not self._escape_unanswered, "wait for what Esc does before the next key"
        while data:
            data = data[os.write(self._master, data) :]

    def _read(self) -> None:
        with selectors.DefaultSelector() as ready:
            ready.register(self._master, selectors.EVENT_READ)
            ready.register(self._stop_reading, selectors.EVENT_READ)
            while not any(key.fd == self._stop_reading for key, _ in ready.select()):
                if not self._take(_read_or_end(self._master)):
                    return

    def _take(self, output: bytes) -> bool:
        arrived = time.perf_counter()
        with self._changed:
            self.output_at = arrived if output else self.output_at
            self._at_end = not output
            self.bytes_received += len(output)
            self._stream.feed(output)
            self._changed.notify_all()
        return bool(output)

    def _await_end(self) -> None:
        _, status = os.waitpid(self._pid, 0)
        with self._changed:
            self._status = os.waitstatus_to_exitcode(status)
            self._changed.notify_all()


def _start(command: tuple[str, ...], line: str, added: Mapping[str, str]) -> int:
    """Start `command` as the first process of a session whose terminal is `line`.

    The new session takes the first terminal it opens as its own, so the program gets
    SIGHUP and SIGWINCH; a spawn needs no fork of a test process full of threads.
    """
    return os.posix_spawnp(
        command[0],
        command,
        {**_clean_environment(), **added},
        setsid=True,
        setsigmask=(),
        setsigdef=(signal.SIGHUP, signal.SIGINT, signal.SIGPIPE, signal.SIGTERM),
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, line, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ],
    )


def _clean_environment() -> dict[str, str]:
    unwanted = (
        "TEXTUAL",
        "PYTEST",
        "COLUMNS",
        "LINES",
        "NO_COLOR",
        "COLORTERM",
        "TERM",
        "LC_",
        "SGTUI",
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, [str(REPOSITORY), kept.get("PYTHONPATH")]))
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8"}


def _read_or_end(descriptor: int) -> bytes:
    """Some output, or nothing once every process has let go of the terminal (EIO on Linux)."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
