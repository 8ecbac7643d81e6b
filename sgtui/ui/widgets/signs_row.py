"""A row of signs, each with its digit: not recorded, yes, no, each told by a word and a sign."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from sgtui.ui.widgets.choice_row import DIGITS


@dataclass(frozen=True)
class Sign:
    """Something looked for: a stable id, its word, and the words of each answer it can have."""

    id: str
    word: str
    answers: tuple[tuple[str, str], ...]
    """Each answer as stored and as shown, such as ("no", "- no scab"), in the order they come."""

    @property
    def width(self) -> int:
        """Columns of the longest that it can say."""
        return max(cell_len(text) for text in (self.word, *(words for _, words in self.answers)))

    def after(self, answer: str) -> str:
        """The answer that the next press gives; after the last it is not recorded again."""
        stored = ["", *(one for one, _ in self.answers)]
        return stored[(stored.index(answer) + 1) % len(stored)] if answer in stored else ""

    def words(self, answer: str) -> str:
        """What is shown for an answer; its word alone while nothing is recorded."""
        return next((words for one, words in self.answers if one == answer), self.word)


class SignsRow(Widget, can_focus=True):
    """Signs in columns that never jump. A digit goes to the sign's next answer.

    Arrows move, Space gives the next answer, Delete takes it back, Enter goes on.
    """

    DEFAULT_CSS = """
    SignsRow { height: auto; width: 1fr; background: $background; color: $foreground; }
    SignsRow:focus { background: $field-focus; }
    SignsRow > .signs-row--digit { color: $quiet; }
    SignsRow > .signs-row--answered { text-style: bold reverse; }
    SignsRow > .signs-row--cursor { text-style: underline bold; color: $strong; }
    """
    COMPONENT_CLASSES = {"signs-row--digit", "signs-row--answered", "signs-row--cursor"}

    BINDINGS = [
        Binding("left", "move(-1)", "Sign before", show=False),
        Binding("right", "move(1)", "Sign after", show=False),
        Binding("up", "climb(-1)", "Line above", show=False),
        Binding("down", "climb(1)", "Line below", show=False),
        Binding("space", "turn", "Next answer", show=False),
        Binding("delete,backspace", "forget", "Not recorded", show=False),
        Binding("enter", "app.focus_next", "Next field", show=False),
    ]

    values: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """Id of a sign to its answer; a sign that is not recorded is not in it."""

    cursor: reactive[int] = reactive(0)
    """Which sign the arrows stand on."""

    class Changed(Message):
        """A sign has another answer now."""

        def __init__(self, row: "SignsRow", values: Mapping[str, str]) -> None:
            super().__init__()
            self.row = row
            self.values = values

        @property
        def control(self) -> "SignsRow":
            """The row, for `@on` with a selector."""
            return self.row

    def __init__(
        self, signs: Sequence[Sign], *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._signs = tuple(signs)

    def watch_values(self, values: Mapping[str, str]) -> None:
        """Tell whoever listens."""
        self.post_message(self.Changed(self, values))

    def turn(self, position: int) -> None:
        """Go to the next answer of the sign at `position`."""
        sign = self._signs[position]
        self.cursor = position
        self._answer(sign.id, sign.after(self.values.get(sign.id, "")))

    def _answer(self, sign_id: str, answer: str) -> None:
        others = {name: given for name, given in self.values.items() if name != sign_id}
        self.values = {**others, sign_id: answer} if answer else others

    def on_key(self, event: events.Key) -> None:
        """A digit is for its sign; any other key is somebody else's."""
        position = DIGITS.find(event.character or "none")
        if 0 <= position < len(self._signs):
            event.stop()
            self.turn(position)

    def action_move(self, step: int) -> None:
        """Move the cursor; it stops at either end."""
        self.cursor = min(max(self.cursor + step, 0), len(self._signs) - 1)

    def action_climb(self, step: int) -> None:
        """Move a line up or down; beyond the first or last line, to the next field."""
        lines = list(self._lines(self.size.width))
        here = next(n for n, line in enumerate(lines) if self.cursor in line)
        if not 0 <= here + step < len(lines):
            self.screen.focus_next() if step > 0 else self.screen.focus_previous()
            return
        target = lines[here + step]
        self.cursor = target[min(lines[here].index(self.cursor), len(target) - 1)]

    def action_turn(self) -> None:
        """Space."""
        self.turn(self.cursor)

    def action_forget(self) -> None:
        """Delete or Backspace: not recorded again."""
        self._answer(self._signs[self.cursor].id, "")

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as the signs need at this width."""
        return len(list(self._lines(width)))

    def render(self) -> Text:
        """The signs, line by line."""
        rows = Text(no_wrap=True, end="")
        for number, line in enumerate(self._lines(self.size.width)):
            rows.append("\n" if number else "")
            for position in line:
                rows.append_text(self._label(position))
        return rows

    def _lines(self, width: int) -> Iterator[list[int]]:
        """Positions of the signs, line by line; what a sign says never changes its place."""
        line: list[int] = []
        used = 0
        for position, sign in enumerate(self._signs):
            needed = sign.width + 4
            if line and used + needed > width:
                yield line
                line, used = [], 0
            line.append(position)
            used += needed
        yield line

    def _label(self, position: int) -> Text:
        sign = self._signs[position]
        answer = self.values.get(sign.id, "")
        shown = f"{DIGITS[position]} {sign.words(answer)}"
        left, right = "[]" if answer else "  "
        label = Text(f"{left}{shown}{right}".ljust(sign.width + 4))
        if answer:
            label.stylize(self.get_component_rich_style("signs-row--answered", partial=True),
                          0, len(shown) + 2)  # fmt: skip
        else:
            label.stylize(self.get_component_rich_style("signs-row--digit", partial=True), 1, 2)
        if self.has_focus and position == self.cursor:
            label.stylize(self.get_component_rich_style("signs-row--cursor", partial=True),
                          3, len(shown) + 1)  # fmt: skip
        return label
