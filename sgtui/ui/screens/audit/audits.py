"""The audits: every one, how complete it found the files, and whether that gets better."""

from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult

from sgtui.services.audits import Audit, audits
from sgtui.services.desk import Desk
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.wording.audit_words import NO_AUDIT, audit_rows, trend_lines


class AuditsScreen(DeskScreen):
    """Every audit of files, the newest first, under the trend."""

    DEFAULT_CSS = """
    AuditsScreen #audits { margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "#audits"
    heading = "Audits"
    purpose = (
        "Audits look through case files by a checklist. Enter opens one, N begins a new one, C "
        "shows the checklist and changes it. The trend says whether files get more complete, and "
        "outcomes are known sooner."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("audit.new", "n", "New audit", "Begin a new audit",
                "Draws files: all, a random sample, or those with most late.", "open('audit_new')",
                "lists", words=("sample", "random", "begin"), screen="audit_new"),
        Command("audit.open", "o", "Open", "Open the highlighted audit (O or Enter)",
                "Shows its files, those to do first.", "open_audit", "lists",
                words=("enter", "files")),
        Command("audit.checklist", "c", "Checklist", "The checklist: what is asked of a file",
                "Shows every item; a manager adds one or leaves one out.",
                "open('checklist')", "lists", words=("item", "question", "add"),
                screen="checklist"),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._found: tuple[Audit, ...] = ()
        self._asks: Reads

    def body(self) -> ComposeResult:
        """The trend, then the list."""
        yield Sheet(fitted=True, id="trend")
        yield RowList(id="audits", empty=words.READING)

    def on_mount(self) -> None:
        """Read them."""
        self._asks = Reads(self, self.shell.explanations)
        self.read()

    def on_screen_resume(self) -> None:
        """Something may have been saved on a screen above."""
        if self.is_mounted:
            self.read()

    def read(self) -> None:
        """Read the audits on a thread, behind what is being written."""
        desk = self.desk
        self._asks.ask("audits", self.shell.writes.behind(lambda: audits(desk)))

    def on_answered(self, event: Answered) -> None:
        """Draw them; the cursor keeps its line."""
        if isinstance(event.value, tuple):
            self._found = event.value
            self._draw()
            self.show_keys()

    def on_failed(self, event: Failed) -> None:
        """Say why not."""
        self.say(event.sentence, "problem")

    def on_resize(self, _event: events.Resize) -> None:
        """The columns follow the width."""
        self._draw()

    def _draw(self) -> None:
        width = max(self.size.width - 4, 40)
        self.query_one("#trend", Sheet).show(trend_lines(self._found, width))
        listed = self.query_one("#audits", RowList)
        listed.empty = NO_AUDIT
        listed.fill(audit_rows(self._found))

    def available(self, command: Command) -> bool:
        """Opening where there is a line to stand on."""
        if command.action == "open('audit')":
            return False
        if command.action == "open_audit":
            return self.is_mounted and self.query_one("#audits", RowList).key is not None
        return super().available(command)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self.show_keys()

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_open_audit()

    def action_open_audit(self) -> None:
        """O or Enter."""
        key = self.query_one("#audits", RowList).key
        if key is not None:
            self.shell.open_screen("audit_files", UUID(key))
