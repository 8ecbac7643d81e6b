"""A mark is restated line by line in the form that amends its map, and never by a guess."""

from pathlib import Path
from typing import Any

import pytest

from sgtui.domain.entries import Amended
from sgtui.domain.entries.marks import Colour, Mark, MarkKind
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.desk_fixture import JOY

MARKS = (
    Mark(kind=MarkKind.BRUISE, region="F17L", length_mm=30, width_mm=20, colours=(Colour.PURPLE,)),
    Mark(kind=MarkKind.CUT, region="F03"),
)


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A case with one body map of two marks."""
    made = case_home(tmp_path)
    made.add("body_mapped", examined_at=made.home.now, examined_by=JOY, marks=MARKS)
    return made


def amending(home: CaseHome) -> Any:
    """The form that amends the map."""
    return home.app("entry", "amended", {"entry": home.entry_id("body_mapped")})


async def test_it_is_filled_with_the_numbered_lines_and_keeps_what_is_not_changed(
    home: CaseHome,
) -> None:
    app = amending(home)
    async with at(app) as pilot:
        form = app.screen.form
        text = form.raws()["marks"]
        first, second = text.splitlines()
        assert first.startswith("1. Bruise, person's left forearm (F17L), 30 x 20 mm, purple")
        assert second.startswith("2. Cut")
        form.put({"marks": text.replace("purple", "purple and yellow"), "amended_because": "Light"})
        await pilot.press("ctrl+s")
        await settled(pilot)
    entry = home.view().case.entries[-1].payload
    assert isinstance(entry, Amended)
    marks = home.view().maps[-1].what.marks
    assert marks[0].colours == (Colour.PURPLE, Colour.YELLOW)
    assert marks[1] == MARKS[1]


async def test_a_line_that_cannot_be_read_is_named_and_nothing_is_recorded(home: CaseHome) -> None:
    app = amending(home)
    async with at(app) as pilot:
        screen = app.screen
        assert isinstance(screen, EntryScreen)
        assert screen.form is not None
        text = str(screen.form.raws()["marks"]).replace("2. Cut", "2. Something")
        screen.form.put({"marks": text, "amended_because": "Light"})
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "Line 2:" in screen.query_one(StatusLine).message.plain
        assert home.kinds()[-1] == "body_mapped"
