"""A new item of the checklist: what is asked, what it is for, and why it is asked from now on."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from sgtui.domain.checklist import Checklist
from sgtui.services.checklists import add_item
from sgtui.services.desk import Desk
from sgtui.services.refusals import NotYet
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed
from sgtui.ui.forms.refusals import sorted_out
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.choice_row import Choice, ChoiceRow
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.text_line import TextLine

_LINES = {
    "name": ("Short name", 40, "for lists: Outcome told"),
    "question": ("Question", 200, "as the auditor reads it"),
    "about": ("What for", 400, "and where it comes from"),
    "because": ("Because", 400, "why it is asked from now on"),
}
"""Field to its label, the most letters it takes, and what is said in it."""

_RISK = (Choice("no", "No"), Choice("yes", "Yes: it is about follow-up"))


class NewItemScreen(DeskScreen):
    """Four lines and a choice."""

    AUTO_FOCUS = "#name"
    heading = "Item"
    purpose = (
        "Adds an item that the auditor answers with yes, no or does not apply. Where a gap could "
        "put somebody at risk, it is taken up as a finding at once. Ctrl+S adopts the checklist "
        "with it."
    )
    commands: ClassVar = ()

    def __init__(self, desk: Desk, done: Callable[[Checklist], None]) -> None:
        """`done`: told the new version."""
        super().__init__()
        self.desk = desk
        self._done = done
        self._saving = False

    def body(self) -> ComposeResult:
        """What is asked, what for, whether it is about risk, why."""
        for name, (label, longest, hint) in _LINES.items():
            if name == "because":
                yield FieldRow("Risk", ChoiceRow(_RISK, ("no",), id="risk"), below=True,
                               field_help="Whether a gap could put somebody at risk.",
                               id="row-risk")  # fmt: skip
            line = TextLine(max_length=longest, placeholder=hint, id=name)
            yield FieldRow(label, line, below=True, field_help=f"{label}: {hint}.",
                           id=f"row-{name}")  # fmt: skip

    def can_save(self) -> bool:
        """While nothing is being saved."""
        return not self._saving

    @on(TextLine.Changed)
    def _typed(self, event: TextLine.Changed) -> None:
        for row in event.input.ancestors:
            if isinstance(row, FieldRow):
                row.complain("")

    def action_save(self) -> None:
        """Ctrl+S."""
        said = {name: self.query_one(f"#{name}", TextLine).text for name in _LINES}
        empty = [name for name, text in said.items() if not text]
        for name in empty:
            self.query_one(f"#row-{name}", FieldRow).complain("Fill this in.")
        if empty or self._saving:
            if empty:
                self.query_one(f"#row-{empty[0]}", FieldRow).focus_field()
                self.say(f"Not saved. {_LINES[empty[0]][0]}: fill this in.", "problem")
            return
        self._saving = True
        self.say(words.SAVING)
        desk, risk = self.desk, self.query_one("#risk", ChoiceRow).value == "yes"

        def job() -> Checklist | NotYet:
            try:
                return add_item(desk, **said, risk=risk)
            except NotYet as refusal:
                return refusal

        self.shell.writes.queue("item", job, self)

    def on_answered(self, event: Answered) -> None:
        """Adopted, or refused: every word stays."""
        self._saving = False
        if isinstance(event.value, Checklist):
            self.shell.go_back()
            self._done(event.value)
        elif isinstance(event.value, NotYet):
            labels = {name: label for name, (label, _, _) in _LINES.items()}
            beside, rest = sorted_out(event.value.missing, labels)
            for name, sentence in beside.items():
                self.query_one(f"#row-{name}", FieldRow).complain(sentence)
            first = next(iter(beside.values()), rest[0].sentence if rest else "")
            self.say(f"Not saved. {first}", "problem")
        self.show_keys()

    def on_failed(self, event: Failed) -> None:
        """Nothing was written."""
        self._saving = False
        self.show_keys()
        self.say(event.sentence, "problem")
