"""Adopting a ladder: named by number or file, looked at with what it would change, adopted."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding

from sgtui.domain.ladder_file import shipped, shipped_versions
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.services.ladder_picture import picture
from sgtui.services.ladders import Adopted, Preview, adopt_ladder, ladder_text, preview
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.ladder import LadderSheet
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.row_list import Line
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.wording.ladder_words import choices, picture_lines, plain_lines


class AdoptLadderScreen(DeskScreen):
    """One line to name a ladder in, and below it what that ladder would change."""

    DEFAULT_CSS = """
    AdoptLadderScreen #shown { margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "#typed"
    heading = "Adopt a ladder"
    purpose = (
        "Type the number of a ladder that comes with the program, or the path of a file, and "
        "Enter: you see what it would change. F9 adopts it for new cases. A case that is open "
        "keeps its ladder until somebody lets it follow another."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("adopt.adopt", "f9", "Adopt", "Adopt the ladder that is shown",
                "New cases follow it from now on. Asks first.", "adopt",
                words=("ladder", "confirm", "yes")),
    )  # fmt: skip
    BINDINGS = [
        Binding("up", "sheet('move', -1)", "Line above", show=False, priority=True),
        Binding("down", "sheet('move', 1)", "Line below", show=False, priority=True),
        Binding("pageup", "sheet('page', -1)", "Page up", show=False, priority=True),
        Binding("pagedown", "sheet('page', 1)", "Page down", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, done: Callable[[str, str], None] | None = None) -> None:
        """`done`: told the version that was adopted, and what to say."""
        super().__init__()
        self.desk = desk
        self._done = done
        self._found: Preview | None = None
        self._text = ("", "")
        self._register: Register | None = None
        self._asks: Reads

    def body(self) -> ComposeResult:
        """The line, and the sheet."""
        line = TextLine(id="typed", advance=False, placeholder="1, 2 .. or the path of a file")
        yield FieldRow("Ladder", line, below=True, field_help=self.purpose)
        yield LadderSheet(id="shown")

    def on_mount(self) -> None:
        """List what can be chosen."""
        self._asks = Reads(self, self.shell.explanations)
        self.query_one(LadderSheet).can_focus = False
        desk = self.desk

        def job() -> Register:
            with desk.store.reading() as unit:
                return desk.register(unit)

        self._asks.ask("register", job)

    @on(TextLine.Submitted)
    def _enter(self, event: TextLine.Submitted) -> None:
        event.stop()
        typed = self.query_one("#typed", TextLine).text
        if not typed:
            self._row.complain("Type a number of the list, or the path of a file.")
            return
        versions = shipped_versions()
        by_number = typed.isascii() and typed.isdecimal() and 0 < int(typed) <= len(versions)
        named = versions[int(typed) - 1] if by_number else typed
        self.say(words.READING)
        desk = self.desk

        def job() -> tuple[str, str, Preview]:
            name, text = ladder_text(named)
            return name, text, preview(desk, text, name)

        self._asks.ask("preview", job)

    @on(TextLine.Changed)
    def _typed(self) -> None:
        """Another name: what was shown is not what would be adopted."""
        self._row.complain("")
        if self._found is not None:
            self._found = None
            self._draw()
            self.show_keys()

    def on_answered(self, event: Answered) -> None:
        """What can be chosen, what one would change, or that it was adopted."""
        match event.value:
            case Register() as register:
                self._register = register
                self._draw()
            case (str() as name, str() as text, Preview() as found):
                self._text, self._found = (name, text), found
                self._draw()
                keys = "Up, Down and the page keys read on."
                self.say(keys if found.refusal else f"F9 adopts it. {keys}")
                self.show_keys()
            case Adopted() as adopted:
                self._adopted(adopted)

    def on_failed(self, event: Failed) -> None:
        """It cannot be read, or not be adopted: nothing has changed. Every fault is shown."""
        first, *more = event.sentence.splitlines() or [""]
        self.say("")
        self._row.complain(f"{len(more) + 1} faults, as below." if more else first)
        if more:
            width = max(self.size.width - 5, 40)
            self.query_one(LadderSheet).show(plain_lines((first, *more), width))

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap it anew."""
        self._draw()

    def available(self, command: Command) -> bool:
        """F9 once a ladder is shown."""
        if command.action == "adopt":
            may = self._found is not None and not self._found.refusal
            return may and not self.shell.writes.saving
        return super().available(command)

    def action_sheet(self, way: str, step: int) -> None:
        """Up, Down and pages move over what is shown while the line keeps the focus."""
        sheet = self.query_one(LadderSheet)
        if way == "move":
            sheet.action_move(step)
        else:
            sheet.action_page(step)

    def action_adopt(self) -> None:
        """F9: asks, then adopts what is shown."""
        if self._found is None:
            return
        question = ConfirmDialog(
            f"Adopt {self._found.ladder.version}?",
            "New cases follow it from now on. A case that is open keeps the ladder it follows.",
            needs_reason=False,
        )
        self.app.push_screen(question, self._adopt)

    def _adopt(self, given: str | None) -> None:
        if given is None:
            return
        desk, (name, text) = self.desk, self._text
        self.say(words.SAVING)
        self.shell.writes.save("adopt", lambda: adopt_ladder(desk, text, name), self)

    def _adopted(self, adopted: Adopted) -> None:
        said = f"{adopted.version}. New cases follow it."
        kept = sum(count for _, count in adopted.others)
        if kept:
            keep = "1 open case keeps its own" if kept == 1 else f"{kept} open cases keep theirs"
            said = f"{said} {keep}."
        self.shell.go_back()
        if self._done is not None:
            self._done(adopted.version, said)

    @property
    def _row(self) -> FieldRow:
        return self.query_one(FieldRow)

    def _draw(self) -> None:
        if self._register is not None:
            self.query_one(LadderSheet).show(self._lines(self._register))

    def _lines(self, register: Register) -> list[Line]:
        found = self._found
        if found is not None:
            width = max(self.size.width - 5, 40)
            return picture_lines(found.ladder, picture(found), found.as_at, width)
        there = [ladder for version in shipped_versions() if (ladder := shipped(version))]
        return choices(there, register.current_ladder, register.ladders)
