"""What the desk opens with: the queue, the sign-in, the first run, or why it did not open."""

from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.ui.screens.lock import LockScreen
from sgtui.ui.screens.opening import Opening
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.screens.set_up import SetUpScreen
from sgtui.ui.screens.sign_in import SignInScreen


@pytest.mark.parametrize("lock", [False, True])
async def test_a_demo_opens_on_the_queue_and_a_locked_desk_offers_nothing(
    demo_url: str, lock: bool
) -> None:
    app = wiring.open_app(demo_url)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, QueueScreen)
        assert "concern" in app.screens
        if lock:
            app.lock_now()
            await pilot.pause()
            assert isinstance(app.screen, LockScreen)
            assert dict(app.screens) == {}
            await pilot.press("f2")
            assert isinstance(app.screen, LockScreen)


async def test_a_real_home_asks_who_is_there(kept_url: str) -> None:
    app = wiring.open_app(kept_url)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, SignInScreen)
        assert dict(app.screens) == {}


async def test_where_nothing_is_yet_a_home_is_set_up(tmp_path: Path) -> None:
    app = wiring.open_app(wiring.url_of(tmp_path / "new.sgtui"))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, SetUpScreen)
    assert list(tmp_path.glob("new.sgtui*")) == []


async def test_a_lost_database_is_no_first_run(own_demo: Path) -> None:
    own_demo.unlink()
    app = wiring.open_app(wiring.url_of(own_demo))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, Opening)
        assert app.return_code == 3
