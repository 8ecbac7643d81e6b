"""A document to be read: as many lines as come, drawn one by one, with a word to look for."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sgtui.domain.text import display_cells

_SIDEWAYS = 20
"""Columns that Left and Right move by, where the window is narrower than the paper."""


class Paper(ScrollView, can_focus=True):
    """Lines of text, 80 columns wide; only those in sight are ever drawn.

    It has no scroll bar, so that all 80 columns are seen at 80: its screen says the place in words.
    """

    DEFAULT_CSS = """
    Paper {
        background: $background;
        color: $foreground;
        height: 1fr;
        scrollbar-size: 0 0;
    }
    Paper > .paper--found { background: $cursor-row; text-style: bold; }
    Paper:ansi > .paper--found { text-style: bold reverse; }
    Paper:nocolor > .paper--found { text-style: bold reverse; }
    """
    COMPONENT_CLASSES = {"paper--found"}

    BINDINGS = [
        Binding("up", "move(-1)", "Line above", show=False),
        Binding("down,enter", "move(1)", "Line below", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("left", "sideways(-1)", "To the left", show=False),
        Binding("right", "sideways(1)", "To the right", show=False),
        Binding("home", "first", "First line", show=False),
        Binding("end", "last", "Last line", show=False),
    ]

    class Moved(Message):
        """Other lines are in sight."""

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, Paper.Moved)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[str] = []
        self._widest = 0
        self._found: int | None = None
        self.at_end = False
        """Whether the end is wanted, also of what is still to come."""

    @property
    def count(self) -> int:
        """How many lines have come so far."""
        return len(self._lines)

    @property
    def first_in_sight(self) -> int:
        """Position of the line at the top, from 0."""
        return int(self.scroll_offset.y)

    @property
    def after_sight(self) -> int:
        """Position of the first line below those in sight."""
        return min(self.first_in_sight + self.size.height, self.count)

    @property
    def text(self) -> str:
        """All that has come, as plain text."""
        return "\n".join(self._lines)

    def add(self, lines: Iterable[str]) -> None:
        """More lines at the end; what is in sight stays where it is."""
        safe = [display_cells(line) for line in lines]
        before = self.count
        self._lines += safe
        self._widest = max((self._widest, *map(len, safe)))
        self.virtual_size = Size(self._widest, self.count)
        if before < self.first_in_sight + self.size.height:
            self.refresh()
        if self.at_end:
            self.call_after_refresh(self.action_last)

    def find(self, word: str, start: int, way: int = 1) -> int | None:
        """Go to the next line from `start` on that has the word, and mark it; None without one."""
        wanted = word.casefold()
        span = range(start, self.count) if way > 0 else range(min(start, self.count - 1), -1, -1)
        found = next((n for n in span if wanted in self._lines[n].casefold()), None)
        if found is not None:
            self._found = found
            self._go(max(found - self.size.height // 3, 0))
            self.refresh()
        return found

    @property
    def found(self) -> int | None:
        """The line that was looked for and found last."""
        return self._found

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other lines are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Moved())

    def action_move(self, step: int) -> None:
        """A line up or down."""
        self._go(self.first_in_sight + step)

    def action_page(self, pages: int) -> None:
        """A page up or down; the last line stays in sight."""
        self._go(self.first_in_sight + pages * max(self.size.height - 1, 1))

    def action_sideways(self, way: int) -> None:
        """To columns that the window is too narrow for."""
        self.scroll_to(x=self.scroll_offset.x + way * _SIDEWAYS, animate=False)

    def action_first(self) -> None:
        """To the top."""
        self.scroll_to(x=0, animate=False)
        self._go(0)

    def action_last(self) -> None:
        """To the end, and on to it as more comes."""
        self.at_end = True
        self.scroll_to(y=self.max_scroll_y, animate=False)
        self.post_message(self.Moved())

    def _go(self, line: int) -> None:
        self.at_end = False
        self.scroll_to(y=line, animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width, base = self.size.width, self.rich_style
        position = y + self.first_in_sight
        if position >= self.count:
            return Strip.blank(width, base)
        style = base + self._mark() if position == self._found else base
        left = int(self.scroll_offset.x)
        strip = Strip([Segment(self._lines[position], style)])
        return strip.crop(left, left + width).adjust_cell_length(width, style)

    def _mark(self) -> Style:
        return self.get_component_rich_style("paper--found", partial=True)
