"""The concern form as something to fill in: what it asks for, and its drafts."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID, uuid4

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widgets import Input, TextArea

from sgtui.domain.register import Register
from sgtui.domain.when import say
from sgtui.services import drafts
from sgtui.services.concern import ConcernNotice
from sgtui.services.desk import Desk
from sgtui.services.drafts import Draft
from sgtui.ui.background import Answered, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.forms.draft_jobs import DraftJobs
from sgtui.ui.screens.concern_answers import ConcernAnswers
from sgtui.ui.screens.concern_fields import ConcernFields
from sgtui.ui.screens.concern_rows import StillNeeded
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.choice_row import ChoiceRow
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.time_field import TimeField

FORM = "concern"
"""The name of this form in a draft."""

DRAFT = "draft"
"""The name of the write that keeps one."""

KEEP_AFTER = 0.5
"""Seconds from the first unkept letter until the draft is kept."""

OTHER = Command(
    "concern.other", "ctrl+n", "", "Next draft, or an empty form",
    "Keeps this form as a draft and shows your next one, then an empty form.",
    "other_draft", words=("empty", "new", "fresh"),
)  # fmt: skip

_NEEDED = {
    "person": "who",
    "category": "what",
    "safety": "safe now?",
    "safe_because": "because",
    "happened_at": "when",
    "place": "where",
    "text": "what was seen or said",
    "body_map": "body map (F5)",
    "told": "told",
}


@dataclass(frozen=True)
class _Opened:
    """What the form reads when it opens: who there is, and what was left unfinished."""

    register: Register
    drafts: tuple[Draft, ...]


class ConcernForm(DeskScreen):
    """The fields, what is still needed, and the draft that is kept while typing."""

    DEFAULT_CSS = """
    ConcernForm > #body { padding: 0; }
    ConcernForm #form { height: 1fr; scrollbar-size-vertical: 1; }
    """

    AUTO_FOCUS = "#who TextLine"

    heading = "New concern"
    purpose = (
        "Records a concern about a person. In danger now? Ring 999 first; then who, what and "
        "3 under Safe now? are enough to save, and the rest can follow."
    )
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            "desk.save", "ctrl+s", "Save", "Save this concern",
            "Records the concern as a new case, or says what is still needed.",
            "save", words=("record", "keep"),
        ),
        OTHER,
        Command(
            "concern.throw", "", "", "Throw this form away",
            "Empties this form and forgets its draft, after asking.",
            "throw_away", words=("discard", "delete", "clear"),
        ),
    )  # fmt: skip

    def __init__(self, desk: Desk, draft: Draft | None = None) -> None:
        """`draft`: one to carry on; without it the newest of the person's own is offered."""
        super().__init__()
        self.desk = desk
        self._draft = draft
        self._fields = ConcernFields(desk.known.register, desk.now)
        self._still = StillNeeded()
        self._shown: set[UUID] = set()
        self._saving = False
        self._pointing = False
        self._wait: Timer | None = None
        self._begin(uuid4())

    def _begin(self, form_id: UUID) -> None:
        """One id for the draft and the case it becomes: saving twice cannot make two cases."""
        self._form_id = form_id
        self._shown.add(form_id)
        self._jobs = DraftJobs(self.desk, FORM, form_id)
        self._kept: ConcernAnswers | None = ConcernAnswers()
        self._pointing = False
        self._still.kept = ""

    def body(self) -> ComposeResult:
        """The fields, and under them what is still needed."""
        with VerticalScroll(id="form", can_focus=False):
            yield from self._fields.lines()
        yield self._still

    def on_mount(self) -> None:
        """Read the register and the drafts; be ready for a lost line."""
        self._reads = Reads(self, self.shell.explanations)
        self._forget = self.shell.lifeline.keep(self._keep_at_once)
        self._follow()
        self._reads.ask("open", self._read)

    def on_unmount(self) -> None:
        """The form is closed: the lifeline needs it no more."""
        self._forget()

    def on_screen_suspend(self) -> None:
        """Another screen comes in front, or this one closes: keep the words now."""
        self._keep()

    def _read(self) -> _Opened:
        """On a thread. A draft whose case is there was recorded as the line broke: it goes."""
        with self.desk.store.reading() as unit:
            register = self.desk.register(unit)
            mine = [draft for draft in drafts.mine(self.desk) if draft.form == FORM]
            done = [draft.id for draft in mine if unit.head(draft.id)[0]]
        for draft_id in done:
            drafts.drop(self.desk, draft_id)
        return _Opened(register, tuple(draft for draft in mine if draft.id not in done))

    def on_answered(self, event: Answered) -> None:
        """Something was read, or the draft was kept."""
        value = event.value
        if isinstance(value, _Opened):
            self._fields.offer(value.register)
            self._carry_on(value.drafts, asked=event.request.name == "other")
        elif isinstance(value, Draft) and self._fields.read() == self._kept:
            self._still.kept = f"draft kept {self._moment(value.saved_at)}"

    def _carry_on(self, mine: tuple[Draft, ...], *, asked: bool) -> None:
        """Show the draft given or the newest; never over words that were typed meanwhile."""
        waiting = [draft for draft in mine if draft.id not in self._shown]
        chosen = None if asked else self._draft
        chosen = chosen or next(iter(waiting), None)
        if not asked and not self._fields.read().is_blank:
            if chosen is not None:
                since = self._moment(chosen.saved_at)
                self.say(f"Your draft from {since} is kept. {self._other_key()} opens it.")
            self._follow()
        elif chosen is not None:
            self._show_draft(chosen)
        elif asked:
            self._show_empty()
        else:
            self._follow()

    def _show_draft(self, draft: Draft) -> None:
        try:
            answers = ConcernAnswers.model_validate(draft.fields)
        except ValidationError:
            self.say("That draft was made by another version and cannot be shown.", "problem")
            return
        self._begin(draft.id)
        self._kept = answers
        self._fields.write(answers)
        self._fields.go_to("text")
        self._still.kept = f"draft kept {self._moment(draft.saved_at)}"
        since = self._moment(draft.saved_at)
        self.say(f"Draft from {since} carried on. {self._other_key()} for an empty form.")

    def _show_empty(self) -> None:
        self._shown.clear()
        self._begin(uuid4())
        self._fields.write(ConcernAnswers())
        self._fields.go_to("person")
        self.say("An empty form. Your drafts are kept.")

    @on(Picker.Changed)
    @on(TimeField.Changed)
    @on(ChoiceRow.Changed)
    @on(Input.Changed)
    @on(TextArea.Changed)
    def _follow(self) -> None:
        """Something was typed or chosen: show what it asks for, and keep it soon."""
        answers = self._fields.read()
        notice = self.notice_of(answers)
        self._fields.follow(answers, notice)
        self.show_needed(answers, notice)
        self.keep_soon(answers)

    def notice_of(self, answers: ConcernAnswers) -> ConcernNotice:
        """The concern that these words tell, as it would be recorded now by who is signed in."""
        register, author = self._fields.register, self.desk.author.staff_id
        return answers.notice(register, self.desk.now(), author)

    def keep_soon(self, answers: ConcernAnswers) -> None:
        """Keep these words within a moment, unless they are kept already."""
        if answers != self._kept:
            self._still.kept = ""
            self._wait = self._wait or self.set_timer(KEEP_AFTER, self._keep)

    def on_descendant_blur(self) -> None:
        """A field was left: say beside it what is wrong there."""
        self._fields.complain()

    def show_needed(self, answers: ConcernAnswers, notice: ConcernNotice) -> list[str]:
        """Say what is still needed, and give its rows in the order of the form."""
        missing = answers.gaps(notice)
        gaps = [name for name in self._fields.rows if name in missing]
        for name, row in self._fields.rows.items():
            needed = self._pointing and name in gaps
            if needed != row.has_class("needed"):
                row.mark(needed=needed)
        self._still.set_class(not gaps, "ready")
        self._still.needed = needed_words(gaps) if gaps else "Ready. Ctrl+S saves."
        return gaps

    def action_other_draft(self) -> None:
        """Ctrl+N: keep this one and show the next, then an empty form."""
        self._keep()
        self._reads.ask("other", self._read)

    def action_throw_away(self) -> None:
        """Menu only: empty the form and forget its draft."""
        question = ConfirmDialog(
            "Throw this form away?", "What you typed here is forgotten.", needs_reason=False
        )
        self.app.push_screen(question, self._thrown_away)

    def _thrown_away(self, answer: str | None) -> None:
        if answer is not None:
            self._fields.write(ConcernAnswers())
            self._keep()
            self._show_empty()

    def _keep(self) -> None:
        """Keep the draft behind the writes under way, if anything has changed."""
        if self._wait is not None:
            self._wait.stop()
            self._wait = None
        answers = self._fields.read()
        if answers == self._kept or self._saving:
            return
        self._kept = answers
        fields = answers.model_dump(mode="json")
        job = self._jobs.dropping() if answers.is_blank else self._jobs.keeping(fields)
        self.shell.writes.keep(DRAFT, job, self)

    def _keep_at_once(self) -> None:
        """The line is lost: keep the draft here and now."""
        answers = self._fields.read()
        if not answers.is_blank:
            self._jobs.keeping(answers.model_dump(mode="json"))()

    def _moment(self, at: datetime) -> str:
        return say(at, self.desk.now()).removeprefix("today ")

    def _other_key(self) -> str:
        return self.key_of(OTHER)


def needed_words(gaps: list[str]) -> str:
    """The gaps in one sentence, each by the word of its field."""
    return f"Still needed: {', '.join(_NEEDED[name] for name in gaps)}."
