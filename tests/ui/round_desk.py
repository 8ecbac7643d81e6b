"""Ruth Amis, manager, at her round: cases that wait for her to look at what others did."""

from functools import partial
from typing import Any
from uuid import UUID

from textual.pilot import Pilot

from sgtui.services.desk import Desk
from sgtui.ui.app import SgtuiApp
from sgtui.ui.loaded import Loaded, MakeScreen
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.screens.learning import LearningScreen
from sgtui.ui.screens.round import RoundScreen
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.title_line import TitleFacts
from tests.ui.case_fixture import CaseHome, settled
from tests.ui.desk_fixture import EXPLANATIONS, RUTH


def desk_of(home: CaseHome, who: UUID = RUTH) -> Desk:
    """Somebody's desk on the record."""
    return home.of(who)


def round_app(home: CaseHome, who: UUID = RUTH, first: str = "round") -> SgtuiApp:
    """The app, opened on the round or on learning."""
    desk = desk_of(home, who)
    screens: dict[str, MakeScreen] = {
        "round": partial(RoundScreen, desk),
        "learning": partial(LearningScreen, desk),
        "case": partial(CaseScreen, desk),
        "entry": partial(EntryScreen, desk),
    }
    facts_above = TitleFacts("Rosewood House", "Sun 22 Nov 14:32", "R Amis", "live")
    loaded = Loaded(screens[first], screens, explanations=EXPLANATIONS, facts=facts_above)
    return SgtuiApp(lambda: loaded)


def decided_alone(home: CaseHome) -> None:
    """Sam decided the threshold on call, without a second person."""
    home.decided(second_person=None, provisional="yes")


def listed(app: SgtuiApp, name: str = "#items") -> str:
    """The list of the screen in front as plain words."""
    rows = app.screen.query_one(name, RowList).rows
    return "\n".join("".join(p.text for p in line) for row in rows for line in row.lines)


def facts(app: SgtuiApp) -> str:
    """The facts shown, as plain words."""
    return app.screen.query_one("#facts", Sheet).text


class Hand:
    """Whoever presses keys, each of them counted."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        """Press keys and let everything they start come to its end."""
        self.pressed += len(keys)
        for key in keys:
            await self.pilot.press(key)
            await settled(self.pilot)

    async def type(self, words: str) -> None:
        """What is told, which is not counted as keys."""
        await self.pilot.press(*words)
        await settled(self.pilot)
