"""Linked cases are read as one chronology, each line with the reference of its case."""

from pathlib import Path

import pytest

from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.together import TogetherScreen
from sgtui.ui.widgets.chronology_view import ChronologyView
from sgtui.ui.widgets.sheet import Sheet
from tests.ui.case_fixture import CaseHome, at, case_home, settled


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A concern about Ada Vale."""
    return case_home(tmp_path)


async def test_without_a_linked_case_it_is_not_offered(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app) as pilot:
        await pilot.press("c")
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)


async def test_c_shows_the_lines_of_both_cases_with_their_references(home: CaseHome) -> None:
    mine, other = home.view().case.reference, home.another()
    home.add("cases_linked", reference=other, reason="The same night")
    app = home.app("case")
    async with at(app) as pilot:
        await pilot.press("c")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, TogetherScreen)
        heads = screen.query_one("#cases", Sheet).text
        assert mine in heads
        assert other in heads
        rows = screen.query_one(ChronologyView).rows
        first = ["".join(piece.text for piece in row.lines[0]) for row in rows]
        assert any(f"{mine} Concern recorded" in line for line in first)
        assert any(f"{other} Concern recorded" in line for line in first)


async def test_c_there_opens_the_case_of_the_line(home: CaseHome) -> None:
    other = home.another()
    home.add("cases_linked", reference=other, reason="The same night")
    app = home.app("together")
    async with at(app) as pilot:
        lines = app.screen.query_one(ChronologyView)
        while not (lines.key or "").startswith(other):
            await pilot.press("down")
        await pilot.press("c")
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.view is not None
        assert app.screen.view.case.reference == other
