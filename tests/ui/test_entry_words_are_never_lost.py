"""What is typed in a form is kept as a draft, offered again, and dropped with the save."""

from pathlib import Path

import pytest

from sgtui.services import drafts
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.case_fixture import CaseHome, at, case_home, settled


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


def typed(screen: object, **raws: str) -> EntryScreen:
    """The form with these words in it."""
    assert isinstance(screen, EntryScreen)
    assert screen.form is not None
    screen.form.put(raws)
    return screen


async def test_escape_keeps_the_draft_and_the_case_offers_it(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app) as pilot:
        await pilot.press("n")
        await settled(pilot)
        typed(app.screen, text="She said [b]no[/b] twice")
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert "Draft kept" in app.screen.query_one(StatusLine).render().plain
        await pilot.press("d")
        await settled(pilot)
        again = app.screen
        assert isinstance(again, EntryScreen)
        assert again.form is not None
        assert again.form.raws()["text"] == "She said [b]no[/b] twice"


async def test_the_same_form_opened_anew_carries_on(home: CaseHome) -> None:
    for words in ("first words", ""):
        app = home.app("entry", "observation_made")
        async with at(app) as pilot:
            form = app.screen
            if words:
                typed(form, text=words)
            await pilot.press("escape")
            await settled(pilot)
    app = home.app("entry", "observation_made")
    async with at(app):
        form = app.screen
        assert isinstance(form, EntryScreen)
        assert form.form is not None
        assert form.form.raws()["text"] == "first words"


async def test_a_lost_line_keeps_it_at_once(home: CaseHome) -> None:
    app = home.app("entry", "observation_made")
    async with at(app):
        typed(app.screen, text="in the middle of a")
        app.lifeline.keep_all()
        (draft,) = drafts.mine(home.desk)
        assert draft.fields["answers"] == {"text": "in the middle of a", "worse": "no"}


async def test_a_save_drops_the_draft_and_nothing_brings_it_back(home: CaseHome) -> None:
    app = home.app("entry", "observation_made")
    async with at(app) as pilot:
        form = typed(app.screen, text="Calm")
        form._keeper.keep()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert home.kinds()[-1] == "observation_made"
        assert drafts.mine(home.desk) == ()


async def test_an_untouched_form_leaves_no_draft(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app) as pilot:
        await pilot.press("s")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert drafts.mine(home.desk) == ()


async def test_throwing_away_asks_first_and_then_drops_form_and_draft(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app) as pilot:
        await pilot.press("n")
        await settled(pilot)
        form = typed(app.screen, text="wrong case")
        form._keeper.keep()
        form.action_throw_away()
        await pilot.pause()
        await pilot.press("f9")
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert drafts.mine(home.desk) == ()
        assert "observation_made" not in home.kinds()
