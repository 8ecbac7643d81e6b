"""The concern form over a stand-in for the queue, on a small home's record."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import cast
from uuid import UUID

from textual.pilot import Pilot
from textual.widgets import Static

from sgtui.services.drafts import Draft, mine
from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.concern import ConcernScreen
from sgtui.ui.screens.concern_fields import ConcernFields
from sgtui.ui.screens.concern_rows import StillNeeded
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.desk_fixture import ADA, SmallHome


class Front(DeskScreen):
    """Where F2 is pressed."""

    heading = "Queue"
    is_home = True


class CaseSeen(DeskScreen):
    """Shows which case was opened."""

    def __init__(self, case_id: UUID) -> None:
        super().__init__()
        self.case_id = case_id


class FormPilot:
    """A person at the concern form."""

    def __init__(self, home: SmallHome, pilot: Pilot[None]) -> None:
        self.home = home
        self.pilot = pilot
        self.app = cast(SgtuiApp, pilot.app)

    @property
    def form(self) -> ConcernScreen:
        """The form, which must be in front."""
        screen = self.app.screen
        assert isinstance(screen, ConcernScreen)
        return screen

    @property
    def fields(self) -> ConcernFields:
        """The form's fields."""
        return self.form._fields

    @property
    def needed(self) -> str:
        """What the form says is still needed."""
        return self.form.query_one(StillNeeded).needed

    @property
    def said(self) -> str:
        """What the status line of the screen in front says."""
        return self.app.screen.query_one(StatusLine).message.plain

    def remark(self) -> str:
        """The sentence under When, where it is shown."""
        shown = self.fields.when_remark
        return str(shown.render()) if shown.display else ""

    def echo(self) -> str:
        """What stands beside When."""
        return str(self.fields.when.query_one(".echo", Static).render())

    async def press(self, *keys: str) -> None:
        """Press keys and let everything they start come to its end."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, key by key."""
        names = {" ": "space", "-": "minus", "~": "tilde"}
        await self.press(*(names.get(letter, letter) for letter in text))

    async def settle(self) -> None:
        """Wait for reads, writes and what they post."""
        for _ in range(2):
            await self.app.workers.wait_for_complete()
            await asyncio.wrap_future(self.app.writes._thread.submit(int))
            await self.pilot.pause()

    async def fill(self, **changed: str) -> None:
        """A plain concern, set directly: `when` and `story` may be others."""
        fields = self.fields
        fields.who.value = str(ADA)
        fields.what.values = (changed.get("what", "neglect"),)
        fields.safe.value = changed.get("safe", "safe")
        fields.when.value = changed.get("when", "-2h")
        fields.where.value = "bedroom"
        fields.story.text = changed.get("story", "No drink within reach at 12:30.")
        await self.settle()

    def drafts(self) -> tuple[Draft, ...]:
        """The drafts in the record."""
        return mine(self.home.desk)

    def case_ids(self) -> tuple[UUID, ...]:
        """The cases in the record."""
        with self.home.store.reading() as unit:
            return unit.case_ids()


@asynccontextmanager
async def at_the_form(
    home: SmallHome, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[FormPilot]:
    """F2 has been pressed on the screen in front."""
    screens: Mapping[str, type[DeskScreen]] = {"queue": Front, "case": CaseSeen}
    app = home.app("queue", {**screens, "concern": lambda *given: ConcernScreen(home.desk, *given)})
    async with app.run_test(size=size) as pilot:
        person = FormPilot(home, pilot)
        await person.settle()
        await person.press("f2")
        yield person
