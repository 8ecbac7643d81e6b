"""The first run asks once what a home needs, and shows its recovery words once."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sgtui.services import first_run
from sgtui.services.desk import Desk
from sgtui.services.first_run import FirstRun
from sgtui.storage.store import SqliteStore, create_database
from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.screens.recovery import RecoveryScreen
from sgtui.ui.screens.set_up import SetUpScreen
from sgtui.ui.session import Session
from sgtui.ui.widgets.field_row import FieldRow
from sgtui.ui.widgets.text_line import TextLine
from tests.ui.desk_fixture import CHEAP, SUNDAY
from tests.ui.front_door import until
from tests.ui.gallery import opened

PASSPHRASE = "seven slow boats at dusk"
HOME = {
    "service": "Rosewood House",
    "authority": "Northmoor Council",
    "duty_desk_phone": "01632 960 114",
    "duty_desk_hours": "Mon-Thu 08:30-17:00, Fri 08:30-16:30",
    "edt_phone": "01632 960 199",
    "manager": "Ruth Amis",
    "passphrase": PASSPHRASE,
    "again": PASSPHRASE,
}


@dataclass(frozen=True)
class Made:
    """A new home."""

    desk: Desk
    recovery: tuple[str, ...]


@dataclass
class Maker:
    """Makes homes in a folder, and keeps what was asked of it."""

    folder: Path
    asked: list[tuple[FirstRun, str]] = field(default_factory=list)
    stores: list[SqliteStore] = field(default_factory=list)

    def __call__(self, said: FirstRun, passphrase: str) -> Made:
        self.asked.append((said, passphrase))
        path = self.folder / "home.sgtui"
        made = create_database(path, said.first_person, passphrase, cost=CHEAP, floor=CHEAP)
        self.stores.append(made.store)
        signer = made.signed_in.signer
        desk = Desk(made.store, lambda: SUNDAY, signer)
        first_run.set_up(desk, said, signer.public_key)
        return Made(desk, made.recovery)


@pytest.fixture
def maker(tmp_path: Path) -> Iterator[Maker]:
    made = Maker(tmp_path)
    yield made
    for store in made.stores:
        store.close()


@asynccontextmanager
async def set_up(maker: Maker, **answers: str) -> AsyncIterator[tuple[SgtuiApp, Pilot[None]]]:
    """The first run, filled in."""
    app = SgtuiApp(lambda: session.loaded(lambda: SetUpScreen(session, maker)))
    session = Session(app, None)
    async with opened(app) as pilot:
        for name, typed in {**HOME, **answers}.items():
            app.screen.query_one(f"#{name}", TextLine).value = typed
        await pilot.pause()
        yield app, pilot


def complaints(app: SgtuiApp) -> dict[str, str]:
    """What is wrong, by field."""
    rows = app.screen.query(FieldRow)
    return {(row.id or "").removesuffix("-row"): row.complaint for row in rows if row.complaint}


async def recovery(app: SgtuiApp, pilot: Pilot[None]) -> RecoveryScreen:
    """The recovery words, once the record is made."""
    await pilot.press("ctrl+s")
    await until(pilot, lambda: isinstance(app.screen, RecoveryScreen) and app.screen.is_mounted)
    assert isinstance(app.screen, RecoveryScreen)
    return app.screen


async def test_all_that_is_missing_is_said_at_once_and_the_first_has_the_focus(
    maker: Maker,
) -> None:
    async with set_up(maker, service="", manager=" ", passphrase="short") as (app, pilot):
        await pilot.press("ctrl+s")
        assert set(complaints(app)) == {"service", "manager", "passphrase"}
        assert app.focused is app.screen.query_one("#service")
        assert maker.asked == []


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({"passphrase": "rosewood house", "again": "rosewood house"}, "passphrase"),
        ({"again": "another one of these"}, "again"),
        ({"shifts": "morning"}, "shifts"),
        ({"duty_desk_hours": "office hours"}, "duty_desk_hours"),
    ],
)
async def test_what_cannot_be_is_complained_of_where_it_stands(
    maker: Maker, answers: dict[str, str], wrong: str
) -> None:
    async with set_up(maker, **answers) as (app, pilot):
        await pilot.press("ctrl+s")
        assert set(complaints(app)) == {wrong}
        assert maker.asked == []


async def test_a_complaint_goes_as_soon_as_it_is_being_mended(maker: Maker) -> None:
    async with set_up(maker, service="") as (app, pilot):
        await pilot.press("ctrl+s")
        assert set(complaints(app)) == {"service"}
        await pilot.press("R")
        assert complaints(app) == {}


async def test_enter_in_a_new_passphrase_goes_on_and_keeps_it(maker: Maker) -> None:
    async with set_up(maker) as (app, pilot):
        field = app.screen.query_one("#passphrase", TextLine)
        field.focus()
        await pilot.press("enter")
        assert field.value == PASSPHRASE
        assert app.focused is app.screen.query_one("#again")


async def test_the_home_is_made_as_it_was_told(maker: Maker) -> None:
    async with set_up(maker) as (app, pilot):
        await recovery(app, pilot)
        said, passphrase = maker.asked[0]
        assert passphrase == PASSPHRASE
        assert (said.service, said.manager) == ("Rosewood House", "Ruth Amis")
        assert (said.duty_desk_phone, said.edt_phone) == ("01632 960 114", "01632 960 199")


async def test_the_queue_opens_only_after_three_words_from_the_paper(maker: Maker) -> None:
    async with set_up(maker) as (app, pilot):
        screen = await recovery(app, pilot)
        await pilot.press("f3", "escape", "ctrl+s")
        assert app.screen is screen
        await pilot.press("ctrl+s")
        assert len(complaints(app)) == len(screen.asked) == 3
        for place in screen.asked:
            screen.query_one(f"#word-{place}", TextLine).value = screen._words[place][:4]
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, QueueScreen))


async def test_the_words_are_hidden_while_they_are_asked_and_esc_shows_them(maker: Maker) -> None:
    async with set_up(maker) as (app, pilot):
        screen = await recovery(app, pilot)
        assert screen.query_one("#shown").display
        await pilot.press("ctrl+s")
        assert not screen.query_one("#shown").display
        await pilot.press("escape")
        assert screen.query_one("#shown").display
