"""Drawing a body map: point at a region, press what it is, fill in what is known, and the next."""

from abc import abstractmethod
from typing import ClassVar

from textual import on

from sgtui.domain.entries.body import MOST_MARKS
from sgtui.domain.entries.marks import MarkKind
from sgtui.ui.commands import BACK, Command
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.screens.body_map.answers import MarkAnswers
from sgtui.ui.screens.body_map.forms import BodyMapForms
from sgtui.ui.screens.body_map.panel import MapPanel
from sgtui.ui.widgets.candidates import Candidate
from sgtui.ui.widgets.key_bar import Hint
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.wording import body_map_words as said

COMMANDS = (
    Command("desk.body_map", "f5", "", "Closer view of head, hand or feet",
            "Draws the part under the cursor larger; again, or leaving it, goes back.", "closer",
            words=("zoom", "larger", "face", "fingers", "toes")),
    Command("body_map.same", "f8", "Same again", "A mark like the last one, here",
            "Marks the region under the cursor with all that was seen of the last mark.", "same",
            words=("repeat", "copy", "ditto")),
    Command("body_map.remove", "delete", "Take off", "Take the highlighted mark off",
            "Takes a mark off this map before it is saved, after asking.", "remove", "lists",
            words=("delete", "wrong", "undo")),
    Command("desk.save", "ctrl+s", "Save", "Save this map",
            "Saves the map with all its marks, or says what is still wrong.", "save",
            words=("record", "keep")),
)  # fmt: skip


class BodyMapDrawing(BodyMapForms):
    """Marks put on, filled in and taken off. A subclass keeps the map and leaves."""

    heading = "Body map"
    purpose = (
        "Shows what was seen on the body, and where. Go to a place by arrows, by words such as "
        "'left fore' or by a code such as F17L; then press the digit of what it is. Fill in what "
        "you know; Esc goes back to the figure and nothing typed is lost. Left and right are the "
        "person's own. Tab goes to the list of marks, then to when the person was looked at."
    )
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    @abstractmethod
    def leave(self) -> None:
        """Esc from the figure."""

    @abstractmethod
    def send(self) -> None:
        """Ctrl+S on a map that says something: every complaint, or it is kept."""

    @abstractmethod
    def not_looked(self) -> None:
        """Nobody looked: there is no map, and that has a reason."""

    async def begin_mark(self, kind: MarkKind) -> None:
        """A mark more, numbered at once, its details open."""
        if self._add(MarkAnswers(region=self.pointing.code, kind=kind)):
            await self.open_mark(len(self.answers.marks))

    def _add(self, mark: MarkAnswers) -> bool:
        if len(self.answers.marks) == MOST_MARKS:
            self.say(said.FULL, "problem")
            return False
        marks = (*self.answers.marks, mark)
        self.put(self.answers.model_copy(update={"marks": marks, "none_seen": False}))
        self.draw()
        self.call_after_refresh(self.panel.show_newest)
        self.show_keys()
        return True

    def action_same(self) -> None:
        """F8: here, what was seen there."""
        if self.pointing.problem:
            self.say(self.pointing.problem, "problem")
        elif self._add(self.answers.marks[-1].like(self.pointing.code)):
            self.point(self.pointing.cleared())
            self.say(said.same_as(len(self.answers.marks)))

    def action_closer(self) -> None:
        """F5."""
        if self.figure.closer_part is None:
            self.point(self.pointing, said.NO_CLOSER)
            return
        self.figure.closer = not self.figure.closer
        self.draw()

    def action_remove(self) -> None:
        """Delete on the list: asks first."""
        number = self._listed()
        if number:
            words = self.answers.marks[number - 1].words()
            question = ConfirmDialog(said.take_off(number), words, needs_reason=False)
            self.app.push_screen(question, lambda answer: self._taken_off(number, answer))

    def _taken_off(self, number: int, answer: str | None) -> None:
        if answer is None:
            return
        marks = self.answers.marks
        left = (*marks[: number - 1], *marks[number:])
        self.put(self.answers.model_copy(update={"marks": left}))
        if not left:
            self.set_focus(self.figure)
        self.draw()
        self.show_keys()

    def _listed(self) -> int:
        """The number of the mark that the cursor of the list stands on; 0 for none."""
        marks = self.panel.marks
        return int(marks.key or 0) if self.focused is marks else 0

    def _hint(self, command: Command) -> Hint:
        """Esc says that it leads to the figure first."""
        if command is BACK and self.focused not in (None, self.figure):
            return Hint(self.key_of(command), said.TO_FIGURE)
        return super()._hint(command)

    def available(self, command: Command) -> bool:
        """Pointing and filling in have keys of their own."""
        match command.action:
            case "closer":
                return self.form_in_hand is None
            case "same":
                return self.form_in_hand is None and bool(self.answers.marks)
            case "remove":
                return self.is_mounted and bool(self._listed())
        return super().available(command)

    def on_descendant_focus(self) -> None:
        """Other keys make sense now."""
        self.show_keys()

    @on(RowList.Highlighted)
    def _stood_on(self) -> None:
        """The cursor of the figure goes with that of the list."""
        number = self._listed()
        if 0 < number <= len(self.answers.marks):
            self.point(self.pointing.moved(self.answers.marks[number - 1].region))
        self.show_keys()

    @on(RowList.Chosen)
    async def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.key == MapPanel.LOOKED:
            await self.open_look()
        else:
            await self.open_mark(int(event.key))

    def action_back(self) -> None:
        """Esc: one step back; from the open figure, away from the map."""
        pointing = self.pointing
        if self.form_in_hand is not None:
            self.close_form()
        elif pointing.typed or pointing.later:
            self.point(pointing.cleared())
        elif self.figure.closer:
            self.action_closer()
        elif self.focused is not self.figure:
            self.set_focus(self.figure)
        else:
            self.leave()

    def action_save(self) -> None:
        """Ctrl+S: a map without a mark is asked about first."""
        if self.answers.marks:
            self.send()
            return
        choices = {said.NO_MARKS_HEADING: [Candidate(*one) for one in said.NO_MARKS_CHOICES]}
        self.app.push_screen(NumberedDialog(said.NO_MARKS_QUESTION, choices), self._without_marks)

    def _without_marks(self, chosen: str | None) -> None:
        if chosen == said.NONE_SEEN:
            self.put(self.answers.model_copy(update={"none_seen": True}))
            self.send()
        elif chosen == said.NOT_LOOKED:
            self.not_looked()
