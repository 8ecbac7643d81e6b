"""The form for any kind of entry, made from the kind's own fields."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID, uuid4

from rich.text import Text
from textual import on
from textual.widgets import Input, Static, TextArea

from sgtui.domain.text import display_cells, display_line
from sgtui.services import drafts
from sgtui.services.case import CaseView, read_case
from sgtui.services.desk import Desk
from sgtui.services.drafts import Draft
from sgtui.services.failures import EntryClash
from sgtui.services.record import NotYet, Recorded
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.dialogs.not_yet import NotYetDialog
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.forms.draft_keeper import DraftKeeper, part_of
from sgtui.ui.forms.fields import plain
from sgtui.ui.forms.form import EntryForm, Made, form_for
from sgtui.ui.forms.refusals import clash_words, first_of, sorted_out, try_to
from sgtui.ui.screens.case_desk import give_back, open_form
from sgtui.ui.screens.form_screen import FormScreen
from sgtui.ui.widgets.choice_row import ChoiceRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.status_line import StatusKind
from sgtui.ui.widgets.time_field import TimeField
from sgtui.ui.wording.case_words import person_words

DRAFT_KEPT = "Draft kept: nothing is lost. It waits on the case."
DRAFT_HERE = "This is your draft. Ctrl+S saves it."


class EntryScreen(FormScreen):
    """One entry to be recorded on a case."""

    heading = "Record"
    purpose = (
        "Records one entry. What is known is filled in already, and Tab goes past it; "
        "Shift+Tab and Up go back to it. Empty beside 'Happened' means now."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command("entry.empty", "", "", "Throw away what I typed here",
                "Drops this form and its draft, after asking. Nothing recorded changes.",
                "throw_away", words=("discard", "cancel", "delete", "empty")),
    )  # fmt: skip

    def __init__(
        self,
        desk: Desk,
        case_id: UUID,
        kind: str,
        known: Mapping[str, Any] | None = None,
        stage_note: str = "",
        draft: Draft | None = None,
    ) -> None:
        """`known`: field name to value, filled in; `stage_note`: the rung it is done for."""
        super().__init__()
        self.desk = desk
        self.case_id = case_id
        self._kind = kind
        self._known = dict(known or {})
        self._stage_note = stage_note
        self._draft = draft
        self._keeper = DraftKeeper(self, desk, kind, case_id, self._to_keep)
        self._view: CaseView | None = None
        self._seen = 0
        self._entry_id = uuid4()
        self._clean: Mapping[str, Any] = {}
        self._asks: Reads

    def on_mount(self) -> None:
        """Read the case, and any draft of this very form."""
        self._asks = Reads(self, self.shell.explanations)
        self._keeper.start()
        self.set_interval(60, self._fields.read_times)
        desk, case_id = self.desk, self.case_id
        self._asks.ask("open", lambda: (read_case(desk, case_id), drafts.mine(desk)))

    def on_unmount(self) -> None:
        """Nothing is kept of a form that is closed."""
        self._keeper.stop()

    async def on_answered(self, event: Answered) -> None:
        """The case has been read, or the save has ended."""
        match event.value:
            case (CaseView() as view, tuple() as mine) if self.form is None:
                await self._open(view, mine)
            case CaseView() as view:
                self._view, self._seen = view, view.number
            case Recorded() as recorded:
                self._saving = False
                self._clean = self.form.raws() if self.form else {}
                self._give_back(recorded.sentence)
            case NotYet() as refusal:
                self._not_saved()
                self._refuse(refusal)
            case EntryClash() as clash:
                self._not_saved()
                self._clash(clash)

    def on_failed(self, event: Failed) -> None:
        """Nothing was written; every word stays."""
        self._not_saved()
        self.say(event.sentence, "problem")

    def _not_saved(self) -> None:
        self._saving = False
        self._keeper.touched()

    def noted(self, sentence: str, kind: StatusKind = "saved") -> None:
        """What came first has been recorded on a form above this one."""
        self.say(f"{sentence} Now Ctrl+S again.", kind)
        desk, case_id = self.desk, self.case_id
        self._asks.ask("again", lambda: read_case(desk, case_id))

    async def _open(self, view: CaseView, mine: tuple[Draft, ...]) -> None:
        """Make the form and stand on the first field that is not filled in."""
        known = plain(self._known)
        draft = self._draft or next((d for d in mine if self._keeper.is_mine(d, known)), None)
        if draft is not None:
            self._keeper.carry_on(draft)
            self._known = {**self._known, **part_of(draft, "known")}
        self._view, self._seen = view, view.number
        form = self.form = form_for(self._kind, view, self.desk.now, self._known)
        self._clean = form.raws()
        self._say_what(view, form)
        await self._fields.fill(form)
        if draft is not None:
            form.put(part_of(draft, "answers"))
            self.say(DRAFT_HERE)
        self._show_needed()
        self.show_keys()
        self._fields.stand(carried_on=draft is not None)

    def _give_back(self, sentence: str, kind: StatusKind = "saved") -> None:
        """Close the form, and say what came of it where it was opened from."""
        give_back(self, self.case_id, sentence, kind)

    def _say_what(self, view: CaseView, form: EntryForm) -> None:
        self._say_whose(view, form)
        note = f"{display_line(self._stage_note)}\n" if self._stage_note else ""
        self.query_one("#help", Static).update(Text(f"{note}{form.help}"))

    def _say_whose(self, view: CaseView, form: EntryForm) -> None:
        whose = f"{view.case.reference}  {person_words(view)}"
        what = Text(f" {form.title}   ", no_wrap=True, overflow="ellipsis")
        self.query_one("#what", Static).update(what.append(display_cells(whose), "not bold"))

    def available(self, command: Command) -> bool:
        """What was typed can be thrown away once there is a form."""
        if command.action == "throw_away":
            return self.form is not None
        return super().available(command)

    def _send(self, made: Made) -> None:
        new = made.entry().model_copy(update={"id": self._entry_id})
        desk, case_id, seen, draft_id = self.desk, self.case_id, self._seen, self._keeper.id
        self._keeper.hold()
        self._saving = True
        self.say(words.SAVING)
        self.shell.writes.queue("save", lambda: try_to(desk, case_id, new, seen, draft_id), self)

    def _refuse(self, refusal: NotYet) -> None:
        """A gate is shut: complaints beside fields, and what comes first by number."""
        if self.form is None:
            return
        labels = {answer.name: answer.ask.label for answer in self.form.answers}
        beside, rest = sorted_out(refusal.missing, labels)
        self._complain(beside)
        if not rest:
            return
        self.say(f"Not saved. {rest[0].sentence}", "problem")
        self.app.push_screen(NotYetDialog(self.form.title, first_of(rest)), self._mend)

    def _mend(self, kind: str | None) -> None:
        if kind is not None and self.form is not None:
            self._keeper.keep()
            note = f"First this, then back to: {self.form.title}"
            open_form(self.shell, self.case_id, kind, note=note)

    def _clash(self, clash: EntryClash) -> None:
        """Somebody was first: show what they wrote, and let the next Ctrl+S record this too."""
        self._seen = clash.newer[-1].number
        if self._view is not None:
            title, text = clash_words(clash, self._view.register)
            self.say(f"{title}. Ctrl+S records yours too.", "problem")
            self.app.push_screen(ReadingDialog(title, text))

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceRow.Changed)
    @on(TimeField.Changed)
    @on(Picker.Changed)
    def _touched(self) -> None:
        """Something was typed or chosen: keep it soon."""
        if self.form is not None:
            self._show_needed()
            self._keeper.touched()

    @on(TimeField.Changed)
    def _happened_otherwise(self) -> None:
        """A time to come is not before it was said, whenever that was."""
        self._fields.read_due()

    def _to_keep(self) -> dict[str, object] | None:
        """What a draft keeps; nothing while nothing was typed, or while it is being saved."""
        if self.form is None or self._saving or self.form.raws() == self._clean:
            return None
        known = plain(self._known)
        return {"answers": self.form.raws(), "known": known, "note": self._stage_note}

    def action_back(self) -> None:
        """Esc: what was typed is kept, and that is said."""
        if self._to_keep() is not None:
            self._keeper.keep()
            self._give_back(DRAFT_KEPT, "info")
        else:
            self.shell.go_back()

    def action_throw_away(self) -> None:
        """From the menu: asks first."""
        question = ConfirmDialog(
            "Throw away what you typed here?", "The draft is dropped.", needs_reason=False
        )
        self.app.push_screen(question, self._thrown_away)

    def _thrown_away(self, answer: str | None) -> None:
        if answer is None:
            return
        self._clean = self.form.raws() if self.form else {}
        self._keeper.drop()
        self.shell.go_back()
