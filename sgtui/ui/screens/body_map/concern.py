"""The body map of a concern that is still being typed: it is kept, and saved, with its form."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar
from uuid import UUID

from sgtui.services.body_map import PersonMaps, read_person_maps
from sgtui.services.desk import Desk
from sgtui.ui.background import Answered, Failed, Reads
from sgtui.ui.commands import Command
from sgtui.ui.screens.body_map.answers import MapAnswers, NotMapped
from sgtui.ui.screens.body_map.drawing import BodyMapDrawing
from sgtui.ui.wording import body_map_words as said
from sgtui.ui.wording.case_words import who_words

Changed = Callable[[MapAnswers], None]
"""Told at once of every change."""

Asked = Callable[[], None]
"""Asks, once the map is closed, why there is none."""


def _done(command: Command) -> Command:
    """Ctrl+S goes back to the form: that one saves."""
    if command.action != "save":
        return command
    return replace(command, hint="Done", title="Done: back to the form", help=said.DONE_HELP)


class ConcernBodyMap(BodyMapDrawing):
    """Draws the map of a new concern; the form that opened it keeps what is drawn."""

    commands: ClassVar[tuple[Command, ...]] = tuple(map(_done, BodyMapDrawing.commands))

    def __init__(
        self,
        desk: Desk,
        answers: MapAnswers,
        changed: Changed,
        why_none: Asked,
        person: UUID | None = None,
    ) -> None:
        """`answers`: what was drawn before; `person`: who it is about, where that is known."""
        super().__init__(desk, answers)
        self._changed = changed
        self._why_none = why_none
        self._person = person

    def on_mount(self) -> None:
        """Say where it is kept, and read what was marked on the person before."""
        self.say(self.resting)
        if self._person is not None:
            desk, person = self.desk, self._person
            reads = Reads(self, self.shell.explanations)
            reads.ask("maps", lambda: read_person_maps(desk, person))

    def on_answered(self, event: Answered) -> None:
        """The person's maps from before: a mark again in one place is told."""
        if isinstance(event.value, PersonMaps):
            self.earlier = tuple(mapped.what for mapped in event.value.maps)
            self.draw()

    def on_failed(self, event: Failed) -> None:
        """What was marked before could not be read; the map can be drawn without it."""
        self.say(event.sentence, "problem")

    def available(self, command: Command) -> bool:
        """From here the way leads back to the form, and to no other screen."""
        return not command.screen and super().available(command)

    @property
    def resting(self) -> str:
        """Where it is kept."""
        return said.KEPT_WITH_CONCERN

    @property
    def whose(self) -> str:
        """The person, as far as the form knows."""
        person = self.register.people.get(self._person) if self._person else None
        return who_words(person) if person else super().whose

    def changed(self) -> None:
        """The form keeps it."""
        self._changed(self.answers)

    def can_save(self) -> bool:
        """Back to the form: that one saves."""
        return True

    def send(self) -> None:
        """Back to the form, once everything can be read."""
        author: UUID = self.desk.author.staff_id
        try:
            self.answers.mapped(self.register, self.desk.now(), author)
        except NotMapped as wrong:
            self.run_worker(self.show_wrong(wrong))
            return
        self.shell.go_back()

    def not_looked(self) -> None:
        """The form asks why there is no map; that none was seen does not hold then."""
        self.put(self.answers.model_copy(update={"none_seen": False}))
        self.shell.go_back()
        self._why_none()

    def leave(self) -> None:
        """Esc: back to the form, with all that is drawn."""
        self.shell.go_back()
