"""Enter on a line of the overview lists what can be recorded about it, and opens its form."""

from pathlib import Path

import pytest

from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.screens.overview import OverviewScreen
from sgtui.ui.widgets.row_list import RowList
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.desk_fixture import JOY


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A concern with an action that is still to be done."""
    made = case_home(tmp_path)
    made.add("action_agreed", what="Change the lock", owner=JOY)
    return made


def listed(screen: object) -> str:
    """The list of the screen as plain words."""
    assert isinstance(screen, OverviewScreen)
    rows = screen.query_one("#items", RowList).rows
    return "\n".join("".join(p.text for p in line) for row in rows for line in row.lines)


async def test_v_on_a_case_opens_it(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app) as pilot:
        await pilot.press("v")
        await settled(pilot)
        assert "Change the lock" in listed(app.screen)


async def test_a_number_opens_the_form_with_the_action_filled_in(home: CaseHome) -> None:
    app = home.app("overview")
    async with at(app) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, NumberedDialog)
        await pilot.press("1", "enter")
        await settled(pilot)
        form = app.screen
        assert isinstance(form, EntryScreen)
        assert form.form is not None
        assert form.form.raws()["action"] == str(home.entry_id("action_agreed"))


async def test_what_is_saved_shows_on_the_line_it_came_from(home: CaseHome) -> None:
    app = home.app("overview")
    async with at(app) as pilot:
        await pilot.press("enter", "1", "enter")
        await settled(pilot)
        form = app.screen
        assert isinstance(form, EntryScreen)
        assert form.form is not None
        form.form.put({"how": "New lock fitted"})
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "New lock fitted" in listed(app.screen)


async def test_the_last_of_the_list_is_the_whole_entry(home: CaseHome) -> None:
    app = home.app("overview")
    async with at(app) as pilot:
        await pilot.press("enter", *"whole", "enter")
        await settled(pilot)
        assert isinstance(app.screen, ReadingDialog)


async def test_right_goes_from_heading_to_heading(home: CaseHome) -> None:
    home.add("evidence_secured", what="Bedding", where_kept="Safe", sealed="yes")
    app = home.app("overview")
    async with at(app) as pilot:
        await pilot.press("right")
        assert (app.screen.query_one("#items", RowList).key or "").startswith("evidence.")
        await pilot.press("right")
        assert (app.screen.query_one("#items", RowList).key or "").startswith("action.")


async def test_a_linked_case_opens(home: CaseHome) -> None:
    other = home.another()
    home.add("cases_linked", reference=other, reason="The same night")
    app = home.app("overview")
    async with at(app) as pilot:
        await pilot.press("end", "enter")
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert app.screen.view is not None
        assert app.screen.view.case.reference == other


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (200, 60), (20, 5)])
async def test_no_size_ends_it(home: CaseHome, size: tuple[int, int]) -> None:
    home.referred()
    for ascii_only in (False, True):
        app = home.app("overview", ascii_only=ascii_only)
        async with at(app, size) as pilot:
            await pilot.press("pagedown", "right", "enter", "escape")
            assert app.return_code is None
