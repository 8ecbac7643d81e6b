"""Several entries of the case, typed as numbers and read back in words under the line."""

from collections.abc import Callable
from datetime import datetime

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, Static

from sgtui.domain.case_file import CaseFile
from sgtui.domain.entries.payload import Ask
from sgtui.domain.text import display_line
from sgtui.domain.typed_entries import (
    NUMBERS_EXAMPLE,
    EntriesReading,
    entry_words,
    numbers_of,
    read_entries,
)
from sgtui.ui.forms.answers import Answer, Raw
from sgtui.ui.widgets.text_line import TextLine

_NEWEST = 6
"""Entries named, with their numbers, while one stands in the field and nothing is typed."""


class EntriesField(Vertical):
    """A line for numbers and, under it, what was understood over as many lines as it takes."""

    DEFAULT_CSS = """
    EntriesField { height: auto; width: 1fr; }
    EntriesField > .echo { height: auto; max-height: 4; padding: 0 1; color: $quiet; }
    EntriesField.wrong > .echo { color: $error; text-style: bold; }
    """

    def __init__(self, read: Callable[[str], tuple[bool, str]]) -> None:
        """`read`: whether what was typed can be read, and what it says of it."""
        super().__init__()
        self._read = read
        self.line = TextLine(placeholder=NUMBERS_EXAMPLE)
        self._echo = Static("", markup=False, classes="echo")

    def compose(self) -> ComposeResult:
        """The line, then its reading."""
        yield self.line
        yield self._echo

    def on_mount(self) -> None:
        """Show the reading of what is there at the start."""
        self.read_again()

    @on(Input.Changed)
    def _typed(self) -> None:
        """Read it, and keep what is said of it in sight."""
        self.read_again()
        if self.line.has_focus:
            self.call_after_refresh(self.scroll_visible, animate=False)

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _entered_or_left(self) -> None:
        """What there is to choose from is named while one stands here."""
        self.read_again()

    def read_again(self) -> None:
        """Read what stands in the line now."""
        fits, words = self._read(self.line.text)
        self.set_class(not fits, "wrong")
        self._echo.update(Text(display_line(words)))
        self._echo.display = bool(words)


class EntriesAnswer(Answer):
    """Entries of the case by their numbers."""

    def __init__(self, name: str, ask: Ask, case: CaseFile, now: Callable[[], datetime]) -> None:
        self._case = case
        self._now = now
        self._field = EntriesField(self._read)
        super().__init__(name, ask, self._field, hint=ask.help)

    @property
    def raw(self) -> str:
        """The numbers as typed."""
        return self._field.line.text

    def put(self, raw: Raw) -> None:
        """Fill in the numbers that a draft kept, or those of entries known by id."""
        typed = raw if isinstance(raw, str) else numbers_of(self._case, raw)
        self._field.line.value = typed

    @property
    def value(self) -> list[str] | None:
        """The ids of the entries; None while there is none."""
        return [str(one) for one in self._reading(self.raw).ids] or None

    @property
    def complaint(self) -> str:
        """Which number is no entry."""
        return self._reading(self.raw).problem

    @property
    def input(self) -> Widget:
        """The line."""
        return self._field.line

    def read_again(self) -> None:
        """A minute has passed: "today" may be yesterday."""
        self._field.read_again()

    def _reading(self, typed: str) -> EntriesReading:
        return read_entries(typed, self._case, self._now())

    def _read(self, typed: str) -> tuple[bool, str]:
        reading = self._reading(typed)
        if reading.problem:
            return False, f"! {reading.problem}"
        if reading.ids:
            return True, f"= {reading.echo}"
        return True, self._newest() if self._field.line.has_focus else ""

    def _newest(self) -> str:
        newest = self._case.standing[: -_NEWEST - 1 : -1]
        return f"Newest: {'; '.join(entry_words(entry, self._now()) for entry in newest)}"
