"""One report, read on the screen while it is made; what is in sight can be printed."""

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from sgtui.services.desk import Desk
from sgtui.services.reports import Asked, Format, Sort
from sgtui.ui.commands import Command
from sgtui.ui.paperwork import Paperwork
from sgtui.ui.read_ahead import AHEAD, MOST, Broke, Came, Ended, Moved, ReadAhead
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.paper import Paper
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.wording.report_words import place_words, progress_words

MAKING = "Making it ..."
NOT_FOUND = "Nowhere from here on. Home, then N, looks from the top."
STILL_PRINTING = "Something is being printed already. S on the reports' screen stops it."


class ReportScreen(DeskScreen):
    """A document to scroll through; it is made a little ahead of whoever reads it."""

    DEFAULT_CSS = """
    ReportScreen > #body { padding: 0; }
    ReportScreen #head { height: 1; color: $quiet; padding: 0 1; }
    ReportScreen #look { display: none; padding: 0 1; }
    ReportScreen.looking #look { display: block; }
    """

    AUTO_FOCUS = "#paper"
    heading = "Report"
    purpose = (
        "Up, Down, the page keys, Home and End move. / looks for a word: Enter finds it, N the "
        "next, B the one before. P prints it, X and J write its rows for other programs."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("report.find", "slash", "Look for", "Look for a word in it",
                "Opens a line to type a word in; Enter finds it.", "look", "lists",
                words=("search", "find")),
        Command("report.next", "n", "Next", "The next place that has the word",
                "Goes on to the next line with the word.", "again(1)", "lists",
                words=("search", "find")),
        Command("report.before", "b", "Before", "The place before that has the word",
                "Goes back to the line before with the word.", "again(-1)", "lists",
                words=("search", "find")),
        Command("report.pdf", "p", "Print", "Print it: a PDF in the reports' folder",
                "Writes a PDF into the folder for printed files.", "print('pdf')", "lists",
                words=("paper", "save", "file")),
        Command("report.csv", "x", "Sheet", "Write its rows for a spreadsheet (CSV)",
                "Writes its rows as CSV into the folder for printed files.", "print('csv')",
                "lists", words=("excel", "spreadsheet", "export")),
        Command("report.json", "j", "", "Write it for another program (JSON)",
                "Writes it as JSON into the folder for printed files.", "print('json')",
                "lists", words=("export", "data")),
        Command("report.stop", "s", "Stop", "Stop making it",
                "Makes no more of it; what has come can be read.", "stop", "lists",
                words=("cancel", "enough")),
    )  # fmt: skip

    def __init__(self, desk: Desk, sort: Sort, asked: Asked, paperwork: Paperwork) -> None:
        super().__init__()
        self.desk = desk
        self._sort = sort
        self._asked = asked
        self._paperwork = paperwork
        self._reading: ReadAhead | None = None
        self._whole = False
        self._over = False
        self._far = ""
        self._word = ""
        self._from: int | None = None
        """Where a search stands that waits for more lines."""

    def body(self) -> ComposeResult:
        """What it is and how far it has come, the paper, the line to look for a word."""
        yield Static("", markup=False, id="head")
        yield Paper(id="paper")
        line = TextLine(max_length=60, advance=False, id="word")
        yield FieldRow("Look for", line, id="look")

    def on_mount(self) -> None:
        """Begin to make it."""
        self._reading = self._paperwork.read(self.desk, self._sort, self._asked, self)
        self.say(MAKING)
        self._show_head()

    def on_unmount(self) -> None:
        """Nobody reads it any more."""
        if self._reading is not None:
            self._reading.stop()

    @property
    def _paper(self) -> Paper:
        return self.query_one(Paper)

    def on_came(self, event: Came) -> None:
        """More lines; the search goes on in them."""
        first = not self._paper.count
        self._paper.add(event.lines)
        if first:
            self.say(f"{self._sort.audience.label}.")
            self.show_keys()
        self._go_on()
        self._show_head()

    def on_moved(self, event: Moved) -> None:
        """How far the work has come."""
        self._far = progress_words(event.done, event.total)
        self._show_head()

    def on_ended(self, event: Ended) -> None:
        """It is whole, or it is not and why."""
        self._over, self._far = True, ""
        self._whole = not event.sentence and not event.cut
        if event.sentence:
            self.say(event.sentence, "info" if self._paper.count else "problem")
        elif event.cut:
            self.say(f"Only the first {MOST:,} lines are shown here. Printing gives all of it.")
        self._go_on()
        self._show_head()
        self.show_keys()

    def on_broke(self, event: Broke) -> None:
        """A fault of the program goes where all of them go."""
        raise event.fault

    @on(Paper.Moved)
    def _scrolled(self) -> None:
        if self._reading is not None:
            self._reading.want(MOST if self._paper.at_end else self._paper.after_sight + AHEAD)
        self._show_head()

    def on_resize(self, _event: events.Resize) -> None:
        """More or fewer lines are in sight."""
        self.call_after_refresh(self._show_head)

    def available(self, command: Command) -> bool:
        """Searching in what there is, stopping while there is more to come."""
        match command.action:
            case "again(1)" | "again(-1)":
                return bool(self._word)
            case "stop":
                return not self._over
            case "look" | "print('pdf')" | "print('csv')" | "print('json')":
                return self.is_mounted and self._paper.count > 0
        return super().available(command)

    def action_stop(self) -> None:
        """S: make no more of it."""
        if self._reading is not None:
            self._from = None
            self._reading.stop()

    def action_back(self) -> None:
        """Esc: closes the search line first."""
        if self.has_class("looking"):
            self.remove_class("looking")
            self.say("")
            self.set_focus(self._paper)
        else:
            super().action_back()

    def action_look(self) -> None:
        """/: the line to type a word in."""
        self.add_class("looking")
        self.say("Enter finds it, Esc closes this line.")
        self.set_focus(self.query_one("#word", TextLine))

    @on(TextLine.Submitted)
    def _look_for(self, event: TextLine.Submitted) -> None:
        event.stop()
        self._word = self.query_one("#word", TextLine).text
        self.remove_class("looking")
        self.set_focus(self._paper)
        self.show_keys()
        if self._word:
            self._seek(self._paper.first_in_sight)

    def action_again(self, way: int) -> None:
        """N and B: the next, or the one before; from what is in sight where one has moved away."""
        top, below = self._paper.first_in_sight, self._paper.after_sight
        here = self._paper.found
        near = here is not None and top <= here < below
        start = here + way if here is not None and near else (top if way > 0 else below - 1)
        if way > 0:
            self._seek(start)
        elif start < 0 or self._paper.find(self._word, start, -1) is None:
            self.say("Nowhere before this.")

    def _seek(self, start: int) -> None:
        self._from = start
        self._go_on()

    def _go_on(self) -> None:
        """Look in what has come; where it is not there, ask for more or say so."""
        if self._from is None:
            return
        if self._paper.find(self._word, self._from) is not None:
            self._from = None
            self.say("N finds the next, B the one before.")
        elif self._over or self._reading is None:
            self._from = None
            self.say(NOT_FOUND)
        else:
            self._from = self._paper.count
            self._reading.want(MOST)
            self.say("Looking on as it is made. S stops it.")

    def action_print(self, form: str) -> None:
        """P, X, J: write it into the folder for printed files."""
        if self._paperwork.print(self.desk, self._sort, self._asked, Format.of(form)):
            self.say(f"Writing {Format.of(form).label.split(',')[0]} ...")
        else:
            self.say(STILL_PRINTING, "problem")

    def _show_head(self) -> None:
        paper = self._paper
        where = place_words(paper.first_in_sight, paper.after_sight, paper.count, whole=self._whole)
        left = "  ".join(filter(None, (self._sort.title, self._asked.reference)))
        right = "  ".join(filter(None, (self._far, where)))
        room = max(self.size.width - 2, 0)
        line = f"{left}{right:>{max(room - len(left), len(right) + 2)}}"
        self.query_one("#head", Static).update(Text(line, no_wrap=True, overflow="crop"))
