"""The field for a time: typed as people say it, read back beside it at every key."""

from collections.abc import Callable

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from sgtui.domain.text import display_line
from sgtui.ui.widgets.text_line import TextLine

ReadTime = Callable[[str], tuple[bool, str]]
"""Reads what was typed: whether it is a time, and the reading (or what would be right) in words."""


class TimeField(Horizontal):
    """A short field and, beside it, what was understood."""

    DEFAULT_CSS = """
    TimeField { height: 1; width: 1fr; }
    TimeField > TextLine { width: 20; }
    TimeField > .echo { width: 1fr; height: 1; padding: 0 1; color: $quiet; }
    TimeField.wrong > .echo { color: $error; text-style: bold; }
    """

    class Changed(Message):
        """The text changed; `valid` says whether it reads as a time."""

        def __init__(self, field: "TimeField", text: str, valid: bool) -> None:
            super().__init__()
            self.field = field
            self.text = text
            self.valid = valid

        @property
        def control(self) -> "TimeField":
            """The field, for `@on` with a selector."""
            return self.field

    def __init__(
        self,
        read: ReadTime,
        value: str = "",
        *,
        placeholder: str = "now",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._read = read
        self._line = TextLine(value, placeholder=placeholder, max_length=40)
        self._echo = Static("", markup=False, classes="echo")
        self.valid = True
        """Whether the text reads as a time."""

    def compose(self) -> ComposeResult:
        """The input, then its reading."""
        yield self._line
        yield self._echo

    def on_mount(self) -> None:
        """Show the reading of what is there at the start."""
        self.read_again()

    @property
    def value(self) -> str:
        """What was typed."""
        return self._line.text

    @value.setter
    def value(self, text: str) -> None:
        self._line.value = text

    @property
    def input(self) -> TextLine:
        """The input inside, to give it the focus."""
        return self._line

    def read_again(self) -> None:
        """Read once more: a minute has passed, or what `read` knows has changed."""
        self.valid, echo = self._read(self._line.text)
        self.set_class(not self.valid, "wrong")
        sign = "= " if self.valid else "! "
        line = Text(sign + display_line(echo) if echo else "", no_wrap=True, overflow="ellipsis")
        self._echo.update(line, layout=False)

    @on(TextLine.Changed)
    def _read_typed(self, event: TextLine.Changed) -> None:
        event.stop()
        self.read_again()
        self.post_message(self.Changed(self, self._line.text, self.valid))
