"""The overview of a case: who else, which agencies, what was agreed, what protects the person."""

from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult

from sgtui.domain.steps.step import Step
from sgtui.services.case import CaseView, case_id_of
from sgtui.services.desk import Desk
from sgtui.ui.background import Answered
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.case_desk import CaseDesk
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.wording import case_words, chronology_words
from sgtui.ui.wording.overview import Item, overview, rows
from sgtui.ui.wording.step_words import late_note

_READ = "read"


class OverviewScreen(CaseDesk):
    """Everything of one case that is neither its ladder nor its chronology, in one list."""

    DEFAULT_CSS = """
    OverviewScreen #header { margin: 0 0 1 0; }
    """

    AUTO_FOCUS = "#items"
    heading = "Overview"
    purpose = (
        "Who else is in it, every agency and what it said, challenges, meetings, actions, what "
        "protects the person, who was told, evidence, linked cases. Enter on a line lists what "
        "you can record about it. Right and Left go from heading to heading."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("desk.next", "f4", "Next step", "Next step: what the ladder says to do now",
                "Opens what the ladder says to do now for this case.", "next_step",
                words=("escalate", "ring", "council", "refer", "chase"), screen="next_step"),
        Command("overview.after", "right", "Next part", "Next part",
                "Goes to the next heading.", "part(1)", "lists", words=("heading", "section")),
        Command("overview.before", "left", "", "Part before",
                "Goes to the heading before.", "part(-1)", "lists"),
        Command("overview.read", "o", "Read", "Open the highlighted entry in full",
                "Shows the whole text of the entry that the line is about.", "read_entry",
                "lists", words=("whole", "text")),
        Command("overview.together", "c", "Together", "Together: this case and those linked",
                "Shows this case and those linked with it as one chronology.", "together",
                "lists", words=("combined", "linked", "pattern", "chronology"),
                screen="together"),
    )  # fmt: skip

    def __init__(self, desk: Desk, case_id: UUID, note: str = "") -> None:
        super().__init__(desk, case_id, note)
        self._sections: list[tuple[str, list[Item]]] = []

    def body(self) -> ComposeResult:
        """The case's own head, then the list."""
        yield Sheet(fitted=True, id="header")
        yield RowList(id="items", empty="Nothing but the concern itself is recorded yet.")

    def show(self, view: CaseView) -> None:
        """Draw everything; the cursor keeps its line."""
        self._sections = overview(view)
        self._draw()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self._draw()

    def _draw(self) -> None:
        if self.view is None:
            return
        self.query_one("#header", Sheet).show(case_words.who_and_where(self.view))
        width = max(self.size.width - 4, 40)
        self._list.fill(list(rows(self._sections, width)))

    @property
    def _list(self) -> RowList:
        return self.query_one("#items", RowList)

    @property
    def _item(self) -> Item | None:
        """The line that the cursor stands on; none of a case that is not shown."""
        key = self._list.key if self.view is not None else None
        return next(
            (item for _, items in self._sections for item in items if item.key == key), None
        )

    def available(self, command: Command) -> bool:
        """Reading where there is an entry, together where there are linked cases."""
        match command.action:
            case "read_entry":
                item = self._item if self.is_mounted else None
                return item is not None and item.entry is not None
            case "together":
                return case_words.has_linked(self.view) and super().available(command)
            case "part(1)" | "part(-1)":
                return len(self._sections) > 1
        return super().available(command)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self.show_keys()

    @on(RowList.Chosen)
    def _enter(self) -> None:
        """Enter: what can be recorded about the line, else its entry; a linked case opens."""
        item = self._item
        if item is None:
            return
        if item.reference:
            self._open(item.reference)
        elif item.steps:
            self._ask(item)
        elif item.entry is not None:
            self.action_read_entry()

    def _ask(self, item: Item) -> None:
        record = [Candidate(str(n), one.label) for n, one in enumerate(item.steps)]
        families = {"RECORD": record}
        if item.entry is not None:
            families["READ"] = [Candidate(_READ, "The whole entry")]

        def chosen(key: str | None) -> None:
            if key == _READ:
                self.action_read_entry()
            elif key is not None:
                self._record(item.steps[int(key)])

        self.app.push_screen(
            NumberedDialog(case_words.shortened(item.title, 140), families), chosen
        )

    def _record(self, step: Step) -> None:
        """The form for it, with the duty that it is for where F4 would say one."""
        view = self.view
        notes = (
            (late_note(owed, view) for owed in view.next_steps if step in owed.steps)
            if view
            else iter(())
        )
        self.enter(step.kind, dict(step.known), next(notes, ""))

    def _open(self, reference: str) -> None:
        desk = self.desk
        self.asks.ask("linked", lambda: case_id_of(desk, reference))

    def on_answered(self, event: Answered) -> None:
        """The linked case has been found, or a read of this one has ended."""
        if event.request.name == "linked" and isinstance(event.value, UUID) and self.is_current:
            self.shell.open_screen("case", event.value)

    def action_read_entry(self) -> None:
        """O: the whole entry."""
        item, view = self._item, self.view
        if item is None or view is None or item.entry is None:
            return
        line = next((one for one in view.lines if one.entry_id == item.entry), None)
        if line is not None:
            self.app.push_screen(ReadingDialog(line.title, chronology_words.whole_text(line)))

    def action_part(self, way: int) -> None:
        """Right and Left: the first line of the next part, or of the one before."""
        firsts = [items[0].key for _, items in self._sections]
        key = self._list.key
        here = next((n for n, (_, items) in enumerate(self._sections)
                     if any(item.key == key for item in items)), 0)  # fmt: skip
        self._list.stand_on(firsts[(here + way) % len(firsts)])
