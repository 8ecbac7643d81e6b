"""The base of the screens on a person's body maps: they are read with the case and stay live."""

from uuid import UUID

from textual.events import Resize

from sgtui.services.body_map import PersonMaps, read_person_maps
from sgtui.services.case import CaseView
from sgtui.services.desk import Desk
from sgtui.ui.background import Answered
from sgtui.ui.screens.case_desk import CaseDesk


class MapsDesk(CaseDesk):
    """A screen on the body maps of the person a case is about, across all their cases."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__(desk, case_id)
        self.maps: PersonMaps | None = None
        """The maps as last read; None until they have been."""

    def read(self) -> None:
        """Read the case, and the person's maps with it."""
        super().read()
        desk, case_id = self.desk, self.case_id
        job = self.shell.writes.behind(lambda: read_person_maps(desk, case_id))
        self.asks.ask("maps", job)

    def on_answered(self, event: Answered) -> None:
        """The maps have been read."""
        if isinstance(event.value, PersonMaps):
            self.maps = event.value
            self._draw_both()
            self.show_keys()

    def show(self, _view: CaseView) -> None:
        """The case has been read."""
        self._draw_both()

    def on_resize(self, _event: Resize) -> None:
        """Lines are broken anew."""
        self.call_after_refresh(self._draw_both)

    def _draw_both(self) -> None:
        if self.view is not None and self.maps is not None:
            self.draw(self.view, self.maps)

    def draw(self, view: CaseView, maps: PersonMaps) -> None:
        """Draw the case's person's maps as they stand."""
