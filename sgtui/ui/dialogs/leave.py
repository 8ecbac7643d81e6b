"""Leaving sgtui: asked once, with the key that confirms everywhere."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from sgtui.ui import words
from sgtui.ui.dialogs.dialog import Dialog


class LeaveDialog(Dialog[bool]):
    """Gives True to leave."""

    BINDINGS = [
        Binding("f9", "answer(True)", "Leave", show=False),
        Binding("escape", "answer(False)", "Stay", show=False),
    ]

    def __init__(self, *, saving: bool = False) -> None:
        """`saving`: whether a write is still under way."""
        super().__init__()
        self._saving = saving

    def compose(self) -> ComposeResult:
        """What leaving means."""
        with Vertical(id="box"):
            yield Static(words.LEAVE_QUESTION, markup=False, classes="-heading")
            yield Static(words.LEAVE_CONSEQUENCE, markup=False)
            if self._saving:
                yield Static(words.LEAVE_WHILE_SAVING, markup=False)
            yield Static(words.LEAVE_KEYS, markup=False, classes="-keys")

    def action_answer(self, leaves: bool) -> None:
        """F9 leaves, Esc stays."""
        self.dismiss(leaves)
