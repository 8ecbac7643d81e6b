"""The menu: everything that can be done here, with its key, found by any word of the trade."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from sgtui.ui import words
from sgtui.ui.commands import MENU, Command
from sgtui.ui.dialogs.dialog import Dialog
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.row_list import Piece, Row, RowList
from sgtui.ui.widgets.text_line import TextLine


class Menu(Dialog[Command | None]):
    """A search line over the list of commands; gives the one chosen."""

    DEFAULT_CSS = """
    Menu RowList { height: 14; max-height: 1fr; margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "TextLine"

    BINDINGS = [
        Binding("escape,ctrl+p", "back", "Back", show=False, priority=True),
        Binding("up", "list('move(-1)')", "Line above", show=False),
        Binding("down", "list('move(1)')", "Line below", show=False),
        Binding("pageup", "list('page(-1)')", "Page up", show=False),
        Binding("pagedown", "list('page(1)')", "Page down", show=False),
    ]

    def __init__(self, screen: DeskScreen) -> None:
        """The menu of what `screen` offers now."""
        super().__init__()
        self._commands = [c for c in screen.offered_once() if c.id != MENU.id]
        self._keys = {command.id: screen.key_of(command) for command in self._commands}

    def compose(self) -> ComposeResult:
        """Search line, list, keys."""
        with Vertical(id="box"):
            yield TextLine(placeholder=words.MENU_SEARCH, advance=False)
            yield RowList(self._rows(""), empty=words.NOTHING_FOUND)
            yield Static(words.MENU_KEYS, markup=False, classes="-keys")

    def on_mount(self) -> None:
        """Start in the search line; it moves the list too."""
        super().on_mount()
        self.query_one(RowList).can_focus = False

    @on(TextLine.Changed)
    def _search(self, event: TextLine.Changed) -> None:
        event.stop()
        self.query_one(RowList).fill(self._rows(event.value))

    @on(TextLine.Submitted)
    def _take(self, event: TextLine.Submitted) -> None:
        event.stop()
        self.query_one(RowList).action_choose()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(next(command for command in self._commands if command.id == event.key))

    async def action_list(self, action: str) -> None:
        """Move in the list while the search line keeps the focus."""
        await self.query_one(RowList).run_action(action)

    def action_back(self) -> None:
        """Esc: nothing is done."""
        self.dismiss(None)

    def _rows(self, typed: str) -> list[Row]:
        return [
            Row(command.id, (self._line(command),))
            for command in self._commands
            if command.finds(typed)
        ]

    def _line(self, command: Command) -> tuple[Piece, ...]:
        return (Piece(f" {self._keys[command.id]:<9}", "strong"), Piece(command.title))
