"""The reading screen: its first screen at once, the rest a little ahead, a word to look for."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from sgtui.ui import read_ahead
from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.report import ReportScreen
from sgtui.ui.screens.reports import ReportsScreen
from sgtui.ui.widgets.paper import Paper
from sgtui.ui.widgets.text_line import TextLine
from tests.ui.case_fixture import at, case_home
from tests.ui.front_door import until
from tests.ui.report_desk import ReportDesk, SlowPress, said


@pytest.fixture
def desk(tmp_path: Path) -> ReportDesk:
    """The reports of a small home."""
    return ReportDesk(case_home(tmp_path), SlowPress(), tmp_path / "printed")


async def opened(pilot: Pilot[None], app: SgtuiApp) -> tuple[ReportScreen, Paper]:
    """The reading screen, once the first lines are there."""
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, ReportScreen))
    screen = app.screen
    assert isinstance(screen, ReportScreen)
    paper = screen.query_one(Paper)
    await until(pilot, lambda: paper.count)
    return screen, paper


def head(screen: ReportScreen) -> str:
    """The line over the paper."""
    return str(screen.query_one("#head").render())


async def test_the_first_lines_are_there_while_the_rest_is_made(desk: ReportDesk) -> None:
    desk.press.held_at, desk.press.pieces, desk.press.lines = 10, 20, 30
    app = desk.app()
    async with at(app) as pilot:
        screen, paper = await opened(pilot, app)
        await until(pilot, lambda: paper.count == 300)
        assert not screen._over
        assert "10 of 20" in head(screen)
        assert "[##########..........]" in head(screen)
        assert "lines 1 to" in head(screen) and "so far" in head(screen)
        desk.press.go_on.set()
        await until(pilot, lambda: screen._over)
        assert paper.count == 600
        assert "so far" not in head(screen)


async def test_no_more_is_made_than_somebody_comes_near_to(desk: ReportDesk) -> None:
    desk.press.pieces, desk.press.lines = 100, 200
    app = desk.app()
    async with at(app) as pilot:
        screen, paper = await opened(pilot, app)
        await until(pilot, lambda: paper.count >= read_ahead.AHEAD)
        await pilot.pause()
        assert desk.press.made < 20
        await pilot.press("end")
        await until(pilot, lambda: screen._over)
        assert paper.count == 20_000
        await until(pilot, lambda: paper.after_sight == paper.count)


async def test_more_lines_than_can_be_kept_are_for_paper(
    desk: ReportDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_ahead, "MOST", 500)
    desk.press.pieces = 100
    app = desk.app()
    async with at(app) as pilot:
        screen, paper = await opened(pilot, app)
        await pilot.press("end")
        await until(pilot, lambda: screen._over)
        assert paper.count == 500
        assert "Only the first" in said(app)


async def test_page_keys_and_arrows_move_and_all_80_columns_are_seen(desk: ReportDesk) -> None:
    desk.press.pieces = 100
    app = desk.app()
    async with at(app) as pilot:
        _, paper = await opened(pilot, app)
        assert paper.size.width == 80
        await pilot.press("pagedown")
        assert paper.first_in_sight == paper.size.height - 1
        await pilot.press("down", "up", "up")
        assert paper.first_in_sight == paper.size.height - 2
        await pilot.press("home")
        assert paper.first_in_sight == 0


async def test_a_word_is_looked_for_also_in_what_is_still_to_come(desk: ReportDesk) -> None:
    desk.press.pieces, desk.press.lines = 200, 100
    app = desk.app()
    async with at(app) as pilot:
        screen, paper = await opened(pilot, app)
        await pilot.press("slash", *"line 19900 NEEDLE", "enter")
        await until(pilot, lambda: paper.found == 19_899)
        assert app.focused is paper
        await pilot.press("home", "slash")
        screen.query_one("#word", TextLine).value = "needle"
        await pilot.press("enter")
        await until(pilot, lambda: paper.found == 99)
        await pilot.press("n")
        assert paper.found == 199
        await pilot.press("b")
        assert paper.found == 99


async def test_a_word_that_is_nowhere_is_said_once_all_is_made(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app) as pilot:
        await opened(pilot, app)
        await pilot.press("slash", *"nowhere", "enter")
        await until(pilot, lambda: "Nowhere" in said(app))


async def test_esc_closes_the_search_then_the_report_and_stops_what_is_made(
    desk: ReportDesk,
) -> None:
    desk.press.held_at, desk.press.pieces, desk.press.lines = 5, 20, 30
    app = desk.app()
    async with at(app) as pilot:
        screen, paper = await opened(pilot, app)
        await until(pilot, lambda: paper.count)
        await pilot.press("slash", "escape")
        assert app.screen is screen
        assert app.focused is paper
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ReportsScreen))
        desk.press.go_on.set()
        reading = screen._reading
        assert reading is not None
        await until(pilot, lambda: not reading.is_alive)
        assert desk.press.made < 20


async def test_s_stops_it_and_what_has_come_can_be_read(desk: ReportDesk) -> None:
    desk.press.held_at, desk.press.pieces, desk.press.lines = 5, 20, 30
    app = desk.app()
    async with at(app) as pilot:
        screen, paper = await opened(pilot, app)
        await pilot.press("s")
        desk.press.go_on.set()
        await until(pilot, lambda: screen._over)
        assert said(app).strip().startswith("Stopped.")
        assert 150 <= paper.count < 600
        assert isinstance(app.screen, ReportScreen)


async def test_a_case_that_there_is_not_is_said(desk: ReportDesk) -> None:
    desk.press.refuses = True
    app = desk.app("reports", "SG-26-0000")
    async with at(app) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "No case has that reference." in said(app))


async def test_text_that_a_terminal_would_obey_is_only_shown(desk: ReportDesk) -> None:
    app = desk.app()
    async with at(app) as pilot:
        _, paper = await opened(pilot, app)
        paper.add(["\x1b]52;c;aGk=\x07 [/nope] [bold]x"])
        await pilot.press("end")
        await pilot.pause()
        assert "\x1b" not in paper.text
        assert "[/nope] [bold]x" in paper.text
