"""How far long work has come: one line on the terminal, written over, gone at the end."""

import sys
from types import TracebackType
from typing import Final

_LINES_TOLD: Final = 200
"""At most so many times is the line written anew, however many pieces there are."""


class Progress:
    """The line; nothing at all where standard error is no terminal."""

    def __init__(self, what: str) -> None:
        """`what`: what is being made, "inspection pack"."""
        self._what = what
        self._shown = ""
        self._on = sys.stderr.isatty()

    def __enter__(self) -> "Progress":
        """Nothing is shown before there is something to tell."""
        return self

    def __exit__(
        self, _kind: object, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Take the line away, however the work ended."""
        self.clear()

    def tell(self, done: int, total: int) -> None:
        """So many pieces of so many are done."""
        step = max(total // _LINES_TOLD, 1)
        if self._on and total > 1 and (done % step == 0 or done == total):
            self._show(f"{self._what}: {done:,} of {total:,} cases")

    def clear(self) -> None:
        """Take the line away, so that something else can be said."""
        if self._shown:
            self._write(f"\r{' ' * len(self._shown)}\r")
            self._shown = ""

    def _show(self, line: str) -> None:
        self._write(f"\r{line.ljust(len(self._shown))}")
        self._shown = line

    def _write(self, text: str) -> None:
        print(text, end="", file=sys.stderr, flush=True)
