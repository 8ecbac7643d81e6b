"""The base of every screen that stands on one case: it is read on a thread and stays live."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sgtui.services import drafts
from sgtui.services.case import CaseView, read_case
from sgtui.services.desk import Desk
from sgtui.services.drafts import Draft
from sgtui.services.refusals import NotForYou
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.status_line import StatusKind

if TYPE_CHECKING:
    from sgtui.ui.app import SgtuiApp

LOOK_EVERY = 1.0
"""Seconds between looks at whether anyone has recorded anything."""

AGAIN_EVERY = 60.0
"""Seconds after which lateness is worked out anew, whatever happened."""

_OWN_SCREENS: Mapping[str, str] = {"body_mapped": "body_map", "file_audited": "audit_file"}
"""Kinds that are asked for by a screen of their own, by the name it is registered under."""


@dataclass(frozen=True)
class CaseRead:
    """A case as read, with the number that changes when anything does."""

    change: int
    view: CaseView
    drafts: tuple[Draft, ...]
    """The signed-in person's own drafts about this case, newest first."""


@dataclass(frozen=True)
class Withheld:
    """A case that is not shown to whoever is signed in, and why (gate G21)."""

    sentence: str


class CaseDesk(DeskScreen):
    """A screen on one case."""

    def __init__(self, desk: Desk, case_id: UUID, note: str = "") -> None:
        """`note`: what the status line says first, of what was just saved."""
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self.view: CaseView | None = None
        """The case as last read; None until it has been."""
        self.drafts: tuple[Draft, ...] = ()
        self.asks: Reads
        self._note = note
        self._change = -1

    def on_mount(self) -> None:
        """Read the case, then stay with it."""
        self.asks = Reads(self, self.shell.explanations)
        if self._note:
            self.say(self._note, "saved")
        self.read()
        self.set_interval(LOOK_EVERY, self.look)
        self.set_interval(AGAIN_EVERY, self.read)

    def on_screen_resume(self) -> None:
        """What was recorded on another screen shows at once."""
        if self.view is not None:
            self.read()

    def read(self) -> None:
        """Read the case on a thread, behind what is being written; `show` draws it."""
        desk, case_id = self.desk, self.case_id

        def job() -> CaseRead | Withheld:
            change = desk.store.change_number()
            mine = tuple(d for d in drafts.mine(desk) if d.case_id == case_id)
            try:
                return CaseRead(change, read_case(desk, case_id), mine)
            except NotForYou as refusal:
                return Withheld(str(refusal))

        self.asks.ask("case", self.shell.writes.behind(job))

    def look(self) -> None:
        """Ask whether anyone has recorded anything since."""
        if self.is_current:
            self.asks.ask("change", self.desk.store.change_number)

    def on_answered(self, event: Answered) -> None:
        """A read has ended."""
        if event.request.name == "change" and event.value != self._change:
            self.read()
        if isinstance(event.value, CaseRead):
            self._change = event.value.change
            self.view, self.drafts = event.value.view, event.value.drafts
            self.query_one("#body").visible = True
            self.show(event.value.view)
            self.show_keys()
        if isinstance(event.value, Withheld):
            self._withhold(event.value.sentence)

    def _withhold(self, sentence: str) -> None:
        """Nothing of the case stays on the screen, also where it came to name its reader there."""
        self.view, self.drafts = None, ()
        self.query_one("#body").visible = False
        self.say(sentence, "problem")
        self.show_keys()

    def on_failed(self, event: Failed) -> None:
        """A read could not be done: what is shown stays, and the reason is said."""
        self.say(event.sentence, "problem")

    def show(self, view: CaseView) -> None:
        """Draw the case as it stands."""

    def noted(self, sentence: str, kind: StatusKind = "saved") -> None:
        """Say what another screen has done, and read the case again."""
        self.say(sentence, kind)
        self.read()

    def available(self, command: Command) -> bool:
        """F4 wherever something is owed."""
        if command.action == "next_step":
            return self.view is not None and "next_step" in self.shell.screens
        return super().available(command)

    def action_next_step(self) -> None:
        """F4."""
        self.shell.open_screen("next_step", self.case_id)

    def action_together(self) -> None:
        """C."""
        self.shell.open_screen("together", self.case_id)

    def action_reports(self) -> None:
        """P: what can be printed, this case first."""
        if self.view is not None:
            self.shell.open_screen("reports", self.view.case.reference)

    def enter(self, kind: str, known: dict[str, Any] | None = None, note: str = "") -> None:
        """Open the form for a kind of entry, with what is already known filled in."""
        open_form(self.shell, self.case_id, kind, known, note)


def open_form(
    shell: "SgtuiApp",
    case_id: UUID,
    kind: str,
    known: Mapping[str, Any] | None = None,
    note: str = "",
    draft: Draft | None = None,
) -> None:
    """Open what asks for a kind of entry: a screen of its own where it has one, else its form.

    `known`: field name to value, filled in; `note`: what it is done for; `draft`: one to carry on.
    """
    own = _OWN_SCREENS.get(kind)
    if own is not None and own in shell.screens:
        shell.open_screen(own, case_id, draft, note)
    else:
        shell.open_screen("entry", case_id, kind, known or {}, note, draft)


def give_back(screen: DeskScreen, case_id: UUID, sentence: str, kind: StatusKind = "saved") -> None:
    """Close a form and say what came of it on the form it came from, else on its case."""
    shell = screen.shell
    shell.pop_screen()
    below = shell.screen_stack[-1]
    while len(shell.screen_stack) > 2 and getattr(below, "passes_back", False):
        shell.pop_screen()
        below = shell.screen_stack[-1]
    if getattr(below, "case_id", None) == case_id and hasattr(below, "noted"):
        below.noted(sentence, kind)
    else:
        shell.open_screen("case", case_id, sentence)
