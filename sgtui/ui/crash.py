"""What is left behind when the program fails: a reference, and no personal data.

A traceback holds what people typed, in messages and in local variables. The log therefore gets
the time, a reference, the kinds of error and where they came from; the person gets one sentence.
"""

import os
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from sgtui.ui import words

STATUS = 70
"""Exit status after a crash: a fault of the program itself (sysexits EX_SOFTWARE)."""

_LARGEST = 1_000_000
"""Bytes of log after which a new one is begun; one older log is kept."""


class CrashLog:
    """The log of faults: one file, readable by its owner alone."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path = path
        self._now = now

    def record(self, error: BaseException) -> str:
        """Write down where `error` came from and give the reference that finds it.

        A log that cannot be written (full disk, no rights) does not stop the last sentence.
        """
        reference = secrets.token_hex(3)
        moment = self._now().astimezone(UTC).isoformat(timespec="seconds")
        lines = [f"{moment} {reference}", *(f"  {line}" for line in trail(error))]
        try:
            self._append("\n".join(lines) + "\n")
        except OSError:
            return reference
        return reference

    def _append(self, text: str) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._path.exists() and self._path.stat().st_size > _LARGEST:
            self._path.replace(self._path.with_suffix(".old"))
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(self._path, flags, 0o600)
        with os.fdopen(handle, "a", encoding="ascii", errors="replace") as log:
            log.write(text)


def trail(error: BaseException) -> Iterator[str]:
    """The kinds of error, cause by cause, each with file:line:function; no message, no value."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield f"{type(current).__module__}.{type(current).__qualname__}"
        for frame, line in walk_tb(current.__traceback__):
            code = frame.f_code
            place = "/".join(Path(code.co_filename).parts[-2:])
            yield f"  {place}:{line}:{code.co_name}"
        current = current.__cause__ or current.__context__


def install(log: CrashLog) -> None:
    """Take over what Python prints about errors nobody caught, on any thread."""

    def on_error(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        _say(log.record(error.with_traceback(trace)))

    def on_thread_error(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            log.record(args.exc_value)

    sys.excepthook = on_error
    threading.excepthook = on_thread_error


def _say(reference: str) -> None:
    sys.stderr.write(words.stopped(reference) + "\n")
