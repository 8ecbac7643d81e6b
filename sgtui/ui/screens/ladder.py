"""The ladder: the whole way drawn as a flowchart, and for a case what comes if nobody answers."""

from typing import ClassVar
from uuid import UUID

from textual import events
from textual.app import ComposeResult

from sgtui.domain.flowchart import HERE, draw
from sgtui.domain.ladder import Ladder
from sgtui.services.case import CaseView, read_case
from sgtui.services.desk import Desk
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.row_list import Line, Piece
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.wording.case_words import person_words
from sgtui.ui.wording.dry_run import dry_run


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
    )  # fmt: skip

    def __init__(self, desk: Desk, case_id: UUID | None = None) -> None:
        """Without a case, the ladder that the home has adopted."""
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self._view: CaseView | None = None
        self._ladder: Ladder | None = None
        self._here: list[int] = []

    def body(self) -> ComposeResult:
        """One drawing."""
        yield LadderSheet(id="chart")

    def on_mount(self) -> None:
        """Read the ladder, and the case if there is one."""
        desk, case_id = self.desk, self.case_id

        def job() -> CaseView | Ladder:
            if case_id is not None:
                return read_case(desk, case_id)
            with desk.store.reading() as unit:
                register = desk.register(unit)
                return desk.known.ladder(register, register.current_ladder)

        Reads(self, self.shell.explanations).ask("ladder", job)

    def on_answered(self, event: Answered) -> None:
        """Draw it."""
        if isinstance(event.value, CaseView):
            self._view, self._ladder = event.value, event.value.ladder
        elif isinstance(event.value, Ladder):
            self._ladder = event.value
        self._draw()
        self.show_keys()

    def on_failed(self, event: Failed) -> None:
        """Say why it cannot be shown."""
        self.say(event.sentence, "problem")

    def on_resize(self, _event: events.Resize) -> None:
        """Draw it at the new width."""
        self._draw()

    def available(self, command: Command) -> bool:
        """Going to where the case is, on a case that is somewhere."""
        return bool(self._here) if command.action == "here" else super().available(command)

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
            top = [(Piece(title, "strong"),), *dry_run(view)]
        lines = [*top, *((Piece(line, "due" if HERE in line else ""),) for line in drawn)]
        self._here = [n for n, line in enumerate(lines) if HERE in line[0].text]
        sheet = self.query_one(LadderSheet)
        at = sheet.scroll_offset.y
        sheet.show(lines)
        self.call_after_refresh(sheet.scroll_to, y=at, animate=False)
