"""The register in front, with Ruth Amis, manager, signed in by her passphrase."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from sgtui.domain.register import Register
from sgtui.services.sign_in import Door
from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.register import RegisterScreen
from sgtui.ui.screens.register_form import RegisterFormScreen
from sgtui.ui.session import Session
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.desk_fixture import JOY, RUTH
from tests.ui.front_door import JOYS, RUTHS, before_the_door, front_door, until


class AtRegister:
    """A person at the register."""

    def __init__(self, pilot: Pilot[None], session: Session, door: Door) -> None:
        self.pilot = pilot
        self.app = cast(SgtuiApp, pilot.app)
        self.session = session
        self.door = door

    @property
    def said(self) -> str:
        """What the status line in front says."""
        return self.app.screen.query_one(StatusLine).message.plain

    @property
    def listed(self) -> list[str]:
        """The rows of the list as text."""
        rows = self.app.screen.query_one("#listed", RowList).rows
        return ["".join(piece.text for piece in row.lines[0]) for row in rows]

    @property
    def form(self) -> RegisterFormScreen:
        """The form, which must be in front."""
        screen = self.app.screen
        assert isinstance(screen, RegisterFormScreen)
        return screen

    @property
    def register(self) -> Register:
        """The register as it is recorded now."""
        desk = self.session.signed_in
        with desk.store.reading() as unit:
            return desk.register(unit)

    async def press(self, *keys: str) -> None:
        """Press keys and let everything they start come to its end."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Paste-like: straight into the field in focus."""
        field = self.app.focused
        assert field is not None
        field.value = text  # type: ignore[attr-defined]
        await self.settle()

    async def settle(self) -> None:
        """Wait for reads, writes and what they post."""
        for _ in range(3):
            await self.app.workers.wait_for_complete()
            await asyncio.wrap_future(self.app.writes._thread.submit(int))
            await self.pilot.pause()


@asynccontextmanager
async def at_the_register(folder: Path, *, manager: bool = True) -> AsyncIterator[AtRegister]:
    """R has been pressed on the queue."""
    door = front_door(folder)
    app, session = before_the_door(door)
    async with app.run_test(size=(80, 24)) as pilot:
        person = AtRegister(pilot, session, door)
        await person.settle()
        desk = door.sign_in(RUTH, RUTHS) if manager else door.sign_in(JOY, JOYS)
        session.enter(desk)
        await person.settle()
        await person.press("r")
        await until(pilot, lambda: isinstance(app.screen, RegisterScreen))
        await person.settle()
        yield person
