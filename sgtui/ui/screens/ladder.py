"""The ladder: the whole way drawn as a flowchart, and for a case what comes if nobody answers."""

from typing import ClassVar
from uuid import UUID

from textual import events
from textual.app import ComposeResult

from sgtui.domain.flowchart import HERE, draw
from sgtui.domain.ladder import Ladder
from sgtui.services.case import CaseView, read_case
from sgtui.services.desk import Desk
from sgtui.services.ladder_picture import case_lines
from sgtui.services.ladders import CaseChange, case_preview
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.case_desk import open_form
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.row_list import Line, Piece
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.status_line import StatusKind
from sgtui.ui.wording.case_words import person_words
from sgtui.ui.wording.dry_run import dry_run
from sgtui.ui.wording.ladder_words import followed_words


class LadderSheet(Sheet, can_focus=True):
    """The drawing: Up, Down and the page keys move over it."""

    def action_move(self, step: int) -> None:
        """A line up or down."""
        self.scroll_to(y=self.scroll_offset.y + step, animate=False)

    def action_page(self, pages: int) -> None:
        """A page up or down."""
        page = max(self.size.height - 1, 1)
        self.scroll_to(y=self.scroll_offset.y + pages * page, animate=False)

    def action_first(self) -> None:
        """To the top."""
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """To the end."""
        self.scroll_to(y=self.max_scroll_y, animate=False)


class LadderScreen(DeskScreen):
    """The ladder of the home, or of one case with its place on it."""

    AUTO_FOCUS = "#chart"
    heading = "Ladder"
    purpose = (
        "Every stage of the ladder: who owns it, how long it has, and where it leads, in time or "
        "late. For a case, first what comes if nobody answers."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("ladder.here", "h", "Here", "Go to where the case is now",
                "Moves to the stages that run now, one after the other.", "here", "lists",
                words=("stage", "now")),
        Command("ladder.follow", "f", "Follow another", "Follow another ladder from now on",
                "Choose an adopted ladder, see what it would change in this case, then say why.",
                "follow", "lists", words=("pin", "version", "change", "board")),
    )  # fmt: skip

    def __init__(self, desk: Desk, case_id: UUID | None = None) -> None:
        """Without a case, the ladder that the home has adopted."""
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self._view: CaseView | None = None
        self._ladder: Ladder | None = None
        self._here: list[int] = []
        self._asks: Reads
        self._wanted = ""

    def body(self) -> ComposeResult:
        """One drawing."""
        yield LadderSheet(id="chart")

    def on_mount(self) -> None:
        """Read the ladder, and the case if there is one."""
        self._asks = Reads(self, self.shell.explanations)
        self._read()

    def noted(self, sentence: str, kind: StatusKind = "saved") -> None:
        """Say what a form has done, and draw the ladder that the case follows now."""
        self.say(sentence, kind)
        self._read()

    def _read(self) -> None:
        desk, case_id = self.desk, self.case_id

        def job() -> CaseView | Ladder:
            if case_id is not None:
                return read_case(desk, case_id)
            with desk.store.reading() as unit:
                register = desk.register(unit)
                return desk.known.ladder(register, register.current_ladder)

        self._asks.ask("ladder", job)

    def on_answered(self, event: Answered) -> None:
        """Draw it."""
        if isinstance(event.value, CaseView):
            self._view, self._ladder = event.value, event.value.ladder
        elif isinstance(event.value, Ladder):
            self._ladder = event.value
        elif isinstance(event.value, CaseChange):
            self._show_change(event.value)
            return
        self._draw()
        self.show_keys()

    def on_failed(self, event: Failed) -> None:
        """Say why it cannot be shown."""
        self.say(event.sentence, "problem")

    def on_resize(self, _event: events.Resize) -> None:
        """Draw it at the new width."""
        self._draw()

    def available(self, command: Command) -> bool:
        """Going to where the case is; another ladder for an open case, where there is another."""
        if command.action == "follow":
            return bool(self._others()) and "entry" in self.shell.screens
        return bool(self._here) if command.action == "here" else super().available(command)

    def _others(self) -> list[str]:
        """The adopted ladders that this case does not follow."""
        view = self._view
        if view is None or not view.case.is_open:
            return []
        return [one for one in sorted(view.register.ladders) if one != view.ladder.version]

    def action_follow(self) -> None:
        """F: choose which, see what it would change, then the form that asks why."""
        if self._view is None or not self._others():
            return
        desk, register = self.desk, self._view.register
        found = (desk.known.ladder(register, version) for version in self._others())
        listed = [Candidate(one.version, f"{one.version} ", one.authority) for one in found]
        question = NumberedDialog("Which ladder shall this case follow?", {"ADOPTED HERE": listed})
        self.app.push_screen(question, self._look)

    def _look(self, version: str | None) -> None:
        if version is None or self.case_id is None:
            return
        desk, case_id, self._wanted = self.desk, self.case_id, version
        self._asks.ask("change", lambda: case_preview(desk, case_id, version))

    def _show_change(self, found: CaseChange) -> None:
        """What it would change; then the form, with the ladder filled in."""
        now = self.desk.now()
        lines = tuple(case_lines(found, now)) or ("Nothing that is open would change.",)
        reading = ReadingDialog(f"If it followed {self._wanted}", "\n".join(lines))
        self.app.push_screen(reading, self._ask_why)

    def _ask_why(self, _read: None) -> None:
        if self.case_id is not None:
            open_form(self.shell, self.case_id, "ladder_pinned", {"version": self._wanted})

    def action_here(self) -> None:
        """H: the next stage that runs now, from the last back to the first."""
        sheet = self.query_one(LadderSheet)
        below = [line for line in self._here if line - 1 > sheet.scroll_offset.y]
        reached_end = sheet.scroll_offset.y >= sheet.max_scroll_y
        target = self._here[0] if reached_end or not below else below[0]
        sheet.scroll_to(y=target - 1, animate=False)

    def _draw(self) -> None:
        if self._ladder is None:
            return
        view = self._view
        stages = frozenset(clock.stage for clock in view.running) if view else frozenset[str]()
        width = max(self.size.width - 5, 60)
        drawn = draw(self._ladder, width, self.app.has_class("-ascii"), stages)
        top: list[Line] = []
        if view is not None:
            title = f"{view.case.reference}  {person_words(view)}"
            top = [(Piece(title, "strong"),), *followed_words(view, width), *dry_run(view)]
        lines = [*top, *((Piece(line, "due" if HERE in line else ""),) for line in drawn)]
        self._here = [n for n, line in enumerate(lines) if HERE in line[0].text]
        sheet = self.query_one(LadderSheet)
        at = sheet.scroll_offset.y
        sheet.show(lines)
        self.call_after_refresh(sheet.scroll_to, y=at, animate=False)
