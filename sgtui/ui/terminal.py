"""The terminal and the process around the desk: what must not leak, and what a lost line ends.

Textual answers no signal, dies on one byte that is not UTF-8, and spins when its input has ended.
Nothing here imports Textual at the top, so that the environment can be cleaned before it is.
"""

import asyncio
import io
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.driver import Driver

_GRACE: Final = 3.0
"""Seconds a signalled desk may take to end before it is ended."""

_SIGNALS: Final = ("SIGHUP", "SIGTERM", "SIGQUIT", "SIGINT")


def clean_environment() -> None:
    """Drop every TEXTUAL variable: they log keys, save screens and load code. Call it first."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]


def no_colour() -> bool:
    """Whether the person asked for no colour (no-color.org: set and not empty)."""
    return bool(os.environ.get("NO_COLOR"))


def is_ascii_only() -> bool:
    """Whether the locale cannot show line drawing, so that borders are drawn with + - and |."""
    encoding = getattr(sys.__stdout__, "encoding", None) or "ascii"
    return encoding.lower().replace("-", "") != "utf8"


def prepare_output() -> None:
    """Write UTF-8 to the terminal whatever PYTHONIOENCODING says; never fail on a letter."""
    for stream in (sys.__stderr__, sys.__stdout__):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def let_go_of_a_lost_line() -> None:
    """Send what a terminal that is gone cannot take nowhere.

    Python would fail on its own last flush otherwise, and end with 120 in place of our status.
    """
    for stream in filter(None, (sys.__stderr__, sys.__stdout__)):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def harden_process() -> None:
    """No core file, no reading of our memory by another process, files for the owner alone."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        set_dumpable = 4  # PR_SET_DUMPABLE, linux/prctl.h
        ctypes.CDLL(None, use_errno=True).prctl(set_dumpable, 0, 0, 0, 0)


def driver_class() -> "type[Driver] | None":
    """The driver for this platform, None for Textual's own choice (Windows)."""
    if sys.platform == "win32":
        return None
    from sgtui.ui.desk_driver import DeskDriver

    return DeskDriver


class Lifeline:
    """Ends the desk in order when the line is lost: drafts first, then the terminal."""

    def __init__(self, end: Callable[[int], None]) -> None:
        self._end = end
        """Ends the app with an exit status, restoring the terminal."""
        self._keeps: list[Callable[[], None]] = []
        self._ending = False

    def keep(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback`, which saves at once, before any unasked end; gives what forgets it."""
        self._keeps.append(callback)

        def forget() -> None:
            if callback in self._keeps:
                self._keeps.remove(callback)

        return forget

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        """Answer HUP, TERM, QUIT and INT from outside with an orderly end."""
        if sys.platform == "win32":
            return
        for name in _SIGNALS:
            number = getattr(signal, name)
            loop.add_signal_handler(number, self.lost, 128 + number)

    def lost(self, status: int) -> None:
        """Keep what was typed and end with `status`; the second call does nothing."""
        if self._ending:
            return
        self._ending = True
        timer = threading.Timer(_GRACE, os._exit, (status,))
        timer.daemon = True
        timer.start()
        try:
            self.keep_all()
        finally:
            self._end(status)

    def keep_all(self) -> None:
        """Save every draft now; each runs once, and a failing one does not stop the next."""
        if not self._keeps:
            return
        callback = self._keeps.pop()
        try:
            callback()
        finally:
            self.keep_all()
