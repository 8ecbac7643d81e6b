"""A row of choices: each with its digit, all in sight, none by colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text
from textual.message import Message
from textual.reactive import reactive

from sgtui.domain.text import display_line
from sgtui.ui.widgets.digit_row import DIGITS, DigitRow


@dataclass(frozen=True)
class Choice:
    """One thing to choose: a stable id and the words shown after its digit."""

    id: str
    words: str


class ChoiceRow(DigitRow):
    """Choices over as many lines as the width asks for.

    A digit chooses at once. Arrows move, Space toggles, Enter goes on. With `many`, several can be
    chosen, a second press takes one away, and with `primary` the first chosen is marked as main.
    """

    values: reactive[tuple[str, ...]] = reactive((), init=False)
    """Ids chosen, in the order they were chosen; the first is the main one."""

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

    @property
    def count(self) -> int:
        """How many choices there are."""
        return len(self._choices)

    def take(self, position: int) -> None:
        """Choose the choice at `position`; with `many`, take it away if it was chosen."""
        chosen = self._choices[position].id
        self.cursor = position
        if not self._many:
            self.values = (chosen,)
        elif chosen in self.values:
            self.values = tuple(value for value in self.values if value != chosen)
        else:
            self.values = (*self.values, chosen)

    def width_of(self, position: int) -> int:
        """Columns that the choice takes, chosen or not."""
        return cell_len(self._plain(position))

    def label_of(self, position: int) -> Text:
        """The choice with its digit, in brackets where it is chosen."""
        label, chosen = Text(self._plain(position)), self._choices[position].id in self.values
        return self._styled(label, position, len(label) - int(self._primary), taken=chosen)

    def _plain(self, position: int) -> str:
        choice = self._choices[position]
        digit = DIGITS[position] if position < len(DIGITS) else "-"
        chosen = choice.id in self.values
        main = "*" if self._primary and choice.id == self.value else " "
        left, right = "[]" if chosen else "  "
        return f"{left}{digit} {display_line(choice.words)}{right}{main if self._primary else ''}"
