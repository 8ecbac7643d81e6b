"""The list of a person's body maps in time, to stand on, and the figures to look at beside it."""

from textual import events

from sgtui.services.body_map import PersonMaps
from sgtui.ui.screens.body_map.maps_rows import Notes, timeline
from sgtui.ui.widgets.body_figure import BodyFigure
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.wording.body_maps_words import NO_MAPS


class Timeline(RowList):
    """Maps, newest first; the cursor stays on its mark when more come in."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(empty=NO_MAPS, id=id)
        self._shown: tuple[PersonMaps, Notes] | None = None

    def show(self, maps: PersonMaps, notes: Notes) -> None:
        """Show these."""
        self._shown = maps, notes
        self.fill(timeline(maps, notes, (self.size.width or 46) - 2))

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew at another width."""
        if self._shown is not None:
            self.show(*self._shown)

    def stand_on_map(self, entry: str) -> bool:
        """Stand on the first row of a map, by its entry; False when it is not listed."""
        key = next((row.key for row in self.rows if row.key.startswith(entry)), "")
        return self.stand_on(key)


class ShownFigure(BodyFigure, can_focus=False):
    """The figures of a map that is looked at: its numbers, and one region lit or none."""
