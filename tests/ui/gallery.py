"""A screen with one of each widget, for the tests of the shell alone."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from textual.app import ComposeResult
from textual.pilot import Pilot

from sgtui.ui.app import Loaded, SgtuiApp
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.choice_row import Choice, ChoiceRow
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.row_list import Piece, Row, RowList, heading
from sgtui.ui.widgets.story import Story
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.widgets.time_field import TimeField
from sgtui.ui.widgets.title_line import TitleFacts

FACTS = TitleFacts("Rosewood House", "Sun 22 Nov 14:32", "J Okafor, shift leader", "live")

PEOPLE = (
    Candidate("ada", "Ada Vale", "Rm 12"),
    Candidate("tom", "Tom Bell", "Rm 3"),
    Candidate("sam", "Sam Lead", "safeguarding lead, on call"),
    Candidate("zoe", "Zoë O'Neill-Ward", "carer", ("bank",)),
)

KINDS = tuple(
    Choice(word.lower(), word)
    for word in (
        "Physical", "Neglect", "Emotional", "Financial", "Sexual", "Domestic",
        "Discriminatory", "Organisational", "Slavery", "Self-neglect",
    )
)  # fmt: skip


def read_time(typed: str) -> tuple[bool, str]:
    """Understands only `now` and `-2h`."""
    readings = {"": "now, today 14:32", "-2h": "today 12:32"}
    return (typed in readings, readings.get(typed, "Type 1430, -2h or yest 14:30"))


class FormScreen(DeskScreen):
    """Every kind of field."""

    heading = "New concern"
    purpose = "Records a concern about a person, on one screen."
    commands = (
        Command("form.ditto", "f8", "Same again", "Same as my last entry",
                "Fills the field as in your last entry.", "ditto"),
    )  # fmt: skip

    AUTO_FOCUS = "#who TextLine"

    saved = 0
    dittos = 0

    def body(self) -> ComposeResult:
        """Six fields in the order the trade speaks."""
        yield FieldRow("Who", Picker(PEOPLE, id="who"), field_help="Type any part of the name.")
        yield FieldRow("What", ChoiceRow(KINDS, many=True, primary=True, id="what"), below=True)
        yield FieldRow("When", TimeField(read_time, id="when"))
        yield FieldRow("Where", TextLine(id="where", placeholder="bedroom"), hint="room or place")
        yield FieldRow("Seen, said", Story(id="story", max_length=300), tall=True)
        safe = (Choice("yes", "Yes"), Choice("steps", "Yes, steps taken"), Choice("no", "No"))
        yield FieldRow("Safe now?", ChoiceRow(safe, id="safe"), below=True)

    def can_save(self) -> bool:
        """A form can be saved."""
        return True

    def action_save(self) -> None:
        """Count."""
        self.saved += 1
        self.say("Saved SG-26-K4T7. Next: tell the manager by 15:40.", "saved")

    def action_ditto(self) -> None:
        """Count."""
        self.dittos += 1


class ListScreen(DeskScreen):
    """The queue's shape."""

    heading = "Queue"
    purpose = "Everything that is owed, most urgent first."
    is_home = True
    commands = (
        Command("list.mine", "m", "Mine", "Only what I owe", "Shows only what you owe.",
                "mine", "lists"),
    )  # fmt: skip

    AUTO_FOCUS = "RowList"

    mine = 0

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__()
        self._rows = rows or queue_rows()

    def body(self) -> ComposeResult:
        """One list."""
        yield RowList(self._rows, empty="Nothing is owed.", id="rows")

    def action_mine(self) -> None:
        """Count."""
        self.mine += 1


def queue_rows() -> list[Row]:
    """A few rows as the queue draws them."""
    return [
        heading("h1", "ACT NOW"),
        row("a", "!! LATE 2d 3h", "late", "SG-26-K4T7  AV Rm 12  Confirm receipt"),
        row("b", "!! LATE 40m  ", "late", "SG-26-9MQX  TB Rm 3   Review safeguard"),
        row("c", "!  DUE 1h 10m", "due", "SG-26-3HDV  ME Rm 7   Threshold decision"),
        heading("h2", "WAITING"),
        row("d", "   OK 4d     ", "calm", "SG-26-7YCP  PD Rm 15  Decision due"),
    ]


def row(key: str, state: str, tone: str, rest: str) -> Row:
    """One line of the queue."""
    return Row(key, ((Piece(state, tone), Piece(f"  {rest}")),))


def gallery(first: str = "form", **screens: type[DeskScreen]) -> SgtuiApp:
    """An app that opens on the form or the list."""
    known: dict[str, type[DeskScreen]] = {"concern": FormScreen, "queue": ListScreen, **screens}
    start = FormScreen if first == "form" else ListScreen
    return SgtuiApp(lambda: Loaded(start, known, facts=FACTS))


@asynccontextmanager
async def opened(app: SgtuiApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """A pilot of the app, once its first screen is there."""
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        yield pilot


if __name__ == "__main__":
    import sys

    gallery(*sys.argv[1:2]).run(mouse=False)
