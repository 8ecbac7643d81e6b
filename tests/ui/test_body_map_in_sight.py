"""What matters of a map stays in sight however many marks there are, and however long they are."""

from pathlib import Path

import pytest

from sgtui.ui.screens.body_map.answers import MapAnswers, MarkAnswers
from sgtui.ui.screens.body_map.concern import ConcernBodyMap
from sgtui.ui.screens.body_map.mark import MarkForm
from tests.ui.body_map_fixture import MapPilot, at_the_map
from tests.ui.case_fixture import CaseHome, case_home, settled

TOLD = "She said that she fell against the door of the wardrobe, and that nobody came. " * 3
LONG = MarkAnswers(region="F17L", kind="bruise", size="3x2", explanation=TOLD.strip())
UNDERARM = MarkAnswers(region="B21L", kind="bruise")


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


async def opened(person: MapPilot, *marks: MarkAnswers) -> ConcernBodyMap:
    """A map opened again with marks on it."""
    screen = ConcernBodyMap(person.home.desk, MapAnswers(marks=marks), lambda _: None, lambda: None)
    person.app.push_screen(screen)
    await settled(person.pilot)
    return screen


async def test_what_is_to_be_told_stands_over_the_marks_that_scroll(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        screen = await opened(person, UNDERARM, *([LONG] * 12))
        assert screen.panel.marks.max_scroll_y > 0
        facts = screen.panel.query_one("#facts")
        assert "! Tell the Lead: unusual site (1)" in person.panel
        assert facts.size.height == len(facts.rows)  # type: ignore[attr-defined]


async def test_the_whole_sentence_is_there_where_there_is_room(home: CaseHome) -> None:
    async with at_the_map(home, size=(120, 36)) as person:
        await opened(person, UNDERARM)
        assert "Safeguarding Lead" in person.panel


async def test_a_map_opened_again_shows_its_newest_mark(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        screen = await opened(person, *([LONG] * 12))
        marks = screen.panel.marks
        assert marks.scroll_offset.y == marks.max_scroll_y > 0


async def test_a_long_mark_takes_two_lines_of_the_list_where_there_are_many(
    home: CaseHome,
) -> None:
    async with at_the_map(home) as person:
        screen = await opened(person, *([LONG] * 12))
        assert {len(row.lines) for row in screen.panel.marks.rows} == {2}


async def test_a_mark_alone_has_all_the_room(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        screen = await opened(person, LONG)
        marks = screen.panel.marks
        assert marks.size.height == len(marks.rows[0].lines) > 2


async def test_what_cannot_be_read_yet_is_said_first_and_when_it_is_opened_again(
    home: CaseHome,
) -> None:
    async with at_the_map(home) as person:
        screen = await opened(person, LONG.model_copy(update={"size": "3 x"}))
        assert " 1 ! size. Bruise" in person.panel
        await person.press("tab", "enter")
        assert "3x2 cm" in screen.query_one(MarkForm).rows["size"].complaint


async def test_all_of_a_long_explanation_stands_under_its_line(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        screen = await opened(person, LONG)
        await person.press("tab", "enter")
        row = screen.query_one(MarkForm).rows["explanation"]
        assert row.has_class("noted")
        assert row.query_one(".note").size.height > 3


async def test_the_figure_shows_the_mark_that_the_list_stands_on(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        screen = await opened(person, LONG, UNDERARM)
        await person.press("tab", "up")
        assert screen.figure.cursor == "F17L"
        await person.press("down")
        assert screen.figure.cursor == "B21L"


async def test_no_column_beside_the_figure_belongs_to_nobody(home: CaseHome) -> None:
    """A cell of no widget keeps what stood there: the letters of a form that was closed."""
    async with at_the_map(home) as person:
        await person.press("1", "escape")
        figure, panel = person.map.figure, person.map.panel
        assert figure.region.right == panel.region.x


async def test_a_mark_that_was_just_filled_in_has_all_the_room_too(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.press("1")
        person.map.put(MapAnswers(marks=(LONG,)))
        await person.press("escape")
        assert len(person.map.panel.marks.rows[0].lines) > 2
