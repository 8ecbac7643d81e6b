"""The checklist: what is asked of every file. A manager adds an item or leaves one out (R42)."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult

from sgtui.domain.checklist import Checklist
from sgtui.domain.people import Right
from sgtui.services.checklists import current, leave_out
from sgtui.services.desk import Desk
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.screens.audit.new_item import NewItemScreen
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.row_list import Piece, RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.wording.audit_file_words import checklist_rows, detail_lines

NEEDS_MANAGER = "Only a manager may do this. Ask one to sign in."


class ChecklistScreen(DeskScreen):
    """The items of the checklist now in use."""

    DEFAULT_CSS = """
    ChecklistScreen #items { margin: 1 0 0 0; }
    ChecklistScreen #detail { height: 3; margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "#items"
    heading = "Checklist"
    purpose = (
        "What every audit asks of a file. The record answers most of it; the rest you are asked. "
        "A adds an item, Del leaves one out; both make a new version, and audits that were begun "
        "go on by theirs."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("checklist.add", "a", "Add", "Ask one thing more (A)",
                "Opens a form for an item that the auditor answers.", "add", "lists",
                words=("new", "item", "question")),
        Command("checklist.leave", "delete", "Leave out", "Leave this item out (Del)",
                "It is asked no more from the next audit on. Asks why.", "leave_out", "lists",
                words=("remove", "drop")),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._found: Checklist | None = None
        self._may = False
        self._asks: Reads

    def body(self) -> ComposeResult:
        """Which version, its items, more about one."""
        yield Sheet(fitted=True, id="which")
        yield RowList(id="items", empty=words.READING)
        yield Sheet(id="detail")

    def on_mount(self) -> None:
        """Read it."""
        self._asks = Reads(self, self.shell.explanations)
        self.read()

    def read(self) -> None:
        """Read it on a thread, behind what is being written."""
        desk = self.desk

        def job() -> tuple[Checklist, bool]:
            with desk.store.reading() as unit:
                register = desk.register(unit)
            member = register.staff.get(desk.author.staff_id)
            return current(register), member is not None and member.may(Right.MANAGE)

        self._asks.ask("checklist", self.shell.writes.behind(job))

    def on_answered(self, event: Answered) -> None:
        """Draw it; or it was changed."""
        if isinstance(event.value, Checklist):
            self.changed(event.value)
        elif isinstance(event.value, tuple):
            self._found, self._may = event.value
            self._draw()
            self.show_keys()

    def changed(self, checklist: Checklist) -> None:
        """A new version is in use."""
        self.say(f"Version {checklist.version}, {len(checklist.items)} items.", "saved")
        self.read()

    def on_failed(self, event: Failed) -> None:
        """Nothing has changed."""
        self.say(event.sentence, "problem")

    def on_resize(self, _event: events.Resize) -> None:
        """The columns follow the width."""
        self._draw()

    def _draw(self) -> None:
        found = self._found
        if found is not None:
            title = Piece(f"{found.title}, version {found.version}", "strong")
            count = Piece(f"   {len(found.items)} items", "quiet")
            self.query_one("#which", Sheet).show([(title, count)])
            self._list.fill(checklist_rows(found, max(self.size.width - 4, 40)))
            self._show_detail()

    def _show_detail(self) -> None:
        item = self._found.item(self._list.key or "") if self._found else None
        if item is not None:
            self.query_one("#detail", Sheet).show(detail_lines(item, max(self.size.width - 4, 50)))

    @property
    def _list(self) -> RowList:
        return self.query_one("#items", RowList)

    def available(self, command: Command) -> bool:
        """Leaving out where an item is stood on."""
        if command.action == "leave_out":
            return self.is_mounted and self._list.key is not None
        return super().available(command)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self._show_detail()
        self.show_keys()

    def action_add(self) -> None:
        """A."""
        if self._allowed():
            self.app.push_screen(NewItemScreen(self.desk, self.changed))

    def action_leave_out(self) -> None:
        """Del: asks why."""
        item = self._found.item(self._list.key or "") if self._found else None
        if item is None or not self._allowed():
            return
        question = ConfirmDialog(
            f"Leave out: {item.name}?",
            "From the next audit on it is not asked. Audits that were begun go on with it.",
        )
        self.app.push_screen(question, lambda reason: self._leave(item.code, reason))

    def _leave(self, code: str, reason: str | None) -> None:
        if reason is not None:
            desk = self.desk
            self.say(words.SAVING)
            self.shell.writes.queue("leave", lambda: leave_out(desk, code, reason), self)

    def _allowed(self) -> bool:
        if not self._may:
            self.say(NEEDS_MANAGER, "problem")
        return self._may
