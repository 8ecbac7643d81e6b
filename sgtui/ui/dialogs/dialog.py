"""The base of every question that covers the screen: nothing is read through it."""

from typing import Generic, TypeVar

from textual.reactive import var
from textual.screen import ModalScreen
from textual.widget import Widget

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], Generic[Answer]):
    """A framed box on an opaque ground. Esc is always back, with nothing changed."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background; color: $foreground; }
    Dialog > #box {
        width: 72;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        border: solid $primary;
        padding: 0 1;
        background: $background;
    }
    Dialog.-ascii > #box { border: ascii $primary; }
    Dialog .-heading { text-style: bold; color: $strong; }
    Dialog .-keys { color: $quiet; margin: 1 0 0 0; }
    """

    focused: var[Widget | None] = var(None)
    """The focused field. Textual's own repaints the whole screen each time it changes."""

    def on_mount(self) -> None:
        """Draw the frame with + - and | where the terminal has no line drawing."""
        self.set_class(self.app.has_class("-ascii"), "-ascii")
