"""The queue: every duty that is owed, most urgent first, live. The desk's home."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer

from sgtui.domain.london_time import clock_words, day_words, in_london
from sgtui.services.desk import Desk
from sgtui.services.queue import Queue, QueueRow, arrange
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import GLOBAL, Command
from sgtui.ui.live import Lost, Moved, Watch
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.queue_filter import Name, QueueFilter
from sgtui.ui.screens.queue_reading import Reading, note_lines, read_queue
from sgtui.ui.screens.queue_rows import detail_lines, head_line, queue_rows, short_name
from sgtui.ui.widgets.row_list import Line, Piece, RowList
from sgtui.ui.widgets.sheet import Sheet

_GLOBAL = {command.id: command for command in GLOBAL}

COMMANDS = (
    _GLOBAL["desk.concern"],
    _GLOBAL["desk.next"],
    Command("queue.open", "o", "Open", "Open the case (O or Enter)",
            "Opens the case of the highlighted duty.", "open_case", "lists",
            words=("enter", "file", "read"), screen="case"),
    _GLOBAL["desk.find"],
    Command("queue.ladder", "l", "Ladder", "Ladder of this case, drawn",
            "Shows the whole ladder, and what comes if nobody answers.", "ladder", "lists",
            words=("flowchart", "dry run", "escalate"), screen="ladder"),
    Command("queue.register", "r", "Register", "Register: people, staff, desks, ladders, on call",
            "Adds or changes residents, staff, desks to ring, bank holidays, ladders and the rota.",
            "open('register')", "lists",
            words=("resident", "add", "phone", "holiday", "respite", "ladder", "adopt", "rota"),
            screen="register"),
    replace(_GLOBAL["desk.round"], id="queue.round", key="m", hint="Round", scope="lists"),
    replace(_GLOBAL["desk.reports"], id="queue.reports", key="p", hint="Reports", scope="lists"),
    Command("queue.all", "1", "", "List all duties", "Lists every duty.",
            "list('all')", "lists", words=("filter", "everything")),
    Command("queue.mine", "2", "", "List only mine", "Lists only what you owe.",
            "list('mine')", "lists", words=("filter", "my")),
    Command("queue.late", "3", "", "List only what is late",
            "Lists only what is late; again for ours alone, then theirs.",
            "list('late')", "lists", words=("filter", "overdue", "ours", "theirs")),
    Command("queue.risk", "4", "", "List only high risk",
            "Lists only the cases of high or immediate risk.", "list('risk')", "lists",
            words=("filter", "danger")),
)  # fmt: skip


class QueueScreen(DeskScreen):
    """Everything that is owed."""

    DEFAULT_CSS = """
    QueueScreen #head { margin: 0; }
    QueueScreen #detail { height: 3; margin: 1 0 0 0; }
    """

    AUTO_FOCUS = "#duties"
    heading = "Queue"
    purpose = (
        "Everything that is owed, most urgent first. Late duties never leave this list until "
        "they are met. Up and Down move, Enter opens the case, F4 shows what to do now."
    )
    is_home = True
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, desk: Desk, *, bell: bool = False) -> None:
        """`bell`: ring the terminal's bell when a duty becomes late."""
        super().__init__(name="queue")
        self.desk = desk
        self._bell = bell
        self._reading: Reading | None = None
        self._queue: Queue | None = None
        self._filter = QueueFilter()
        self._lost_at: datetime | None = None
        self._behind = False
        """Whether something was recorded while another screen was in front."""
        self._timer: Timer | None = None
        self._asks: Reads
        self._watch: Watch

    def body(self) -> ComposeResult:
        """Counts and filter, what to know, the duties, the duty stood on."""
        yield Sheet(fitted=True, id="head")
        yield Sheet(fitted=True, id="notes")
        yield RowList(id="duties", empty=words.READING)
        yield Sheet(id="detail")

    def on_mount(self) -> None:
        """Begin to watch: the first look reads everything."""
        self._asks = Reads(self, self.shell.explanations)
        number = self.desk.store.change_number
        self._watch = Watch(number, self.shell.explanations, self)
        self._watch.start()
        self.tick()

    def on_unmount(self) -> None:
        """Watch no more: the record may close."""
        self._watch.stop()

    def on_screen_suspend(self) -> None:
        """Another screen is in front."""
        self._watch.in_front(False)

    def on_screen_resume(self) -> None:
        """In front again, with what was recorded meanwhile."""
        if self.is_mounted:
            self._watch.in_front(True)
            self._show_facts()
            self._read_if_behind()

    def on_resize(self, _event: events.Resize) -> None:
        """The columns follow the width."""
        self.call_after_refresh(self._show)

    def tick(self) -> None:
        """A minute has passed, or a duty has become due: work lateness out anew."""
        self._read_if_behind()
        self._arrange()
        self._show_facts()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self.seconds_to_tick(), self.tick)

    def seconds_to_tick(self) -> float:
        """How long until something shown here may change with time alone."""
        now = self.desk.now()
        minute = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
        rows = self._queue.rows if self._queue else ()
        soon = min((row.due_at for row in rows if row.due_at >= now), default=minute)
        return (min(minute, soon) - now).total_seconds() + 0.05

    def on_moved(self, _event: Moved) -> None:
        """Somebody has recorded something: read it now, or when this is looked at."""
        self._behind = True
        if self.is_current or self._reading is None:
            self._read_if_behind()

    def on_lost(self, event: Lost) -> None:
        """The record does not answer: what is shown stays, with its age."""
        self._not_live(event.sentence)

    def on_answered(self, event: Answered) -> None:
        """What was read, or the queue worked out from it."""
        if isinstance(event.value, Reading):
            if self._lost_at is not None:
                self._lost_at = None
                self.say(words.LIVE_AGAIN)
            self._reading = event.value
            self._show_facts()
            self._arrange()
        elif isinstance(event.value, Queue):
            before, self._queue = self._queue, event.value
            self._ring(before, event.value)
            self._show()

    def on_failed(self, event: Failed) -> None:
        """Reading failed."""
        self._not_live(event.sentence)

    def available(self, command: Command) -> bool:
        """What needs a duty to stand on; the queue itself is here already."""
        if command.action == "open('queue')":
            return False
        if command.action in ("next_step", "open_case", "ladder"):
            return self._leads_to(command.action) in self.shell.screens
        return super().available(command)

    @on(RowList.Highlighted)
    def _moved_to(self) -> None:
        self._show_detail()
        self.show_keys()

    @on(RowList.Chosen)
    def _enter_opens(self) -> None:
        self.action_open_case()

    def action_open_case(self) -> None:
        """O or Enter: the case, or where a duty of the home is done."""
        row = self._row()
        if row is not None and (row.screen or "case") in self.shell.screens:
            self.shell.open_screen(row.screen or "case", *(() if row.screen else (row.case_id,)))

    def action_next_step(self) -> None:
        """F4: what to do now about this duty."""
        row = self._row()
        if row is not None and row.screen:
            self.action_open_case()
        elif row is not None:
            clock_key = row.key.removeprefix(f"{row.case_id}.")
            self.shell.open_screen("next_step", row.case_id, clock_key)

    def action_ladder(self) -> None:
        """L."""
        row = self._row()
        if row is not None:
            self.shell.open_screen("ladder", row.case_id)

    def _leads_to(self, action: str) -> str:
        """The screen that opens from the duty stood on; a duty of the home has one of its own."""
        row = self._row()
        if row is None or row.screen:
            return row.screen if row and action != "ladder" else ""
        return {"open_case": "case"}.get(action, action)

    def action_list(self, name: Name) -> None:
        """1 to 4: another filter."""
        self._filter = self._filter.pressed(name)
        self._show()

    def _read_if_behind(self) -> None:
        if self._behind:
            self._behind = False
            self._asks.ask("read", lambda: read_queue(self.desk))

    def _arrange(self) -> None:
        if self._reading is not None:
            facts, now = self._reading.facts, self.desk.now()
            self._asks.ask("arrange", lambda: arrange(facts, now))

    def _ring(self, before: Queue | None, now: Queue) -> None:
        """One bell, when a duty that was in time is late."""
        if self._bell and before is not None:
            in_time = {row.key for row in before.rows if not row.urgency.is_late}
            if any(row.key in in_time and row.urgency.is_late for row in now.rows):
                self.app.bell()

    def _not_live(self, sentence: str) -> None:
        self._behind = True
        if self._lost_at is None:
            self._lost_at = self._reading.as_at if self._reading else self.desk.now()
        self.say(sentence, "problem")
        self._show_facts()

    def _row(self) -> QueueRow | None:
        """The duty stood on."""
        duties = self.query("#duties").results(RowList)
        key = next((rows.key for rows in duties), None)
        rows = self._queue.rows if self._queue else ()
        return next((row for row in rows if row.key == key), None)

    def _show_facts(self) -> None:
        """The title line of whatever screen is in front."""
        now = self.desk.now()
        moment = f"{day_words(in_london(now).date(), year=False)} {clock_words(now)}"
        age = f"not live since {clock_words(self._lost_at)}" if self._lost_at else words.LIVE
        facts = replace(self.shell.facts, moment=moment, age=age)
        if self._reading is not None:
            register = self._reading.facts.register
            me = register.staff.get(self.desk.author.staff_id)
            person = f"{short_name(me.name)}, {me.role_words.lower()}" if me else ""
            facts = replace(facts, service=register.service, person=person)
        if facts != self.shell.facts and self in self.app.screen_stack:
            self.shell.show_title(facts)

    def _show(self) -> None:
        """Draw everything anew; the cursor keeps its duty."""
        if self._queue is None or self._reading is None or not self.query("#duties"):
            return
        rows, reader = self._queue.rows, self._reading.facts.reader
        duties = self.query_one("#duties", RowList)
        listed = [row for row in rows if self._filter.lists(row, reader)]
        duties.empty = words.QUEUE_FILTERED if rows else words.QUEUE_EMPTY
        self._show_head(duties.size.width)
        hidden = self._filter.hidden_late(rows, reader)
        notes = note_lines(self._reading, hidden, self.desk.now(), self._concern_key())
        self.query_one("#notes", Sheet).show(notes)
        duties.fill(queue_rows(listed, self.desk.now(), self._columns(duties)))
        self._show_detail()
        self.show_keys()

    def _show_head(self, width: int) -> None:
        left = head_line(self._queue) if self._queue else ()
        right = self._filter.choices()
        used = sum(len(piece.text) for piece in (*left, *right))
        gap = Piece(" " * max(width - used - 2, 2))
        self.query_one("#head", Sheet).show([(*left, gap, *right)])

    def _columns(self, duties: RowList) -> int:
        """Columns for a row, the cursor's mark and the scroll bar left out."""
        return max(duties.size.width - 2, 40)

    def _show_detail(self) -> None:
        row = self._row()
        lines: list[Line] = []
        if row is not None and self._reading is not None:
            width = self._columns(self.query_one("#duties", RowList))
            lines = detail_lines(row, self._reading.facts.register, self.desk.now(), width)
        self.query_one("#detail", Sheet).show(lines)

    def _concern_key(self) -> str:
        return self.key_of(_GLOBAL["desk.concern"])
