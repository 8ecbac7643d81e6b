"""One look of the manager's round: the facts on top, and under them the form that answers."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from sgtui.domain.steps.step import Step
from sgtui.services.case import CaseView
from sgtui.services.desk import Desk
from sgtui.services.round import RoundItem
from sgtui.ui.commands import Command
from sgtui.ui.forms.entry_fields import EntryFields
from sgtui.ui.forms.form import EntryForm
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.status_line import StatusKind
from sgtui.ui.wording.round_words import fact_lines

MOST_FACTS = 10
"""Lines of facts in sight; the rest is read on."""

Done = Callable[[RoundItem, str, StatusKind], None]
"""Told what came of a look: whether it was saved, by its kind, and what to say."""


class LookScreen(EntryScreen):
    """The entry that answers one item of the round."""

    DEFAULT_CSS = """
    LookScreen #facts { margin: 0 0 1 0; padding: 0 1; }
    """

    heading = "Round"
    purpose = (
        "What you look at, and the form that says what you think of it. PageDown reads on in the "
        "facts. Ctrl+S saves and goes to the next one; Esc goes back to the list."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        *EntryScreen.commands,
        Command("look.on", "pagedown", "Read on", "Read on in the facts",
                "Shows the facts that do not fit, then the beginning again.", "read_on",
                "everywhere", words=("more", "facts")),
    )  # fmt: skip

    def __init__(self, desk: Desk, item: RoundItem, way: Step, done: Done, saved: str = "") -> None:
        """`way`: the entry that answers it, with what is known; `done`: told what came of it.

        `saved`: that the one before it was saved.
        """
        super().__init__(desk, item.row.case_id, way.kind, way.known)
        self._item = item
        self._done = done
        self._saved = saved

    def on_mount(self) -> None:
        """What became of the one before, so that nobody takes this one for it."""
        if self._saved:
            self.say(self._saved, "saved")

    def body(self) -> ComposeResult:
        """What is recorded on whom, the facts, the fields, and what is still needed."""
        yield Static("", markup=False, id="what")
        yield Sheet(fitted=True, most=MOST_FACTS, id="facts")
        yield EntryFields()
        yield Static("", markup=False, id="needed")

    def _say_what(self, view: CaseView, form: EntryForm) -> None:
        self._say_whose(view, form)
        clock = next((one for one in view.clocks if one.key == self._item.clock_key), None)
        if clock is not None:
            width = max(self.size.width - 7, 40)
            self.query_one("#facts", Sheet).show(fact_lines(view, clock, width))
        self.call_after_refresh(self.show_keys)

    def _give_back(self, sentence: str, kind: StatusKind = "saved") -> None:
        self.shell.pop_screen()
        self._done(self._item, sentence, kind)

    def available(self, command: Command) -> bool:
        """Reading on where the facts do not fit."""
        if command.action == "read_on":
            return self.is_mounted and self.query_one("#facts", Sheet).has_more
        return super().available(command)

    def action_read_on(self) -> None:
        """PageDown."""
        self.query_one("#facts", Sheet).read_on()
