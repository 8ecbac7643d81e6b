"""The reports' screen: which report, about which case and days, in few keys."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sgtui.services.reports import CATALOGUE, Audience
from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.report import ReportScreen
from sgtui.ui.screens.reports import ReportsScreen
from sgtui.ui.widgets.key_bar import KeyBar
from sgtui.ui.widgets.paper import Paper
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.front_door import until
from tests.ui.gallery import ListScreen
from tests.ui.report_desk import ReportDesk, SlowPress, said


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A concern about Ada Vale."""
    return case_home(tmp_path)


@pytest.fixture
def desk(home: CaseHome, tmp_path: Path) -> ReportDesk:
    """The reports of that home."""
    return ReportDesk(home, SlowPress(), tmp_path / "printed")


def stand_on(app: SgtuiApp, name: str) -> None:
    """Put the cursor on a report."""
    assert app.screen.query_one("#sorts", RowList).stand_on(name)


async def read(pilot: Pilot[None], app: SgtuiApp) -> str:
    """The text on the reading screen, once it is whole."""
    await until(pilot, lambda: isinstance(app.screen, ReportScreen) and app.screen._over)
    return app.screen.query_one(Paper).text


async def test_every_report_is_listed_under_what_it_is_about(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app):
        rows = app.screen.query_one("#sorts", RowList).rows
        assert [row.key for row in rows if not row.heading] == [
            name
            for needs in ("case", "period", "now")
            for name, sort in CATALOGUE.items()
            if sort.needs == needs
        ]
        assert sum(row.heading for row in rows) == 3


async def test_whom_it_is_for_is_said_before_it_is_printed(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app) as pilot:
        for name, sort in CATALOGUE.items():
            stand_on(app, name)
            await pilot.pause()
            detail = app.screen.query_one("#detail", Sheet).text
            assert sort.audience.label in detail
            assert sort.about in detail.replace("\n", " ")
            free = sort.audience in (Audience.BOARD, Audience.PUBLIC)
            assert ("Lock it away" in detail) is not free


async def test_from_a_case_the_reports_are_about_that_case(
    desk: ReportDesk, home: CaseHome
) -> None:
    app = desk.app("case", home.case_id)
    async with at(app) as pilot:
        await pilot.press("p")
        await settled(pilot)
        assert isinstance(app.screen, ReportsScreen)
        await pilot.press("enter")
        assert "inspection-pack line 30" in await read(pilot, app)
        (name, asked) = desk.press.asked[0]
        assert (name, asked.reference) == ("inspection-pack", home.view().case.reference)


async def test_a_case_is_chosen_by_part_of_its_name(desk: ReportDesk, home: CaseHome) -> None:
    app = desk.app()
    async with at(app) as pilot:
        await pilot.press("c", *"ada")
        picker = app.screen.query_one(Picker)
        await until(pilot, lambda: picker._found)
        await pilot.press("enter")
        assert picker.value == home.view().case.reference
        stand_on(app, "chronology")
        app.screen.query_one("#sorts").focus()
        await pilot.press("o")
        await read(pilot, app)
        assert desk.press.asked[0][1].reference == home.view().case.reference


async def test_letters_that_name_no_case_are_not_passed_over(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app) as pilot:
        app.screen.query_one(Picker).text = "xyz"
        await settled(pilot)
        await pilot.press("enter")
        assert "Choose the case from the list" in said(app)
        assert app.focused is app.screen.query_one(Picker).input
        assert isinstance(app.screen, ReportsScreen)


async def test_a_report_about_a_period_asks_for_no_case(desk: ReportDesk, home: CaseHome) -> None:
    app = desk.app("reports", home.view().case.reference)
    async with at(app) as pilot:
        stand_on(app, "summary")
        await pilot.press("enter")
        await read(pilot, app)
        assert desk.press.asked[0][1].reference == ""


async def test_days_are_typed_and_read_back(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app) as pilot:
        await pilot.press("d", *"1 oct")
        screen = app.screen
        assert isinstance(screen, ReportsScreen)
        assert "Thu 1 Oct 2026" in str(screen._from._echo.render())
        await pilot.press("enter", *"31 oct", "enter")
        assert app.focused is screen.query_one("#sorts")
        stand_on(app, "summary")
        await pilot.press("enter")
        await read(pilot, app)
        period = desk.press.asked[0][1].period
        assert (period.since.month, period.until.day) == (9, 1)  # 1 Oct was BST, 1 Nov is GMT


async def test_days_that_cannot_be_are_said_and_nothing_is_made(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app) as pilot:
        await pilot.press("d", *"30 feb", "enter", "enter")
        stand_on(app, "summary")
        await pilot.press("enter")
        await pilot.pause()
        assert "There is no such day" in said(app)
        assert desk.press.asked == []
        await pilot.press("escape")
        stand_on(app, "ladder")
        app.screen.query_one("#sorts").focus()
        await pilot.press("enter")
        await read(pilot, app)
        assert desk.press.asked[0][0] == "ladder"


async def test_audit_and_learning_are_offered_where_there_are_such_screens(
    desk: ReportDesk,
) -> None:
    app = desk.app()
    async with at(app) as pilot:
        hints = {hint.words for hint in app.screen.query_one(KeyBar).hints}
        assert not {"Audit", "Learning"} & hints
        await pilot.press("a")
        assert isinstance(app.screen, ReportsScreen)
    app = desk.app("reports", audit=ListScreen, learning=ListScreen)
    async with at(app) as pilot:
        hints = {hint.words for hint in app.screen.query_one(KeyBar).hints}
        assert {"Audit", "Learning"} <= hints
        await pilot.press("a")
        assert isinstance(app.screen, ListScreen)
