"""A text to read in full, over the screen."""

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from sgtui.domain.text import display
from sgtui.ui import words
from sgtui.ui.dialogs.dialog import Dialog


class ReadingDialog(Dialog[None]):
    """A heading and a text that scrolls."""

    DEFAULT_CSS = """
    ReadingDialog > #box { height: auto; max-height: 100%; }
    ReadingDialog VerticalScroll { height: auto; max-height: 78vh; scrollbar-size-vertical: 1; }
    """

    AUTO_FOCUS = "VerticalScroll"

    BINDINGS = [Binding("escape,enter", "back", "Back", show=False, priority=True)]

    def __init__(self, title: str, text: str) -> None:
        """Both as they stand in the record; they are made safe to show here."""
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Heading, text, the key that closes it."""
        with Vertical(id="box"):
            yield Static(Text(display(self._title)), markup=False, classes="-heading")
            with VerticalScroll():
                yield Static(Text(display(self._text)), markup=False, id="text")
            yield Static(words.HELP_KEYS, markup=False, classes="-keys")

    def action_back(self) -> None:
        """Esc or Enter."""
        self.dismiss(None)
