"""A person with body maps in two cases, for tests of the screens that show them in time."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from textual.pilot import Pilot

from sgtui.domain.entries import make_payload
from sgtui.domain.entries.choices import Category, Place, Safety
from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.services.record import new_entry, record
from sgtui.ui.app import SgtuiApp
from sgtui.ui.loaded import Loaded, MakeScreen
from sgtui.ui.screens.body_map.compare import BodyCompareScreen
from sgtui.ui.screens.body_map.maps import BodyMapsScreen
from sgtui.ui.screens.body_map.record import BodyMapScreen
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.title_line import TitleFacts
from tests.ui.case_fixture import CaseHome, at, case_home
from tests.ui.desk_fixture import ADA, EXPLANATIONS, JOY

FOREARM, KNEE, UNDERARM = "F17L", "F23R", "B21L"


def fresh_home(folder: Path) -> CaseHome:
    """A fresh concern about Ada Vale, without a map."""
    return case_home(folder)


def mapped(home: CaseHome, *marks: str, hours_ago: float = 0, **more: Any) -> UUID:
    """Record a body map on the home's case, its marks as they are typed; its entry."""
    return mapped_on(home, home.case_id, marks, hours_ago, **more)


def mapped_on(
    home: CaseHome, case_id: UUID, marks: Sequence[str], hours_ago: float = 0, **more: Any
) -> UUID:
    """The same on any case."""
    at = home.home.now - timedelta(hours=hours_ago)
    fields = {
        "kind": "body_mapped", "examined_at": at, "examined_by": JOY, "marks": list(marks), **more,
    }  # fmt: skip
    entry = new_entry(make_payload(fields), at)
    record(home.desk, case_id, [entry])
    return entry.id


def another_case(home: CaseHome) -> UUID:
    """A second case about Ada Vale, recorded now."""
    case_id = uuid4()
    notice = ConcernNotice(
        person=ADA,
        category=Category.EMOTIONAL,
        happened_at=home.home.now,
        place=Place.LOUNGE,
        text="She cried.",
        safety=Safety.SAFE,
    )
    record_concern(home.desk, notice, case_id=case_id)
    return case_id


def three_maps(home: CaseHome) -> list[UUID]:
    """Ada's maps, oldest first: two days ago two marks, yesterday one less, today two others."""
    return [
        mapped(home, "bruise, F17L, 30 x 20 mm, purple", "graze, F23R", hours_ago=48),
        mapped(home, "bruise, F17L, 20 x 10 mm, yellow", hours_ago=24, care="washing"),
        mapped(home, "bruise, F17L, 20 x 10 mm, yellow", "redness, B21L"),
    ]


@asynccontextmanager
async def shown(
    home: CaseHome, first: str, *given: Any, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[SgtuiApp, Pilot[None]]]:
    """The app opened on a screen of the home's case, once it has been read and drawn."""
    desk = home.desk
    screens: dict[str, MakeScreen] = {
        "case": partial(CaseScreen, desk),
        "entry": partial(EntryScreen, desk),
        "body_map": partial(BodyMapScreen, desk),
        "body_maps": partial(BodyMapsScreen, desk),
        "body_compare": partial(BodyCompareScreen, desk),
    }
    opened: MakeScreen = partial(screens[first], home.case_id, *given)
    facts = TitleFacts("Rosewood House", "Sun 22 Nov 14:32", "J Okafor", "live")
    loaded = Loaded(opened, screens, explanations=EXPLANATIONS, facts=facts)
    app = SgtuiApp(lambda: loaded)
    async with at(app, size) as pilot:
        yield app, pilot


def told(rows: RowList) -> list[str]:
    """Each row in words, its lines joined and its blanks made one."""
    texts = (" ".join("".join(p.text for p in line) for line in row.lines) for row in rows.rows)
    return [" ".join(text.split()) for text in texts]
