"""The base of every form made from a kind of entry: its fields, what is needed, and Ctrl+S."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from rich.text import Text
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from sgtui.domain.entries.complaints import complaints
from sgtui.ui.commands import Command
from sgtui.ui.forms.entry_fields import ASKED, EntryFields
from sgtui.ui.forms.form import EntryForm, Made, NothingChanged
from sgtui.ui.screens.desk_screen import DeskScreen

_NEEDED = " Still needed: "

LAST_FIELD = "That was the last field. Ctrl+S saves it, Shift+Tab goes back."
PUT_RIGHT = "All that was wrong is put right. Ctrl+S saves it."


class FormScreen(DeskScreen):
    """A form. A subclass makes it, sends what it means, and says what Esc does."""

    DEFAULT_CSS = """
    FormScreen #what { height: 1; color: $strong; text-style: bold; }
    FormScreen #help { height: auto; max-height: 3; color: $quiet; margin: 0 0 1 0; }
    FormScreen #needed { height: 1; color: $warning; }
    """

    form: EntryForm | None = None
    """The form; None until what it is about has been read."""

    _saving = False
    _refused = False
    """Whether the status line says what is wrong beside some field."""

    def body(self) -> ComposeResult:
        """What is recorded on whom, the fields, and what is still needed."""
        yield Static("", markup=False, id="what")
        yield Static("", markup=False, id="help")
        yield EntryFields()
        yield Static("", markup=False, id="needed")

    def focus_next(self, selector: str | type[Widget] = "*") -> Widget | None:
        """Tab and Enter go past what is filled in, and stop at the last field."""
        asked = self._fields.asked()
        if not asked or selector != "*":
            return super().focus_next(selector)
        if self.focused is asked[-1]:
            self.say(LAST_FIELD)
            return self.focused
        return super().focus_next(f".{ASKED}")

    @property
    def _fields(self) -> EntryFields:
        return self.query_one(EntryFields)

    def can_save(self) -> bool:
        """Once there is a form."""
        return self.form is not None

    def available(self, command: Command) -> bool:
        """Save waits for a save, never for a draft being kept."""
        if command.action == "save":
            return self.can_save() and not self._saving
        return super().available(command)

    def action_save(self) -> None:
        """Ctrl+S: everything wrong at once, or it is sent."""
        form = self.form
        if form is None or self._saving:
            return
        found: dict[str, str] = {}
        made: Made | None = None
        try:
            made = form.make()
        except ValidationError as error:
            found = complaints(error, form.kind)
        except NothingChanged as nothing:
            found = {"": str(nothing)}
        found.update(form.own_complaints())
        self._complain(found)
        if made is not None and not found:
            self._send(made)

    @abstractmethod
    def _send(self, made: Made) -> None:
        """Save what the form means."""

    def _complain(self, found: Mapping[str, str]) -> None:
        sentence = self._fields.complain(found)
        self._refused = self._fields.complaining
        if sentence:
            self.say(sentence, "problem")

    def _show_needed(self) -> None:
        if self._refused and not self._fields.complaining:
            self._refused = False
            self.say(PUT_RIGHT)
        needed = self.form.still_needed() if self.form else []
        text = f"{_NEEDED}{_fitting(needed, self.size.width - len(_NEEDED) - 1)}" if needed else ""
        line = Text(text, no_wrap=True, overflow="ellipsis")
        self.query_one("#needed", Static).update(line, layout=False)


def _fitting(labels: Sequence[str], room: int) -> str:
    """As many labels as there is room for, and how many more there are."""
    for count in range(len(labels), 0, -1):
        more = f" and {len(labels) - count} more" if count < len(labels) else ""
        text = f"{', '.join(labels[:count])}{more}"
        if len(text) <= room:
            return text
    return labels[0]
