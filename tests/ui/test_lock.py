"""A locked desk shows nothing of a case, keeps every place, and opens to a passphrase."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from sgtui.ui.app import SgtuiApp
from sgtui.ui.dialogs.leave import LeaveDialog
from sgtui.ui.screens.find import FindScreen
from sgtui.ui.screens.lock import LockScreen
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.session import Session
from sgtui.ui.widgets.passphrase import PassphraseInput
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.text_line import TextLine
from tests.ui.desk_fixture import JOY, RUTH
from tests.ui.front_door import JOYS, RUTHS, before_the_door, front_door, until
from tests.ui.gallery import opened


@asynccontextmanager
async def found_ada(
    folder: Path, idle_seconds: float = 0.0
) -> AsyncIterator[tuple[SgtuiApp, Session, Pilot[None]]]:
    """Joy is signed in, with a name typed on the find screen."""
    app, session = before_the_door(front_door(folder), idle_seconds)
    async with opened(app) as pilot:
        assert session.door is not None
        session.enter(session.door.sign_in(JOY, JOYS))
        await until(pilot, lambda: isinstance(app.screen, QueueScreen))
        app.open_screen("find")
        await until(pilot, lambda: isinstance(app.screen, FindScreen) and app.focused)
        app.screen.query_one("#typed", TextLine).value = "ada vale"
        yield app, session, pilot


def drawn(app: SgtuiApp) -> str:
    """Everything that is on the screen."""
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in lines)


async def give(pilot: Pilot[None], app: SgtuiApp, passphrase: str) -> None:
    """Type a passphrase and press Enter."""
    await until(pilot, lambda: app.screen.query_one(Picker).value)
    field = app.screen.query_one(PassphraseInput)
    field.focus()
    field.value = passphrase
    await pilot.press("enter")


async def test_nothing_behind_the_lock_can_be_read(tmp_path: Path) -> None:
    async with found_ada(tmp_path) as (app, _, pilot):
        await until(pilot, lambda: "ada vale" in drawn(app))
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        await pilot.pause()
        shown = drawn(app).casefold()
        assert "locked" in shown
        assert "ada" not in shown
        assert "rosewood" not in shown


async def test_the_passphrase_leads_back_to_the_same_place_and_words(tmp_path: Path) -> None:
    async with found_ada(tmp_path) as (app, session, pilot):
        find = app.screen
        await pilot.press("ctrl+l")
        await give(pilot, app, "wrong")
        await pilot.pause(0.1)
        assert isinstance(app.screen, LockScreen)
        await give(pilot, app, JOYS)
        await until(pilot, lambda: app.screen is find)
        assert find.query_one("#typed", TextLine).value == "ada vale"
        assert session.signed_in.author.staff_id == JOY


async def test_another_person_begins_at_their_own_queue(tmp_path: Path) -> None:
    async with found_ada(tmp_path) as (app, session, pilot):
        await pilot.press("ctrl+l")
        await until(pilot, lambda: app.screen.query_one(Picker).value)
        app.screen.query_one(Picker).value = str(RUTH)
        await give(pilot, app, RUTHS)
        await until(pilot, lambda: isinstance(app.screen, QueueScreen))
        assert session.signed_in.author.staff_id == RUTH
        assert not any(isinstance(screen, FindScreen) for screen in app.screen_stack)


async def test_no_key_leads_past_the_lock(tmp_path: Path) -> None:
    async with found_ada(tmp_path) as (app, _, pilot):
        await pilot.press("ctrl+l")
        lock = app.screen
        await pilot.press("f2", "f3", "f4", "f6", "ctrl+s", "ctrl+l", "escape")
        assert app.screen is lock
        assert sum(isinstance(screen, LockScreen) for screen in app.screen_stack) == 1


async def test_a_desk_that_nobody_types_at_locks_itself(tmp_path: Path) -> None:
    async with found_ada(tmp_path, idle_seconds=0.05) as (app, _, pilot):
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, LockScreen))


async def test_each_key_counts_the_time_anew(tmp_path: Path) -> None:
    async with found_ada(tmp_path, idle_seconds=600) as (app, _, pilot):
        before = app._idle.locks_at
        await pilot.press("a")
        assert before is not None
        assert app._idle.locks_at is not None
        assert app._idle.locks_at > before


async def test_unlocking_takes_away_what_was_opened_over_the_lock(tmp_path: Path) -> None:
    async with found_ada(tmp_path) as (app, session, pilot):
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, LeaveDialog))
        session.enter(session.signed_in)
        await until(pilot, lambda: isinstance(app.screen, FindScreen))
        assert not session.locked
