"""A row of signs, each with its digit: not recorded, yes, no, each told by a word and a sign."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive

from sgtui.ui.widgets.digit_row import DIGITS, DigitRow


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


class SignsRow(DigitRow):
    """Signs in columns that never jump. A digit goes to the sign's next answer.

    Arrows move, Space gives the next answer, Delete takes it back, Enter goes on.
    """

    BINDINGS = [Binding("delete,backspace", "forget", "Not recorded", show=False)]

    values: reactive[Mapping[str, str]] = reactive(dict, init=False)
    """Id of a sign to its answer; a sign that is not recorded is not in it."""

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

    @property
    def count(self) -> int:
        """How many signs there are."""
        return len(self._signs)

    def take(self, position: int) -> None:
        """Go to the next answer of the sign at `position`."""
        sign = self._signs[position]
        self.cursor = position
        self._answer(sign.id, sign.after(self.values.get(sign.id, "")))

    def _answer(self, sign_id: str, answer: str) -> None:
        others = {name: given for name, given in self.values.items() if name != sign_id}
        self.values = {**others, sign_id: answer} if answer else others

    def action_forget(self) -> None:
        """Delete or Backspace: not recorded again."""
        self._answer(self._signs[self.cursor].id, "")

    def width_of(self, position: int) -> int:
        """What it says never changes its place."""
        return self._signs[position].width + 4

    def label_of(self, position: int) -> Text:
        """The sign with its answer."""
        sign = self._signs[position]
        answer = self.values.get(sign.id, "")
        shown = f"{DIGITS[position]} {sign.words(answer)}"
        left, right = "[]" if answer else "  "
        label = Text(f"{left}{shown}{right}".ljust(self.width_of(position)))
        return self._styled(label, position, len(shown) + 2, taken=bool(answer))
