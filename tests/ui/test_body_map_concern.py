"""The map of a concern still being typed is handed to its form with every change."""

from pathlib import Path

import pytest

from sgtui.ui.app import SgtuiApp
from sgtui.ui.loaded import Loaded
from sgtui.ui.screens.body_map.answers import MapAnswers, MarkAnswers
from sgtui.ui.screens.body_map.concern import ConcernBodyMap
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.case_fixture import at, settled
from tests.ui.desk_fixture import EXPLANATIONS, SmallHome, small_home

BRUISE = MarkAnswers(region="F17L", kind="bruise", size="3x2")


class Form(DeskScreen):
    """Where F5 is pressed."""

    heading = "New concern"


@pytest.fixture
def home(tmp_path: Path) -> SmallHome:
    """A home with nobody's concern yet."""
    return small_home(tmp_path)


class Kept:
    """What the form was told, and the app with the map over it."""

    def __init__(self, home: SmallHome, answers: MapAnswers) -> None:
        self.told: list[MapAnswers] = []
        self.map = ConcernBodyMap(home.desk, answers, self.told.append, lambda: None)
        self.app = SgtuiApp(lambda: Loaded(Form, explanations=EXPLANATIONS))


async def test_every_change_is_handed_over_and_escape_goes_back(home: SmallHome) -> None:
    kept = Kept(home, MapAnswers())
    async with at(kept.app) as pilot:
        kept.app.push_screen(kept.map)
        await settled(pilot)
        assert "Kept with the concern" in kept.map.query_one(StatusLine).message.plain
        await pilot.press("f", "1", "7", "l", "1", "3", "x", "2", "escape")
        assert kept.told[-1].marks == (BRUISE,)
        assert len(kept.told) == 4
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(kept.app.screen, Form)


async def test_it_opens_with_what_was_drawn_before(home: SmallHome) -> None:
    kept = Kept(home, MapAnswers(marks=(BRUISE,)))
    async with at(kept.app) as pilot:
        kept.app.push_screen(kept.map)
        await settled(pilot)
        assert kept.map.figure.marks == ((1, "F17L"),)
        assert kept.map.figure.cursor == "F17L"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert isinstance(kept.app.screen, Form)
        assert kept.told == []


async def test_a_size_that_cannot_be_read_is_said_before_it_goes_back(home: SmallHome) -> None:
    kept = Kept(home, MapAnswers(marks=(BRUISE.model_copy(update={"size": "3x"}),)))
    async with at(kept.app) as pilot:
        kept.app.push_screen(kept.map)
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert kept.app.screen is kept.map
        assert "Mark 1: " in kept.map.query_one(StatusLine).message.plain


async def test_looked_and_saw_none_is_handed_over(home: SmallHome) -> None:
    kept = Kept(home, MapAnswers())
    async with at(kept.app) as pilot:
        kept.app.push_screen(kept.map)
        await settled(pilot)
        await pilot.press("ctrl+s", "2", "enter")
        await settled(pilot)
        assert kept.told[-1].none_seen
        assert isinstance(kept.app.screen, Form)


async def test_that_none_was_seen_stands_in_words_and_can_be_taken_back(home: SmallHome) -> None:
    kept = Kept(home, MapAnswers(none_seen=True))
    async with at(kept.app) as pilot:
        kept.app.push_screen(kept.map)
        await settled(pilot)
        assert kept.map.panel.marks.empty == "Looked: no mark was seen."
        await pilot.press("ctrl+s", "1", "enter")
        await settled(pilot)
        assert not kept.told[-1].none_seen
        assert isinstance(kept.app.screen, Form)
