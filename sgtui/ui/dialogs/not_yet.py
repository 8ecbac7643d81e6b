"""What must be recorded first: each with the number that opens its form."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from sgtui.ui.dialogs.dialog import Dialog
from sgtui.ui.widgets.row_list import Line, Piece, Row, RowList
from sgtui.ui.widgets.wrapped import wrapped

_WIDTH = 62


@dataclass(frozen=True)
class First:
    """One thing that comes first; with no `kind`, nothing to be filled in mends it."""

    sentence: str
    kind: str = ""
    title: str = ""


class NotYetDialog(Dialog[str | None]):
    """Gives the kind of entry to make first, or None for back to what was typed."""

    DEFAULT_CSS = """
    NotYetDialog RowList { height: auto; margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "RowList"

    BINDINGS = [Binding("escape", "back", "Back", show=False, priority=True)]

    def __init__(self, title: str, wanted: Sequence[First]) -> None:
        """`title`: what was to be saved."""
        super().__init__()
        self._title = title
        self._wanted = wanted

    def compose(self) -> ComposeResult:
        """What comes first, numbered, and what happens next."""
        rows = RowList([_row(n, one) for n, one in enumerate(self._wanted, start=1)])
        rows.styles.height = sum(len(row.lines) for row in rows.rows)
        some = any(one.kind for one in self._wanted)
        keys = "A number opens its form; you come back here after it.   " * some
        with Vertical(id="box"):
            yield Static(Text(f"Not yet: {self._title}. First:"), markup=False, classes="-heading")
            yield rows
            yield Static(Text(f"{keys}Esc Back"), markup=False, classes="-keys")

    def on_key(self, event: events.Key) -> None:
        """A digit opens the form that mends its line."""
        digit = event.character or ""
        if digit.isdecimal() and 1 <= int(digit) <= len(self._wanted):
            event.stop()
            self._open(int(digit))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._open(int(event.key))

    def _open(self, number: int) -> None:
        kind = self._wanted[number - 1].kind
        if kind:
            self.dismiss(kind)

    def action_back(self) -> None:
        """Esc: everything typed is still there."""
        self.dismiss(None)


def _row(number: int, one: First) -> Row:
    opens = f" Opens: {one.title}" if one.title else ""
    parts = wrapped(f"{one.sentence}{opens}", _WIDTH)
    digit = f"{number}  " if one.kind else "-  "
    first: Line = (Piece(digit, "strong"), Piece(parts[0]))
    return Row(str(number), (first, *((Piece("   "), Piece(part)) for part in parts[1:])))
