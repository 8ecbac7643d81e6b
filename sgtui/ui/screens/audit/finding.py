"""Taking up what an audit found: what it is, whether somebody is at risk, who mends it by when."""

from collections.abc import Callable, MutableMapping
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.widgets import Input, Static, TextArea

from sgtui.domain.checklist import Item
from sgtui.domain.entries import AuditFindingRaised
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.text import display_line
from sgtui.services.desk import Desk
from sgtui.services.file_audit import TakenUp
from sgtui.ui.forms.answers import Raw
from sgtui.ui.forms.form import Made, RegisterForm
from sgtui.ui.screens.form_screen import FormScreen
from sgtui.ui.widgets.choice_row import ChoiceRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.time_field import TimeField


class FindingScreen(FormScreen):
    """One finding, before the file is saved with it."""

    heading = "Finding"
    purpose = (
        "Says what is wanting and who mends it. Ctrl+S goes back to the file with it; it is "
        "recorded together with the file. Empty beside By means as the ladder says."
    )
    commands: ClassVar = ()

    def __init__(
        self,
        desk: Desk,
        item: Item,
        known: TakenUp,
        waiting: MutableMapping[str, dict[str, Raw]],
        done: Callable[[TakenUp], None],
    ) -> None:
        """`waiting`: what was typed and not taken up yet, by item; `done`: told the finding."""
        super().__init__()
        self.desk = desk
        self._item = item
        self._known = known
        self._waiting = waiting
        self._done = done
        self._clean: dict[str, Raw] = {}

    def on_mount(self) -> None:
        """Make the form."""
        self.call_later(self._open)

    async def _open(self) -> None:
        known = {
            "found": self._known.found,
            "at_risk": YesNo.YES if self._known.at_risk else YesNo.NO,
            "owner": self._known.owner,
            "due_at": self._known.due_at,
        }
        title = f"Finding: {self._item.name}"
        register = self.desk.known.register
        form = RegisterForm(AuditFindingRaised, self.desk.now, known, title, register)
        self.form = form
        self._clean = form.raws()
        self.query_one("#what", Static).update(Text(f" {display_line(title)}"))
        self.query_one("#help", Static).update(Text(display_line(self._item.question)))
        await self._fields.fill(form)
        form.put(self._waiting.get(self._item.code, {}))
        self._follow()
        self.show_keys()
        self._fields.stand()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceRow.Changed)
    @on(TimeField.Changed)
    @on(Picker.Changed)
    def _follow(self) -> None:
        if self.form is not None and self.query("#needed"):
            self._fields.read_times()
            self._show_needed()

    def _send(self, made: Made) -> None:
        """Back to the file, with the finding."""
        said = made.payload
        if isinstance(said, AuditFindingRaised):
            self._waiting.pop(self._item.code, None)
            at_risk = said.at_risk is YesNo.YES
            one = TakenUp(self._item.code, said.found, at_risk, said.owner, said.due_at)
            self.shell.go_back()
            self._done(one)

    def action_back(self) -> None:
        """Esc: what was typed waits until the finding is opened again."""
        raws = self.form.raws() if self.form else {}
        if raws != self._clean:
            self._waiting[self._item.code] = raws
        self.shell.go_back()
