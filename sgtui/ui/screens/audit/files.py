"""One audit: its files, those to do first, and how it ends."""

from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult

from sgtui.domain.entries import Entry
from sgtui.services.audits import Audit, read_audit
from sgtui.services.desk import Desk
from sgtui.services.file_audit import end
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.wording.audit_words import file_rows, head_lines


class AuditFilesScreen(DeskScreen):
    """The files of one audit."""

    DEFAULT_CSS = """
    AuditFilesScreen #files { margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "#files"
    heading = "Audit"
    purpose = (
        "The files drawn for this audit. Enter looks through one; one that was looked through can "
        "be looked through again, and the newest look counts. F9 ends the audit when none is left."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("files.look", "o", "Look through", "Look through the highlighted file (O, Enter)",
                "Opens the checklist for this file.", "look", "lists",
                words=("enter", "open", "check"), screen="audit_file"),
        Command("files.case", "c", "Case", "Open the case itself",
                "Opens the case file.", "case", "lists", words=("file", "chronology"),
                screen="case"),
        Command("files.end", "f9", "End audit", "End this audit, saying what it shows",
                "Possible once every file is looked through. Asks what it shows.", "end",
                words=("finish", "close", "summary")),
    )  # fmt: skip

    def __init__(self, desk: Desk, audit: UUID, note: str = "") -> None:
        """`note`: what the status line says first."""
        super().__init__()
        self.desk = desk
        self.audit = audit
        self._note = note
        self._found: Audit | None = None
        self._to_next = False
        """Whether the cursor goes to the first file to do, as one was just looked through."""
        self._asks: Reads

    def body(self) -> ComposeResult:
        """What is audited, then the files."""
        yield Sheet(fitted=True, most=5, id="head")
        yield RowList(id="files", empty=words.READING)

    def on_mount(self) -> None:
        """Read it."""
        self._asks = Reads(self, self.shell.explanations)
        if self._note:
            self.say(self._note, "saved")
        self.read()

    def on_screen_resume(self) -> None:
        """A file may have been looked through above."""
        if self._found is not None:
            self.read()

    def read(self) -> None:
        """Read it on a thread, behind what is being written."""
        desk, audit = self.desk, self.audit
        self._asks.ask("audit", self.shell.writes.behind(lambda: read_audit(desk, audit)))

    def on_answered(self, event: Answered) -> None:
        """Draw it; or it was ended."""
        if isinstance(event.value, Audit):
            self._found = event.value
            self._draw()
            self.show_keys()
        elif isinstance(event.value, Entry):
            self.say("The audit is ended. Its report is under Reports.", "saved")
            self.read()

    def on_failed(self, event: Failed) -> None:
        """Say why not; what is shown stays."""
        self.say(event.sentence, "problem")

    def on_resize(self, _event: events.Resize) -> None:
        """The columns follow the width."""
        self._draw()

    def _draw(self) -> None:
        if self._found is not None:
            width = max(self.size.width - 5, 40)
            self.query_one("#head", Sheet).show(head_lines(self._found, width))
            listed = self._list
            listed.empty = "Every file of this audit names you, so somebody else audits them."
            listed.fill(file_rows(self._found, max(self.size.width - 4, 40)))
            left = [file for file in self._found.files if file.entry is None]
            if self._to_next and left:
                listed.stand_on(str(left[0].case_id))
            self._to_next = False

    @property
    def _list(self) -> RowList:
        return self.query_one("#files", RowList)

    @property
    def _open(self) -> bool:
        return self._found is not None and self._found.ended is None

    def available(self, command: Command) -> bool:
        """Looking while it is open, ending once all is done."""
        standing = self.is_mounted and self._list.key is not None
        match command.action:
            case "look":
                return standing and self._open and super().available(command)
            case "case":
                return standing and super().available(command)
            case "end":
                found = self._found
                whole = found is not None and len(found.done) == len(found.files)
                return self._open and whole and bool(found and found.files)
        return super().available(command)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self.show_keys()

    @on(RowList.Chosen)
    def _enter(self) -> None:
        if self._open:
            self.action_look()
        else:
            self.action_case()

    def action_look(self) -> None:
        """O or Enter."""
        key = self._list.key
        if key is not None and self._open:
            self.shell.open_screen("audit_file", UUID(key), None, "", self.audit)

    def action_case(self) -> None:
        """C."""
        key = self._list.key
        if key is not None:
            self.shell.open_screen("case", UUID(key))

    def action_end(self) -> None:
        """F9: what it shows, in the auditor's words."""
        question = ConfirmDialog(
            "What does this audit show?",
            "A sentence or two for the report. Findings stay open until they are mended and "
            "verified.",
        )
        self.app.push_screen(question, self._end)

    def _end(self, summary: str | None) -> None:
        if summary is None:
            return
        desk, audit = self.desk, self.audit
        self.say(words.SAVING)
        self.shell.writes.queue("end", lambda: end(desk, audit, summary), self)

    def noted(self, sentence: str) -> None:
        """A file was looked through; where another is left, it opens next."""
        self.say(sentence, "saved")
        self._to_next = True
        self.read()
