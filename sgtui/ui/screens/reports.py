"""The reports: which, about which case or period; read here, printed, or written for a program."""

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from sgtui.domain.typed_day import DayReading
from sgtui.domain.typed_period import PeriodReading, read_period
from sgtui.services.desk import Desk
from sgtui.services.find import Found, find
from sgtui.services.report_asked import asked_about
from sgtui.services.reports import CATALOGUE, Asked, Format, Sort
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.paperwork import Paperwork, at_home
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.widgets.time_field import TimeField
from sgtui.ui.wording.case_words import room_words
from sgtui.ui.wording.report_words import about_lines, printing_words, sort_rows

LOOK_EVERY = 0.25
"""Seconds between looks at how far a print has come."""

EVERY_CASE = "empty: every case open in the period"
ALL_CASES = "Print every case that was open in these days?"
ONE_CASE = "It may be many pages, with names. For one case: Esc, then C and its reference."
STILL_PRINTING = "Something is being printed already. S stops it."
"""One at a time, so that a slow computer stays usable."""


class ReportsScreen(DeskScreen):
    """Everything that can be printed, audited or handed over."""

    DEFAULT_CSS = """
    ReportsScreen #period { height: 1; }
    ReportsScreen FieldRow .label { width: 6; }
    ReportsScreen #period FieldRow { width: 42; }
    ReportsScreen #period #row-to { width: 1fr; }
    ReportsScreen #period #row-to .label { width: 4; }
    ReportsScreen #period TimeField > TextLine { width: 14; }
    ReportsScreen #sorts { margin: 1 0 0 0; }
    ReportsScreen #work { height: 1; display: none; color: $warning; text-style: bold; }
    ReportsScreen.printing #work { display: block; }
    ReportsScreen #detail { height: 4; }
    """

    AUTO_FOCUS = "#sorts"
    heading = "Reports"
    purpose = (
        "Choose a report; Enter shows it, P prints it. Shift+Tab goes up to the case and the "
        "period. A report about a case takes the one named there, else every case that was open "
        "in the period. Days are typed as 1 Oct 2026, 1/10/2026, -90d or today."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("reports.read", "o", "Read", "Read it here (O or Enter)",
                "Shows the report as text while it is made.", "read", "lists",
                words=("show", "enter", "open"), screen="report"),
        Command("reports.pdf", "p", "Print", "Print it: a PDF in the reports' folder",
                "Writes a PDF into the folder for printed files.", "print('pdf')", "lists",
                words=("paper", "save", "file")),
        Command("reports.csv", "x", "Sheet", "Write its rows for a spreadsheet (CSV)",
                "Writes its rows as CSV into the folder for printed files.", "print('csv')",
                "lists", words=("excel", "spreadsheet", "export")),
        Command("reports.json", "j", "JSON", "Write it for another program (JSON)",
                "Writes it as JSON into the folder for printed files.", "print('json')",
                "lists", words=("export", "data")),
        Command("reports.case", "c", "Case", "Choose a case for the report",
                "Goes up to the line that names the case.", "case", "lists",
                words=("reference", "name", "person")),
        Command("reports.period", "d", "Days", "Choose the first and the last day",
                "Goes up to the days that the report is about.", "period", "lists",
                words=("date", "from", "to", "quarter", "month")),
        Command("reports.stop", "s", "Stop", "Stop what is being printed",
                "Stops between two cases; nothing of it is kept.", "stop", "lists",
                words=("cancel", "enough")),
        Command("reports.audit", "a", "Audit", "Audit of the files",
                "Audits files by the checklist.", "open('audit')", "lists",
                words=("checklist", "complete"), screen="audit"),
        Command("reports.learning", "g", "Learning", "Learning: what is changed, by whom and when",
                "Lists the learning actions.", "open('learning')", "lists",
                words=("training", "lessons"), screen="learning"),
    )  # fmt: skip

    def __init__(self, desk: Desk, reference: str = "", *, paperwork: Paperwork) -> None:
        """`reference`: the case to begin with."""
        super().__init__()
        self.desk = desk
        self._paperwork = paperwork
        first = (Candidate(reference, reference),) if reference else ()
        self._case = Picker(
            first, value=reference or None, placeholder="K4T7, 12 or ada", id="case",
            nothing="No case fits, by reference, room or name.",
        )  # fmt: skip
        self._from = TimeField(self._read_first, placeholder="-90d", id="from")
        self._to = TimeField(self._read_last, placeholder="now", id="to")
        self._asks: Reads

    def body(self) -> ComposeResult:
        """Case and period, the list, how far a print has come, what is said about the report."""
        yield FieldRow("Case", self._case, hint=EVERY_CASE, field_help=self.purpose)
        with Horizontal(id="period"):
            yield FieldRow("From", self._from, field_help=self.purpose)
            yield FieldRow("To", self._to, field_help=self.purpose, id="row-to")
        yield RowList(tuple(sort_rows()), id="sorts")
        yield Static("", markup=False, id="work")
        yield Sheet(id="detail")

    def on_mount(self) -> None:
        """Stand on the first report."""
        self._asks = Reads(self, self.shell.explanations)
        self._show_detail()
        self._show_work()
        self.set_interval(LOOK_EVERY, self._show_work)

    @property
    def _sort(self) -> Sort:
        """The report that the cursor stands on."""
        return CATALOGUE[self.query_one("#sorts", RowList).key or next(iter(CATALOGUE))]

    def _period(self) -> PeriodReading:
        return read_period(self._from.value, self._to.value, self.desk.now())

    def _read_first(self, _typed: str) -> tuple[bool, str]:
        return _read_back(self._period().first)

    def _read_last(self, _typed: str) -> tuple[bool, str]:
        return _read_back(self._period().last)

    @on(TimeField.Changed, "#from")
    def _first_day_changed(self) -> None:
        self._to.read_again()

    @on(Picker.Changed)
    def _case_typed(self, event: Picker.Changed) -> None:
        """Look for the cases that fit; the list under the line follows."""
        desk, typed = self.desk, event.text
        if event.picked is None and typed:
            self._asks.ask("find", lambda: find(desk, typed))

    def on_answered(self, event: Answered) -> None:
        """What fits; the newest first."""
        if isinstance(event.value, Found):
            self._case.offer([
                Candidate(one.reference, one.reference,
                          f"{one.name or one.initials} {room_words(one.room)}", (one.name,))
                for one in event.value.cases
            ])  # fmt: skip

    def on_failed(self, event: Failed) -> None:
        """The record does not answer."""
        self.say(event.sentence, "problem")

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self._show_detail()
        self.show_keys()

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_read()

    @on(TextLine.Submitted)
    def _typed(self, event: TextLine.Submitted) -> None:
        """Enter in a day: what is wrong is said whole and stays; the last day leads to the list."""
        days, period = (self._from.input, self._to.input), self._period()
        if event.input not in days:
            return
        problem = (period.first, period.last)[days.index(event.input)].problem
        self.say(problem, "problem" if problem else "info")
        if problem:
            self.call_later(self.set_focus, event.input)
        elif event.input is self._to.input:
            self.call_later(self.set_focus, self.query_one("#sorts"))

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap what is said about the report anew."""
        self.call_after_refresh(self._show_detail)

    def available(self, command: Command) -> bool:
        """Stopping while something is printed, printing while nothing is."""
        if command.action == "stop":
            return self._paperwork.under_way is not None
        return super().available(command)

    def action_case(self) -> None:
        """C."""
        self.set_focus(self._case.input)

    def action_period(self) -> None:
        """D."""
        self.set_focus(self._from.input)

    def action_read(self) -> None:
        """O or Enter: the report as text."""
        asked = self._asked()
        if asked is not None and "report" in self.shell.screens:
            self.shell.open_screen("report", self._sort, asked)

    def action_print(self, form: str) -> None:
        """P, X, J: write it into the folder."""
        asked = self._asked()
        if asked is None:
            return
        every_case = self._sort.needs == "case" and not asked.reference
        if every_case and self._paperwork.under_way is None:
            self.shell.push_screen(
                ConfirmDialog(ALL_CASES, ONE_CASE, needs_reason=False),
                lambda said: self._print(asked, form) if said is not None else None,
            )
        else:
            self._print(asked, form)

    def _print(self, asked: Asked, form: str) -> None:
        if not self._paperwork.print(self.desk, self._sort, asked, Format.of(form)):
            self.say(STILL_PRINTING, "problem")
            return
        self.say("")
        self._show_work()

    def action_stop(self) -> None:
        """S: no more of what is printed, and nothing of it stays."""
        self._paperwork.stop()
        self.say("Stopping ...")

    def action_back(self) -> None:
        """Esc: first stops what is printed."""
        printing = self._paperwork.under_way
        if printing is not None and not printing.stopping.is_set():
            self.action_stop()
        else:
            super().action_back()

    def _asked(self) -> Asked | None:
        """What is wanted, or None with the reason said and the cursor where it can be mended."""
        sort, period = self._sort, self._period()
        reference = self._case.value or ""
        if sort.needs == "case" and self._case.text and not reference:
            self.say("Choose the case from the list, or empty that line.", "problem")
            self.action_case()
            return None
        if sort.needs != "now" and not reference and period.problem:
            self.say(period.problem, "problem")
            self.action_period()
            return None
        if period.problem:
            period = read_period("", "", self.desk.now())
        return asked_about(sort, period, reference, demo=self._paperwork.demo)

    def _show_detail(self) -> None:
        where = at_home(self._paperwork.folder)
        width = max(self.size.width - 4, 40)
        self.query_one("#detail", Sheet).show(about_lines(self._sort, where, width))

    def _show_work(self) -> None:
        """How far what is printed has come."""
        printing = self._paperwork.under_way
        if self.has_class("printing") != (printing is not None):
            self.set_class(printing is not None, "printing")
            self.show_keys()
        if printing is not None:
            work = printing.work
            line = printing_words(printing.title, printing.form, work.done, work.total, "S")
            self.query_one("#work", Static).update(Text(line, no_wrap=True), layout=False)


def _read_back(day: DayReading) -> tuple[bool, str]:
    """Whether it is a day, and the day or what would be right in words."""
    return (not day.problem, day.problem or day.echo)
