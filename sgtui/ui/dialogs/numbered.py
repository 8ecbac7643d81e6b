"""A list to choose from by number, by letters or by arrows, over the screen."""

from collections.abc import Mapping, Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from sgtui.domain.text import display
from sgtui.ui import words
from sgtui.ui.dialogs.dialog import Dialog
from sgtui.ui.widgets.candidates import Candidate, matching
from sgtui.ui.widgets.row_list import Piece, Row, RowList, heading
from sgtui.ui.widgets.text_line import TextLine

KEYS = "Number or letters Find   Up and Down Choose   Enter Take   Esc Back"


class NumberedDialog(Dialog[str | None]):
    """Gives the id of what was chosen, or None for back."""

    DEFAULT_CSS = """
    NumberedDialog > #box { width: 80; height: 100%; max-height: 42; }
    NumberedDialog RowList { height: 1fr; margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "TextLine"

    BINDINGS = [
        Binding("escape", "back", "Back", show=False, priority=True),
        Binding("up", "list('move(-1)')", "Line above", show=False),
        Binding("down", "list('move(1)')", "Line below", show=False),
        Binding("pageup", "list('page(-1)')", "Page up", show=False),
        Binding("pagedown", "list('page(1)')", "Page down", show=False),
    ]

    def __init__(self, question: str, families: Mapping[str, Sequence[Candidate]]) -> None:
        """`families`: a heading, and what stands under it."""
        super().__init__()
        self._question = question
        self._families = families
        everything = [item for items in families.values() for item in items]
        self._widest = max([20, *(len(item.label) + 1 for item in everything)])
        self._numbers = {item.id: str(n) for n, item in enumerate(everything, start=1)}

    def compose(self) -> ComposeResult:
        """Question, search line, list, keys."""
        with Vertical(id="box"):
            yield Static(Text(display(self._question)), markup=False, classes="-heading")
            yield TextLine(placeholder="number or a few letters", advance=False)
            yield RowList(self._rows(""), empty=words.NOTHING_FOUND)
            yield Static(KEYS, markup=False, classes="-keys")

    def on_mount(self) -> None:
        """Start in the search line; it moves the list too."""
        self.query_one(RowList).can_focus = False

    @on(TextLine.Changed)
    def _search(self, event: TextLine.Changed) -> None:
        event.stop()
        rows = self.query_one(RowList)
        typed = event.value.strip()
        rows.fill(self._rows("" if typed.isdecimal() else typed))
        named = next((key for key, number in self._numbers.items() if number == typed), None)
        if named is not None:
            rows.stand_on(named)
        elif typed.isdecimal():
            rows.fill([])
        elif typed:
            self._stand_on_best(typed)

    def _stand_on_best(self, typed: str) -> None:
        """What fits the letters best, wherever the cursor stood before they were typed."""
        everything = [item for items in self._families.values() for item in items]
        for best in matching(everything, typed, 1):
            self.query_one(RowList).stand_on(best.id)

    @on(TextLine.Submitted)
    def _take(self, event: TextLine.Submitted) -> None:
        event.stop()
        self.query_one(RowList).action_choose()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.key)

    async def action_list(self, action: str) -> None:
        """Move in the list while the search line keeps the focus."""
        await self.query_one(RowList).run_action(action)

    def action_back(self) -> None:
        """Esc: nothing is chosen."""
        self.dismiss(None)

    def _rows(self, typed: str) -> list[Row]:
        rows: list[Row] = []
        for family, items in self._families.items():
            found = matching(items, typed, len(items)) if typed else items
            if found:
                rows += [heading(family, family), *(self._row(item) for item in found)]
        return rows

    def _row(self, item: Candidate) -> Row:
        number = Piece(f"{self._numbers[item.id]:>3}  ", "strong")
        label = Piece(f"{item.label:<{self._widest}}")
        return Row(item.id, ((number, label, Piece(item.detail, "quiet")),))
