"""Two body maps of one person side by side: what is new, gone, changed or the same."""

from typing import ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from sgtui.domain.body_map.compare import compare
from sgtui.services.body_map import Compared, MappedBody, PersonMaps
from sgtui.services.case import CaseView
from sgtui.services.desk import Desk
from sgtui.ui.commands import Command
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.body_map.compare_rows import change_rows, found, head_lines
from sgtui.ui.screens.body_map.maps_desk import MapsDesk
from sgtui.ui.screens.body_map.timeline import ShownFigure
from sgtui.ui.widgets.key_bar import Hint
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.wording import body_maps_words as words

FIGURES = Command(
    "desk.body_map", "f5", "Figures", "Figures, or the list alone",
    "Shows the four figures with a short list, or the list alone.", "figures",
    words=("picture", "body", "list"),
)  # fmt: skip

COMMANDS = (
    FIGURES,
    Command("compare.back", "left", "Earlier", "Later side: one map back in time",
            "Shows the map before on the right-hand side.", "walk(-1)", "lists",
            words=("walk", "before", "previous")),
    Command("compare.on", "right", "Later", "Later side: one map on in time",
            "Shows the next map on the right-hand side.", "walk(1)", "lists",
            words=("walk", "after", "next")),
    Command("compare.read", "o", "Read", "Read both maps and every difference (O or Enter)",
            "Shows the whole comparison as text, line by line.", "read_all", "lists",
            words=("whole", "text", "aloud")),
)  # fmt: skip

WIDE, HIGH = 110, 30
"""From this size on there is room for the figures and the whole list together."""


class BodyCompareScreen(MapsDesk):
    """An earlier map left, a later one right."""

    DEFAULT_CSS = """
    BodyCompareScreen #figures { height: 1fr; display: none; }
    BodyCompareScreen #figures ShownFigure { width: 1fr; }
    BodyCompareScreen #earlier { padding: 0 1 0 0; }
    BodyCompareScreen #changes { height: 1fr; }
    BodyCompareScreen.-figures #figures { display: block; }
    BodyCompareScreen.-figures #changes { height: 4; }
    BodyCompareScreen.-both #figures { display: block; height: 55%; }
    BodyCompareScreen.-both #changes { height: 1fr; }
    """

    AUTO_FOCUS = "#changes"
    heading = "Compare maps"
    purpose = (
        "Two body maps of one person, the earlier left and the later right. + NEW is on the later "
        "map only, - GONE on the earlier only, ~ CHANGED says what differs, = SAME nothing. "
        "Right and Left put the next map, or the one before, on the right-hand side."
    )
    commands: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, desk: Desk, case_id: UUID, earlier: UUID, later: UUID) -> None:
        """Both maps by their entries."""
        super().__init__(desk, case_id)
        self._earlier = earlier
        self._later = later
        self._compared: Compared | None = None

    def body(self) -> ComposeResult:
        """Dates and names, the four figures, what became of each mark."""
        yield Sheet(fitted=True, most=5, id="head")
        with Horizontal(id="figures"):
            yield ShownFigure(id="earlier")
            yield ShownFigure(id="later")
        yield RowList(empty=words.NO_MARKS, id="changes")

    def on_resize(self, event: Resize) -> None:
        """Figures and list together where there is room."""
        self.set_class(event.size.width >= WIDE and event.size.height >= HIGH, "-both")

    def draw(self, view: CaseView, maps: PersonMaps) -> None:
        """Draw both maps; the cursor keeps its mark."""
        earlier, later = (self._find(entry, maps) for entry in (self._earlier, self._later))
        if earlier is None or later is None:
            self.say(words.NOT_STANDING, "problem")
            return
        compared = Compared(earlier, later, compare(earlier.what, later.what))
        self._compared, width = compared, max(self.size.width - 5, 40)
        head = head_lines(compared, maps.register, self.case_id, view.as_at, width)
        self.query_one("#head", Sheet).show(head)
        self._fill(width)
        for name, mapped in (("#earlier", earlier), ("#later", later)):
            marks = enumerate(mapped.what.marks, 1)
            figure = self.query_one(name, ShownFigure)
            figure.marks = tuple((number, mark.region) for number, mark in marks)
        self._light()

    def _fill(self, width: int) -> None:
        """Fill the list: in few lines each where it is low, below the figures."""
        changes = self._compared.changes if self._compared else ()
        briefly = self.has_class("-figures") and not self.has_class("-both")
        self.query_one("#changes", RowList).fill(change_rows(changes, width, briefly=briefly))

    def _find(self, entry: UUID, maps: PersonMaps) -> MappedBody | None:
        return next((one for one in maps.maps if one.entry.id == entry), None)

    @on(RowList.Highlighted)
    def _light(self) -> None:
        """The region of the row stood on is lit on all figures."""
        changes = self._compared.changes if self._compared else ()
        one = found(changes, self.query_one("#changes", RowList).key)
        for name in ("#earlier", "#later"):
            self.query_one(name, ShownFigure).cursor = one.region if one else ""

    def available(self, command: Command) -> bool:
        """The figures are a choice only where not everything fits."""
        match command.action:
            case "figures":
                return not self.has_class("-both")
            case "walk(-1)" | "walk(1)" | "read_all":
                return self._compared is not None
        return super().available(command)

    def _hint(self, command: Command) -> Hint:
        """F5 says what it shows."""
        if command is FIGURES and self.has_class("-figures"):
            return Hint(self.key_of(command), "List")
        return super()._hint(command)

    def action_figures(self) -> None:
        """F5."""
        self.toggle_class("-figures")
        self._draw_both()
        self.show_keys()

    def action_walk(self, step: int) -> None:
        """Left and Right: another map on the later side."""
        if self.maps is None or self.view is None or self._compared is None:
            return
        order = [one.entry.id for one in self.maps.maps]
        place = order.index(self._later) + step
        if place >= len(order) or order[place] == self._earlier:
            self.say(words.NEWEST if step > 0 else words.NEXT_IS_EARLIER)
            return
        self._later = order[place]
        self.say(words.NOW_SHOWN.format(words.looked(self.maps.maps[place], self.view.as_at)))
        self.draw(self.view, self.maps)

    @on(RowList.Chosen)
    def action_read_all(self) -> None:
        """O or Enter: the whole comparison as text."""
        if self._compared is not None and self.maps is not None:
            text = words.comparison_text(self._compared, self.maps.register, self.case_id)
            self.app.push_screen(ReadingDialog(self.heading, text))
