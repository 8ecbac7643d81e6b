"""A silent agency is chased by keys: calls, a promise, and a second failed call raises L9 (SC2)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.screens.next_step import NextStepScreen
from sgtui.ui.widgets.sheet import Sheet
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.desk_fixture import SAM


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A referral to the duty desk, 45 hours old, with two staff as safeguard."""
    made = case_home(tmp_path)
    made.referred()
    made.add("safeguard_started", measure="Two staff", proportionate="Least", owner=SAM)
    made.home.now += timedelta(hours=43)
    return made


async def turned_to(pilot: Pilot[Any], title: str) -> NextStepScreen:
    """The next step turned to the duty of that title."""
    screen = pilot.app.screen
    assert isinstance(screen, NextStepScreen)
    for _ in range(len(screen.view.next_steps) if screen.view else 0):
        if screen.step is not None and screen.step.clock.title == title:
            return screen
        await pilot.press("right")
    raise AssertionError(f"{title} is not owed")


async def rang(home: CaseHome, **raws: str) -> None:
    """One call logged from the next step."""
    app = home.app("next_step")
    async with at(app) as pilot:
        await turned_to(pilot, "Ring the duty desk")
        await pilot.press("1")
        await settled(pilot)
        form = app.screen
        assert isinstance(form, EntryScreen)
        assert form.form is not None
        assert {"contact", "referral", "direction"} <= form.form.given
        form.form.put({"method": "phone", **raws})
        await pilot.press("ctrl+s")
        await settled(pilot)


async def test_whom_to_ring_and_what_to_say_stand_ready(home: CaseHome) -> None:
    app = home.app("next_step")
    async with at(app) as pilot:
        screen = await turned_to(pilot, "Ring the duty desk")
        text = screen.query_one("#duty", Sheet).text
        assert "LA duty desk 01632 960 114, open till 17:00" in text
        assert "late" in text
        assert screen.view is not None
        assert screen.view.case.reference in text
        assert "{" not in text


async def test_a_call_that_reaches_nobody_counts_and_the_second_raises_the_next_rung(
    home: CaseHome,
) -> None:
    await rang(home, result="no_answer")
    home.home.now += timedelta(minutes=40)
    await rang(home, result="voicemail")
    challenged = {clock.stage for clock in home.view().running}
    assert "L9" in challenged
    assert len(home.view().case.active_safeguards) == 1


async def test_a_promise_has_its_own_clock(home: CaseHome) -> None:
    await rang(home, result="spoke", spoke_to="P Ames", promised="Ring back", promised_by="+2h")
    promised = [clock for clock in home.view().running if clock.duty == "promise"]
    assert [clock.due_at for clock in promised] == [home.home.now + timedelta(hours=2)]


async def test_a_name_is_wanted_for_whoever_was_spoken_to(home: CaseHome) -> None:
    before = len(home.kinds())
    await rang(home, result="spoke")
    assert len(home.kinds()) == before
