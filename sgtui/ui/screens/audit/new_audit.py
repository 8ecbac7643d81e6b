"""Beginning an audit: which files, how many, of which time."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from sgtui.domain.entries.choices import Sampling
from sgtui.domain.typed_day import DayReading
from sgtui.domain.typed_period import PeriodReading, read_period
from sgtui.services.audit_draw import MOST_FILES, Drawn, Wanted, begin
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.work import Work
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.choice_row import Choice, ChoiceRow
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.widgets.time_field import TimeField

USUAL_SIZE = "10"
"""Files that a sample has where nobody says otherwise."""

_CHOICES = tuple(Choice(one.value, one.label) for one in Sampling)


class NewAuditScreen(DeskScreen):
    """Four answers, and the files are drawn."""

    AUTO_FOCUS = "#sampling"
    heading = "Audit"
    purpose = (
        "Draws the files of an audit. A random sample is drawn with a number that is kept, so "
        "that anybody can draw the same again. Days are typed as 1 Oct 2026, -90d or today. "
        "Ctrl+S begins."
    )
    commands: ClassVar = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._beginning = False
        self._from = TimeField(self._read_first, placeholder="-90d", id="from")
        self._to = TimeField(self._read_last, placeholder="now", id="to")

    def body(self) -> ComposeResult:
        """Which, how many, from when to when, drawn with what."""
        yield FieldRow("Files", ChoiceRow(_CHOICES, (Sampling.RANDOM.value,), id="sampling"),
                       below=True, field_help="Which files are looked through.")  # fmt: skip
        yield FieldRow("How many", TextLine(USUAL_SIZE, max_length=5, id="size"), below=True,
                       hint="for a sample and for those with most late; empty: all of them",
                       field_help="How many files.", id="row-size")  # fmt: skip
        yield FieldRow("Open from", self._from, field_help=self.purpose)
        yield FieldRow("to", self._to, field_help=self.purpose)
        yield FieldRow("Seed", TextLine(max_length=9, id="seed"), below=True,
                       hint="empty: a new draw; the seed of an earlier one draws the same again",
                       field_help="The number that a random sample is drawn with.",
                       id="row-seed")  # fmt: skip

    def on_mount(self) -> None:
        """What to do."""
        self.say("Ctrl+S draws the files and begins.")

    def can_save(self) -> bool:
        """Until it is begun."""
        return not self._beginning

    def _period(self) -> PeriodReading:
        return read_period(self._from.value, self._to.value, self.desk.now())

    def _read_first(self, _typed: str) -> tuple[bool, str]:
        return _read_back(self._period().first)

    def _read_last(self, _typed: str) -> tuple[bool, str]:
        return _read_back(self._period().last)

    @on(TimeField.Changed, "#from")
    def _first_day_changed(self) -> None:
        self._to.read_again()

    @on(TextLine.Changed)
    def _typed(self, event: TextLine.Changed) -> None:
        for row in event.input.ancestors:
            if isinstance(row, FieldRow):
                row.complain("")

    def action_save(self) -> None:
        """Ctrl+S: draw them, or say what is wrong."""
        period, size, seed = self._period(), self._number("size"), self._number("seed")
        sampling = Sampling.of(self.query_one(ChoiceRow).value or Sampling.RANDOM.value)
        if period.since is None or period.until is None:
            self.say(period.problem, "problem")
            self.set_focus(self._from.input)
        elif size is not False and seed is not False and not self._beginning:
            self._beginning = True
            self.say(words.SAVING)
            wanted = Wanted(sampling, Period(period.since, period.until), size or None, seed)
            desk = self.desk
            self.shell.writes.queue("begin", lambda: begin(desk, wanted, Work()), self)

    def _number(self, name: str) -> int | None | bool:
        """The number typed, None for an empty line, False for what is none: that is said."""
        line = self.query_one(f"#{name}", TextLine)
        typed = line.text
        if not typed:
            return None
        if typed.isascii() and typed.isdecimal() and (name != "size" or int(typed) > 0):
            return min(int(typed), MOST_FILES) if name == "size" else int(typed)
        row = self.query_one(f"#row-{name}", FieldRow)
        row.complain("Type a whole number, or leave it empty.")
        self.set_focus(line)
        return False

    def on_answered(self, event: Answered) -> None:
        """Drawn: to its files."""
        if isinstance(event.value, Drawn):
            drawn = event.value
            count = len(drawn.said.files)
            files = "1 file" if count == 1 else f"{count} files"
            said = f"{files} drawn. Enter opens the first."
            if drawn.left_out:
                said = f"{said} {_left_out(drawn.left_out)}"
            self.shell.go_back()
            self.shell.open_screen("audit_files", drawn.id, said)

    def on_failed(self, event: Failed) -> None:
        """Nothing was begun."""
        self._beginning = False
        self.show_keys()
        self.say(event.sentence, "problem")


def _left_out(count: int) -> str:
    """That somebody else audits the files that name whoever audits (G21)."""
    names = "1 more names you" if count == 1 else f"{count} more name you"
    return f"{names}: another audits those."


def _read_back(day: DayReading) -> tuple[bool, str]:
    return (not day.problem, day.problem or day.echo)
