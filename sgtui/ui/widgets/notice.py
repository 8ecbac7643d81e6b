"""The sentence shown in a window too small to work in; it goes away when the window grows."""

from rich.text import Text
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from sgtui.ui import words

SMALLEST = Size(60, 18)
"""Columns and lines below which nothing is laid out any more."""


def is_too_small(size: Size) -> bool:
    """Whether a window of `size` is below what the desk can be used in."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


class SizeNotice(Widget):
    """Covers the screen while the window is too small. What was typed stays where it is."""

    DEFAULT_CSS = """
    SizeNotice {
        layer: notice;
        position: absolute;
        width: 100%;
        height: 100%;
        background: $background;
        color: $foreground;
        padding: 0 1;
        display: none;
    }
    SizeNotice.shown { display: block; }
    """

    window: reactive[Size] = reactive(Size(80, 24))
    """The size of the window now."""

    def watch_window(self, window: Size) -> None:
        """Show or hide with the size."""
        self.set_class(is_too_small(window), "shown")

    def render(self) -> Text:
        """The size needed and the size now."""
        return Text(words.too_small(self.window.width, self.window.height))
