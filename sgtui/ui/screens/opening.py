"""The first frame: the product's name, that the record is being opened, and what comes first."""

from rich.text import Text
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from sgtui.domain.text import display
from sgtui.ui import words


class Opening(Screen[None]):
    """Shown at once, while everything heavy is still being read; stays when opening fails."""

    DEFAULT_CSS = """
    Opening { align: center middle; background: $background; color: $foreground; }
    Opening > Static { width: 64; max-width: 100%; height: auto; text-align: center; }
    Opening > .product { text-style: bold; color: $strong; }
    Opening > .tagline { color: $quiet; }
    Opening > .state { margin: 1 0; }
    Opening > .state.failed { color: $error; text-style: bold; }
    Opening > .emergency { color: $warning; text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        """Five short lines."""
        yield Static(words.PRODUCT, markup=False, classes="product")
        yield Static(words.TAGLINE, markup=False, classes="tagline")
        yield Static(words.OPENING, markup=False, classes="state")
        yield Static(words.EMERGENCY, markup=False, classes="emergency")

    def show_failure(self, sentence: str) -> None:
        """Say why the record could not be opened, and how to leave."""
        state = self.query_one(".state", Static)
        state.add_class("failed")
        state.update(Text(f"{display(sentence)}\n\n{words.LEAVE_BY}", justify="center"))
