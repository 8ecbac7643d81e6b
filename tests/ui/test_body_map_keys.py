"""A mark is on the map with its details in a few keys, and no key loses or misplaces one."""

from pathlib import Path

import pytest

from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.screens.body_map.answers import MapAnswers, MarkAnswers
from sgtui.ui.widgets.body_figure import BodyFigure
from tests.ui.body_map_fixture import MapPilot, at_the_map
from tests.ui.case_fixture import CaseHome, case_home

BRUISE = MarkAnswers(region="F17L", kind="bruise", size="3x2", colours=("purple",))


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


def draw(person: MapPilot, *marks: MarkAnswers) -> None:
    """Put marks on the map at once."""
    person.map.put(MapAnswers(marks=marks))
    person.map.draw()


async def test_code_kind_size_and_colour_in_ten_keys(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        keys = ("f", "1", "7", "l", "1", "3", "x", "2", "enter", "2")
        await person.press(*keys)
        assert person.answers.marks == (BRUISE,)
        await person.press("escape")
        assert person.map.focused is person.map.figure
        assert "Bruise, person's left forearm" in person.panel


async def test_an_arrow_moves_the_cursor_and_the_panel_names_where_it_is(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.press("left")
        code = person.map.figure.cursor
        assert code.endswith("R")
        assert "person's right" in person.panel
        await person.press("4")
        assert [(m.kind, m.region) for m in person.answers.marks] == [("scratch", code)]


async def test_a_place_without_its_side_is_asked_about_and_not_marked(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.type("f171")
        assert person.answers.marks == ()
        assert "Left or right? Add L or R." in person.panel
        await person.press("escape")
        assert "Left or right" not in person.panel
        assert person.map.is_current


async def test_the_same_again_leaves_out_what_was_said(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        draw(person, BRUISE.model_copy(update={"explanation": "I banged it"}))
        await person.type("f08r")
        await person.press("f8")
        assert person.answers.marks[1] == BRUISE.like("F08R")
        assert "Mark 2: the same as mark 1" in person.said
        assert person.map.focused is person.map.figure


async def test_nothing_can_be_repeated_before_there_is_a_mark(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.press("f8")
        assert person.answers.marks == ()
        assert "same" not in [command.action for command in person.map.offered()]


async def test_taking_a_mark_off_asks_and_numbers_close_up(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        draw(person, BRUISE, BRUISE.like("F08R"), BRUISE.like("F03"))
        await person.press("tab", "up", "delete")
        assert isinstance(person.app.screen, ConfirmDialog)
        await person.press("escape")
        assert len(person.answers.marks) == 3
        await person.press("delete", "f9")
        assert [mark.region for mark in person.answers.marks] == ["F17L", "F03"]
        assert person.map.figure.marks == ((1, "F17L"), (2, "F03"))


async def test_enter_on_the_list_opens_that_marks_details(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        draw(person, BRUISE, BRUISE.like("F08R"))
        await person.press("tab", "up", "enter", "5")
        assert person.answers.marks[0].size == "3x25"
        assert person.map.figure.cursor == "F17L"


async def test_a_digit_goes_through_the_answers_of_a_sign(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        draw(person, BRUISE)
        await person.map.open_mark(1, "signs")
        await person.press("2", "3", "3", "8", "8", "8")
        assert person.answers.marks[0].signs == {
            "swelling": "yes", "scab": "no", "pain": "cannot_say",
        }  # fmt: skip
        await person.press("2", "2")
        assert "swelling" not in person.answers.marks[0].signs


async def test_enter_on_the_last_field_goes_back_to_the_figure(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        draw(person, BRUISE)
        await person.map.open_mark(1, "photo")
        await person.press("2", "enter")
        assert person.map.focused is person.map.figure
        assert person.answers.marks[0].photo == "no"


async def test_shift_tab_stays_within_the_details(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        draw(person, BRUISE)
        await person.map.open_mark(1)
        await person.press("shift+tab", "shift+tab", "tab", "4")
        assert person.answers.marks[0].size == "3x24"


async def test_after_the_marks_comes_how_the_person_was_looked_at(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.press("tab", "tab", "enter")
        await person.type("-1h")
        await person.map.open_look("care")
        await person.press("1", "escape")
        assert (person.answers.looked, person.answers.care) == ("-1h", "washing")
        assert "no mark" not in person.panel


async def test_a_choice_can_be_taken_back(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.map.open_look("consent")
        await person.press("1", "1")
        assert person.answers.consent == ""


async def test_at_eighty_columns_one_figure_stands_beside_the_details(home: CaseHome) -> None:
    for size, figures in (((80, 24), 1), ((120, 36), 2)):
        async with at_the_map(home, size=size) as person:
            await person.type("b061")
            assert len(person.map.query_one(BodyFigure).views) == figures


async def test_an_unusual_site_is_told_and_blocks_nothing(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.type("b21l1")
        await person.press("escape")
        assert "! Tell the Lead: unusual site (1)" in person.panel
        await person.press("ctrl+s")
        assert len(person.recorded().marks) == 1


async def test_the_closer_view_ends_where_its_part_ends(home: CaseHome) -> None:
    async with at_the_map(home) as person:
        await person.press("f5")
        assert not person.map.figure.closer
        assert "Closer: head, hands, feet only." in person.panel
        await person.type("f03")
        await person.press("f5")
        assert person.map.figure.closer
        await person.press("end")
        assert not person.map.figure.closer
