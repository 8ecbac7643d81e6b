"""What the desk opens with: the queue, the sign-in, the first run, or why it did not open."""

from pathlib import Path
from uuid import uuid4

import pytest

from sgtui import wiring
from sgtui.services.ports import SlotPerson
from sgtui.services.system_clock import SystemClock
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.url import database_path
from sgtui.ui.screens.lock import LockScreen
from sgtui.ui.screens.opening import Opening
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.screens.set_up import SetUpScreen
from sgtui.ui.screens.sign_in import SignInScreen
from sgtui.ui.widgets.passphrase import PassphraseInput
from sgtui.ui.widgets.picker import Picker
from tests.cli.conftest import PASSPHRASE


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


@pytest.mark.parametrize("name", ["mo", "Mo Grant", "GRANT"])
async def test_a_name_given_on_the_command_line_is_chosen_already(kept_url: str, name: str) -> None:
    add_second_person(kept_url)
    app = wiring.open_app(kept_url, as_name=name)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, SignInScreen)
        assert app.screen.query_one(Picker).input.value == "Mo Grant"
        assert app.focused is app.screen.query_one(PassphraseInput)


async def test_a_name_that_nobody_has_does_not_open_a_real_home(kept_url: str) -> None:
    app = wiring.open_app(kept_url, as_name="nobody at all")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, Opening)
        assert app.return_code == 2


def add_second_person(url: str) -> None:
    """Otherwise the only one who can sign in is chosen anyway."""
    slots = KeySlots(database_path(url))
    key = slots.unlock(slots.people()[0].staff_id, PASSPHRASE, SystemClock().now()).data_key
    slots.add_person(key, SlotPerson(uuid4(), "Ann Other"), PASSPHRASE)


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
