"""The items of a checklist for one file: answered by digits, read in full, taken up as findings."""

from collections.abc import MutableMapping
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from sgtui.domain.checklist import Item
from sgtui.domain.entries.choices import AuditAnswer
from sgtui.domain.file_checks import Checked
from sgtui.services.desk import Desk
from sgtui.services.file_audit import TakenUp
from sgtui.ui import words
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.forms.answers import Raw
from sgtui.ui.screens.audit.answering import Answering
from sgtui.ui.screens.audit.finding import FindingScreen
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.row_list import Piece, RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.wording.audit_file_words import detail_lines, item_rows, whole_text
from sgtui.ui.wording.case_words import who_words

_DIGITS = {"1": AuditAnswer.YES, "2": AuditAnswer.NO, "3": AuditAnswer.NOT_APPLICABLE}
_LABELS = {AuditAnswer.NO: "Missing", AuditAnswer.NOT_APPLICABLE: "Why not"}


class AuditItems(DeskScreen):
    """The list of items. A subclass reads the file, keeps what was answered, and saves it."""

    DEFAULT_CSS = """
    AuditItems #items { margin: 1 0 0 0; }
    AuditItems #detail { height: 3; margin: 1 0 0 0; }
    AuditItems #saying { display: none; }
    AuditItems.saying #saying { display: block; }
    """

    AUTO_FOCUS = "#items"
    commands: ClassVar[tuple[Command, ...]] = (
        Command("desk.save", "ctrl+s", "Save", "Save this file and open the next",
                "Saves what was found with its findings, then opens the next file.", "save",
                words=("record", "next", "keep")),
        Command("item.finding", "f", "Finding", "Make a finding of it, or change the finding",
                "Says what is wanting, whether somebody is at risk, and who mends it.",
                "finding", "lists", words=("take up", "owner", "risk")),
        Command("item.yes", "1", "Yes", "Yes: the file has it",
                "Answers the highlighted item with yes.", "answer('1')", "lists"),
        Command("item.no", "2", "No", "No: it is missing",
                "Asks what is missing.", "answer('2')", "lists"),
        Command("item.beside", "3", "Not apply", "It does not apply to this file",
                "Asks why it does not apply.", "answer('3')", "lists"),
        Command("item.leave", "delete", "Let be", "Let it be: no finding (Del)",
                "It stays answered with no; nobody is given it to mend.", "let_be", "lists"),
        Command("item.read", "o", "", "Read the item in full (O or Enter)",
                "Shows the question, the answer and what it is for.", "read_item", "lists"),
        Command("item.case", "c", "Case", "Open the case itself",
                "Opens the case file, to look for what the checklist asks.", "case", "lists",
                words=("chronology",), screen="case"),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.answering: Answering | None = None
        """What was answered so far; None until the file has been read."""
        self._waiting: MutableMapping[str, dict[str, Raw]] = {}
        self._saying: AuditAnswer | None = None

    def body(self) -> ComposeResult:
        """Whose file, the items, more about one, the line to say why in."""
        yield Sheet(fitted=True, id="whose")
        yield RowList(id="items", empty=words.READING)
        yield FieldRow("Missing", TextLine(max_length=400, advance=False, id="because"),
                       below=True, hint="Enter takes it, Esc leaves it", id="saying")  # fmt: skip
        yield Sheet(id="detail")

    def changed(self) -> None:
        """Something was answered or taken up: what was wrong before is said no more."""
        self.say("")
        self.draw()
        self.show_keys()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self.draw()

    def draw(self) -> None:
        """Draw everything; the cursor keeps its line."""
        answering = self.answering
        if answering is None:
            return
        looked, left = answering.looked, len(answering.open_items)
        who = who_words(looked.person) if looked.person else ""
        asked = f"{left} to answer" if left else "all answered: Ctrl+S saves it"
        self.query_one("#whose", Sheet).show([
            (Piece(f"{looked.reference}  {who}", "strong"), Piece(f"   {asked}", "due")),
        ])  # fmt: skip
        self.listed.fill(item_rows(answering, max(self.size.width - 4, 50)))
        self._show_detail()

    def _show_detail(self) -> None:
        found = self._item
        if found is not None:
            width = max(self.size.width - 4, 50)
            self.query_one("#detail", Sheet).show(detail_lines(found[0], width))

    @property
    def listed(self) -> RowList:
        """The list."""
        return self.query_one("#items", RowList)

    @property
    def _item(self) -> tuple[Item, Checked | None] | None:
        """The item stood on, and what the record answers."""
        key = self.listed.key
        answers = self.answering.looked.answers if self.answering else ()
        return next((one for one in answers if one[0].code == key), None)

    def available(self, command: Command) -> bool:
        """Digits on what is asked, findings on what is not met."""
        found = self._item if self.is_mounted else None
        if command in self.commands and (found is None or self.answering is None):
            return False
        match command.action:
            case "answer('1')" | "answer('2')" | "answer('3')":
                return found is not None and found[1] is None
            case "finding":
                return self._not_met
            case "let_be":
                return self._not_met and self._code in self._taken
        return super().available(command)

    @property
    def _code(self) -> str:
        return self.listed.key or ""

    @property
    def _taken(self) -> dict[str, TakenUp]:
        return self.answering.taken_up if self.answering else {}

    @property
    def _not_met(self) -> bool:
        found, answering = self._item, self.answering
        if found is None or answering is None:
            return False
        return answering.answer_of(*found) is AuditAnswer.NO

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self._show_detail()
        self.show_keys()

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_read_item()

    def action_answer(self, digit: str) -> None:
        """1, 2, 3."""
        answering, answer = self.answering, _DIGITS[digit]
        if answering is None:
            return
        if self._code in self._taken:
            self.say("Somebody is to mend this. Del lets it be; then answer again.", "problem")
            return
        if answer is AuditAnswer.YES:
            answering.say(self._code, answer)
            self.changed()
            self.stand_on_next()
            return
        self._saying = answer
        row = self.query_one("#saying", FieldRow)
        row.query_one(".label", Static).update(Text(_LABELS[answer]))
        line = self.query_one("#because", TextLine)
        said = answering.given.get(self._code)
        line.value = said.because if said and said.answer is answer else ""
        self.add_class("saying")
        self.set_focus(line)

    @on(TextLine.Submitted)
    def _said(self, event: TextLine.Submitted) -> None:
        event.stop()
        self.take_line()

    def take_line(self) -> bool:
        """Take what the line says, if one is open; whether none is left open."""
        typed = self.query_one("#because", TextLine).text
        if self.answering is None or self._saying is None:
            return True
        if not typed:
            self.query_one("#saying", FieldRow).complain("Say it in a few words, or Esc.")
            return False
        answered = self._code
        self.answering.say(answered, self._saying, typed)
        self.close_line()
        self.changed()
        if self._not_met and answered not in self._taken:
            self.say("Not given to anybody. To have it mended: Up to it, then F.")
        self.stand_on_next()
        return True

    @on(TextLine.Changed)
    def _typing(self) -> None:
        self.query_one("#saying", FieldRow).complain("")

    def close_line(self) -> None:
        """Away with the line to say why in."""
        self._saying = None
        self.remove_class("saying")
        self.set_focus(self.listed)

    def stand_on_next(self) -> None:
        """The next item that is still asked; where none is, the place stays."""
        left = self.answering.open_items if self.answering else ()
        if left:
            self.listed.stand_on(left[0].code)

    def action_finding(self) -> None:
        """F: the form, filled in."""
        found, answering = self._item, self.answering
        if found is None or answering is None:
            return
        item, record = found
        known = answering.taken_up.get(item.code)
        known = known or answering.looked.proposed(item.code, answering.because(item, record))
        self.app.push_screen(FindingScreen(self.desk, item, known, self._waiting, self._taken_up))

    def _taken_up(self, one: TakenUp) -> None:
        if self.answering is not None:
            self.answering.take_up(one)
            self.changed()
            self.stand_on_next()
            self.say("It is recorded as a finding when you save the file.")

    def action_let_be(self) -> None:
        """Del."""
        if self.answering is not None:
            self.answering.leave(self._code)
            self.changed()

    def action_read_item(self) -> None:
        """O or Enter."""
        found = self._item
        if found is not None and self.answering is not None:
            text = whole_text(*found, self.answering)
            self.app.push_screen(ReadingDialog(found[0].name, text))
