"""The ladder is drawn with the case's place on it and with what comes if nobody answers."""

from datetime import timedelta
from pathlib import Path

import pytest

from sgtui.ui.screens.ladder import LadderScreen, LadderSheet
from tests.ui.case_fixture import CaseHome, at, case_home


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A referral 20 hours old."""
    made = case_home(tmp_path)
    made.referred()
    made.home.now += timedelta(hours=20)
    return made


async def test_each_stage_of_the_ladder_is_there_and_the_case_is_marked(home: CaseHome) -> None:
    app = home.app("ladder")
    async with at(app):
        text = app.screen.query_one(LadderSheet).text
        for stage in home.view().ladder.stages:
            assert stage.title in text
        assert ">> HERE" in text


async def test_what_comes_if_nobody_answers_names_day_rung_and_person(home: CaseHome) -> None:
    app = home.app("ladder")
    async with at(app):
        lines = app.screen.query_one(LadderSheet).text.splitlines()
        assert "IF NOBODY ANSWERS" in lines
        assert any("L10 " in line and "from " in line and "manager" in line for line in lines[:12])


async def test_who_is_told_beside_an_answer_stands_with_its_own_day(home: CaseHome) -> None:
    app = home.app("ladder")
    async with at(app):
        lines = app.screen.query_one(LadderSheet).text.splitlines()[:14]
        rung = next(n for n, line in enumerate(lines) if "L12 " in line and "from " in line)
        assert "Director" in lines[rung]
        assert lines[rung + 1].strip().startswith("by ")
        assert "Tell the board's chair" in lines[rung + 1]


async def test_h_goes_to_where_the_case_is(home: CaseHome) -> None:
    app = home.app("ladder")
    async with at(app) as pilot:
        sheet = app.screen.query_one(LadderSheet)
        await pilot.press("h")
        await pilot.pause()
        top = sheet.text.splitlines()[sheet.scroll_offset.y + 1]
        assert ">> HERE" in top


async def test_the_home_s_own_ladder_shows_without_a_case(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app) as pilot:
        app.push_screen(LadderScreen(home.desk))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = app.screen.query_one(LadderSheet).text
        assert "ENG-default-1" in text
        assert ">> HERE" not in text
