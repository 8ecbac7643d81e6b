"""In immediate danger the ringing comes first, and the rest is owed, not demanded (SC11)."""

from pathlib import Path

import pytest

from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.screens.next_step import NextStepScreen
from sgtui.ui.widgets.sheet import Sheet
from tests.ui.case_fixture import NIGHT_TEAM, CaseHome, at, case_home, settled


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A concern with the person not safe now."""
    return case_home(tmp_path, emergency=True)


async def test_the_first_words_are_what_to_do_in_danger(home: CaseHome) -> None:
    app = home.app("next_step")
    async with at(app) as pilot:
        screen = app.screen
        assert isinstance(screen, NextStepScreen)
        for _ in range(8):
            if screen.step is not None and screen.step.stage.code == "L2":
                break
            await pilot.press("right")
        lines = screen.query_one("#duty", Sheet).text.splitlines()
        assert lines[0].startswith("NOW")
        assert "Ring 999 first" in lines[0]


async def test_a_referral_to_the_night_team_saves_before_any_decision(home: CaseHome) -> None:
    known = {"contact": NIGHT_TEAM, "method": "phone", "content": "In danger now"}
    app = home.app("entry", "referral_sent", known)
    async with at(app) as pilot:
        assert isinstance(app.screen, EntryScreen)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert home.kinds()[-1] == "referral_sent"
        owed = {clock.title for clock in home.view().running}
        assert "Decide threshold" in owed


async def test_a_desk_that_is_shut_says_when_it_opens_and_whom_to_ring_meanwhile(
    home: CaseHome,
) -> None:
    app = home.app("next_step")
    async with at(app) as pilot:
        screen = app.screen
        assert isinstance(screen, NextStepScreen)
        for _ in range(8):
            if screen.step is not None and screen.step.stage.code == "L6":
                break
            await pilot.press("right")
        text = screen.query_one("#duty", Sheet).text
        assert "shut, opens Mon 23 Nov 08:30" in text
        assert "If it cannot wait: Emergency duty team 01632 960 200, open" in text


async def test_a_record_to_finish_says_what_it_lacks(home: CaseHome) -> None:
    app = home.app("next_step")
    async with at(app) as pilot:
        screen = app.screen
        assert isinstance(screen, NextStepScreen)
        for _ in range(8):
            if screen.step is not None and screen.step.clock.title == "Finish the record":
                break
            await pilot.press("right")
        lines = screen.query_one("#duty", Sheet).text.splitlines()
        assert "LACKS  what makes the person safe now" in lines
