"""The audits in front, with Ruth Amis, manager, signed in and two files to look through."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from sgtui.domain.entries import PersonRegistered
from sgtui.domain.entries.choices import Category, Place, Safety
from sgtui.services.audits import Audit, audits
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.desk import Desk
from sgtui.services.register import register_person
from sgtui.ui.screens.audit.audits import AuditsScreen
from sgtui.ui.screens.audit.file import AuditFileScreen
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from tests.ui.desk_fixture import ADA
from tests.ui.front_door import until
from tests.ui.register_desk import AtRegister, at_the_register


class AtAudits:
    """A person at the audits."""

    def __init__(self, at: AtRegister) -> None:
        self._at = at
        self.press, self.type, self.app = at.press, at.type, at.app

    @property
    def desk(self) -> Desk:
        """The manager's own desk."""
        return self._at.session.signed_in

    @property
    def said(self) -> str:
        """What the status line in front says."""
        return self._at.said

    @property
    def audits(self) -> tuple[Audit, ...]:
        """Every audit as it stands."""
        return audits(self.desk)

    @property
    def rows(self) -> list[str]:
        """The list in front, every line."""
        listed = self.app.screen.query_one(RowList)
        for one in self.app.screen.query(RowList):
            if one.can_focus and not isinstance(one, Sheet):
                listed = one
        return ["".join(p.text for p in line) for row in listed.rows for line in row.lines]

    @property
    def file(self) -> AuditFileScreen:
        """The file, which must be in front."""
        screen = self.app.screen
        assert isinstance(screen, AuditFileScreen)
        return screen

    def concern(self) -> UUID:
        """A further file, begun an hour ago."""
        now = self.desk.now() - timedelta(hours=1)
        earlier = Desk(self.desk.store, lambda: now, self.desk.author)
        register_person(self.desk, PersonRegistered(person=ADA, name="Ada Vale", room="12"))
        notice = ConcernNotice(
            person=ADA, category=Category.NEGLECT, happened_at=now, place=Place.BEDROOM,
            text="She had waited for two hours.", safety=Safety.SAFE,
        )  # fmt: skip
        return record_concern(earlier, notice, case_id=uuid4()).case_id

    async def begin(self) -> None:
        """N, all of the period, Ctrl+S."""
        await self.press("n", "1", "ctrl+s")

    async def answer_all(self) -> None:
        """Yes to everything that is asked of the file in front."""
        answering = self.file.answering
        while answering is not None and answering.open_items:
            self.file.stand_on_next()
            await self.press("1")


@asynccontextmanager
async def at_the_audits(folder: Path, files: int = 2) -> AsyncIterator[AtAudits]:
    """The audits have been opened from the menu."""
    async with at_the_register(folder) as at:
        person = AtAudits(at)
        for _ in range(files):
            person.concern()
        at.app.open_screen("audit")
        await until(at.pilot, lambda: isinstance(at.app.screen, AuditsScreen))
        await at.settle()
        yield person
