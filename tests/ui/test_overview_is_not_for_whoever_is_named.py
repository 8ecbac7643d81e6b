"""Nothing of a case stays on the overview, or on cases read together, once it names its reader."""

from pathlib import Path

import pytest
from textual.screen import Screen

from sgtui.ui.screens.overview import OverviewScreen
from sgtui.ui.screens.together import TogetherScreen
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.desk_fixture import JOY, RUTH

SENTENCE = "You are named in this case, so it is not shown to you."


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A case with an action, linked with another."""
    made = case_home(tmp_path)
    made.add("action_agreed", what="Change the lock", owner=JOY)
    made.add("cases_linked", reference=made.another(), reason="The same night")
    return made


def drawn(screen: Screen[object]) -> str:
    """Every word on the screen."""
    strips = screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.mark.parametrize("name", ["overview", "together"])
async def test_it_goes_from_the_screen_and_enter_opens_nothing(home: CaseHome, name: str) -> None:
    app = home.app(name)
    async with at(app) as pilot:
        assert "Ada Vale" in drawn(app.screen)
        home.add("person_involved", by=RUTH, name="Joy Okafor", involvement="conflicted",
                 staff=JOY)  # fmt: skip
        screen = app.screen
        assert isinstance(screen, OverviewScreen | TogetherScreen)
        screen.read()
        await settled(pilot)
        await pilot.press("enter", "o")
        await settled(pilot)
        assert app.screen is screen
        assert SENTENCE in drawn(screen)
        assert "Ada Vale" not in drawn(screen)
        assert "lock" not in drawn(screen)
