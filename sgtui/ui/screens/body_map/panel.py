"""What stands beside the figure while pointing: the region, the kinds, the marks, the look."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.css.scalar import Scalar

from sgtui.ui.widgets.row_list import Line, Piece, Row, RowList
from sgtui.ui.wording.body_map_words import TAB_TO_MARKS


class PanelList(RowList):
    """A list whose cursor shows only while it is in use."""

    COMPONENT_CLASSES = {
        f"row-list--{part}" for part in ("cursor", "due", "heading", "quiet", "strong")
    }
    """Only the tones there are: each costs time when the screen opens."""

    _inherit_component_classes = False

    def fill(self, rows: Sequence[Row]) -> None:
        """Replace the rows, where they differ."""
        if list(rows) != list(self.rows):
            super().fill(rows)
            if not self.is_mounted or not self.has_focus:
                self.set_reactive(RowList.cursor, -1)

    def on_focus(self) -> None:
        """Stand on the last row: the mark made last."""
        self.cursor = self._standable(len(self.rows) - 1, -1)

    def on_blur(self) -> None:
        """Stand nowhere."""
        self.cursor = -1


def fit(rows: RowList, height: int) -> None:
    """Make a list as high as its lines: laying out costs a repaint, so only when that changes."""
    if rows.styles.height != Scalar.from_number(height):
        rows.styles.height = height


class Facts(PanelList, can_focus=False):
    """Lines that change with every key: only the cells that differ are drawn."""


@dataclass(frozen=True)
class Shown:
    """What the panel shows."""

    facts: tuple[Line, ...]
    """Where the cursor is, what was typed, and the kinds."""
    asked: tuple[Line, ...]
    """What is to be told."""
    marks: tuple[Row, ...]
    """The marks by number."""
    looked: tuple[Line, ...]
    """When, by whom and how the person was looked at."""
    empty: str
    """What stands in place of marks while there is none."""

    @property
    def over(self) -> list[Row]:
        """Rows for all that stands above the marks, and so never scrolls out of sight."""
        count = len(self.marks)
        title: Line = (Piece(f"MARKS  {count}" if count else "MARKS", "heading"),)
        if count:
            title = (*title, Piece(f"   {TAB_TO_MARKS}", "quiet"))
        lines = (*self.facts, title, *self.asked)
        return [Row(str(n), (line,), heading=True) for n, line in enumerate(lines)]


class MapPanel(Vertical):
    """The panel beside the figure."""

    DEFAULT_CSS = """
    MapPanel { width: 1fr; height: 1fr; }
    MapPanel RowList { padding: 0; overflow: hidden hidden; }
    MapPanel #facts { height: 12; }
    MapPanel #marks { height: 1fr; overflow-y: auto; }
    MapPanel #looked { height: 2; }
    """

    MARKS: ClassVar[str] = "marks"
    LOOKED: ClassVar[str] = "looked"

    def __init__(self, shown: Shown, *, id: str | None = None) -> None:
        """`shown`: what it shows from the first paint on."""
        super().__init__(id=id)
        self._facts = Facts(shown.over, id="facts")
        self.marks = PanelList(shown.marks, empty=shown.empty, id=self.MARKS)
        """The list of marks."""
        self._looked = PanelList([self._look(shown)], id=self.LOOKED)

    def compose(self) -> ComposeResult:
        """Region and kinds, marks, the look."""
        yield self._facts
        yield self.marks
        yield self._looked

    def show(self, shown: Shown) -> None:
        """Show what holds now; what has not changed is not drawn again."""
        self._facts.fill(shown.over)
        fit(self._facts, len(shown.over))
        self.marks.fill(shown.marks)
        if self.marks.empty != shown.empty:
            self.marks.empty = shown.empty
        self._looked.fill([self._look(shown)])
        fit(self._looked, len(shown.looked))

    def show_newest(self) -> None:
        """Bring the mark made last into sight."""
        self.marks.scroll_end(animate=False)

    def _look(self, shown: Shown) -> Row:
        return Row(self.LOOKED, shown.looked)
