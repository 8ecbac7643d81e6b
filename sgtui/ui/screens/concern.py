"""The concern form: one screen, in the order the trade speaks, saved by Ctrl+S from any field."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID, uuid4

from textual import on

from sgtui.domain.entries import ConcernRecorded, PersonRegistered
from sgtui.domain.gates import Missing
from sgtui.domain.london_time import in_london
from sgtui.domain.register import Register
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.record import NotYet, Recorded
from sgtui.services.register import register_person
from sgtui.ui import words
from sgtui.ui.background import Answered, Failed
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.add_person import AddPersonDialog, NewPerson
from sgtui.ui.screens.body_map.answers import MapAnswers
from sgtui.ui.screens.body_map.concern import ConcernBodyMap
from sgtui.ui.screens.concern_form import DRAFT, FORM, ConcernForm
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.picker import Picker

PERSON = "person"
"""The name of the write that adds one."""

NOT_SAVED = "not saved yet. Fill in what is marked !"


@dataclass(frozen=True)
class Added:
    """Somebody was added to the register."""

    person: UUID
    register: Register


class ConcernScreen(ConcernForm):
    """A new concern, or a draft of one carried on: what Ctrl+S and Esc do with it."""

    commands: ClassVar[tuple[Command, ...]] = (
        *ConcernForm.commands,
        Command(
            "concern.add_person", "f9", "Add person", "Add this person to the register",
            "Adds somebody who is not in the register yet: name and room are enough.",
            "add_person", words=("resident", "respite", "new", "visitor"),
        ),
    )  # fmt: skip

    _unknown = False
    """Whether the name typed under Who is nobody's yet."""

    _done: Recorded | None = None
    """What was recorded while a dialog lay over the form."""

    _map_before: MapAnswers | None = None
    """The body map as it was before it was opened; None while it is not open."""

    _ask_why = False
    """Whether the map was closed because nobody looked."""

    def on_screen_resume(self) -> None:
        """The form is in front again, perhaps with more on the body map."""
        if self._done is not None:
            self._recorded(self._done)
        elif self._map_before is not None:
            self._map_closed(self._map_before)

    def action_body_map(self) -> None:
        """F5: the body map, which is kept and recorded with this concern."""
        self._map_before = self._fields.body_map.answers
        person = self.notice_of(self._fields.read()).person
        drawn, asked = self._drawn, self._why_no_map
        self.app.push_screen(ConcernBodyMap(self.desk, self._map_before, drawn, asked, person))

    def _drawn(self, answers: MapAnswers) -> None:
        """Something changed on the map that lies over the form."""
        self._fields.body_map.answers = answers
        self.keep_soon(self._fields.read())

    def _why_no_map(self) -> None:
        """Nobody looked: once the form is in front, it asks why."""
        self._ask_why = True

    def _map_closed(self, before: MapAnswers) -> None:
        """Back from the map: say how many marks there are, and show what they ask for."""
        self._map_before = None
        drawn = self._fields.body_map.answers
        if drawn != before:
            self._follow()
            self.say(f"Body map: {drawn.count_words}.")
        if self._ask_why and self._fields.read().asks_why_no_map:
            self._fields.go_to("no_map_because")
        self._ask_why = False

    def can_save(self) -> bool:
        """Always: what is missing is said."""
        return True

    def available(self, command: Command) -> bool:
        """Save waits for a save of this form alone, never for a draft; and nothing leaves it."""
        if command.action == "save":
            return not self._saving
        if command.action == "add_person":
            return self._unknown and not self._saving
        if command.action == "body_map":
            return not self._saving
        leaves = command.action == "back" or bool(command.screen)
        if command.screen == FORM or (leaves and self._saving):
            return False
        return super().available(command)

    def on_answered(self, event: Answered) -> None:
        """The concern is recorded, or a gate is shut."""
        if isinstance(event.value, Recorded):
            self._recorded(event.value)
        elif isinstance(event.value, NotYet):
            self._refused(event.value.missing)
        elif isinstance(event.value, Added):
            self._picked(event.value)

    def on_failed(self, event: Failed) -> None:
        """A read or a write could not be done: everything typed is still here."""
        if event.request.name == FORM:
            self._not_saved()
        elif event.request.name == DRAFT:
            self._kept = None
        self.say(event.sentence, "problem")

    def action_save(self) -> None:
        """Ctrl+S: record it, or say everything that is missing and go to the first."""
        if self._saving:
            self.say(words.SAVE_UNDER_WAY)
            return
        answers = self._fields.read()
        notice = self.notice_of(answers)
        self._pointing = True
        gaps = self.show_needed(answers, notice)
        if gaps:
            self._fields.complain()
            self.say(NOT_SAVED, "problem")
            self._fields.go_to(gaps[0])
            return
        self._saving = True
        self.say(words.SAVING)
        self.show_keys()
        self.shell.writes.queue(FORM, self._recording(notice), self)

    def _recording(self, notice: ConcernNotice) -> Callable[[], Recorded | NotYet]:
        desk, form_id = self.desk, self._form_id
        record = self._jobs.recording(
            lambda: record_concern(desk, notice, case_id=form_id, draft_id=form_id)
        )

        def job() -> Recorded | NotYet:
            try:
                return record()
            except NotYet as shut:
                return shut

        return job

    def _recorded(self, recorded: Recorded) -> None:
        """Saved: the case takes the place of the form, once nothing lies over it."""
        self._kept = self._fields.read()
        shell = self.shell
        if shell.screen is not self:
            self._done = recorded
            return
        shell.go_back()
        shell.open_screen("case", recorded.case_id)
        shown = shell.screen
        if isinstance(shown, DeskScreen):
            shown.call_after_refresh(shown.say, recorded.sentence, "saved")

    @on(Picker.Changed, "#who")
    def _typed_who(self, event: Picker.Changed) -> None:
        """A name that is nobody's can be added."""
        unknown = event.picked is None and bool(event.text)
        if unknown != self._unknown:
            self._unknown = unknown
            self.show_keys()

    def action_add_person(self) -> None:
        """F9: somebody who is not in the register; every word stays."""
        today = in_london(self.desk.now()).date()
        self.app.push_screen(AddPersonDialog(self._fields.who.text, today), self._add)

    def _add(self, said: NewPerson | None) -> None:
        if said is None:
            return
        desk = self.desk
        payload = PersonRegistered(
            person=uuid4(), name=said.name, room=said.room or None, born_on=said.born_on
        )

        def job() -> Added | NotYet:
            try:
                person = register_person(desk, payload)
            except NotYet as refusal:
                return refusal
            with desk.store.reading() as unit:
                return Added(person, desk.register(unit))

        self.say(words.SAVING)
        self.shell.writes.queue(PERSON, job, self)

    def _picked(self, added: Added) -> None:
        """They are in the register now: pick them and go on."""
        fields = self._fields
        fields.offer(added.register)
        fields.who.value = str(added.person)
        fields.complain()
        fields.go_to("category")
        self.show_keys()
        self.say(f"{added.register.person_name(added.person)} is in the register now.", "saved")

    def _refused(self, missing: tuple[Missing, ...]) -> None:
        """A gate is shut: all its sentences, and the first field that one of them names."""
        self._not_saved()
        self.say(" ".join(item.sentence for item in missing), "problem")
        labels = {ask.label: name for name, ask in ConcernRecorded.asks().items()}
        named = (labels.get(item.sentence.partition(":")[0], "") for item in missing)
        first = next((name for name in named if name in self._fields.rows), None)
        if first is not None:
            self._fields.go_to(first)

    def action_back(self) -> None:
        """Esc: the words stay as a draft."""
        blank = self._fields.read().is_blank
        self._keep()
        self.shell.go_back()
        below = self.shell.screen
        if not blank and isinstance(below, DeskScreen) and below is not self:
            below.say("Draft kept. F2 carries it on.")

    def _not_saved(self) -> None:
        self._saving = False
        self.show_keys()
        self._keep()
