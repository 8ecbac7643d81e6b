"""Handover: whoever goes signs the shift over, whoever comes takes it over (F7, gate G17)."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from sgtui.services.case import case_id_of
from sgtui.services.desk import Desk
from sgtui.services.files import Period
from sgtui.services.handover import HandoverView, accept, sign
from sgtui.services.reports import CATALOGUE, Asked, Format
from sgtui.ui.background import Answered, Failed
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.paperwork import Paperwork
from sgtui.ui.screens.case_desk import open_form
from sgtui.ui.screens.handover_desk import HandoverDesk
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.story import Story
from sgtui.ui.wording import handover_words as said

COMMANDS = (
    Command("handover.sign", "f9", "Sign", "Sign: hand the shift over, or take it over",
            "Asks once, then signs. Whoever goes hands over; whoever comes takes over.", "sign",
            words=("shift", "leave", "accept", "take over")),
    Command("handover.mark", "space", "Take this one", "Take the late duty over by name",
            "Marks the highlighted late duty as taken over; again takes the mark away.", "mark",
            "lists", words=("accept", "tick")),
    Command("desk.next", "f4", "Next step", "Next step: what to do about this duty",
            "Opens what the ladder says to do now about the highlighted line.", "next_step",
            words=("escalate", "ring", "chase"), screen="next_step"),
    Command("handover.print", "p", "Print", "Print the sheet: a PDF in the reports' folder",
            "Writes the sheet as a PDF into the folder for printed files.", "print", "lists",
            words=("paper", "pdf")),
    *(
        Command(f"handover.mark-{n}", str(n), "", f"Take late duty {n} over by name",
                "Marks it as taken over.", f"number({n})", "lists")
        for n in range(1, 10)
    ),
)  # fmt: skip

_TOLD = "told."
"""How the key begins of what whoever goes wants the next shift to know."""


class HandoverScreen(HandoverDesk):
    """One shift hands over to the next."""

    DEFAULT_CSS = """
    HandoverScreen #state { margin: 0 0 1 0; }
    HandoverScreen #label { height: 1; color: $quiet; margin: 1 0 0 0; }
    HandoverScreen Story { height: 3; }
    """

    AUTO_FOCUS = "#lines"
    heading = "Handover"
    purpose = (
        "Whoever goes: read the sheet, press Tab, write what the next shift must know, F9. "
        "Whoever comes signs in, presses F7, takes each late duty over with Space, then F9. "
        "Enter opens the case of a line."
    )
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, desk: Desk, paperwork: Paperwork | None = None) -> None:
        """`paperwork` prints the sheet; without it nothing is printed."""
        super().__init__(desk)
        self._paperwork = paperwork

    def body(self) -> ComposeResult:
        """How it stands, the lines, the words for the next shift."""
        yield Sheet(fitted=True, most=6, id="state")
        yield RowList(id="lines", empty=said.READING)
        yield Static("", markup=False, id="label")
        yield Story(id="notes")

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self.draw()

    def on_answered(self, event: Answered) -> None:
        """A read has ended, a case was found, or it is signed."""
        if event.request.name in (said.SIGNED, said.TAKEN):
            self.saving = False
            self.begin_anew()
            self.set_focus(self._lines)
            self.say(said.DONE[event.request.name], "saved")
            self.read()
        elif event.request.name == "case":
            self.shell.open_screen("case", event.value)
        else:
            super().on_answered(event)

    def on_failed(self, event: Failed) -> None:
        """Nothing was signed, or it cannot be read: the sentence says why."""
        super().on_failed(event)
        if event.request.name in (said.SIGNED, said.TAKEN):
            self.saving = False
            self.read()
        self.say(event.sentence, "problem")

    def draw(self) -> None:
        """The head, the lines, and what the words below are for."""
        view = self.view
        if view is None or not self.is_mounted:
            return
        width = max(self.size.width - 4, 40)
        marked = sum(one.key in self.taken for one in view.late)
        self.query_one("#state", Sheet).show(said.state_lines(view, marked, width))
        self._lines.fill(said.lines_of(view, self.cases, self.taken, width))
        label = said.ASKED_LABEL if view.taking else said.NOTES_LABEL
        self.query_one("#label", Static).update(label)
        self.show_keys()

    def another(self) -> None:
        """Another handover than before: from the top, with what whoever goes tells."""
        self.draw()
        self._lines.action_first()

    def available(self, command: Command) -> bool:
        """What the handover and the line stood on allow."""
        view = self.view
        match command.action:
            case "open('handover')":
                return False
            case "sign":
                return view is not None and not self.saving
            case "mark":
                return self._key.startswith((_TOLD, "late."))
            case "next_step":
                return self._duty is not None and "next_step" in self.shell.screens
            case "print":
                return self._paperwork is not None
        if command.action.startswith("number("):
            count = len(view.late) if view and view.taking else 0
            return int(command.action[7:-1]) <= count
        return super().available(command)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self.show_keys()

    @property
    def _lines(self) -> RowList:
        return self.query_one("#lines", RowList)

    @property
    def _key(self) -> str:
        return (self._lines.key or "") if self.is_mounted else ""

    @property
    def _duty(self) -> str | None:
        """The duty stood on, as a handover names it."""
        sort, _, key = self._key.partition(".")
        return key if sort in ("first", "late", "left") else None

    @on(RowList.Chosen)
    def _enter(self) -> None:
        """Enter: what to do about a duty, a draft to carry on, the case of a line."""
        sort, _, key = self._key.partition(".")
        if self._duty is not None:
            self.action_next_step()
        elif sort == "draft":
            self._open_draft(UUID(key))
        elif sort in ("case", "other"):
            desk, reference = self.desk, key.partition(".")[0]
            self.asks.ask("case", lambda: case_id_of(desk, reference))

    def _open_draft(self, draft_id: UUID) -> None:
        drafts = self.view.drafts if self.view else ()
        draft = next((one for one in drafts if one.id == draft_id), None)
        if draft is not None and draft.case_id is not None:
            open_form(self.shell, draft.case_id, draft.form, draft=draft)
        elif draft is not None and draft.form in self.shell.screens:
            self.shell.open_screen(draft.form)

    def action_next_step(self) -> None:
        """F4 or Enter: what the ladder says to do about the duty stood on."""
        row = self.view.rows.get(self._duty or "") if self.view else None
        if row is not None and "next_step" in self.shell.screens:
            clock = row.key.removeprefix(f"{row.case_id}.")
            self.shell.open_screen("next_step", row.case_id, clock)

    def action_mark(self) -> None:
        """Space: this late duty is taken over by name; on to the next, as past what is told."""
        if self._duty is not None:
            self._mark(self._duty)
        else:
            self._lines.action_move(1)

    def action_number(self, number: int) -> None:
        """A digit: that late duty, and on to the next."""
        late = self.view.late if self.view else ()
        if number <= len(late):
            self._lines.stand_on(f"late.{late[number - 1].key}")
            self._mark(late[number - 1].key)

    def _mark(self, key: str) -> None:
        self.taken ^= {key}
        self.say("")
        self.touched()
        self.draw()
        self._lines.action_move(1)

    def action_sign(self) -> None:
        """F9: what comes first is said and stood on, else it is asked once."""
        view = self.view
        if view is None or self.saving:
            return
        if view.taking is not None:
            self._take(view)
        elif view.first:
            self._stand(f"first.{view.first[0].key}", said.first_words(view.first[0]))
        elif not self.notes:
            self.set_focus(self.query_one(Story))
            self.say(said.NOTES_WANTED, "problem")
        else:
            self._ask(said.HAND_OVER, said.handing_words(view), said.SIGNED)

    def _take(self, view: HandoverView) -> None:
        left = [one for one in view.late if one.key not in self.taken]
        if left:
            self._stand(f"late.{left[0].key}", said.name_words(left[0]))
        else:
            self._ask(said.TAKE_OVER, said.taking_words(view), said.TAKEN)

    def _stand(self, key: str, sentence: str) -> None:
        """Put the cursor on what comes first, and say it."""
        self.set_focus(self._lines)
        self._lines.stand_on(key)
        self.say(sentence, "problem")

    def _ask(self, question: str, consequence: str, name: str) -> None:
        dialog = ConfirmDialog(question, consequence, needs_reason=False)
        self.app.push_screen(dialog, partial(self._write, name))

    def _write(self, name: str, answer: str | None) -> None:
        view = self.view
        if answer is None or view is None:
            return
        self.keeper.hold()
        self.saving = True
        desk, notes, draft_id = self.desk, self.notes, self.keeper.id
        if name == said.TAKEN and view.taking is not None:
            entry, asked = view.taking.entry, " ".join(notes.split())
            job = partial(accept, desk, entry, frozenset(self.taken), asked, draft_id)
            self.shell.writes.queue(name, job, self)
        else:
            self.shell.writes.queue(name, partial(sign, desk, notes, draft_id), self)

    def action_back(self) -> None:
        """Esc: what was typed is kept."""
        self.keeper.keep()
        super().action_back()

    def action_print(self) -> None:
        """P: the sheet as a PDF."""
        paperwork, now = self._paperwork, self.desk.now()
        if paperwork is not None:
            asked = Asked(Period(now, now), demo=paperwork.demo)
            begun = paperwork.print(self.desk, CATALOGUE["handover"], asked, Format.PDF)
            self.say(said.PRINTING if begun else said.ONE_AFTER_ANOTHER)
