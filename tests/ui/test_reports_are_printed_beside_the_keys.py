"""Printing beside the keys: how far it has come is said, it can be stopped, a lock leaves it."""

import asyncio
from pathlib import Path

import pytest

from sgtui.ui.app import SgtuiApp
from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.screens.find import FindScreen
from sgtui.ui.screens.lock import LockScreen
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.screens.report import ReportScreen
from sgtui.ui.screens.reports import ReportsScreen
from sgtui.ui.screens.sign_in import SignInScreen
from sgtui.ui.session import Session
from sgtui.ui.widgets.row_list import RowList
from tests.ui.case_fixture import at, case_home
from tests.ui.desk_fixture import JOY, RUTH
from tests.ui.front_door import JOYS, RUTHS, front_door, until
from tests.ui.gallery import opened
from tests.ui.report_desk import ReportDesk, SlowPress, said


@pytest.fixture
def desk(tmp_path: Path) -> ReportDesk:
    """The reports of a small home, with a press that waits after its first piece."""
    return ReportDesk(case_home(tmp_path), SlowPress(held_at=1), tmp_path / "printed")


def working(app: SgtuiApp) -> str:
    """The line that says how far a print has come; empty while there is none."""
    screen = app.screen
    shown = screen.has_class("printing")
    return str(screen.query_one("#work").render()) if shown else ""


async def test_the_file_and_its_folder_are_named_when_it_is_written(desk: ReportDesk) -> None:
    desk.press.go_on.set()
    app = desk.app()
    async with at(app) as pilot:
        await pilot.press("p", "f9")
        await until(pilot, lambda: "Saved" in said(app))
        assert "inspection-pack.pdf in " in said(app)
        assert (desk.folder / "inspection-pack.pdf").is_file()
        assert desk.folder.stat().st_mode & 0o777 == 0o700


async def test_progress_is_shown_while_the_screen_stays_usable(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app) as pilot:
        await pilot.press("p", "f9")
        await until(pilot, lambda: "1 of 3" in working(app))
        assert "S stops it" in working(app)
        await pilot.press("down", "x")
        assert "already" in said(app)
        await pilot.press("home", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReportScreen))
        desk.press.go_on.set()
        await until(pilot, lambda: "Saved" in said(app))


async def test_every_case_is_printed_only_when_it_was_meant(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app) as pilot:
        await pilot.press("p")
        assert isinstance(app.screen, ConfirmDialog)
        await pilot.press("p", "enter", "escape")
        assert isinstance(app.screen, ReportsScreen)
        assert not working(app)
    assert desk.press.made == 0


@pytest.mark.parametrize("key", ["s", "escape"])
async def test_s_or_esc_stops_it_and_nothing_is_written(desk: ReportDesk, key: str) -> None:
    app = desk.app()
    async with at(app) as pilot:
        await pilot.press("p", "f9")
        await until(pilot, lambda: "1 of 3" in working(app))
        await pilot.press(key)
        desk.press.go_on.set()
        await until(pilot, lambda: "Stopped" in said(app))
        await until(pilot, lambda: not working(app))
        assert isinstance(app.screen, ReportsScreen)
        assert list(desk.folder.iterdir()) == []


async def test_rows_and_json_are_written_too(desk: ReportDesk) -> None:
    desk.press.go_on.set()
    app = desk.app()
    async with at(app) as pilot:
        app.screen.query_one("#sorts", RowList).stand_on("summary")
        await pilot.press("x")
        await until(pilot, lambda: "summary.csv" in said(app))
        await pilot.press("j")
        await until(pilot, lambda: "summary.json" in said(app))


async def test_a_folder_that_cannot_be_made_is_said(desk: ReportDesk, tmp_path: Path) -> None:
    (tmp_path / "printed").write_text("a file stands there")
    app = desk.app()
    async with at(app) as pilot:
        await pilot.press("p", "f9")
        await until(pilot, lambda: "cannot be made" in said(app))


async def test_leaving_the_program_waits_until_it_has_stopped(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app) as pilot:
        await pilot.press("p", "f9")
        await until(pilot, lambda: "1 of 3" in working(app))
        asyncio.get_running_loop().call_later(0.05, desk.press.go_on.set)
    assert list(desk.folder.iterdir()) == []
    assert desk.press.made <= 2


def before_the_door(folder: Path, press: SlowPress) -> tuple[SgtuiApp, Session]:
    """The app on its sign-in screen, with a press."""
    app = SgtuiApp(lambda: session.loaded(lambda: SignInScreen(session)))
    printed = folder / "printed"
    session = Session(app, front_door(folder), press=press, reports_folder=printed)
    return app, session


async def test_a_print_goes_on_behind_the_lock_and_is_told_once_it_is_open(
    tmp_path: Path,
) -> None:
    press = SlowPress(held_at=1)
    app, session = before_the_door(tmp_path, press)
    async with opened(app) as pilot:
        assert session.door is not None
        session.enter(session.door.sign_in(JOY, JOYS))
        await until(pilot, lambda: isinstance(app.screen, QueueScreen))
        await pilot.press("p")
        app.screen.query_one("#sorts", RowList).stand_on("ladder")
        await pilot.press("p", "ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        press.go_on.set()
        file = tmp_path / "printed" / "ladder.pdf"
        await until(pilot, file.exists)
        await until(pilot, lambda: session.paperwork and not session.paperwork.under_way)
        assert "ladder.pdf" not in said(app)
        session.enter(session.signed_in)
        await until(pilot, lambda: "ladder.pdf" in said(app))


async def test_whoever_signs_in_instead_stops_it_and_hears_nothing_of_it(tmp_path: Path) -> None:
    press = SlowPress(held_at=1)
    app, session = before_the_door(tmp_path, press)
    async with opened(app) as pilot:
        assert session.door is not None
        session.enter(session.door.sign_in(JOY, JOYS))
        await until(pilot, lambda: isinstance(app.screen, QueueScreen))
        await pilot.press("p")
        app.screen.query_one("#sorts", RowList).stand_on("ladder")
        await pilot.press("p", "ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        session.enter(session.door.sign_in(RUTH, RUTHS))
        await until(pilot, lambda: isinstance(app.screen, QueueScreen))
        press.go_on.set()
        await until(pilot, lambda: session.paperwork and not session.paperwork.under_way)
        assert not (tmp_path / "printed" / "ladder.pdf").exists()
        assert "Stopped" not in said(app)
        assert not any(isinstance(one, FindScreen | ReportsScreen) for one in app.screen_stack)
