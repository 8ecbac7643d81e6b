"""The form for one thing of the register, made from the fields of the entry that registers it."""

from collections.abc import Callable, MutableMapping
from typing import Any

from rich.text import Text
from textual import on
from textual.widgets import Input, Static

from sgtui.services.desk import Desk
from sgtui.services.record import NotYet
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed
from sgtui.ui.forms.answers import Raw
from sgtui.ui.forms.form import Made, RegisterForm
from sgtui.ui.forms.refusals import sorted_out
from sgtui.ui.screens.form_screen import FormScreen
from sgtui.ui.screens.register_sections import Section
from sgtui.ui.widgets.choice_row import ChoiceRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.time_field import TimeField

Waiting = MutableMapping[str, dict[str, Raw]]
"""What was typed and not saved, by the key of the row it is about, until somebody else signs in."""

CARRIED_ON = "What you typed here before is still there. Ctrl+S saves it."


class RegisterFormScreen(FormScreen):
    """Something new for the register, or something in it to be changed."""

    heading = "Register"
    purpose = (
        "Registers one person, member of staff, desk or day. Ctrl+S saves. Esc goes back; what "
        "you typed waits until you open it again or sign out. What it said before stays on record."
    )

    def __init__(
        self,
        desk: Desk,
        section: Section,
        known: dict[str, Any],
        *,
        key: str,
        waiting: Waiting,
        done: Callable[[str, str], None],
    ) -> None:
        """`known`: the fields as they are; `key`: of its row, or of a new one.

        `done`: told the key of what was saved and what to say, or "" and that it waits.
        """
        super().__init__()
        self.desk = desk
        self._section = section
        self._known = known
        self._key = key
        self._waiting = waiting
        self._done = done
        self._clean: dict[str, Raw] = {}

    @property
    def is_new(self) -> bool:
        """Whether it is not in the register yet."""
        return self._key.startswith("new ")

    @property
    def what(self) -> str:
        """What is registered, for the line above the fields."""
        return f"{'New' if self.is_new else 'Change'} {self._section.one}"

    def on_mount(self) -> None:
        """Make the form."""
        self.call_later(self._open)

    async def _open(self) -> None:
        """The form, with what was left in it before."""
        what = self.what
        register = self.desk.known.register
        form = RegisterForm(self._section.kind, self.desk.now, self._known, what, register)
        self.form = form
        self._clean = form.raws()
        self.query_one("#what", Static).update(Text(f" {what}"))
        self.query_one("#help", Static).update(Text(self._section.help))
        await self._fields.fill(form)
        waiting = self._waiting.get(self._key)
        if waiting is not None:
            form.put({answer.name: waiting.get(answer.name, "") for answer in form.answers})
            self.say(CARRIED_ON)
        self._follow()
        self.show_keys()
        self._fields.stand()

    @on(Input.Changed)
    @on(ChoiceRow.Changed)
    @on(TimeField.Changed)
    @on(Picker.Changed)
    def _follow(self) -> None:
        """Something was typed or chosen: read it back."""
        if self.form is not None and self.query("#needed"):
            self._fields.read_times()
            self._show_needed()

    def _send(self, made: Made) -> None:
        desk, section = self.desk, self._section
        self._saving = True
        self.say(words.SAVING)

        def job() -> tuple[str, str] | NotYet:
            try:
                return section.save(desk, made.payload)
            except NotYet as refusal:
                return refusal

        self.shell.writes.queue("save", job, self)

    def on_answered(self, event: Answered) -> None:
        """Saved, or refused."""
        self._saving = False
        match event.value:
            case (str() as key, str() as said):
                self._waiting.pop(self._key, None)
                self.shell.go_back()
                self._done(key, said)
            case NotYet() as refusal:
                self._refuse(refusal)

    def on_failed(self, event: Failed) -> None:
        """Nothing was written; every word stays."""
        self._saving = False
        self.say(event.sentence, "problem")

    def _refuse(self, refusal: NotYet) -> None:
        answers = self.form.answers if self.form else ()
        labels = {answer.name: answer.ask.label for answer in answers}
        beside, rest = sorted_out(refusal.missing, labels)
        self._complain(beside)
        if rest:
            self.say(f"Not saved. {rest[0].sentence}", "problem")

    def action_back(self) -> None:
        """Esc: what was typed waits here, and that is said."""
        if self._saving:
            self.say(words.SAVE_UNDER_WAY)
            return
        raws = self.form.raws() if self.form else {}
        changed = raws != self._clean
        if changed:
            self._waiting[self._key] = raws
        else:
            self._waiting.pop(self._key, None)
        self.shell.go_back()
        if changed:
            self._done("", f"Not saved yet. What you typed about this {self._section.one} waits.")
