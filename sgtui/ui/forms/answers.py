"""One field of a form each: the widget that asks, what was typed in it, and what it means."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from textual.widget import Widget

from sgtui.domain.entries.payload import LINE_LIMIT, STORY_LIMIT, Ask
from sgtui.services.mark_answers import read_marks
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.choice_row import Choice, ChoiceRow
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.story import Story
from sgtui.ui.widgets.text_line import TextLine

Raw = str | list[str]
"""What a field holds, as a draft keeps it."""

STORY_HEIGHT = 4
"""Lines a story shows before it scrolls."""


class Answer(ABC):
    """One field: `row` is its widget with the label, `raw` what it holds, `value` what it means."""

    def __init__(self, name: str, ask: Ask, field: Widget, *, hint: str = "") -> None:
        self.name = name
        self.ask = ask
        self.needed = False
        """Whether nothing can be saved without it."""
        self.row = FieldRow(
            ask.label,
            field,
            hint=hint,
            below=True,
            field_help=f"{ask.label}. {ask.help or 'Type the answer.'}",
            id=f"row-{name}",
        )

    @property
    @abstractmethod
    def raw(self) -> Raw:
        """What was typed or chosen."""

    @abstractmethod
    def put(self, raw: Raw) -> None:
        """Fill in what was kept in a draft, or is already known."""

    @property
    def value(self) -> Any:
        """What the payload takes; None while nothing is filled in."""
        return self.raw or None

    @property
    def complaint(self) -> str:
        """What is wrong with what was typed, in words."""
        return ""

    @property
    def can_be_answered(self) -> bool:
        """Whether there is anything to answer it with, where it may be left out."""
        return True

    @property
    @abstractmethod
    def input(self) -> Widget:
        """What takes the focus."""

    def read_again(self) -> None:
        """A minute has passed, or something was typed: say anew what it means."""
        self.row.refresh()


class LineAnswer(Answer):
    """One line of text, or a number."""

    def __init__(self, name: str, ask: Ask) -> None:
        self._line = TextLine(placeholder=ask.help, max_length=LINE_LIMIT)
        super().__init__(name, ask, self._line)

    @property
    def raw(self) -> str:
        """The text."""
        return self._line.text

    def put(self, raw: Raw) -> None:
        """Fill it in."""
        self._line.value = str(raw)
        self._line.cursor_position = len(self._line.value)

    @property
    def input(self) -> Widget:
        """The line."""
        return self._line


class StoryAnswer(Answer):
    """Several lines of text."""

    def __init__(self, name: str, ask: Ask) -> None:
        self._story = Story(placeholder=ask.help, max_length=STORY_LIMIT)
        self._story.styles.height = STORY_HEIGHT
        super().__init__(name, ask, self._story)

    @property
    def raw(self) -> str:
        """The text, without blanks at its ends."""
        return self._story.text.strip()

    def put(self, raw: Raw) -> None:
        """Fill it in, with the cursor after the last word."""
        self._story.text = str(raw)
        self._story.move_cursor(self._story.document.end)

    @property
    def input(self) -> Widget:
        """The story."""
        return self._story


class MarksAnswer(StoryAnswer):
    """Marks in words, one a line, by number; each line is read as a whole mark."""

    def put(self, raw: Raw) -> None:
        """Fill in the text, or the marks that are known already."""
        super().put(raw if isinstance(raw, str) else "\n".join(numbered(raw)))

    @property
    def value(self) -> list[str] | None:
        """The lines; None while there is none."""
        return [line.strip() for line in self.raw.splitlines() if line.strip()] or None

    @property
    def complaint(self) -> str:
        """What is wrong with the first line that cannot be read."""
        return read_marks(self.raw)[1]


def numbered(lines: Iterable[str]) -> Iterator[str]:
    """Each line with its number before it."""
    return (f"{number}. {line}" for number, line in enumerate(lines, start=1))


class ChoiceAnswer(Answer):
    """A closed list, each choice with its digit."""

    def __init__(
        self, name: str, ask: Ask, choices: Sequence[Choice], *, many: bool = False
    ) -> None:
        self._many = many
        self._row = ChoiceRow(choices, many=many)
        super().__init__(name, ask, self._row, hint=ask.help)

    @property
    def can_be_answered(self) -> bool:
        """Not without a choice, as where nothing of the sort is in the case."""
        return self.needed or bool(self._row.choices)

    @property
    def only(self) -> str:
        """The id of the only choice there is; empty where there are more."""
        choices = self._row.choices
        return choices[0].id if len(choices) == 1 else ""

    @property
    def raw(self) -> Raw:
        """The id chosen, or all of them."""
        return list(self._row.values) if self._many else self._row.value or ""

    def put(self, raw: Raw) -> None:
        """Choose, where it can still be chosen."""
        wanted = [raw] if isinstance(raw, str) else raw
        known = {choice.id for choice in self._row.choices}
        self._row.values = tuple(value for value in wanted if value in known)
        places = [n for n, choice in enumerate(self._row.choices) if choice.id in wanted]
        self._row.cursor = places[0] if places else 0

    @property
    def input(self) -> Widget:
        """The row of choices."""
        return self._row


class PickAnswer(Answer):
    """Somebody or something picked by a few letters."""

    def __init__(self, name: str, ask: Ask, candidates: Sequence[Candidate]) -> None:
        self._picker = Picker(candidates, placeholder="a few letters")
        super().__init__(name, ask, self._picker, hint=ask.help)

    @property
    def raw(self) -> str:
        """The id picked, else what was typed."""
        return self._picker.value or self._picker.text

    def put(self, raw: Raw) -> None:
        """Pick by id; other words stand as typed."""
        self._picker.value = str(raw)
        if self._picker.value is None:
            self._picker.text = str(raw)

    @property
    def value(self) -> str | None:
        """The id picked."""
        return self._picker.value

    @property
    def complaint(self) -> str:
        """That what was typed names nobody."""
        return self._picker.complaint

    @property
    def input(self) -> Widget:
        """The line of the picker."""
        return self._picker.input
