"""A shift is handed over and taken over by keys alone, in few of them, and no word is lost."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from sgtui.domain.entries import HandoverAccepted, HandoverSigned
from sgtui.services.handover import read_handover, sign
from sgtui.ui.app import SgtuiApp
from sgtui.ui.loaded import Loaded, MakeScreen
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.screens.handover import HandoverScreen
from sgtui.ui.screens.next_step import NextStepScreen
from sgtui.ui.screens.queue import QueueScreen
from sgtui.ui.session import EXPLANATIONS
from sgtui.ui.widgets.key_bar import KeyBar
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.status_line import StatusLine
from sgtui.ui.widgets.story import Story
from sgtui.ui.widgets.title_line import TitleFacts
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.desk_fixture import JOY, SAM


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A whole concern about Ada Vale, recorded five hours ago, of which nobody told the lead."""
    made = case_home(tmp_path)
    made.home.now += timedelta(hours=5)
    return made


def app_of(home: CaseHome, who: UUID = JOY, first: str = "handover") -> SgtuiApp:
    """The desk of somebody, opened on the handover or on the queue."""
    desk = home.of(who)
    screens: dict[str, MakeScreen] = {
        "queue": partial(QueueScreen, desk),
        "handover": partial(HandoverScreen, desk),
        "case": partial(CaseScreen, desk),
        "next_step": partial(NextStepScreen, desk),
        "entry": partial(EntryScreen, desk),
    }
    facts = TitleFacts("Rosewood House", "Sun 22 Nov 19:32", "J Okafor", "live")
    loaded = Loaded(screens[first], screens, explanations=EXPLANATIONS, facts=facts)
    return SgtuiApp(lambda: loaded)


def state(app: SgtuiApp) -> str:
    return app.screen.query_one("#state", Sheet).text


def lines(app: SgtuiApp) -> str:
    """Every line of the list."""
    rows = app.screen.query_one("#lines", RowList).rows
    return "\n".join("".join(piece.text for piece in line) for row in rows for line in row.lines)


def status(app: SgtuiApp) -> str:
    return app.screen.query_one(StatusLine).render().plain


def said(home: CaseHome, kind: type) -> list[Any]:
    """What the register's entries of a kind say."""
    with home.desk.store.reading() as unit:
        entries = unit.register_entries()
    return [entry.payload for entry in entries if isinstance(entry.payload, kind)]


async def test_whoever_goes_signs_with_three_keys_beside_the_words(home: CaseHome) -> None:
    app = app_of(home)
    async with at(app) as pilot:
        assert "Hand over to the night shift: by 20:00 (DUE 28m)." in state(app)
        assert "THE SHEET  1 live case" in lines(app)
        await pilot.press("tab")
        app.screen.query_one(Story).text = "Ada eats with staff near."
        await pilot.press("f9")
        await settled(pilot)
        assert said(home, HandoverSigned) == []
        await pilot.press("f9")
        await settled(pilot)
        [signed] = said(home, HandoverSigned)
        assert signed.notes == "Ada eats with staff near."
        assert status(app).startswith(" Saved: Signed over.")
        assert "To be taken over by" in state(app)
        assert app.screen.query_one(Story).text == ""


async def test_once_signed_letters_are_keys_again_and_no_words(home: CaseHome) -> None:
    app = app_of(home)
    async with at(app) as pilot:
        await pilot.press("tab")
        app.screen.query_one(Story).text = "none"
        await pilot.press("f9", "f9")
        await settled(pilot)
        await pilot.press("p")
        assert app.screen.query_one(Story).text == ""
        assert isinstance(app.focused, RowList)


async def test_the_key_bar_names_no_letter_where_words_are_typed(home: CaseHome) -> None:
    sign(home.desk, "none")
    app = app_of(home, SAM)
    async with at(app) as pilot:
        bar = app.screen.query_one(KeyBar)
        assert "Space" in [hint.key for hint in bar.hints]
        await pilot.press("tab")
        assert "Space" not in [hint.key for hint in bar.hints]
        await pilot.press("tab")
        assert "Space" in [hint.key for hint in bar.hints]


async def test_without_words_for_the_next_shift_the_cursor_goes_to_them(home: CaseHome) -> None:
    app = app_of(home)
    async with at(app) as pilot:
        await pilot.press("f9")
        await settled(pilot)
        assert isinstance(app.screen, HandoverScreen)
        assert isinstance(app.focused, Story)
        assert "what the next shift must know; or: none." in status(app)
        assert said(home, HandoverSigned) == []


async def test_what_is_unrecorded_is_stood_on_and_enter_opens_it(tmp_path: Path) -> None:
    home = case_home(tmp_path, emergency=True)
    app = app_of(home)
    async with at(app) as pilot:
        assert "FIRST RECORD THESE" in lines(app)
        await pilot.press("f9")
        await settled(pilot)
        assert "First record SG-" in status(app)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, NextStepScreen)
        assert app.screen.step is not None
        assert app.screen.step.clock.duty in read_handover(home.desk).terms.first


async def test_whoever_comes_takes_each_late_duty_over_and_signs(home: CaseHome) -> None:
    sign(home.desk, "Quiet.")
    late = [one.key for one in read_handover(home.of(SAM)).late]
    assert late
    app = app_of(home, SAM)
    async with at(app) as pilot:
        assert "Take over from Joy Okafor" in state(app)
        assert f"0 of {len(late)} late duties taken over by name" in state(app)
        assert "JOY OKAFOR TELLS YOU\nQuiet." in lines(app)
        await pilot.press("f9")
        await settled(pilot)
        assert "Take it over by name first" in status(app)
        await pilot.press("home", "space", *(["space"] * len(late)))
        await settled(pilot)
        assert f"{len(late)} of {len(late)}" in state(app)
        assert "F9 takes the shift over." in state(app)
        assert "first" not in status(app)
        await pilot.press("f9", "f9")
        await settled(pilot)
        [taken] = said(home, HandoverAccepted)
        assert set(taken.accepted) == set(late)
        assert status(app).startswith(" Saved: The shift is yours now.")


async def test_a_digit_takes_its_line_and_the_same_again_gives_it_back(home: CaseHome) -> None:
    sign(home.desk, "none")
    app = app_of(home, SAM)
    async with at(app) as pilot:
        await pilot.press("1")
        assert "[x] 1 " in lines(app)
        await pilot.press("1")
        assert "[x]" not in lines(app)
        await pilot.press("9")
        assert "[x]" not in lines(app)


async def test_digits_and_space_are_letters_where_words_are_typed(home: CaseHome) -> None:
    sign(home.desk, "none")
    app = app_of(home, SAM)
    async with at(app) as pilot:
        await pilot.press("tab", "1", "space", "2")
        assert app.screen.query_one(Story).text == "1 2"
        assert "[x]" not in lines(app)


async def test_escape_keeps_words_and_marks_and_they_are_there_again(home: CaseHome) -> None:
    sign(home.desk, "none")
    for words in ("Who rings?", ""):
        app = app_of(home, SAM, "queue")
        async with at(app) as pilot:
            await pilot.press("f7")
            await settled(pilot)
            if words:
                await pilot.press("1")
                app.screen.query_one(Story).text = words
            assert app.screen.query_one(Story).text == "Who rings?"
            assert "[x] 1 " in lines(app)
            await pilot.press("tab", "escape")
            await settled(pilot)
            assert isinstance(app.screen, QueueScreen)


async def test_words_for_one_handover_are_not_those_of_the_next(home: CaseHome) -> None:
    app = app_of(home, SAM)
    async with at(app) as pilot:
        app.screen.query_one(Story).text = "My own words"
        await settled(pilot)
        sign(home.desk, "From Joy")
        screen = app.screen
        assert isinstance(screen, HandoverScreen)
        screen.keeper.keep()
        screen.look()
        await settled(pilot)
        assert "Take over from Joy Okafor" in state(app)
        assert screen.query_one(Story).text == ""


async def test_the_queue_leads_to_it_from_the_homes_own_line(home: CaseHome) -> None:
    sign(home.desk, "none")
    app = app_of(home, SAM, "queue")
    async with at(app) as pilot:
        rows = app.screen.query_one("#duties", RowList)
        mine = next(row.key for row in rows.rows if row.key.startswith("home."))
        assert rows.stand_on(mine)
        await pilot.pause()
        assert "Enter opens it." in app.screen.query_one("#detail", Sheet).text
        await pilot.press("l")
        await settled(pilot)
        assert isinstance(app.screen, QueueScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, HandoverScreen)


async def test_enter_on_a_part_of_the_sheet_opens_its_case(home: CaseHome) -> None:
    app = app_of(home)
    async with at(app) as pilot:
        rows = app.screen.query_one("#lines", RowList)
        assert rows.stand_on(f"case.{home.view().case.reference}.B")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)


async def test_the_sheet_on_the_screen_has_initials_and_no_name(home: CaseHome) -> None:
    app = app_of(home)
    async with at(app):
        assert "AV Rm 12" in lines(app)
        assert "Ada Vale" not in lines(app)


async def test_nothing_is_printed_where_nothing_can_be(home: CaseHome) -> None:
    app = app_of(home)
    async with at(app) as pilot:
        await pilot.press("p")
        await settled(pilot)
        assert isinstance(app.screen, HandoverScreen)
        assert "Print" not in [c.hint for c in app.screen.offered()]
