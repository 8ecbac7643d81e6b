"""A list of rows of any length, drawn line by line: the queue, the menu, every search result."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sgtui.domain.text import display_cells
from sgtui.ui.widgets.changed_cells import changed_cells

TONES = ("late", "due", "calm", "quiet", "heading", "strong")
"""Names a piece of a row may be drawn in; each is a style, never a meaning of its own."""


@dataclass(frozen=True)
class Piece:
    """A part of a line and its tone (one of `TONES`, or none)."""

    text: str
    tone: str = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Row:
    """One entry of the list, one or two lines high; a heading cannot be stood on."""

    key: str
    lines: tuple[Line, ...]
    heading: bool = False


def heading(key: str, text: str) -> Row:
    """A row that names the group below it."""
    return Row(key, ((Piece(text, "heading"),),), heading=True)


def heights(rows: Sequence[Row]) -> list[int]:
    """How many lines each row takes."""
    return [len(row.lines) for row in rows]


def _joined(blank: Segment, first: Segment) -> list[Segment]:
    """A blank drawn with what follows it, where that looks the same and is fewer bytes."""
    style = first.style
    if style is None or style.reverse or style.underline:
        return [blank, first]
    return [Segment(f"{blank.text}{first.text}", style)]


class RowList(ScrollView, can_focus=True):
    """Rows with one cursor, which stays on its row's key when the rows are replaced."""

    DEFAULT_CSS = """
    RowList {
        background: $background;
        color: $foreground;
        height: 1fr;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
    }
    RowList > .row-list--cursor { background: $cursor-row; text-style: bold; }
    RowList:ansi > .row-list--cursor { text-style: bold reverse; }
    RowList:nocolor > .row-list--cursor { text-style: bold reverse; }
    RowList > .row-list--late { color: $error; text-style: bold; }
    RowList > .row-list--due { color: $warning; text-style: bold; }
    RowList > .row-list--calm { color: $success; }
    RowList > .row-list--quiet { color: $quiet; }
    RowList > .row-list--strong { color: $strong; text-style: bold; }
    RowList > .row-list--heading { color: $accent; text-style: bold; }
    RowList:nocolor > .row-list--late { text-style: bold reverse; }
    RowList:nocolor > .row-list--due { text-style: bold underline; }
    """
    COMPONENT_CLASSES = {"row-list--cursor", *(f"row-list--{tone}" for tone in TONES)}

    BINDINGS = [
        Binding("up", "move(-1)", "Row above", show=False),
        Binding("down", "move(1)", "Row below", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "first", "First row", show=False),
        Binding("end", "last", "Last row", show=False),
        Binding("enter", "choose", "Open", show=False),
    ]

    cursor: var[int] = var(-1, init=False)
    """Position of the row stood on; -1 when there is none to stand on."""

    class Highlighted(Message):
        """The cursor stands on another row; `key` is None when there is none."""

        def __init__(self, rows: "RowList", key: str | None) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> "RowList":
            """The list, for `@on` with a selector."""
            return self.rows

        def can_replace(self, message: Message) -> bool:
            """Only the newest matters."""
            return isinstance(message, RowList.Highlighted)

    class Chosen(Message):
        """Enter was pressed on a row."""

        def __init__(self, rows: "RowList", key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> "RowList":
            """The list, for `@on` with a selector."""
            return self.rows

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        empty: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`empty`: the sentence shown when there is no row."""
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._tops: list[int] = [0]
        self._empty = empty
        self.fill(rows)

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows

    @property
    def empty(self) -> str:
        """The sentence shown when there is no row."""
        return self._empty

    @empty.setter
    def empty(self, sentence: str) -> None:
        self._empty = sentence
        if not self._rows:
            self.refresh()

    @property
    def key(self) -> str | None:
        """Key of the row stood on."""
        return self._rows[self.cursor].key if 0 <= self.cursor < len(self._rows) else None

    def fill(self, rows: Sequence[Row]) -> None:
        """Replace the rows. The cursor keeps its key, else its place, and the view its offset."""
        before, place, drawn = self.key, self.cursor, self._rows
        self._rows = rows
        self._tops = [0, *accumulate(len(row.lines) for row in rows)]
        self.virtual_size = Size(0, self._tops[-1])
        found = next((n for n, row in enumerate(rows) if row.key == before and not row.heading), -1)
        at = found if found >= 0 else self._standable(place, 1)
        self.set_reactive(RowList.cursor, at)
        if at == place and rows and heights(drawn) == heights(rows):
            self._redraw_changes(drawn)
        else:
            self.refresh()
        if self.is_mounted:
            self._show_cursor()
            if self.key != before:
                self.post_message(self.Highlighted(self, self.key))

    def stand_on(self, key: str) -> bool:
        """Put the cursor on the row with `key`; False when there is none."""
        for position, row in enumerate(self._rows):
            if row.key == key and not row.heading:
                self.cursor = position
                return True
        return False

    def watch_cursor(self, before: int, now: int) -> None:
        """Redraw the two rows concerned, show the new one and tell."""
        for position in (before, now):
            if 0 <= position < len(self._rows):
                self._redraw(position)
        self._show_cursor()
        self.post_message(self.Highlighted(self, self.key))

    def action_move(self, step: int) -> None:
        """One row up or down, over headings; at an end it stays."""
        self.cursor = self._standable(self.cursor + step, step)

    def action_page(self, pages: int) -> None:
        """About a screenful up or down."""
        lines = pages * max(self.size.height - 1, 1)
        top = min(max(self._tops[max(self.cursor, 0)] + lines, 0), max(self._tops[-1] - 1, 0))
        self.cursor = self._standable(bisect_right(self._tops, top) - 1, pages)

    def action_first(self) -> None:
        """The first row."""
        self.cursor = self._standable(0, 1)
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """The last row."""
        self.cursor = self._standable(len(self._rows) - 1, -1)

    def action_choose(self) -> None:
        """Tell that the row stood on is wanted."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))

    def render_line(self, y: int) -> Strip:
        """One line of the window: only what is seen is ever drawn."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self.rich_style
        if not self._rows and y == 0 and self._empty:
            return self._strip((Piece(f" {self._empty}", "quiet"),), width, base, None)
        if line >= self._tops[-1]:
            return Strip.blank(width, base)
        position = bisect_right(self._tops, line) - 1
        row = self._rows[position]
        part = line - self._tops[position]
        if position != self.cursor:
            return self._strip((Piece(" "), *row.lines[part]), width, base, None)
        mark = Piece(">" if part == 0 else " ")
        cursor = self.get_component_rich_style("row-list--cursor", partial=True)
        return self._strip((mark, *row.lines[part]), width, base, cursor)

    def _strip(self, line: Line, width: int, base: Style, cursor: Style | None) -> Strip:
        style = base if cursor is None else base + cursor
        segments = [Segment(display_cells(piece.text), self._toned(piece, base, cursor))
                    for piece in line]  # fmt: skip
        if len(segments) > 1 and segments[0].text == " " and cursor is None:
            segments[:2] = _joined(*segments[:2])
        used = sum(cell_len(segment.text) for segment in segments)
        return Strip(segments, used).adjust_cell_length(width, style).crop(0, width)

    def _toned(self, piece: Piece, base: Style, cursor: Style | None) -> Style:
        style = base
        if piece.tone:
            style += self.get_component_rich_style(f"row-list--{piece.tone}", partial=True)
        return style if cursor is None else style + cursor

    def _standable(self, position: int, step: int) -> int:
        """The nearest row that is no heading, looking first the way of `step`."""
        towards = 1 if step >= 0 else -1
        count = len(self._rows)
        start = max(min(position, count - 1), 0)
        ahead = range(start, count) if towards > 0 else range(start, -1, -1)
        back = range(start, -1, -1) if towards > 0 else range(start, count)
        if not count:
            return -1
        return next((n for way in (ahead, back) for n in way if not self._rows[n].heading), -1)

    def _redraw_changes(self, drawn: Sequence[Row]) -> None:
        """Redraw only the cells in sight that differ from rows of the same heights."""
        seen_from = self.scroll_offset.y
        first_row = max(bisect_right(self._tops, seen_from) - 1, 0)
        for n in range(first_row, bisect_right(self._tops, seen_from + self.size.height)):
            lines = zip(drawn[n].lines, self._rows[n].lines, strict=True) if n < len(drawn) else ()
            for part, (old, new) in enumerate(lines):
                cells = changed_cells(*([(p.text, p.tone) for p in line] for line in (old, new)))
                y = self._tops[n] + part - seen_from
                if cells is not None and 0 <= y < self.size.height:
                    self.refresh(Region(cells[0] + 1, y, cells[1] - cells[0], 1))

    def _redraw(self, position: int) -> None:
        top = self._tops[position] - self.scroll_offset.y
        self.refresh(Region(0, top, self.size.width, len(self._rows[position].lines)))

    def _show_cursor(self) -> None:
        if self.cursor < 0 or not self.size.height:
            return
        headed = self.cursor > 0 and self._rows[self.cursor - 1].heading
        first = self._tops[self.cursor - headed]
        region = Region(0, first, 1, self._tops[self.cursor + 1] - first)
        self.scroll_to_region(region, animate=False, force=True, x_axis=False)
