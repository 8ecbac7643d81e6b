"""A case in the small invented home, for tests of the screens that stand on one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from textual.pilot import Pilot

from sgtui.domain.entries import REGISTER_ID, make_payload
from sgtui.domain.entries.choices import Category, Place, Safety
from sgtui.services.case import CaseView, read_case
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.desk import Desk
from sgtui.services.record import Recorded, new_entry, record
from sgtui.ui.app import SgtuiApp
from sgtui.ui.loaded import Loaded, MakeScreen
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.screens.ladder import LadderScreen
from sgtui.ui.screens.next_step import NextStepScreen
from sgtui.ui.screens.overview import OverviewScreen
from sgtui.ui.screens.together import TogetherScreen
from sgtui.ui.widgets.title_line import TitleFacts
from tests.ui.desk_fixture import ADA, EXPLANATIONS, JOY, RUTH, SAM, SmallHome, small_home

DUTY_DESK = UUID("00000000-0000-4000-8000-0000000000d1")
NIGHT_TEAM = UUID("00000000-0000-4000-8000-0000000000d2")

_DESKS = (
    (DUTY_DESK, "duty_desk", "LA duty desk", "01632 960 114", "Mon-Fri 08:30-17:00"),
    (NIGHT_TEAM, "edt", "Emergency duty team", "01632 960 200", "always"),
    (uuid4(), "practitioner", "Senior practitioner", "01632 960 115", "Mon-Fri 08:30-17:00"),
    (uuid4(), "team_manager", "Team manager", "01632 960 116", "Mon-Fri 08:30-17:00"),
    (uuid4(), "emergency_999", "999", "999", "always"),
)


@dataclass(frozen=True)
class Colleague:
    """Somebody else of the home who records, signed with the key that is at hand."""

    home: SmallHome
    staff_id: UUID

    def sign(self, message: bytes) -> bytes:
        """A signature."""
        return self.home.signer.sign(message)


@dataclass
class CaseHome:
    """The small home with desks to ring, and ways to move a case on without a screen."""

    home: SmallHome
    case_id: UUID

    @property
    def desk(self) -> Desk:
        """Joy Okafor's desk, shift leader."""
        return self.home.desk

    def of(self, staff_id: UUID) -> Desk:
        """A colleague's desk on the same record."""
        return Desk(self.home.store, lambda: self.home.now, Colleague(self.home, staff_id))

    def add(self, kind: str, at: datetime | None = None, by: UUID = JOY, **fields: Any) -> Recorded:
        """Record an entry on the case."""
        payload = make_payload({"kind": kind, **fields})
        return record(self.of(by), self.case_id, [new_entry(payload, at or self.home.now)])

    def view(self) -> CaseView:
        """The case as it stands."""
        return read_case(self.desk, self.case_id)

    def kinds(self) -> list[str]:
        """The kinds of its entries, in order."""
        return [entry.kind for entry in self.view().case.entries]

    def entry_id(self, kind: str) -> UUID:
        """The newest entry of a kind."""
        return next(e.id for e in reversed(self.view().case.entries) if e.kind == kind)

    def decided(self, **more: Any) -> None:
        """Ada's concern taken as far as the threshold: to be referred."""
        self.add(
            "internally_escalated", told=SAM, decision_owner=SAM, decision="Refer today",
            reason="Unexplained bruise",
        )  # fmt: skip
        self.add("threshold_decided", by=SAM, **{**THRESHOLD, **more})

    def referred(self) -> None:
        """Ada's concern referred to the duty desk."""
        self.decided()
        self.add("sharing_decided", ground="consent", consent_asked="yes",
                 shared_with="LA duty desk", what="The concern", reason="She agrees")  # fmt: skip
        self.add("wishes_recorded", asked="yes", wishes="To feel safe in her room")
        self.add("referral_sent", contact=DUTY_DESK, method="phone", sent_at=self.home.now,
                 taken_by="P Ames", content="Bruise on forearm")  # fmt: skip

    def another(self) -> str:
        """A second concern about Ada; its reference."""
        notice = _notice(self.home.now, Safety.SAFE)
        return record_concern(self.desk, notice, case_id=uuid4()).reference

    def app(self, first: str, *given: Any, ascii_only: bool = False) -> SgtuiApp:
        """The app, opened on a screen of this case."""
        desk = self.desk
        screens: dict[str, MakeScreen] = {
            "case": partial(CaseScreen, desk),
            "ladder": partial(LadderScreen, desk),
            "next_step": partial(NextStepScreen, desk),
            "entry": partial(EntryScreen, desk),
            "overview": partial(OverviewScreen, desk),
            "together": partial(TogetherScreen, desk),
        }
        opened: MakeScreen = partial(screens[first], self.case_id, *given)
        facts = TitleFacts("Rosewood House", "Sun 22 Nov 14:32", "J Okafor", "live")
        loaded = Loaded(opened, screens, explanations=EXPLANATIONS, facts=facts)
        return SgtuiApp(lambda: loaded, ascii_only=ascii_only)


THRESHOLD = {
    "decided_by": SAM, "second_person": RUTH, "needs": "yes", "needs_because": "Dementia",
    "at_risk": "yes", "at_risk_because": "New bruise", "cannot_protect": "unsure",
    "cannot_protect_because": "Cannot say what happened", "route": "external", "risk": "medium",
    "rationale": "All three parts, one unsure",
}  # fmt: skip


def _notice(at: datetime, safety: Safety) -> ConcernNotice:
    return ConcernNotice(
        person=ADA,
        category=Category.EMOTIONAL,
        happened_at=at,
        place=Place.BEDROOM,
        text="She cried and said he shouts at her.",
        safety=safety,
    )


def case_home(folder: Path, *, emergency: bool = False) -> CaseHome:
    """A home with one fresh concern about Ada Vale: an emotional one, complete but for the rest."""
    home = small_home(folder)
    with home.store.writing() as unit:
        for contact, point, name, phone, hours in _DESKS:
            fields = {
                "kind": "contact_point_registered", "contact": contact, "point": point,
                "name": name, "phone": phone, "hours": hours,
            }  # fmt: skip
            unit.append(
                REGISTER_ID, new_entry(make_payload(fields), home.now), home.signer, home.now
            )
    case_id = uuid4()
    safety = Safety.UNSAFE_UNCONTROLLED if emergency else Safety.SAFE
    notice = _notice(home.now, safety)
    record_concern(home.desk, notice, case_id=case_id)
    return CaseHome(home, case_id)


@asynccontextmanager
async def at(app: SgtuiApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """A pilot of the app, once its first screen has been read and drawn."""
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until reads and writes have ended and are drawn."""
    app = pilot.app
    assert isinstance(app, SgtuiApp)
    for _ in range(3):
        await app.workers.wait_for_complete()
        while app.writes.under_way:
            await pilot.pause()
        await pilot.pause()
        await pilot.pause()
