"""The lines of the concern form around its fields: a row, a remark under it, what is needed."""

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from sgtui.domain.text import display_line
from sgtui.ui.screens.body_map.answers import MapAnswers
from sgtui.ui.widgets.field_row import FieldRow

LABEL_COLUMNS = 12
"""What a label takes, with the column for the mark before it."""


class FormRow(FieldRow):
    """A row whose label can carry the mark of something still needed."""

    DEFAULT_CSS = """
    FormRow .label { width: 12; }
    FormRow .note.below { margin: 0; padding: 0 0 0 12; }
    FormRow #who { width: 37; }
    FormRow > Horizontal > TextLine { width: 1fr; }
    FormRow.tall { min-height: 2; }
    FormRow.needed .label, FormRow.needed .label.current { color: $error; text-style: bold; }
    """

    def on_mount(self) -> None:
        """Leave the column of the mark free."""
        self.mark(needed=False)

    def mark(self, *, needed: bool) -> None:
        """Put `!` before the label, or take it away."""
        self.set_class(needed, "needed")
        text = Text(("!" if needed else " ") + display_line(self.label))
        self.query_one(".label", Static).update(text, layout=False)


class Remark(Static):
    """A sentence under a field, as many lines as it needs; no line while there is none."""

    DEFAULT_CSS = """
    Remark { height: auto; padding: 0 1 0 12; color: $quiet; display: none; }
    Remark.wrong { color: $error; text-style: bold; }
    Remark.emergency { padding: 0 1; text-style: bold reverse; color: $warning; }
    """

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", markup=False, id=id, classes=classes)

    def show(self, sentence: str, *, wrong: bool = False) -> None:
        """Show the sentence, or nothing; `wrong`: it says what cannot be."""
        mark = "! " if wrong and sentence else ""
        self.set_class(wrong, "wrong")
        self.update(Text(mark + display_line(sentence)))
        self.display = bool(sentence)


class MapLine(Widget, can_focus=True):
    """What is on the body map, in one line; F5 opens it."""

    DEFAULT_CSS = """
    MapLine { height: 1; width: 1fr; }
    MapLine:focus { background: $field-focus; text-style: bold; }
    """

    answers: reactive[MapAnswers] = reactive(MapAnswers())
    """What stands on the map."""

    def render(self) -> Text:
        """The count and the marks, as far as the line goes."""
        words = f"F5  {display_line(self.answers.count_words)}"
        return Text(words, no_wrap=True, overflow="ellipsis", end="")


class StillNeeded(Widget):
    """The last line of the form: what is needed before it can be saved, and when a draft was."""

    DEFAULT_CSS = """
    StillNeeded { height: 1; width: 1fr; padding: 0 1; color: $warning; text-style: bold; }
    StillNeeded.ready { color: $success; }
    """

    needed: reactive[str] = reactive("")
    """What to say on the left."""

    kept: reactive[str] = reactive("")
    """What to say on the right: when the draft was kept."""

    def render(self) -> Text:
        """Left and right on one line; the right gives way."""
        left = Text(self.needed, no_wrap=True, overflow="ellipsis", end="")
        room = self.size.width - len(self.kept) - 2
        if len(self.needed) > room:
            return left
        left.truncate(room, pad=True)
        return left.append(f"  {self.kept}", "not bold")
