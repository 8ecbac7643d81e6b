"""A row of choices: each with its digit, all in sight, none by colour alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from sgtui.domain.text import display_line

DIGITS = "1234567890"


@dataclass(frozen=True)
class Choice:
    """One thing to choose: a stable id and the words shown after its digit."""

    id: str
    words: str


class ChoiceRow(Widget, can_focus=True):
    """Choices over as many lines as the width asks for.

    A digit chooses at once. Arrows move, Space toggles, Enter goes on. With `many`, several can be
    chosen, a second press takes one away, and with `primary` the first chosen is marked as main.
    """

    DEFAULT_CSS = """
    ChoiceRow { height: auto; width: 1fr; background: $background; color: $foreground; }
    ChoiceRow:focus { background: $field-focus; }
    ChoiceRow > .choice-row--digit { color: $quiet; }
    ChoiceRow > .choice-row--chosen { text-style: bold reverse; }
    ChoiceRow > .choice-row--cursor { text-style: underline bold; color: $strong; }
    """
    COMPONENT_CLASSES = {"choice-row--digit", "choice-row--chosen", "choice-row--cursor"}

    BINDINGS = [
        Binding("left", "move(-1)", "Choice before", show=False),
        Binding("right", "move(1)", "Choice after", show=False),
        Binding("up", "climb(-1)", "Line above", show=False),
        Binding("down", "climb(1)", "Line below", show=False),
        Binding("space", "choose", "Choose", show=False),
        Binding("enter", "app.focus_next", "Next field", show=False),
    ]

    values: reactive[tuple[str, ...]] = reactive((), init=False)
    """Ids chosen, in the order they were chosen; the first is the main one."""

    cursor: reactive[int] = reactive(0)
    """Which choice the arrows stand on."""

    class Changed(Message):
        """Something else is chosen now."""

        def __init__(self, row: "ChoiceRow", values: tuple[str, ...]) -> None:
            super().__init__()
            self.row = row
            self.values = values

        @property
        def control(self) -> "ChoiceRow":
            """The row, for `@on` with a selector."""
            return self.row

    def __init__(
        self,
        choices: Sequence[Choice],
        values: Sequence[str] = (),
        *,
        many: bool = False,
        primary: bool = False,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._choices = tuple(choices)
        self._many = many
        self._primary = primary
        self.set_reactive(ChoiceRow.values, tuple(values))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen, in the order of the digits."""
        return self._choices

    @property
    def value(self) -> str | None:
        """The choice, or with `many` the main one; None while nothing is chosen."""
        return self.values[0] if self.values else None

    @value.setter
    def value(self, chosen: str | None) -> None:
        self.values = () if chosen is None else (chosen,)

    def watch_values(self, values: tuple[str, ...]) -> None:
        """Tell whoever listens."""
        self.post_message(self.Changed(self, values))

    def choose(self, position: int) -> None:
        """Choose the choice at `position`; with `many`, take it away if it was chosen."""
        chosen = self._choices[position].id
        self.cursor = position
        if not self._many:
            self.values = (chosen,)
        elif chosen in self.values:
            self.values = tuple(value for value in self.values if value != chosen)
        else:
            self.values = (*self.values, chosen)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses; any other key is somebody else's."""
        position = DIGITS.find(event.character or "none")
        if 0 <= position < len(self._choices):
            event.stop()
            self.choose(position)

    def action_move(self, step: int) -> None:
        """Move the cursor; it stops at either end."""
        self.cursor = min(max(self.cursor + step, 0), len(self._choices) - 1)

    def action_climb(self, step: int) -> None:
        """Move a line up or down; beyond the first or last line, to the next field."""
        lines = list(self._lines(self.size.width))
        here = next(n for n, line in enumerate(lines) if self.cursor in line)
        if not 0 <= here + step < len(lines):
            self.screen.focus_next() if step > 0 else self.screen.focus_previous()
            return
        column = lines[here].index(self.cursor)
        target = lines[here + step]
        self.cursor = target[min(column, len(target) - 1)]

    def action_choose(self) -> None:
        """Choose what the cursor stands on."""
        self.choose(self.cursor)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as the choices need at this width."""
        return len(list(self._lines(width)))

    def render(self) -> Text:
        """The choices, wrapped between choices and never inside one."""
        rows = Text(no_wrap=True, end="")
        for number, line in enumerate(self._lines(self.size.width)):
            rows.append("\n" if number else "")
            for position in line:
                rows.append_text(self._label(position))
        return rows

    def _lines(self, width: int) -> Iterator[list[int]]:
        """Positions of the choices, line by line."""
        line: list[int] = []
        used = 0
        for position in range(len(self._choices)):
            needed = cell_len(self._plain(position))
            if line and used + needed > width:
                yield line
                line, used = [], 0
            line.append(position)
            used += needed
        yield line

    def _plain(self, position: int) -> str:
        choice = self._choices[position]
        digit = DIGITS[position] if position < len(DIGITS) else "-"
        chosen = choice.id in self.values
        main = "*" if self._primary and choice.id == self.value else " "
        left, right = "[]" if chosen else "  "
        return f"{left}{digit} {display_line(choice.words)}{right}{main if self._primary else ''}"

    def _label(self, position: int) -> Text:
        label = Text(self._plain(position))
        if self._choices[position].id in self.values:
            label.stylize(self._style("chosen"), 0, len(label) - int(self._primary))
        else:
            label.stylize(self._style("digit"), 1, 2)
        if self.has_focus and position == self.cursor:
            label.stylize(self._style("cursor"), 3, len(label) - 1 - int(self._primary))
        return label

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"choice-row--{part}", partial=True)
