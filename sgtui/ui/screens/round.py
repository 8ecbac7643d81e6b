"""The manager's round: all that waits for this person to look at it, answered in few keys."""

from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult

from sgtui.domain.ladder import Duty
from sgtui.domain.next_step import Step
from sgtui.services.case import CaseView, read_case
from sgtui.services.desk import Desk
from sgtui.services.round import Round, RoundItem, read_round
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.screens.case_desk import AGAIN_EVERY, LOOK_EVERY
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.look import LookScreen
from sgtui.ui.screens.round_rows import head_line, round_rows
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.row_list import Line, RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.status_line import StatusKind
from sgtui.ui.wording.round_words import fact_lines

_FACTS = 8
"""Lines of facts under the list."""

NOTHING = "Nothing waits for you to look at it."


class RoundScreen(DeskScreen):
    """What waits to be looked at: decisions, cases of high risk, what is over, what was done."""

    DEFAULT_CSS = f"""
    RoundScreen #facts {{ height: {_FACTS}; margin: 1 0 0 0; padding: 0 1; }}
    """

    AUTO_FOCUS = "#items"
    heading = "Round"
    purpose = (
        "Decisions to countersign, weekly looks at cases of high risk, closures to decide, what "
        "is to be looked back on and what to verify. Enter opens one with its facts; Ctrl+S saves "
        "and opens the next."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("round.look", "o", "Look", "Look at the highlighted one (O or Enter)",
                "Opens its facts with the form that answers it.", "look", "lists",
                words=("countersign", "verify", "approve", "weekly", "oversight")),
        Command("round.case", "c", "Case", "Open the case of the highlighted one",
                "Opens the whole case.", "its_case", "lists", screen="case"),
        Command("round.on", "space", "Read on", "Read on in the facts",
                "Shows the facts that do not fit, then the beginning again.", "read_on", "lists",
                words=("more",)),
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._round: Round | None = None
        self._view: CaseView | None = None
        self._change = -1
        self._next: str | None = None
        """The key of the one to be opened once the round has been read again."""
        self._saved = ""
        """What the next one begins by saying: that the one before it was saved."""
        self._asks: Reads

    def body(self) -> ComposeResult:
        """How many, the list, the facts of the one stood on."""
        yield Sheet(fitted=True, id="head")
        yield RowList(id="items", empty=words.READING)
        yield Sheet(id="facts")

    def on_mount(self) -> None:
        """Read what waits, and stay with it."""
        self._asks = Reads(self, self.shell.explanations)
        self._read()
        self.set_interval(LOOK_EVERY, self._look_for_change)
        self.set_interval(AGAIN_EVERY, self._read)

    def on_screen_resume(self) -> None:
        """What was recorded meanwhile."""
        if self._round is not None:
            self._read()

    def on_resize(self, _event: events.Resize) -> None:
        """The columns follow the width."""
        self.call_after_refresh(self._draw)

    def _read(self) -> None:
        desk = self.desk

        def job() -> tuple[int, Round]:
            return desk.store.change_number(), read_round(desk)

        self._asks.ask("round", self.shell.writes.behind(job))

    def _look_for_change(self) -> None:
        if self.is_current:
            self._asks.ask("change", self.desk.store.change_number)

    def on_answered(self, event: Answered) -> None:
        """The round, or the case of the one stood on, has been read."""
        match event.value:
            case (int() as change, Round() as found):
                self._change, self._round = change, found
                self._draw()
                self._ask_facts()
                self._go_on()
            case CaseView() as view:
                self._view = view
                self._draw_facts()
                if event.request.name == "open":
                    self._open(view)
            case int() as change if change != self._change:
                self._read()

    def on_failed(self, event: Failed) -> None:
        """What could not be read, and why."""
        self._view = None
        self.query_one("#facts", Sheet).show([])
        self.say(event.sentence, "problem")

    def available(self, command: Command) -> bool:
        """What needs one to stand on."""
        match command.action:
            case "open('round')":
                return False
            case "look":
                return self._item is not None
            case "its_case":
                return self._item is not None and super().available(command)
            case "read_on":
                return self.is_mounted and self.query_one("#facts", Sheet).has_more
        return super().available(command)

    @property
    def _item(self) -> RoundItem | None:
        """The one that the cursor stands on."""
        lists = self.query("#items").results(RowList)
        key = next((rows.key for rows in lists), None)
        items = self._round.items if self._round else ()
        return next((item for item in items if item.row.key == key), None)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self._ask_facts()
        self.show_keys()

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_look()

    def action_look(self) -> None:
        """O or Enter: read its case anew, then open it."""
        if self._item is not None:
            self._ask_case("open", self._item.row.case_id)

    def action_its_case(self) -> None:
        """C."""
        if self._item is not None:
            self.shell.open_screen("case", self._item.row.case_id)

    def action_read_on(self) -> None:
        """Space."""
        self.query_one("#facts", Sheet).read_on()

    def _ask_case(self, name: str, case_id: UUID) -> None:
        desk = self.desk
        self._asks.ask(name, self.shell.writes.behind(lambda: read_case(desk, case_id)))

    def _ask_facts(self) -> None:
        if self._item is None:
            self._view = None
            self._draw_facts()
        else:
            self._ask_case("facts", self._item.row.case_id)

    def _open(self, view: CaseView) -> None:
        """The form that answers it; where there are several answers, which."""
        item = self._item
        if item is None or not self.is_current or view.case.id != item.row.case_id:
            return
        ways = _ways(item, view)
        if len(ways) == 1:
            self._push(item, ways[0])
        elif ways:
            listed = {"DECIDE": [Candidate(str(n), way.label) for n, way in enumerate(ways)]}
            question = NumberedDialog(f"{item.row.reference}  {item.row.duty}", listed)
            self.app.push_screen(question, lambda key: self._chosen(item, ways, key))

    def _chosen(self, item: RoundItem, ways: tuple[Step, ...], key: str | None) -> None:
        if key is not None:
            self._push(item, ways[int(key)])

    def _push(self, item: RoundItem, way: Step) -> None:
        saved, self._saved = self._saved, ""
        self.app.push_screen(LookScreen(self.desk, item, way, self._looked, saved))

    def _looked(self, item: RoundItem, sentence: str, kind: StatusKind) -> None:
        """A look has ended: saved, the next one of the same turn opens."""
        self._next = self._after(item) if kind == "saved" else None
        if self._next is not None:
            self._saved = f"{sentence.partition('. ')[0].rstrip('.')}. This is the next one."
        self.say(sentence, kind)
        self._read()

    def _after(self, item: RoundItem) -> str | None:
        items = self._round.items if self._round else ()
        keys = [one.row.key for one in items if one.turn is item.turn]
        here = keys.index(item.row.key) + 1 if item.row.key in keys else len(keys)
        return keys[here] if here < len(keys) else None

    def _go_on(self) -> None:
        """Open the one after what was just saved, where it still waits.

        What has more than one answer is only stood on: its facts are read before one is chosen.
        """
        key, self._next = self._next, None
        there = key is not None and self.is_current and self._items.stand_on(key)
        if there and self._item is not None and self._item.duty is not Duty.CLOSURE:
            self.action_look()
        elif key is not None:
            self._saved = ""

    @property
    def _items(self) -> RowList:
        return self.query_one("#items", RowList)

    def _draw(self) -> None:
        if self._round is None or not self.query("#items"):
            return
        self._items.empty = NOTHING
        self._items.fill(list(round_rows(self._round, max(self._items.size.width - 2, 40))))
        self.query_one("#head", Sheet).show([head_line(self._round)])
        self._draw_facts()
        self.show_keys()

    def _draw_facts(self) -> None:
        item, view, sheet = self._item, self._view, self.query_one("#facts", Sheet)
        lines: list[Line] = []
        if item is not None and view is not None and view.case.id == item.row.case_id:
            clock = next((one for one in view.clocks if one.key == item.clock_key), None)
            if clock is not None:
                lines = fact_lines(view, clock, max(self.size.width - 7, 40))
        sheet.show(lines)
        self.call_after_refresh(self.show_keys)


def _ways(item: RoundItem, view: CaseView) -> tuple[Step, ...]:
    """The entries that answer it: of a request to close both, of anything else the one."""
    found = (one.steps for one in view.next_steps if one.clock.key == item.clock_key)
    steps = next(found, ())
    return steps if item.duty is Duty.CLOSURE else steps[:1]
