"""What is drawn is kept while it is drawn, half a size too, and carried on when opened again."""

from pathlib import Path

import pytest

from sgtui.services import drafts
from sgtui.ui.screens.body_map.answers import MapAnswers, MarkAnswers
from sgtui.ui.screens.body_map.record import BodyMapScreen
from sgtui.ui.screens.case import CaseScreen
from tests.ui.body_map_fixture import at_the_map
from tests.ui.case_fixture import CaseHome, case_home


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


HALF = MarkAnswers(region="F17L", kind="bruise", size="3x")


async def test_escape_keeps_a_half_typed_size_and_the_case_carries_it_on(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.type("f17l13x")
        await person.press("escape")
        await person.press("escape")
        assert isinstance(person.app.screen, CaseScreen)
        assert "Draft kept" in person.said
        await person.press("d")
        assert isinstance(person.app.screen, BodyMapScreen)
        assert person.answers.marks == (HALF,)
        assert "This is your draft" in person.said


async def test_a_map_opened_anew_carries_on(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        person.map.put(MapAnswers(marks=(HALF,)))
        await person.press("escape")
    async with at_the_map(home) as person:
        assert person.answers.marks == (HALF,)


async def test_a_lost_line_keeps_it_at_once(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        person.map.put(MapAnswers(marks=(HALF,)))
        person.app.lifeline.keep_all()
        (draft,) = drafts.mine(home.desk)
        assert draft.form == "body_mapped"
        assert MapAnswers.model_validate(draft.fields["answers"]).marks == (HALF,)


async def test_a_save_drops_the_draft(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.type("f17l1")
        await person.press("escape")
        await person.press("ctrl+s")
        assert home.kinds()[-1] == "body_mapped"
        assert drafts.mine(home.desk) == ()


async def test_an_empty_map_leaves_no_draft(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.type("left")
        await person.press("escape")
        await person.press("escape")
        assert drafts.mine(home.desk) == ()


async def test_a_map_whose_marks_are_all_taken_off_leaves_no_draft(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        person.map.put(MapAnswers(marks=(HALF,)))
        person.map._keeper.keep()  # type: ignore[attr-defined]
        person.map.put(MapAnswers())
        await person.press("escape")
        assert drafts.mine(home.desk) == ()
