"""The base of a row of things that have a digit each, over as many lines as the width asks for."""

from abc import abstractmethod
from collections.abc import Iterator

from rich.cells import set_cell_size
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

DIGITS = "1234567890"

_INDENT = 3
"""Columns before the words of a thing: its bracket, its digit and a space."""


class DigitRow(Widget, can_focus=True):
    """A digit takes its thing at once. Arrows move, Space takes, Enter goes on to the next field.

    A subclass says how many there are, how wide each is, what it looks like, and what taking does.
    """

    DEFAULT_CSS = """
    DigitRow { height: auto; width: 1fr; background: $background; color: $foreground; }
    DigitRow:focus { background: $field-focus; }
    DigitRow > .digit-row--digit { color: $quiet; }
    DigitRow > .digit-row--taken { text-style: bold reverse; }
    DigitRow > .digit-row--cursor { text-style: underline bold; color: $strong; }
    """
    COMPONENT_CLASSES = {"digit-row--digit", "digit-row--taken", "digit-row--cursor"}

    BINDINGS = [
        Binding("left", "move(-1)", "The one before", show=False),
        Binding("right", "move(1)", "The one after", show=False),
        Binding("up", "climb(-1)", "Line above", show=False),
        Binding("down", "climb(1)", "Line below", show=False),
        Binding("space", "take", "Take", show=False),
        Binding("enter", "app.focus_next", "Next field", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """Which one the arrows stand on."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many there are."""

    @abstractmethod
    def take(self, position: int) -> None:
        """Its digit was pressed, or Space where the cursor stands on it."""

    @abstractmethod
    def width_of(self, position: int) -> int:
        """Columns that it takes."""

    @abstractmethod
    def label_of(self, position: int) -> Text:
        """It as it is shown, in just that many columns."""

    def on_key(self, event: events.Key) -> None:
        """A digit takes; any other key is somebody else's."""
        position = DIGITS.find(event.character or "none")
        if 0 <= position < self.count:
            event.stop()
            self.take(position)

    def action_move(self, step: int) -> None:
        """Move the cursor; it stops at either end."""
        self.cursor = min(max(self.cursor + step, 0), self.count - 1)

    def action_climb(self, step: int) -> None:
        """Move a line up or down; beyond the first or last line, to the next field."""
        lines = list(self._lines(self.size.width))
        here = next(n for n, line in enumerate(lines) if self.cursor in line)
        if not 0 <= here + step < len(lines):
            self.screen.focus_next() if step > 0 else self.screen.focus_previous()
            return
        target = lines[here + step]
        self.cursor = target[min(lines[here].index(self.cursor), len(target) - 1)]

    def action_take(self) -> None:
        """Space."""
        self.take(self.cursor)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as they need at this width."""
        return sum(len(self._drawn(line, width)) for line in self._lines(width))

    def render(self) -> Text:
        """All of them, wrapped between two, and inside one only where it has no room on a line."""
        width = self.size.width
        drawn = (part for line in self._lines(width) for part in self._drawn(line, width))
        return Text("\n", no_wrap=True, end="").join(drawn)

    def _drawn(self, line: list[int], width: int) -> list[Text]:
        """The positions of one line; more lines than one where a single one is too wide."""
        labels = [self.label_of(position) for position in line]
        if len(labels) == 1 and width > 2 * _INDENT:
            return _folded(labels[0], width)
        return [Text().join(labels)]

    def _lines(self, width: int) -> Iterator[list[int]]:
        """Positions, line by line."""
        line: list[int] = []
        used = 0
        for position in range(self.count):
            needed = self.width_of(position)
            if line and used + needed > width:
                yield line
                line, used = [], 0
            line.append(position)
            used += needed
        yield line

    def _styled(self, label: Text, position: int, end: int, *, taken: bool) -> Text:
        """The label with its looks; its words begin at column 3 and end one before `end`."""
        if taken:
            label.stylize(self.get_component_rich_style("digit-row--taken", partial=True), 0, end)
        else:
            label.stylize(self.get_component_rich_style("digit-row--digit", partial=True), 1, 2)
        if self.has_focus and position == self.cursor:
            look = self.get_component_rich_style("digit-row--cursor", partial=True)
            label.stylize(look, 3, end - 1)
        return label


def _folded(label: Text, width: int) -> list[Text]:
    """A label over as many lines as it needs, what follows standing under its words."""
    lines: list[Text] = []
    while label.cell_len > width:
        fits = len(set_cell_size(label.plain, width))
        space = label.plain.rfind(" ", _INDENT + 1, fits + 1)
        first, rest = label.divide([space if space > 0 else fits])
        lines.append(first)
        label = Text(" " * _INDENT).append_text(rest[len(rest) - len(rest.plain.lstrip()) :])
    return [*lines, label]
