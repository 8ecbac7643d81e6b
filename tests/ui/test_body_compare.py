"""Any two body maps of a person stand side by side, and every difference is said in words."""

from pathlib import Path

import pytest

from sgtui.ui.app import SgtuiApp
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.body_map.compare import BodyCompareScreen
from sgtui.ui.screens.body_map.maps import BodyMapsScreen
from sgtui.ui.screens.body_map.timeline import ShownFigure, Timeline
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.body_maps_home import (
    another_case,
    fresh_home,
    mapped,
    mapped_on,
    shown,
    three_maps,
    told,
)
from tests.ui.case_fixture import CaseHome, settled
from tests.ui.desk_fixture import RUTH


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return fresh_home(tmp_path)


def compared(app: SgtuiApp) -> BodyCompareScreen:
    """The screen, known to be a comparison."""
    assert isinstance(app.screen, BodyCompareScreen)
    return app.screen


def head(app: SgtuiApp) -> str:
    """Its header as words."""
    return " ".join(compared(app).query_one("#head", Sheet).text.split())


def listed(app: SgtuiApp) -> list[str]:
    """Its rows in words."""
    return told(compared(app).query_one("#changes", RowList))


async def test_c_compares_with_the_map_before(home: CaseHome) -> None:
    three_maps(home)
    async with shown(home, "body_maps") as (app, pilot):
        await pilot.press("down", "down", "c")
        await settled(pilot)
        assert "EARLIER Fri 20 Nov 14:32 | LATER Sat 21 Nov 14:32" in head(app)
        assert "1 day apart: 1 gone, 1 changed." in head(app)


async def test_c_on_the_first_map_says_that_there_is_none_before(home: CaseHome) -> None:
    three_maps(home)
    async with shown(home, "body_maps") as (app, pilot):
        await pilot.press("end", "c")
        assert isinstance(app.screen, BodyMapsScreen)
        assert "none before it" in str(app.screen.query_one(StatusLine).render())


async def test_any_two_maps_are_compared_across_cases_the_older_one_left(home: CaseHome) -> None:
    mapped_on(home, another_case(home), ["bruise, F17L"], hours_ago=240)
    three_maps(home)
    async with shown(home, "body_maps") as (app, pilot):
        await pilot.press("space")
        assert any("COMPARE WITH" in row for row in told(app.screen.query_one(Timeline)))
        await pilot.press("end", "c")
        await settled(pilot)
        assert "EARLIER Thu 12 Nov 14:32 | LATER Sun 22 Nov 14:32" in head(app)
        assert "10 days apart" in head(app)


async def test_a_row_says_the_change_both_marks_and_what_differs(home: CaseHome) -> None:
    first, second, _ = three_maps(home)
    async with shown(home, "body_compare", first, second, size=(120, 36)) as (app, _):
        assert listed(app) == [
            "~ CHANGED Bruise, person's left forearm (F17L) "
            "1. 30 x 20 mm, purple. | 1. 20 x 10 mm, yellow. "
            "size 30 x 20 mm -> 20 x 10 mm; colour purple -> yellow",
            "- GONE Graze, person's right knee (F23R): on the earlier map only "
            "2. nothing more recorded | not on this map",
        ]


async def test_what_is_new_or_the_same_says_so(home: CaseHome) -> None:
    _, second, third = three_maps(home)
    async with shown(home, "body_compare", second, third) as (app, _):
        same, new = listed(app)
        assert same.startswith("= SAME Bruise, person's left forearm (F17L)")
        assert "person's left underarm (B21L): on the later map only" in new
        assert new.startswith("+ NEW")


async def test_left_and_right_walk_the_later_side_through_time(home: CaseHome) -> None:
    first, second, _ = three_maps(home)
    async with shown(home, "body_compare", first, second) as (app, pilot):
        await pilot.press("right")
        assert "LATER Sun 22 Nov" in head(app)
        await pilot.press("right")
        assert "newest" in str(app.screen.query_one(StatusLine).render())
        await pilot.press("left", "left")
        assert "LATER Sat 21 Nov" in head(app)
        assert "earlier map itself" in str(app.screen.query_one(StatusLine).render())


async def test_f5_shows_the_figures_and_the_region_of_the_row_on_both(home: CaseHome) -> None:
    first, second, _ = three_maps(home)
    async with shown(home, "body_compare", first, second) as (app, pilot):
        assert not compared(app).query_one("#figures").display
        await pilot.press("f5", "down")
        await pilot.pause()
        assert compared(app).query_one("#figures").display
        earlier, later = compared(app).query(ShownFigure)
        assert earlier.marks == ((1, "F17L"), (2, "F23R"))
        assert later.marks == ((1, "F17L"),)
        assert earlier.cursor == later.cursor == "F23R"
        await pilot.press("f5")
        assert not compared(app).query_one("#figures").display


async def test_a_large_window_shows_figures_and_list_together(home: CaseHome) -> None:
    first, second, _ = three_maps(home)
    async with shown(home, "body_compare", first, second, size=(120, 36)) as (app, pilot):
        assert compared(app).query_one("#figures").display
        await pilot.press("f5")
        assert compared(app).query_one("#figures").display
        assert len(listed(app)) == 2


async def test_a_map_from_memory_says_so(home: CaseHome) -> None:
    first = mapped(home, "bruise, F17L", hours_ago=2)
    second = mapped(home, "bruise, F17L", retrospective_because="No time")
    async with shown(home, "body_compare", first, second) as (app, _):
        assert "drawn from memory" in head(app)
        assert "On the same day: 1 the same." in head(app)


async def test_two_maps_without_a_mark_say_so(home: CaseHome) -> None:
    first, second = mapped(home, hours_ago=2), mapped(home)
    async with shown(home, "body_compare", first, second) as (app, _):
        assert "no mark on either map" in head(app)


async def test_the_whole_comparison_is_read_aloud_line_by_line(home: CaseHome) -> None:
    first, second, _ = three_maps(home)
    async with shown(home, "body_compare", first, second) as (app, pilot):
        await pilot.press("enter")
        dialog = app.screen
        assert isinstance(dialog, ReadingDialog)
        lines = dialog._text.splitlines()
        assert "- GONE: Graze, person's right knee (F23R): on the earlier map only" in lines
        assert any(line.startswith("Earlier map: 1. Bruise") for line in lines)


async def test_a_struck_map_is_not_compared_any_more(home: CaseHome) -> None:
    first, second, _ = three_maps(home)
    async with shown(home, "body_compare", first, second) as (app, pilot):
        home.add("entered_in_error", entry=second, second_person=RUTH, reason="Not hers")
        compared(app).look()
        await settled(pilot)
        assert "does not stand" in str(app.screen.query_one(StatusLine).render())
