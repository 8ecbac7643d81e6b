"""The body maps of a person in time: the figures left, every map with its marks right."""

from typing import ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from sgtui.domain.entries import BodyMapped
from sgtui.services.body_map import MappedBody, OpenPrompt, PersonMaps
from sgtui.services.case import CaseView
from sgtui.services.desk import Desk
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.body_map.maps_desk import MapsDesk
from sgtui.ui.screens.body_map.maps_rows import Notes, Spot, spots
from sgtui.ui.screens.body_map.panel import fit
from sgtui.ui.screens.body_map.timeline import ShownFigure, Timeline
from sgtui.ui.widgets.row_list import Line, Piece, RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.status_line import StatusKind
from sgtui.ui.wording import body_maps_words as words
from sgtui.ui.wording.case_words import person_words

COMMANDS = (
    Command("desk.body_map", "f5", "New map", "New body map: mark what is seen now",
            "Draws a new map for this case. A map is never added to later.", "body_map",
            words=("bruise", "mark", "injury", "draw"), screen="body_map"),
    Command("maps.compare", "c", "Compare", "Compare two maps side by side",
            "Compares this map with the one before, or with the one you chose with Space.",
            "compare", "lists", words=("change", "new", "gone", "difference"),
            screen="body_compare"),
    Command("maps.choose", "space", "Choose", "Choose the map to compare with",
            "Chooses this map; then stand on any other map and press C.", "choose", "lists",
            words=("compare", "with")),
    Command("maps.read", "o", "Read", "Read the whole map (O or Enter)",
            "Shows every mark in words, and what was not recorded.", "read_map", "lists",
            words=("whole", "text", "aloud", "open")),
    Command("maps.prompt", "p", "Prompt", "Answer the prompt of this map",
            "Say whom you told, or why it does not matter here.", "prompt", "lists",
            words=("unusual", "again", "told", "lead")),
    Command("maps.amend", "m", "Amend", "Amend this map",
            "Puts right what this case's map says; both stay readable.", "amend", "lists",
            words=("correct", "wrong", "mistake", "change")),
    Command("maps.error", "e", "", "Entered in error: strike this map",
            "Two people strike a map made by mistake; it stays readable.", "strike", "lists",
            words=("wrong place", "wrong person", "delete", "mistake")),
)  # fmt: skip

MOST_FACTS = 4
"""Lines that the facts of a map and its prompt take at most."""

LEAST_WIDTH, LEAST_HEIGHT = 70, 20
"""From this size on the figures can be told apart beside the list."""


class BodyMapsScreen(MapsDesk):
    """Every map of one person."""

    DEFAULT_CSS = """
    BodyMapsScreen #who { height: 1; }
    BodyMapsScreen #middle { height: 1fr; min-height: 4; }
    BodyMapsScreen #figure { padding: 0 1 0 0; }
    BodyMapsScreen #timeline { width: 1fr; }
    BodyMapsScreen #facts { height: 2; }
    """

    AUTO_FOCUS = "#timeline"
    heading = "Body maps"
    purpose = (
        "Every body map of this person, newest first, from all their cases. Each mark says what "
        "became of it since the map before. Up and Down move, and the figures follow. "
        "Enter reads the whole map, C compares it with the one before."
    )
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, desk: Desk, case_id: UUID, entry_id: UUID | None = None) -> None:
        """`entry_id`: the map to stand on first; without one, the newest."""
        super().__init__(desk, case_id)
        self._wanted = entry_id
        self._chosen: UUID | None = None
        self._spots: tuple[Spot, ...] = ()
        self._saved_after: int | None = None
        """The newest entry when a form of ours was saved, until what it saved is shown."""

    def body(self) -> ComposeResult:
        """Whose they are, figures and timeline side by side, what is known of the map stood on."""
        yield Sheet(id="who")
        with Horizontal(id="middle"):
            yield ShownFigure(id="figure")
            yield Timeline(id="timeline")
        yield Sheet(id="facts")

    def on_resize(self, event: Resize) -> None:
        """Where there is no room for the figures the words have it all."""
        figure = self.query_one("#figure", ShownFigure)
        figure.display = event.size.width >= LEAST_WIDTH and event.size.height >= LEAST_HEIGHT

    def noted(self, sentence: str, kind: StatusKind = "saved") -> None:
        """After a save the cursor goes to the map that was recorded."""
        if kind == "saved" and self.view is not None:
            self._saved_after = self.view.number
        super().noted(sentence, kind)

    def draw(self, view: CaseView, maps: PersonMaps) -> None:
        """Draw everything; the cursor keeps its mark."""
        who = (Piece(person_words(view), "strong"), Piece(f"   {words.count_words(maps)}", "quiet"))
        self.query_one("#who", Sheet).show([who])
        self._spots = spots(maps)
        asked = {one.map.entry.id for one in view.open_prompts}
        notes = Notes(self.case_id, view.as_at, self._chosen, asked)
        timeline = self.query_one("#timeline", Timeline)
        timeline.show(maps, notes)
        facts = (self._facts(one) for one in maps.maps)
        fit(self.query_one("#facts", Sheet), min(max(map(len, facts), default=1), MOST_FACTS))
        if self._saved_after is not None and view.number > self._saved_after:
            newest = view.case.entries[-1]
            self._wanted = newest.id if isinstance(newest.payload, BodyMapped) else None
            self._saved_after = None
        if self._wanted is not None and timeline.stand_on_map(str(self._wanted)):
            self._wanted = None
        self._show_spot()

    @on(RowList.Highlighted)
    def _show_spot(self) -> None:
        """The figures and the facts follow the cursor."""
        figure, facts = self.query_one("#figure", ShownFigure), self.query_one("#facts", Sheet)
        spot = self.spot
        marks = spot.mapped.what.marks if spot else ()
        figure.marks = tuple((number, mark.region) for number, mark in enumerate(marks, 1))
        figure.cursor = spot.code if spot else ""
        if spot is not None:
            facts.show(self._facts(spot.mapped))
        else:
            facts.show([])
        self.show_keys()

    def _facts(self, mapped: MappedBody) -> list[Line]:
        """What a map asks for, and how the person was looked at."""
        asked = [one.prompt for one in self._asked(mapped)]
        return words.fact_lines(mapped, asked, max(self.size.width - 5, 20))

    @property
    def spot(self) -> Spot | None:
        """What the cursor stands on."""
        key = self.query_one("#timeline", Timeline).key
        return next((spot for spot in self._spots if spot.key == key), None)

    def _asked(self, mapped: MappedBody) -> list[OpenPrompt]:
        """What the map asks for and nobody has answered."""
        asked = self.view.open_prompts if self.view else ()
        return [one for one in asked if one.map.entry.id == mapped.entry.id]

    def available(self, command: Command) -> bool:
        """What makes sense on the map stood on."""
        spot = self.spot if self.is_mounted else None
        match command.action:
            case "body_map":
                return self._is_open and command.screen in self.shell.screens
            case "compare" | "choose":
                return self._count > 1 and super().available(command)
            case "read_map":
                return spot is not None
            case "amend" | "strike":
                return spot is not None and spot.mapped.case_id == self.case_id
            case "prompt":
                return spot is not None and bool(self._asked(spot.mapped))
        return super().available(command)

    @property
    def _is_open(self) -> bool:
        return self.view is not None and self.view.case.is_open

    @property
    def _count(self) -> int:
        return len(self.maps.maps) if self.maps else 0

    @on(RowList.Chosen)
    def action_read_map(self) -> None:
        """O or Enter: the record of the map stood on, read aloud."""
        spot = self.spot
        if spot is not None and self.maps is not None:
            asked = [one.prompt for one in self._asked(spot.mapped)]
            text = words.whole_text(spot.mapped, self.maps, asked)
            self.app.push_screen(ReadingDialog(f"Body map, {spot.mapped.reference}", text))

    def action_body_map(self) -> None:
        """F5: a new map for this case."""
        self.enter("body_mapped")

    def action_choose(self) -> None:
        """Space: this map is the one to compare with; again: none is."""
        spot = self.spot
        if spot is None or self.view is None:
            return
        same = spot.mapped.entry.id == self._chosen
        self._chosen = None if same else spot.mapped.entry.id
        when = words.looked(spot.mapped, self.view.as_at)
        self.say(words.NOT_CHOSEN if same else words.CHOSEN.format(when))
        self._draw_both()

    def action_compare(self) -> None:
        """C: with the chosen map, else with the one before."""
        spot, maps = self.spot, self.maps
        if spot is None or maps is None:
            return
        stood, other = spot.mapped, self._to_compare(spot.mapped, maps)
        if other is None or other is stood:
            self.say(words.SAME_MAP if other else words.NOTHING_BEFORE)
            return
        earlier, later = sorted((stood, other), key=maps.maps.index)
        self.shell.open_screen("body_compare", self.case_id, earlier.entry.id, later.entry.id)

    def _to_compare(self, stood: MappedBody, maps: PersonMaps) -> MappedBody | None:
        chosen = next((one for one in maps.maps if one.entry.id == self._chosen), None)
        return chosen or words.earlier_than(stood, maps)

    def action_amend(self) -> None:
        """M."""
        spot = self.spot
        if spot is not None and spot.mapped.case_id == self.case_id:
            self.enter("amended", {"entry": spot.mapped.entry.id})

    def action_strike(self) -> None:
        """E."""
        spot = self.spot
        if spot is not None and spot.mapped.case_id == self.case_id:
            self.enter("entered_in_error", {"entry": spot.mapped.entry.id})

    def action_prompt(self) -> None:
        """P: the first prompt of this map that nobody has answered."""
        spot = self.spot
        for one in self._asked(spot.mapped)[:1] if spot else ():
            known = {"body_map": one.map.entry.id, "prompt": one.prompt.kind}
            self.enter("body_map_prompt_answered", known, one.prompt.sentence)
