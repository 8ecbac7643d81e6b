"""The forms beside the figure: rows of fields, one of them in hand, each saying what is wrong."""

from collections.abc import Mapping

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from sgtui.domain.entries.payload import LINE_LIMIT
from sgtui.domain.labelled import Labelled
from sgtui.domain.text import display_line
from sgtui.ui.widgets.choice_row import Choice, ChoiceRow
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.signs_row import SignsRow
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.widgets.time_field import TimeField


class MaybeRow(ChoiceRow):
    """Choices of which the one chosen can be taken back: then nothing is recorded."""

    def take(self, position: int) -> None:
        """Choose, or take the choice back when it is chosen already."""
        if self.choices[position].id in self.values:
            self.cursor = position
            self.values = tuple(v for v in self.values if v != self.choices[position].id)
        else:
            super().take(position)


class DetailForm(VerticalScroll, can_focus=False):
    """Fields that stand beside the figure; every one may be left empty."""

    DEFAULT_CSS = """
    DetailForm { width: 1fr; height: 1fr; scrollbar-size-vertical: 1; }
    DetailForm .over { height: auto; color: $strong; text-style: bold; }
    DetailForm .remark { height: auto; color: $quiet; }
    DetailForm .remark.asked { color: $warning; text-style: bold; }
    DetailForm FieldRow > Horizontal > TextLine { width: 1fr; }
    DetailForm FieldRow .note.below { height: auto; }
    """

    class Changed(Message):
        """Something was typed or chosen."""

        def __init__(self, form: "DetailForm") -> None:
            super().__init__()
            self.form = form

    def __init__(self, rows: Mapping[str, FieldRow], *, id: str | None = None) -> None:
        """`rows`: name of each field to its row, from top to bottom."""
        super().__init__(id=id)
        self.rows = rows
        self._over = Static("", markup=False, classes="over")
        self._remark = Static("", markup=False, classes="remark")

    def compose(self) -> ComposeResult:
        """What it is about, then the fields."""
        yield self._over
        yield self._remark
        yield from self.rows.values()

    def head(self, title: str, remark: str, *, asked: bool = False) -> None:
        """What the form is about, and under it what to know; `asked`: it is to be told."""
        self._over.update(Text(display_line(title)))
        self._remark.update(Text(display_line(remark)))
        self._remark.set_class(asked, "asked")

    def inputs(self) -> list[Widget]:
        """What can take the focus, from top to bottom."""
        return [_input(row) for row in self.rows.values() if row.display]

    def go_to(self, name: str) -> None:
        """Give that field the focus."""
        self.screen.set_focus(_input(self.rows[name]))

    def complain(self, found: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it."""
        for name, row in self.rows.items():
            sentence = found.get(name, "").removeprefix(f"{row.label}: ")
            if sentence != row.complaint:
                row.complain(sentence[:1].upper() + sentence[1:])

    def field_at(self, widget: Widget | None) -> str:
        """The name of the field that a widget is, or is inside; "" for none of them."""
        return next(
            (name for name, row in self.rows.items()
             if widget is not None and row in widget.ancestors), "")  # fmt: skip

    @on(Picker.Changed)
    @on(TimeField.Changed)
    @on(ChoiceRow.Changed)
    @on(SignsRow.Changed)
    @on(Input.Changed)
    def _touched(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed(self))


def line(label: str, placeholder: str = "") -> FieldRow:
    """A row for one line of text."""
    field = TextLine(placeholder=placeholder, max_length=LINE_LIMIT)
    return FieldRow(label, field, below=True, field_help=f"{label}. {placeholder or 'Free text'}.")


def choice(label: str, kind: type[Labelled], about: str = "", *, hint: str = "") -> FieldRow:
    """A row for one answer of a closed list, which can be taken back; `hint` stands under it."""
    help_text = f"{label}. {about or 'Press its digit; again takes it back.'}"
    row = MaybeRow(choices(kind))
    return FieldRow(label, row, hint=hint, below=True, field_help=help_text)


def choices(kind: type[Labelled]) -> list[Choice]:
    """Each member of a closed list with its label."""
    return [Choice(member.value, member.label) for member in kind]


def text_of(row: FieldRow) -> str:
    """What stands in a line, a size, a time, or is chosen in a row."""
    match row.field:
        case TextLine() as typed:
            return typed.text
        case TimeField() as timed:
            return timed.value
        case ChoiceRow() as chosen:
            return chosen.value or ""
    return ""


def put_text(row: FieldRow, text: str) -> None:
    """Put back what `text_of` gave."""
    match row.field:
        case TextLine() as typed:
            typed.value = text
            typed.cursor_position = len(text)
        case TimeField() as timed:
            timed.value = text
            timed.input.cursor_position = len(text)
        case ChoiceRow() as chosen:
            chosen.values = tuple(one.id for one in chosen.choices if one.id == text)
            chosen.cursor = next((n for n, c in enumerate(chosen.choices) if c.id == text), 0)


def _input(row: FieldRow) -> Widget:
    field: Widget = getattr(row.field, "input", row.field)
    return field
