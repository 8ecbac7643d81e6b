"""The figure and the panel beside it: pointing at a region, and what is under the cursor."""

from textual import events, on
from textual.app import ComposeResult

from sgtui.domain.body_map.prompts import Prompt, prompts
from sgtui.domain.entries.body import BodyMapped
from sgtui.domain.entries.marks import MarkKind
from sgtui.domain.register import Register
from sgtui.services.desk import Desk
from sgtui.ui.screens.body_map.answers import MapAnswers
from sgtui.ui.screens.body_map.panel import MapPanel, Shown
from sgtui.ui.screens.body_map.pointing import PRESS_A_DIGIT, Pointing
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.body_figure import START, BodyFigure
from sgtui.ui.widgets.figure_drawing import MarkAt
from sgtui.ui.widgets.status_line import StatusKind
from sgtui.ui.wording import body_map_words as said

FRAME_COLUMNS, FRAME_LINES = 3, 3
"""What stands around figure and panel: margins and the gap; title, status line and key bar."""


LOW, HIGH = 22, 30
"""Under so many lines the panel leaves out what it can, so that marks are in sight; from so many
on it says all that there is to say."""


class BodyMapFrame(DeskScreen):
    """Shows a map as it stands. A subclass does what the keys ask for."""

    DEFAULT_CSS = """
    BodyMapFrame > #body { layout: horizontal; }
    BodyMapFrame #figure { padding: 0 1 0 0; }
    """

    AUTO_FOCUS = "#figure"

    def __init__(self, desk: Desk, answers: MapAnswers) -> None:
        """`answers`: what stands on the map already."""
        super().__init__()
        self.desk = desk
        self.answers = answers
        """The map as it stands."""
        self.earlier: tuple[BodyMapped, ...] = ()
        """The person's maps from before, as far as they have been read."""
        self.pointing = Pointing(answers.marks[-1].region if answers.marks else START)
        """Where the cursor stands, and what was typed to bring it there."""
        self._note = ""
        self._answer: StatusKind | None = None
        self._room = 0
        """Lines that the list of marks had when it was last in sight."""
        self.figure = BodyFigure(id="figure")
        """The body, front and back."""
        self.panel: MapPanel
        """What stands beside it while pointing."""

    @property
    def resting(self) -> str:
        """What the status line says while there is nothing to answer."""
        return said.FIGURE_KEYS

    def say(self, text: str, kind: StatusKind = "info") -> None:
        """Answer the person, until the map or the cursor is another; a problem until the map is."""
        super().say(text, kind)
        self._answer = None if text == self.resting else kind

    def settle(self) -> None:
        """What was answered is done with."""
        if self._answer is not None:
            self.say(self.resting)

    @property
    def register(self) -> Register:
        """Who there is."""
        return self.desk.known.register

    @property
    def whose(self) -> str:
        """Whose body it is, in a line."""
        return said.FOR_THE_CONCERN

    def body(self) -> ComposeResult:
        """The figure and the panel; forms come when they are first needed."""
        self.figure.cursor = self.pointing.code
        self.figure.marks = self._numbered()
        self.panel = MapPanel(self._shown(), id="panel")
        yield self.figure
        yield self.panel

    def on_mount(self) -> None:
        """Bring the newest mark into sight."""
        self.call_after_refresh(self.panel.show_newest)

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show everything as it now stands."""
        if self.is_mounted:
            self.figure.marks = self._numbered()
            self.panel.show(self._shown())

    def _numbered(self) -> tuple[MarkAt, ...]:
        return tuple((n, mark.region) for n, mark in enumerate(self.answers.marks, 1))

    def _shown(self) -> Shown:
        width, now = self._panel_width(), self.desk.now()
        closer = said.NOT_SO_CLOSE if self.figure.closer else said.CLOSER
        closer = closer if self.figure.closer_part is not None else ""
        height = self.app.size.height
        facts = (
            *(() if height < LOW else (said.whose_line(self.whose, width),)),
            *said.where_lines(self.pointing, self._note, width, closer=closer),
            *said.kind_lines(self.pointing, width),
        )
        when, author = said.when_words(self.answers, now), self.desk.author.staff_id
        looked = said.looked_lines(self.answers, self.register, when, author, width)
        asked = said.asked_lines(self.asked(), width, fully=height >= HIGH)
        rows = said.mark_rows(self.answers, width, most=self._lines_each())
        return Shown(facts, tuple(asked), tuple(rows), looked, said.no_marks(self.answers))

    def _panel_width(self) -> int:
        """Columns for words in the panel, before it is laid out as well."""
        laid_out = self.panel.size.width if self.is_mounted else 0
        if not laid_out:
            room = self.app.size - (FRAME_COLUMNS, FRAME_LINES + self.shell.facts.demo)
            laid_out = room.width - self.figure.get_content_width(room, room)
        return max(laid_out - 1, 20)

    def _lines_each(self) -> int:
        """Lines that each mark may take, so that all are in sight as long as that can be."""
        if self.is_mounted:
            self._room = self.panel.marks.size.height or self._room
        return max(self._room // max(len(self.answers.marks), 1), 2)

    def asked(self) -> tuple[Prompt, ...]:
        """What the map as it stands asks to be told."""
        if not self.answers.marks:
            return ()
        now, author = self.desk.now(), self.desk.author.staff_id
        return prompts(self.answers.roughly(now, author), self.earlier)

    def point(self, pointing: Pointing, note: str = "") -> None:
        """Stand there, and say what was found on the way."""
        self.pointing, self._note = pointing, note
        self.figure.cursor = pointing.code
        if self._answer != "problem":
            self.settle()
        self.draw()

    async def begin_mark(self, kind: MarkKind) -> None:
        """A digit has said what is under the cursor."""

    @on(BodyFigure.Moved)
    def _moved(self, event: BodyFigure.Moved) -> None:
        event.stop()
        self.point(self.pointing.moved(event.code))

    @on(BodyFigure.Typed)
    async def _typed(self, event: BodyFigure.Typed) -> None:
        event.stop()
        if not event.character:
            self.point(self.pointing.taken_back())
            return
        pointing, kind = self.pointing.typed_more(event.character)
        refused = pointing.problem if pointing is self.pointing else ""
        self.point(pointing)
        if refused:
            self.say(f"{said.NO_MARK_MADE} {refused}")
        if kind is not None:
            await self.begin_mark(kind)

    @on(BodyFigure.Entered)
    def _entered(self, event: BodyFigure.Entered) -> None:
        """Enter takes what was found, and asks for the digit."""
        event.stop()
        if not self.pointing.problem:
            self.point(self.pointing.cleared(), PRESS_A_DIGIT)
