"""The body, front and back, drawn line by line: a cursor on one region, marks by their numbers."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip
from textual.widget import Widget

from sgtui.domain.body_map.moves import Direction, move
from sgtui.domain.body_map.regions import View, region
from sgtui.ui.widgets.figure_cells import CloserPart, closer_cells, closer_part, figure_cells
from sgtui.ui.widgets.figure_drawing import (
    BLOCKS,
    FILLED,
    PLAIN,
    Drawn,
    Letters,
    MarkAt,
    Pane,
    changed_runs,
    drawing,
)

START = "F10"
"""Where the cursor stands at first: in the middle of the front."""

BOTH = (View.FRONT, View.BACK)

GAP = 2
"""Columns between the two figures."""

LEAST_BESIDE = 34
"""Columns that are left for what stands beside the figures."""

SMALLEST, LARGEST = 12, 60

_PARTS = ("", "-edge", "-line")
_LOOKS = ("even", "odd", "cursor", "mark", "here", "word")


class BodyFigure(Widget, can_focus=True):
    """Front and back side by side, as large as there is room; arrows go from region to region."""

    DEFAULT_CSS = """
    BodyFigure { width: auto; height: 1fr; background: $background; color: $foreground; }
    BodyFigure > .body-figure--even { background: $secondary 48%; }
    BodyFigure > .body-figure--odd { background: $secondary 33%; }
    BodyFigure > .body-figure--cursor { color: $strong; }
    BodyFigure > .body-figure--mark { color: $warning; text-style: bold reverse; }
    BodyFigure > .body-figure--here { color: $warning; text-style: bold; }
    BodyFigure > .body-figure--word { color: $quiet; }
    """
    COMPONENT_CLASSES = {f"body-figure--{look}" for look in _LOOKS}

    BINDINGS = [
        *(
            Binding(direction.value.replace("_", ""), f"go('{direction.value}')", show=False)
            for direction in Direction
        ),
        Binding("backspace", "take_back", "Take a letter back", show=False),
        Binding("enter", "enter", "Take this region", show=False),
    ]

    cursor: var[str] = var(START, init=False)
    """Code of the region under the cursor."""

    marks: var[tuple[MarkAt, ...]] = var((), init=False)
    """The marks to show, each number in its region."""

    closer: var[bool] = var(False, init=False)
    """Whether the part under the cursor is drawn larger, in place of the other figure."""

    views: reactive[tuple[View, ...]] = reactive(BOTH, layout=True, init=False)
    """Which figures are shown: both, or one."""

    class Moved(Message):
        """The cursor was moved to another region by a key."""

        def __init__(self, figure: "BodyFigure", code: str) -> None:
            super().__init__()
            self.figure = figure
            self.code = code

    class Typed(Message):
        """A letter, digit or blank was typed; "" takes the last one back."""

        def __init__(self, figure: "BodyFigure", character: str) -> None:
            super().__init__()
            self.figure = figure
            self.character = character

    class Entered(Message):
        """Enter was pressed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: list[list[Drawn]] = []
        self._drawn_for: object = None
        self._looks: dict[str, Style] = {}

    def get_content_width(self, container: Size, _viewport: Size) -> int:
        """As wide as the figures are high, with room left for what stands beside them."""
        side = self._side(container)
        return len(self.views) * side + (len(self.views) - 1) * GAP

    def _side(self, room: Size) -> int:
        beside = (room.width - LEAST_BESIDE) // 2 - 1
        return max(min(room.height, beside, LARGEST), SMALLEST)

    @property
    def closer_part(self) -> CloserPart | None:
        """The part around the cursor that can be drawn larger."""
        return closer_part(self.cursor)

    def watch_cursor(self, before: str, now: str) -> None:
        """Only the two regions are drawn anew; outside its part the closer view ends."""
        if self.closer and closer_part(before) is not closer_part(now):
            self.set_reactive(BodyFigure.closer, False)
        self._redraw()

    def watch_marks(self) -> None:
        """The numbers have changed."""
        self._redraw()

    def watch_closer(self) -> None:
        """Another picture in place of the other figure."""
        if self.closer and (self.closer_part is None or len(self.views) < 2):
            self.set_reactive(BodyFigure.closer, False)
        self._redraw()

    def action_go(self, direction: str) -> None:
        """An arrow: to the region that way."""
        code = move(self.cursor, Direction.of(direction))
        if code != self.cursor:
            self.cursor = code
            self.post_message(self.Moved(self, code))

    def action_take_back(self) -> None:
        """Backspace."""
        self.post_message(self.Typed(self, ""))

    def action_enter(self) -> None:
        """Enter."""
        self.post_message(self.Entered())

    def on_key(self, event: events.Key) -> None:
        """A letter, digit or blank is for the search; `?` stays the help's."""
        character = event.character or ""
        if event.is_printable and character != "?":
            event.stop()
            self.post_message(self.Typed(self, character))

    def render_line(self, y: int) -> Strip:
        """One line of both figures."""
        lines = self._lines()
        cells = lines[y] if y < len(lines) else []
        styles = self._styles()
        segments = [
            Segment("".join(letter for letter, _ in run), styles[look])
            for look, run in ((look, list(run)) for look, run in groupby(cells, lambda c: c[1]))
        ]
        return Strip(segments, len(cells)).adjust_cell_length(self.size.width, styles[""])

    def _redraw(self) -> None:
        """Refresh the cells that differ from what is drawn, and no others."""
        before, self._drawn = self._drawn, []
        if not before:
            self.refresh()
            return
        changed = [
            Region(first, y, after - first, 1)
            for y, (old, new) in enumerate(zip(before, self._lines(), strict=False))
            for first, after in changed_runs(old, new)
        ]
        if changed:
            self.refresh(*changed)

    def _lines(self) -> list[list[Drawn]]:
        """Every line as it stands now."""
        wanted = (self.size, self.views)
        if not self._drawn or self._drawn_for != wanted:
            panes = tuple(self._panes())
            self._drawn_for = wanted
            self._drawn = drawing(panes, self.size, self.cursor, self.marks, self._letters)
        return self._drawn

    @property
    def _letters(self) -> Letters:
        if self.app.has_class("-ascii"):
            return PLAIN
        return BLOCKS if self.app.no_color or self.app.native_ansi_color else FILLED

    def _panes(self) -> Iterator[Pane]:
        """The pictures there are now: the figures, or one and a part of it drawn larger."""
        count = len(self.views)
        side = min(self.size.height, (self.size.width - GAP * (count - 1)) // count)
        if side < SMALLEST:
            return
        here = region(self.cursor).view if self.cursor else None
        part = self.closer_part if self.closer and count > 1 else None
        for place, view in enumerate(self.views):
            left = place * (side + GAP)
            if part is not None and view is not here:
                cells = closer_cells(part, side, side - 1)
                title = part.label.removeprefix("Person's ").capitalize()
                sides = ("", "") if title != part.label else _sides(region(self.cursor).view)
                yield Pane(cells, left, 1, title, sides, closer=True)
            else:
                cells = figure_cells(view, side, side)
                yield Pane(cells, left, 0, view.label.upper(), _sides(view))

    def notify_style_update(self) -> None:
        """Another theme, or the focus: the looks are worked out anew."""
        super().notify_style_update()
        self._looks = {}

    def _styles(self) -> dict[str, Style]:
        """The style of each look. A blank has only a ground: that is one byte a cell."""
        if not self._looks:
            ground = self.rich_style.bgcolor
            full = {look: self.get_component_rich_style(f"body-figure--{look}") for look in _LOOKS}
            self._looks = {"": Style(bgcolor=ground), **full}
            filled = self._letters is FILLED
            self._looks |= _filled(full, ground) if filled else _lettered(full, self._letters)
        return self._looks


def _filled(full: Mapping[str, Style], ground: Color | None) -> dict[str, Style]:
    """Looks of whole cells, of half cells at the edge, and of cells with a thin line."""
    looks = {}
    for name in ("even", "odd"):
        fill = full[name].bgcolor
        looks[name] = Style(bgcolor=fill)
        looks[f"{name}-edge"] = Style(color=fill, bgcolor=ground)
        looks[f"{name}-line"] = Style(color=ground, bgcolor=fill)
    strong = full["cursor"].color
    looks["cursor"] = Style(color=strong, reverse=True)
    looks["cursor-edge"] = Style(color=strong, bgcolor=ground)
    return looks


def _lettered(full: Mapping[str, Style], letters: Letters) -> dict[str, Style]:
    """Looks where letters make the shape; the cursor has its own, in ASCII reversed as well."""
    plain = full["word"]
    here = full["cursor"] + Style(bold=True, reverse=letters is PLAIN)
    looks = {f"{name}{part}": plain for name in ("even", "odd") for part in _PARTS}
    return {**looks, **{f"cursor{part}": here for part in _PARTS}}


def _sides(view: View) -> tuple[str, str]:
    """The person's own sides as the picture has them, from its left."""
    return ("right", "left") if view is View.FRONT else ("left", "right")
