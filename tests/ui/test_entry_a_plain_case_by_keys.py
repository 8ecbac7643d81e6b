"""A concern is carried by keys alone from telling the lead to an observation (SC1)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.screens.next_step import NextStepScreen
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.case_fixture import CaseHome, at, case_home, settled


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Keys one after the other, then whatever they started."""
    await pilot.press(*keys)
    await settled(pilot)


async def write(pilot: Pilot[Any], text: str, then: str = "enter") -> None:
    """Letters in the field in hand, then a key."""
    names = {" ": "space", ".": "full_stop", "'": "apostrophe"}
    await pilot.press(*(names.get(letter, letter) for letter in text), then)


def said(pilot: Pilot[Any]) -> str:
    """What the status line says."""
    return pilot.app.screen.query_one(StatusLine).render().plain


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


async def test_telling_the_lead_is_recorded_from_the_next_step(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app) as pilot:
        await press(pilot, "f4")
        assert isinstance(app.screen, NextStepScreen)
        assert app.screen.step is not None
        assert app.screen.step.clock.title == "Tell the lead"
        await press(pilot, "1")
        assert isinstance(app.screen, EntryScreen)
        await write(pilot, "sam")
        await write(pilot, "sam")
        await write(pilot, "refer")
        await write(pilot, "bruise")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, CaseScreen)
        assert "Saved SG-26-" in said(pilot)
        assert home.kinds()[-1] == "internally_escalated"


async def test_the_whole_way_to_an_observation_needs_no_mouse(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app) as pilot:
        await press(pilot, "f4", "1")
        for word in ("sam", "sam", "refer", "bruise"):
            await write(pilot, word)
        await press(pilot, "ctrl+s")
        await _decide_threshold(pilot)
        home.home.now += timedelta(minutes=10)
        await _refer(pilot)
        await _hear_back(home, pilot)
        await press(pilot, "n")
        await write(pilot, "calm", "tab")
        await press(pilot, "ctrl+s")
        assert home.kinds()[3:] == [
            "internally_escalated", "threshold_decided", "sharing_decided", "wishes_recorded",
            "referral_sent", "referral_received", "referral_acknowledged", "observation_made",
        ]  # fmt: skip


async def _on(pilot: Pilot[Any], title: str) -> NextStepScreen:
    """The next-step screen turned to the duty of that title."""
    await press(pilot, "f4")
    screen = pilot.app.screen
    assert isinstance(screen, NextStepScreen)
    for _ in range(12):
        if screen.step is not None and screen.step.clock.title == title:
            return screen
        await press(pilot, "right")
    raise AssertionError(f"{title} is not owed")


async def _decide_threshold(pilot: Pilot[Any]) -> None:
    await _on(pilot, "Decide threshold")
    await press(pilot, "1")
    await write(pilot, "sam")
    await write(pilot, "ruth")
    for shown_by in ("dementia", "bruise", "cannot say"):
        await pilot.press("1", "enter")
        await write(pilot, shown_by)
    await pilot.press("1", "enter", "2", "enter")
    await write(pilot, "all met", "tab")
    await press(pilot, "ctrl+s")


async def _refer(pilot: Pilot[Any]) -> None:
    """The referral first; its gates send to sharing and wishes and back."""
    await press(pilot, "a")
    await write(pilot, "referral sent", "enter")
    await settled(pilot)
    form = pilot.app.screen
    assert isinstance(form, EntryScreen)
    await write(pilot, "duty")
    await pilot.press("1", "enter", "enter")
    await write(pilot, "p ames")
    await write(pilot, "bruise", "tab")
    await press(pilot, "ctrl+s")
    await press(pilot, "1")
    await pilot.press("1", "enter", "1", "enter")
    for words in ("desk", "facts", "agreed"):
        await write(pilot, words)
    await press(pilot, "ctrl+s")
    assert pilot.app.screen is form
    await press(pilot, "ctrl+s")
    await press(pilot, "1")
    await pilot.press("1", "enter")
    await write(pilot, "peace", "tab")
    await press(pilot, "ctrl+s")
    assert pilot.app.screen is form
    await press(pilot, "ctrl+s")
    assert isinstance(pilot.app.screen, CaseScreen)


async def _hear_back(home: CaseHome, pilot: Pilot[Any]) -> None:
    home.home.now += timedelta(hours=19)
    await _on(pilot, "Confirm receipt")
    await press(pilot, "1")
    await pilot.press("enter")
    await write(pilot, "p ames")
    await press(pilot, "ctrl+s")
    await _on(pilot, "Learn who has it")
    await press(pilot, "1")
    await pilot.press("enter")
    await write(pilot, "d worker")
    await press(pilot, "ctrl+s")
