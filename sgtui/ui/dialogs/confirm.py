"""Confirming what cannot be undone: a reason is typed, then F9. Enter alone never does it."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from sgtui.domain.text import display
from sgtui.ui import words
from sgtui.ui.dialogs.dialog import Dialog
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.text_line import TextLine

SHORTEST_REASON = 3
"""Letters a reason needs at least: enough to catch an empty one, not a rule about wording."""


class ConfirmDialog(Dialog[str | None]):
    """Asks once; gives the reason (empty when none is asked for), or None for back."""

    AUTO_FOCUS = "#reason"

    BINDINGS = [
        Binding("f9", "confirm", "Confirm", show=False, priority=True),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, question: str, consequence: str, *, needs_reason: bool = True) -> None:
        """`question` and `consequence` in plain sentences."""
        super().__init__()
        self._question = question
        self._consequence = consequence
        self._needs_reason = needs_reason
        self._reason = FieldRow(
            words.REASON_LABEL, TextLine(max_length=300, advance=False, id="reason"), below=True
        )

    def compose(self) -> ComposeResult:
        """Question, consequence, reason, keys."""
        with Vertical(id="box"):
            yield Static(Text(display(self._question)), markup=False, classes="-heading")
            yield Static(Text(display(self._consequence)), markup=False)
            if self._needs_reason:
                yield self._reason
            yield Static(words.CONFIRM_KEYS, markup=False, classes="-keys")

    @on(TextLine.Submitted)
    def _enter_is_not_enough(self, event: TextLine.Submitted) -> None:
        event.stop()
        short = len(event.value.strip()) < SHORTEST_REASON
        self._reason.complain(words.REASON_WANTED if short else "")

    def action_confirm(self) -> None:
        """F9: only with a reason, where one is asked for."""
        if not self._needs_reason:
            self.dismiss("")
            return
        reason = self.query_one("#reason", TextLine).text
        if len(reason) < SHORTEST_REASON:
            self._reason.complain(words.REASON_WANTED)
            return
        self.dismiss(reason)

    def action_back(self) -> None:
        """Esc: nothing changes."""
        self.dismiss(None)
