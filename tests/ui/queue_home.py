"""A queue on the small invented home, with a concern about Ada Vale and ways to look at it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from textual.pilot import Pilot

from sgtui.domain.entries.choices import Category, Place, Safety
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.ui.app import SgtuiApp
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from tests.ui.desk_fixture import ADA, SmallHome
from tests.ui.front_door import until
from tests.ui.gallery import opened


def notice(person: UUID = ADA, safety: Safety = Safety.SAFE) -> ConcernNotice:
    """Something physical, just seen."""
    return ConcernNotice(
        person=person,
        category=Category.NEGLECT,
        place=Place.BEDROOM,
        text="A dry mouth and an empty beaker.",
        safety=safety,
    )


def concern(home: SmallHome, person: UUID = ADA, safety: Safety = Safety.SAFE) -> UUID:
    """Record a concern as somebody at another desk would; its case."""
    said = notice(person, safety).model_copy(update={"happened_at": home.now})
    return record_concern(home.desk, said, case_id=uuid4()).case_id


class Other(DeskScreen):
    """Any screen that the queue opens: it says with what it was opened."""

    def __init__(self, *given: object) -> None:
        super().__init__()
        self.given = given


@dataclass
class Shown:
    """The queue in front of somebody."""

    app: SgtuiApp
    pilot: Pilot[None]
    screen: QueueScreen

    @property
    def duties(self) -> RowList:
        """The list."""
        return self.screen.query_one("#duties", RowList)

    def lines(self) -> list[str]:
        """The rows and headings as texts."""
        return ["".join(piece.text for piece in row.lines[0]) for row in self.duties.rows]

    def sheet(self, name: str) -> str:
        """The head, the notes or the detail as text."""
        return self.screen.query_one(f"#{name}", Sheet).text

    @property
    def soonest(self) -> datetime:
        """When the first duty is due."""
        assert self.screen._queue is not None
        return min(row.due_at for row in self.screen._queue.rows)

    def drawn(self) -> str:
        """Everything on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)

    async def tick(self) -> None:
        """The minute is over."""
        self.screen.tick()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()


@asynccontextmanager
async def queue_of(home: SmallHome, *, bell: bool = False, width: int = 80) -> AsyncIterator[Shown]:
    """The queue, once it has been read."""
    others = dict.fromkeys(("concern", "case", "next_step", "ladder", "find"), Other)
    made = QueueScreen(home.desk, bell=bell)
    app = home.app("queue", {**others, "queue": lambda *_: made})
    async with opened(app, (width, 24)) as pilot:
        shown = Shown(app, pilot, made)
        await until(pilot, lambda: shown.sheet("head"))
        await pilot.pause()
        yield shown
