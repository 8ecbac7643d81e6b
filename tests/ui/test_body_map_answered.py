"""What the status line answered holds: it is gone once the map or the cursor is another."""

from pathlib import Path

import pytest

from sgtui.ui.screens.body_map.answers import MapAnswers, MarkAnswers
from sgtui.ui.widgets.key_bar import KeyBar
from tests.ui.body_map_fixture import MapPilot, at_the_map
from tests.ui.case_fixture import CaseHome, case_home

BRUISE = MarkAnswers(region="F17L", kind="bruise", size="3x2")
RESTING = "Arrows move. Letters find. A digit marks what is under the cursor."


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


def hints(person: MapPilot) -> list[str]:
    """The key bar in words."""
    return [f"{hint.key} {hint.words}" for hint in person.map.query_one(KeyBar).hints]


async def test_at_first_it_says_what_the_keys_do(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        assert person.said == RESTING


async def test_the_same_again_is_told_until_the_cursor_moves(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        person.map.put(MapAnswers(marks=(BRUISE,)))
        await person.press("f8")
        assert "Mark 2: the same as mark 1" in person.said
        await person.press("left")
        assert person.said == RESTING


async def test_a_problem_is_told_until_it_is_mended(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        person.map.put(MapAnswers(marks=(BRUISE.model_copy(update={"size": "3x"}),)))
        await person.press("ctrl+s", "escape", "left")
        assert "Not saved. Mark 1" in person.said
        await person.press("tab", "enter", "2")
        assert person.answers.marks[0].size == "3x2"
        assert person.said == RESTING


async def test_a_digit_that_marks_nothing_is_said_to_mark_nothing(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.type("f172")
        assert person.answers.marks == ()
        assert person.said == "No mark made. Left or right? Add L or R."
        await person.press("l")
        assert person.said == RESTING


async def test_the_key_bar_says_where_escape_leads(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        assert "Esc Back" in hints(person)
        await person.press("1")
        assert "Esc Figure" in hints(person)
        await person.press("escape", "tab")
        assert "Esc Figure" in hints(person)
