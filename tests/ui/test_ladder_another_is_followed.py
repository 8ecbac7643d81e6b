"""On the ladder of a case: choosing another, seeing what it would change, then the form."""

from pathlib import Path

import pytest

from sgtui.domain.entries import REGISTER_ID, LadderAdopted
from sgtui.domain.ladder_file import shipped_text
from sgtui.services.record import new_entry
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.screens.ladder import LadderScreen, LadderSheet
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.desk_fixture import RUTH

TYNESIDE = "ENG-south-tyneside-1"


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A referral that the agency refuses, in a home that has adopted two ladders."""
    made = case_home(tmp_path)
    said = LadderAdopted(version=TYNESIDE, toml=shipped_text(TYNESIDE))
    with made.home.store.writing() as unit:
        unit.append(REGISTER_ID, new_entry(said, made.home.now), made.home.signer, made.home.now)
    made.referred()
    return made


async def test_f_offers_the_others_and_shows_what_would_change_before_asking_why(
    home: CaseHome,
) -> None:
    app = home.app("ladder")
    async with at(app) as pilot:
        await pilot.press("f")
        await pilot.press("1", "enter")
        await settled(pilot)
        assert isinstance(app.screen, ReadingDialog)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, EntryScreen)
        assert app.screen.form is not None
        assert app.screen.form.raws()["version"] == TYNESIDE


async def test_what_was_pinned_since_and_why_stands_on_top(home: CaseHome) -> None:
    home.add("ladder_pinned", by=RUTH, version=TYNESIDE, reason="The board's own")
    app = home.app("ladder")
    async with at(app):
        lines = app.screen.query_one(LadderSheet).text.splitlines()
        since = f"Follows ladder {TYNESIDE} since Sun 22 Nov 2026 (Ruth Amis):"
        assert " ".join(line.strip() for line in lines[1:3]) == f"{since} The board's own"


async def test_after_the_form_the_ladder_it_follows_now_is_drawn(home: CaseHome) -> None:
    app = home.app("ladder")
    async with at(app) as pilot:
        screen = app.screen
        assert isinstance(screen, LadderScreen)
        assert TYNESIDE not in screen.query_one(LadderSheet).text
        home.add("ladder_pinned", by=RUTH, version=TYNESIDE, reason="The board's own")
        screen.noted("Saved.")
        await settled(pilot)
        assert f"{TYNESIDE}: " in screen.query_one(LadderSheet).text


async def test_where_only_one_is_adopted_there_is_nothing_to_offer(tmp_path: Path) -> None:
    alone = case_home(tmp_path)
    app = alone.app("ladder")
    async with at(app):
        assert isinstance(app.screen, LadderScreen)
        assert all(command.action != "follow" for command in app.screen.offered())
