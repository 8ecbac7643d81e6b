"""A body map for a case: drawn, kept as a draft while it is, and recorded as one entry."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from pydantic import ValidationError

from sgtui.domain.body_map.regions import is_region
from sgtui.domain.entries import BodyMapped, NewEntry
from sgtui.services import drafts
from sgtui.services.body_map import read_person_maps
from sgtui.services.case import CaseView, read_case
from sgtui.services.desk import Desk
from sgtui.services.drafts import Draft
from sgtui.services.failures import EntryClash
from sgtui.services.record import NotYet, Recorded
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.not_yet import NotYetDialog
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.forms.draft_keeper import DraftKeeper, part_of
from sgtui.ui.forms.refusals import clash_words, first_of, try_to
from sgtui.ui.screens.body_map.answers import MapAnswers, NotMapped
from sgtui.ui.screens.body_map.drawing import BodyMapDrawing
from sgtui.ui.screens.case_desk import give_back, open_form
from sgtui.ui.widgets.status_line import StatusKind
from sgtui.ui.wording import body_map_words as said
from sgtui.ui.wording.case_words import person_words

FORM = "body_mapped"
"""The name of this form in a draft: the kind of entry it becomes."""


@dataclass(frozen=True)
class _Opened:
    """What the map needs to know of the case it is for."""

    view: CaseView
    earlier: tuple[BodyMapped, ...]
    mine: tuple[Draft, ...]


class BodyMapScreen(BodyMapDrawing):
    """A new body map of the person a case is about."""

    def __init__(
        self, desk: Desk, case_id: UUID, draft: Draft | None = None, note: str = ""
    ) -> None:
        """`draft`: one to carry on; `note`: what the status line says at first."""
        super().__init__(desk, MapAnswers())
        self.case_id = case_id
        self._draft = draft
        self._first_note = note
        self._keeper = DraftKeeper(self, desk, FORM, case_id, self._to_keep)
        self._view: CaseView | None = None
        self._seen = 0
        self._entry_id = uuid4()
        self._saving = False
        self._began = False
        """Whether anything was drawn: then what is left of it is kept, be it nothing."""

    def on_mount(self) -> None:
        """Read the case, the person's other maps, and any draft of this one."""
        self._asks = Reads(self, self.shell.explanations)
        self._keeper.start()
        self.say(self.resting)
        self._asks.ask("open", self._read)

    def on_unmount(self) -> None:
        """Nothing is kept of a map that is closed."""
        self._keeper.stop()

    def _read(self) -> _Opened:
        desk = self.desk
        view = read_case(desk, self.case_id)
        maps = read_person_maps(desk, self.case_id)
        return _Opened(view, tuple(one.what for one in maps.maps), drafts.mine(desk))

    @property
    def resting(self) -> str:
        """What comes after this, when this comes first; else what the keys do."""
        return self._first_note or super().resting

    @property
    def whose(self) -> str:
        """The person, and the case."""
        view = self._view
        return f"{person_words(view)}   {view.case.reference}" if view else "..."

    def on_answered(self, event: Answered) -> None:
        """The case has been read, or the save has ended."""
        match event.value:
            case _Opened() as opened:
                self._opened(opened)
            case Recorded() as recorded:
                self._saving = False
                give_back(self, self.case_id, recorded.sentence)
            case NotYet() as refusal:
                self._not_saved()
                self.say(f"Not saved. {refusal.missing[0].sentence}", "problem")
                dialog = NotYetDialog(self.heading, first_of(refusal.missing))
                self.app.push_screen(dialog, self._mend)
            case EntryClash() as clash:
                self._not_saved()
                self._clash(clash)

    def on_failed(self, event: Failed) -> None:
        """Nothing was written; every mark stays."""
        self._not_saved()
        self.say(event.sentence, "problem")

    def _opened(self, opened: _Opened) -> None:
        self._view, self._seen = opened.view, opened.view.number
        self.earlier = opened.earlier
        mine = (one for one in opened.mine if self._keeper.is_mine(one, {}))
        draft = self._draft or next(mine, None)
        if draft is not None and not self._began:
            self._carry_on(draft)
        self.draw()
        self.call_after_refresh(self.panel.show_newest)
        self.show_keys()

    def _carry_on(self, draft: Draft) -> None:
        try:
            answers = MapAnswers.model_validate(part_of(draft, "answers"))
        except ValidationError:
            self.say(said.DRAFT_OF_ANOTHER, "problem")
            return
        if not all(is_region(mark.region) for mark in answers.marks):
            self.say(said.DRAFT_OF_ANOTHER, "problem")
            return
        self._keeper.carry_on(draft)
        self.answers, self._began = answers, True
        if not answers.is_blank:
            self.say(said.DRAFT_HERE)

    def changed(self) -> None:
        """Keep it soon."""
        self._began = True
        self._keeper.touched()

    def _to_keep(self) -> dict[str, object] | None:
        """What a draft keeps; nothing while nothing was drawn, or while it is being saved."""
        if self._saving or not self._began:
            return None
        return {"answers": self.answers.model_dump(mode="json")}

    def can_save(self) -> bool:
        """Once the case has been read."""
        return self._view is not None

    def available(self, command: Command) -> bool:
        """Save waits for a save, never for a draft being kept."""
        if command.action == "save":
            return self.can_save() and not self._saving
        return super().available(command)

    def send(self) -> None:
        """Record it, or say what is wrong."""
        author = self.desk.author.staff_id
        try:
            made = self.answers.mapped(self.register, self.desk.now(), author)
        except NotMapped as wrong:
            self.run_worker(self.show_wrong(wrong))
            return
        new = NewEntry(id=self._entry_id, occurred_at=made.examined_at, payload=made)
        desk, case_id, seen, draft_id = self.desk, self.case_id, self._seen, self._keeper.id
        self._keeper.hold()
        self._saving = True
        self.say(words.SAVING)
        self.shell.writes.queue("save", lambda: try_to(desk, case_id, new, seen, draft_id), self)

    def _not_saved(self) -> None:
        self._saving = False
        self._keeper.touched()

    def _mend(self, kind: str | None) -> None:
        if kind is not None:
            self._keeper.keep()
            note = f"First this, then back to: {self.heading}"
            open_form(self.shell, self.case_id, kind, note=note)

    def noted(self, sentence: str, kind: StatusKind = "saved") -> None:
        """What came first has been recorded on a form above this one."""
        self.say(f"{sentence} Now Ctrl+S again.", kind)
        self._asks.ask("open", self._read)

    def _clash(self, clash: EntryClash) -> None:
        """Somebody was first: show what they wrote, and let the next Ctrl+S record this too."""
        self._seen = clash.newer[-1].number
        title, text = clash_words(clash, self.register)
        self.say(f"{title}. Ctrl+S records yours too.", "problem")
        self.app.push_screen(ReadingDialog(title, text))

    def not_looked(self) -> None:
        """There is no map: its reason is an entry of its own."""
        shell, case_id = self.shell, self.case_id
        self._drop()
        shell.go_back()
        open_form(shell, case_id, "body_map_declined")

    def leave(self) -> None:
        """Esc: what was drawn is kept, and that is said."""
        if self._began and not self.answers.is_blank:
            self._keeper.keep()
            give_back(self, self.case_id, said.DRAFT_KEPT, "info")
        else:
            self._drop()
            self.shell.go_back()

    def _drop(self) -> None:
        if self._began and not self._saving:
            self._began = False
            self._keeper.drop()
