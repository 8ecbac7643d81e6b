"""The drawing screen of the body map over a case, for tests of what its keys do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from textual.pilot import Pilot

from sgtui.domain.entries import BodyMapped
from sgtui.ui.app import SgtuiApp
from sgtui.ui.loaded import Loaded, MakeScreen
from sgtui.ui.screens.body_map.answers import MapAnswers
from sgtui.ui.screens.body_map.drawing import BodyMapDrawing
from sgtui.ui.screens.body_map.record import BodyMapScreen
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.widgets.status_line import StatusLine
from sgtui.ui.widgets.title_line import TitleFacts
from tests.ui.case_fixture import CaseHome, at, settled
from tests.ui.desk_fixture import EXPLANATIONS


class MapPilot:
    """A person at the body map of Ada Vale's case."""

    def __init__(self, home: CaseHome, pilot: Pilot[None]) -> None:
        self.home = home
        self.pilot = pilot
        assert isinstance(pilot.app, SgtuiApp)
        self.app = pilot.app

    @property
    def map(self) -> BodyMapDrawing:
        """The map, which must be in front."""
        screen = self.app.screen
        assert isinstance(screen, BodyMapDrawing)
        return screen

    @property
    def answers(self) -> MapAnswers:
        """What stands on the map."""
        return self.map.answers

    @property
    def said(self) -> str:
        """What the status line of the screen in front says."""
        return self.app.screen.query_one(StatusLine).message.plain

    @property
    def panel(self) -> str:
        """The words beside the figure."""
        panel = self.map.panel
        rows = [*panel.query_one("#facts").rows, *panel.marks.rows]  # type: ignore[attr-defined]
        return "\n".join("".join(p.text for p in line) for row in rows for line in row.lines)

    async def press(self, *keys: str) -> None:
        """Press keys and let everything they start come to its end."""
        await self.pilot.press(*keys)
        await settled(self.pilot)

    async def type(self, text: str) -> None:
        """Type a text, key by key."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    def recorded(self) -> BodyMapped:
        """The newest body map of the case."""
        found = [e.payload for e in self.home.view().case.entries if e.kind == "body_mapped"]
        assert isinstance(found[-1], BodyMapped)
        return found[-1]


@asynccontextmanager
async def at_the_map(
    home: CaseHome, *given: Any, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[MapPilot]:
    """The map has been opened over the case, and the case has been read."""
    desk = home.desk
    screens: dict[str, MakeScreen] = {
        "case": partial(CaseScreen, desk),
        "entry": partial(EntryScreen, desk),
        "body_map": partial(BodyMapScreen, desk),
    }
    facts = TitleFacts("Rosewood House", "Sun 22 Nov 14:32", "J Okafor", "live")
    first: MakeScreen = partial(screens["case"], home.case_id)
    loaded = Loaded(first, screens, explanations=EXPLANATIONS, facts=facts)
    async with at(SgtuiApp(lambda: loaded), size) as pilot:
        person = MapPilot(home, pilot)
        person.app.open_screen("body_map", home.case_id, *given)
        await settled(pilot)
        yield person
