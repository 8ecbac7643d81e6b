"""Finding a case, open or closed: by the end of its reference, a room or part of a name."""

from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

from sgtui.domain.london_time import day_words, in_london
from sgtui.services.desk import Desk
from sgtui.services.find import Found, FoundCase, find
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.queue_rows import fitted
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.row_list import Piece, Row, RowList
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.wording.case_words import room_words


class FindScreen(DeskScreen):
    """One line to type in, and the cases that fit, newest first."""

    DEFAULT_CSS = """
    FindScreen #typed { width: 40; }
    FindScreen #found { margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "#typed"
    heading = "Find"
    purpose = (
        "Type the last four of a reference, a room, or part of a name. Open and closed cases are "
        "listed, newest first. Up and Down choose, Enter opens."
    )
    BINDINGS = [
        Binding("up", "rows('move', -1)", "Row above", show=False, priority=True),
        Binding("down", "rows('move', 1)", "Row below", show=False, priority=True),
        Binding("pageup", "rows('page', -1)", "Page up", show=False),
        Binding("pagedown", "rows('page', 1)", "Page down", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(name="find")
        self.desk = desk
        self._asks: Reads

    def body(self) -> ComposeResult:
        """The line, and what fits."""
        line = TextLine(max_length=60, advance=False, id="typed", placeholder="K4T7, 12 or ada")
        yield FieldRow("Find", line, hint="Up, Down, Enter opens", field_help=self.purpose)
        yield RowList(id="found", empty=words.READING)

    def on_mount(self) -> None:
        """List every case, newest first."""
        self._asks = Reads(self, self.shell.explanations)
        self._found.can_focus = False
        self._search("")

    def on_screen_resume(self) -> None:
        """A case may have changed meanwhile."""
        if self.is_mounted and hasattr(self, "_asks"):
            self._search(self.query_one("#typed", TextLine).text)

    def available(self, command: Command) -> bool:
        """Not itself."""
        return command.action != "open('find')" and super().available(command)

    def action_rows(self, way: str, step: int) -> None:
        """Up, Down and pages move in the list while one types."""
        if way == "move":
            self._found.action_move(step)
        else:
            self._found.action_page(step)

    @on(TextLine.Changed)
    def _typed(self) -> None:
        self._search(self.query_one("#typed", TextLine).text)

    @on(TextLine.Submitted)
    def _enter(self, event: TextLine.Submitted) -> None:
        event.stop()
        self._found.action_choose()

    @on(RowList.Chosen)
    def _open(self, event: RowList.Chosen) -> None:
        if "case" in self.shell.screens:
            self.shell.open_screen("case", self._cases[event.key].case_id)

    def on_answered(self, event: Answered) -> None:
        """Show what fits; the cursor begins at the newest."""
        if isinstance(event.value, Found):
            self._show(event.value)

    def on_failed(self, event: Failed) -> None:
        """The record does not answer."""
        self.say(event.sentence, "problem")

    def _search(self, typed: str) -> None:
        desk = self.desk
        self._asks.ask("find", lambda: find(desk, typed))

    def _show(self, found: Found) -> None:
        self._cases = {str(case.case_id): case for case in found.cases}
        rows, now = self._found, self.desk.now()
        rows.empty = words.FIND_EMPTY
        rows.fill([_row(case, now, rows.size.width - 2) for case in found.cases])
        count = len(found.cases)
        more = f"The newest {count} are listed. Type more letters." if found.more else ""
        self.say(more or f"{count} {'case' if count == 1 else 'cases'}")

    @property
    def _found(self) -> RowList:
        return self.query_one("#found", RowList)


def _row(case: FoundCase, now: datetime, width: int) -> Row:
    """Reference, person, what sort, when, and where it stands."""
    who = f"{case.name or case.initials} {room_words(case.room)}"
    opened = in_london(case.opened_at).date()
    when = day_words(opened, year=False) if opened.year == in_london(now).year else str(opened)
    left = max(width - 10 - 12 - 15 - 6, 20)
    state = "closed" if case.closed_at else case.stage
    return Row(
        str(case.case_id),
        (
            (
                Piece(f"{case.reference:<10}  ", "strong"),
                Piece(f"{fitted(who, left * 3 // 5)} "),
                Piece(f"{fitted(case.category, 15)} "),
                Piece(f"{fitted(when, 12)} ", "quiet"),
                Piece(fitted(state, left - left * 3 // 5), "quiet" if case.closed_at else "calm"),
            ),
        ),
    )
