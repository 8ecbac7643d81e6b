"""Together: the chronologies of linked cases as one, in the order of time, with references."""

from typing import ClassVar
from uuid import UUID

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from sgtui.services.case import case_id_of
from sgtui.services.desk import Desk
from sgtui.services.links import Combined, CombinedLine, combined
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.case_desk import AGAIN_EVERY
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.chronology_view import ChronologyView
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.wording import chronology_words
from sgtui.ui.wording.together_words import heads, key_of, told


class TogetherScreen(DeskScreen):
    """One case and those linked with it, read as one."""

    DEFAULT_CSS = """
    TogetherScreen .over { height: 1; color: $accent; text-style: bold; margin: 1 0 0 0; }
    TogetherScreen .over { padding: 0 1; }
    """

    AUTO_FOCUS = "#lines"
    heading = "Together"
    purpose = (
        "Everything recorded in this case and in those linked with it, newest first, each line "
        "with the reference of its case. Enter shows an entry in full."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("together.case", "c", "Its case", "Open the case of the highlighted line",
                "Opens the case in which the line stands.", "its_case", "lists",
                words=("linked", "other"), screen="case"),
        Command("together.read", "o", "Read", "Open the highlighted entry in full",
                "Shows the whole text of the entry the cursor stands on.", "read_entry", "lists",
                words=("whole", "text")),
    )  # fmt: skip

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        """`case_id`: the case that is asked for; its linked cases come with it."""
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self._found: Combined | None = None
        self._asks: Reads

    def body(self) -> ComposeResult:
        """The cases, then the lines."""
        yield Sheet(fitted=True, most=6, id="cases")
        yield Static("CHRONOLOGY", markup=False, classes="over", id="how-many")
        yield ChronologyView(id="lines")

    def on_mount(self) -> None:
        """Read them."""
        self._asks = Reads(self, self.shell.explanations)
        self.read()
        self.set_interval(AGAIN_EVERY, self.read)

    def on_screen_resume(self) -> None:
        """What was recorded in one of the cases shows at once."""
        if self._found is not None:
            self.read()

    def read(self) -> None:
        """Read the cases on a thread."""
        desk, case_id = self.desk, self.case_id
        self._asks.ask("together", lambda: combined(desk, case_id))

    def on_answered(self, event: Answered) -> None:
        """Draw them; or open the case that was asked for."""
        if isinstance(event.value, Combined):
            self._found = event.value
            self._draw(event.value)
            self.show_keys()
        elif isinstance(event.value, UUID) and self.is_current:
            self.shell.open_screen("case", event.value)

    def on_failed(self, event: Failed) -> None:
        """Say why they cannot be shown; nothing of them stays."""
        self._found = None
        self.query_one("#body").visible = False
        self.say(event.sentence, "problem")

    def _draw(self, found: Combined) -> None:
        self.query_one("#body").visible = True
        self.query_one("#cases", Sheet).show(heads(found))
        count = len(found.lines)
        words = f"CHRONOLOGY  {count} lines of {len(found.cases)} cases"
        self.query_one("#how-many", Static).update(Text(words, no_wrap=True, overflow="ellipsis"))
        self.query_one("#lines", ChronologyView).show(told(found))

    def available(self, command: Command) -> bool:
        """Both where there is a line to stand on."""
        if command in self.commands:
            return self.is_mounted and self._line is not None and super().available(command)
        return super().available(command)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self.show_keys()

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_read_entry()

    @property
    def _line(self) -> CombinedLine | None:
        """The line that the cursor stands on."""
        key = self.query_one("#lines", ChronologyView).key
        lines = self._found.lines if self._found else ()
        return next((one for one in lines if key_of(one) == key), None)

    def action_read_entry(self) -> None:
        """O or Enter."""
        one = self._line
        if one is not None:
            title = f"{one.reference}  {one.line.title}"
            self.app.push_screen(ReadingDialog(title, chronology_words.whole_text(one.line)))

    def action_its_case(self) -> None:
        """C."""
        one, desk = self._line, self.desk
        if one is not None:
            reference = one.reference
            self._asks.ask("case", lambda: case_id_of(desk, reference))
