"""Next step: one duty, big and plain, with what to do, by when, whom to ring and what to say."""

from typing import ClassVar
from uuid import UUID

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from sgtui.domain.next_step import NextStep, Step
from sgtui.domain.text import display_cells
from sgtui.services.case import CaseView
from sgtui.services.desk import Desk
from sgtui.ui.commands import Command
from sgtui.ui.screens.case_desk import CaseDesk
from sgtui.ui.widgets.row_list import Line, Piece, Row, RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.wording.case_words import person_words
from sgtui.ui.wording.step_words import evidence_words, late_note, step_lines

COMMANDS = (
    Command("next.after", "right,pagedown", "Next duty", "Next duty of this case",
            "Goes to the duty that is due after this one.", "turn(1)", "everywhere",
            words=("other", "another")),
    Command("next.before", "left,pageup", "", "Duty before",
            "Goes back to the duty before this one.", "turn(-1)", "everywhere"),
    Command("next.on", "space", "Read on", "Read on",
            "Shows what does not fit, then the beginning again.", "read_on", "lists",
            words=("checklist", "more")),
    Command("next.case", "c", "Case", "Open the whole case",
            "Opens the case with its ladder and chronology.", "case", "lists", screen="case"),
    *(
        Command(f"next.do-{n}", str(n), "", f"Do number {n} of the list",
                "Opens its form with what is known filled in.", f"do({n})", "lists")
        for n in range(1, 10)
    ),
)  # fmt: skip


class NextStepScreen(CaseDesk):
    """What the ladder says to do now for one case."""

    DEFAULT_CSS = """
    NextStepScreen #whose { height: 1; text-style: bold; color: $strong; margin: 0 0 1 0; }
    NextStepScreen #record { height: 1; margin: 1 0 0 0; padding: 0 1; }
    NextStepScreen #record { color: $accent; text-style: bold; }
    NextStepScreen .-crowded #whose { margin: 0; }
    NextStepScreen .-crowded #record { margin: 0; }
    """

    AUTO_FOCUS = "#steps"
    heading = "Next step"
    purpose = (
        "What the ladder says to do now. Ring, say it, then press the number of what came of it. "
        "Right and Left go to the other duties of the case."
    )
    commands: ClassVar[tuple[Command, ...]] = COMMANDS
    passes_back: ClassVar[bool] = True
    """Once something is recorded the way leads back to the case."""

    def __init__(self, desk: Desk, case_id: UUID, clock_key: str | None = None) -> None:
        """`clock_key`: the duty to open on; None for the most urgent."""
        super().__init__(desk, case_id)
        self._key = clock_key
        self._at = 0

    def body(self) -> ComposeResult:
        """Whose, the duty, and what may be recorded."""
        yield Static("", markup=False, id="whose")
        yield Sheet(fitted=True, id="duty")
        yield Static("", markup=False, id="record")
        yield RowList(id="steps")

    def show(self, view: CaseView) -> None:
        """Draw the duty; it stays the same one while it runs."""
        keys = [step.clock.key for step in view.next_steps]
        wanted = self._key.removeprefix(f"{self.case_id}.") if self._key else ""
        self._at = keys.index(wanted) if wanted in keys else min(self._at, max(len(keys) - 1, 0))
        self._key = keys[self._at] if keys else None
        self._draw()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self._draw()

    @property
    def step(self) -> NextStep | None:
        """The duty shown; None while nothing is owed."""
        steps = self.view.next_steps if self.view else ()
        return steps[self._at] if self._at < len(steps) else None

    def available(self, command: Command) -> bool:
        """Turning where there are several duties, doing where there is something to do."""
        if command.action == "next_step":
            return False
        step, view = self.step, self.view
        if command.action.startswith("turn("):
            return view is not None and len(view.next_steps) > 1
        if command.action.startswith("do("):
            number = int(command.action[3:-1])
            return step is not None and number <= len(step.steps)
        if command.action == "read_on":
            return self.is_mounted and self.query_one("#duty", Sheet).has_more
        return super().available(command)

    def action_turn(self, by: int) -> None:
        """Right and Left, PageDown and PageUp: round through the duties."""
        if self.view is not None and self.view.next_steps:
            self._at = (self._at + by) % len(self.view.next_steps)
            self._key = self.view.next_steps[self._at].clock.key
            self._draw()

    def action_read_on(self) -> None:
        """Space."""
        self.query_one("#duty", Sheet).read_on()

    def action_case(self) -> None:
        """C."""
        self.shell.open_screen("case", self.case_id)

    def action_do(self, number: int) -> None:
        """A digit: the form for that step."""
        if self.step is None or self.view is None or number > len(self.step.steps):
            return
        chosen = self.step.steps[number - 1]
        self.enter(chosen.kind, dict(chosen.known), late_note(self.step, self.view))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.action_do(int(event.key))

    def _draw(self) -> None:
        view, step = self.view, self.step
        if view is None:
            return
        count = len(view.next_steps)
        which = f"duty {self._at + 1} of {count}" if count else "nothing owed"
        whose = f" {view.case.reference}  {person_words(view)}   {which}"
        self.query_one("#whose", Static).update(Text(display_cells(whose), no_wrap=True))
        sheet, rows = self.query_one("#duty", Sheet), self.query_one("#steps", RowList)
        if step is None:
            sheet.show([(Piece("Nothing is owed on this case now.", "strong"),)])
            rows.fill([])
            rows.styles.height = 0
            return
        self._show_duty(step, view, sheet)
        over = "THEN RECORD WHAT CAME OF IT" if step.steps else ""
        self.query_one("#record", Static).update(over)
        rows.fill([Row(str(n), (_step_line(n, one),)) for n, one in enumerate(step.steps, start=1)])
        rows.styles.height = max(len(step.steps), 1)
        self.call_after_refresh(self.show_keys)

    def _show_duty(self, step: NextStep, view: CaseView, sheet: Sheet) -> None:
        """The duty in its words; where they do not fit, without an empty line anywhere."""
        width = self.size.width - 2
        lines, around = step_lines(step, view, width), 7 + len(step.steps) + self.shell.facts.demo
        crowded = len(lines) > self.size.height - around
        if crowded:
            lines, around = step_lines(step, view, width, spaced=False), around - 2
        self.query_one("#body").set_class(crowded, "-crowded")
        sheet.most = max(self.size.height - around, 3)
        sheet.show(lines)


def _step_line(number: int, one: Step) -> Line:
    """Its number, what is recorded, and what its form brings along."""
    evidence = evidence_words(one)
    more = Piece(f"  {evidence}" if evidence else "", "quiet")
    return (Piece(f"{number}  ", "strong"), Piece(one.label), more)
