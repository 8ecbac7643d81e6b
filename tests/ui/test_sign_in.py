"""Signing in: a name by its first letters, a passphrase, and the queue of that person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sgtui.services.sign_in import Door
from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.screens.sign_in import SignInScreen
from sgtui.ui.widgets.passphrase import PassphraseInput
from sgtui.ui.widgets.picker import Picker
from sgtui.ui.widgets.status_line import StatusLine
from sgtui.ui.widgets.title_line import TitleLine
from tests.ui.desk_fixture import JOY, RUTH
from tests.ui.front_door import JOYS, before_the_door, front_door, until
from tests.ui.gallery import opened


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    made = front_door(tmp_path)
    yield made
    made.close()


def said(app: SgtuiApp) -> str:
    """The status line."""
    return app.screen.query_one(StatusLine).render().plain


async def test_a_name_by_its_letters_and_the_passphrase_open_the_queue(door: Door) -> None:
    app, session = before_the_door(door)
    async with opened(app) as pilot:
        await pilot.press("r", "u", "enter")
        assert app.focused is app.screen.query_one(PassphraseInput)
        await pilot.press(*"ruth", "space", *"keeps", "space", *"nine", "space")
        await pilot.press(*"brown", "space", *"hens", "enter")
        await until(pilot, lambda: isinstance(app.screen, QueueScreen))
        assert session.signed_in.author.staff_id == RUTH


async def test_a_wrong_passphrase_is_said_and_the_field_is_empty(door: Door) -> None:
    app, session = before_the_door(door)
    async with opened(app) as pilot:
        app.screen.query_one(Picker).value = str(JOY)
        field = app.screen.query_one(PassphraseInput)
        field.focus()
        field.value = "not the one"
        await pilot.press("enter")
        await until(pilot, lambda: "Problem" in said(app))
        assert isinstance(app.screen, SignInScreen)
        assert field.value == ""
        assert session.desk is None


async def test_after_too_many_wrong_ones_the_wait_is_said(door: Door) -> None:
    app, _ = before_the_door(door)
    async with opened(app) as pilot:
        app.screen.query_one(Picker).value = str(JOY)
        field = app.screen.query_one(PassphraseInput)
        field.focus()
        for _n in range(12):
            field.value = "not the one"
            await pilot.press("enter")
            await until(pilot, lambda: "Checking" not in said(app))
        assert "The next try is taken in" in said(app)


async def test_without_a_name_nothing_is_tried(door: Door) -> None:
    app, session = before_the_door(door)
    async with opened(app) as pilot:
        field = app.screen.query_one(PassphraseInput)
        field.focus()
        field.value = JOYS
        await pilot.press("enter")
        assert "your name" in said(app)
        assert app.focused is app.screen.query_one(Picker).input
        assert session.desk is None


async def test_no_key_leads_past_the_door(door: Door) -> None:
    app, session = before_the_door(door)
    async with opened(app) as pilot:
        screen = app.screen
        await pilot.press("f2", "f3", "f4", "f6", "escape", "ctrl+l")
        assert app.screen is screen
        app.lock_now()
        assert app.screen is screen
        assert session.desk is None


async def test_the_title_names_neither_home_nor_person(door: Door) -> None:
    app, _ = before_the_door(door)
    async with opened(app):
        line = app.screen.query_one(TitleLine).render().plain
        assert "Rosewood" not in line
        assert "Okafor" not in line
