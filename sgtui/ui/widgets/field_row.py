"""A field with its label on the left and its complaint, in words, where the eye already is."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from sgtui.domain.text import display_line
from sgtui.ui import words
from sgtui.ui.widgets.story import Story

LABEL_WIDTH = 11


class FieldRow(Vertical):
    """Label, field and note. Up, Down and Enter go to the field before and after.

    The note is a hint until something is wrong, then it is the complaint. It stands right of the
    field, or with `below` on its own line, which costs no line while there is nothing to say.
    """

    DEFAULT_CSS = """
    FieldRow { height: auto; width: 1fr; }
    FieldRow > Horizontal { height: auto; width: 1fr; }
    FieldRow .label { width: 11; height: 1; color: $quiet; }
    FieldRow .label.current { color: $strong; text-style: bold; }
    FieldRow .note { height: 1; width: auto; max-width: 50%; padding: 0 0 0 1; color: $quiet; }
    FieldRow.complaining .note { color: $error; text-style: bold; }
    FieldRow .note.below { display: none; width: 1fr; max-width: 100%; height: auto; }
    FieldRow .note.below { margin: 0 0 0 11; }
    FieldRow.noted .note.below { display: block; }
    FieldRow.tall, FieldRow.tall > Horizontal { height: 1fr; }
    """

    BINDINGS = [
        Binding("up", "app.focus_previous", "Field before", show=False),
        Binding("down,enter", "app.focus_next", "Field after", show=False),
    ]

    def __init__(
        self,
        label: str,
        field: Widget,
        *,
        hint: str = "",
        below: bool = False,
        tall: bool = False,
        field_help: str = "",
        id: str | None = None,
    ) -> None:
        """`tall`: the field takes the lines left over; `field_help`: what F1 says about it."""
        super().__init__(id=id, classes="tall" if tall else "")
        self.label = label
        self.field_help = field_help
        self.field = field
        self._hint = hint
        self._below = below or tall
        self._label = Static(Text(display_line(label)), markup=False, classes="label")
        self._note = Static("", markup=False, classes="note below" if self._below else "note")
        self.complaint = ""
        """What is wrong, in words; empty when nothing is."""

    def compose(self) -> ComposeResult:
        """Label and field, the note beside or below."""
        with Horizontal():
            yield self._label
            yield self.field
            if not self._below:
                yield self._note
        if self._below:
            yield self._note

    def on_mount(self) -> None:
        """Show the hint."""
        self._show(self._hint)

    def on_descendant_focus(self) -> None:
        """Mark the label of the field one is in."""
        self._label.add_class("current")

    def on_descendant_blur(self) -> None:
        """Another field is the current one."""
        self._label.remove_class("current")

    def complain(self, sentence: str) -> None:
        """Say what would be right; an empty sentence takes the complaint back."""
        self.complaint = sentence
        self.set_class(bool(sentence), "complaining")
        self._show(f"! {sentence}" if sentence else self._hint)

    def hint(self, text: str) -> None:
        """Say something useful beside the field, unless there is a complaint."""
        self._hint = text
        if not self.complaint:
            self._show(text)

    def focus_field(self) -> None:
        """Give the field the focus."""
        target = self.field if self.field.can_focus else self.field.query("*:can-focus").first()
        self.screen.set_focus(target)

    @on(Story.RoomLeft)
    def _count(self, event: Story.RoomLeft) -> None:
        event.stop()
        self.hint("" if event.left is None else words.room_left(event.left))

    def _show(self, text: str) -> None:
        self.set_class(bool(text), "noted")
        one_line = not self._below
        self._note.update(Text(display_line(text), no_wrap=one_line, overflow="ellipsis"))
