"""An opened case says who, where it stands, what is owed next and all that was recorded."""

from datetime import timedelta
from pathlib import Path

import pytest

from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.widgets.chronology_view import ChronologyView
from sgtui.ui.widgets.key_bar import KeyBar
from sgtui.ui.widgets.row_list import Piece
from sgtui.ui.widgets.sheet import Sheet
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.desk_fixture import RUTH, SAM


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


def case_of(screen: object) -> CaseScreen:
    """The screen, known to be a case."""
    assert isinstance(screen, CaseScreen)
    return screen


def listed(screen: CaseScreen) -> str:
    """The chronology as plain words, wherever its lines were broken."""
    rows = screen.query_one(ChronologyView).rows
    pieces = [piece.text for row in rows for line in row.lines for piece in (*line, Piece(" "))]
    return " ".join("".join(pieces).split())


async def test_the_header_says_who_where_whose_and_what_next(home: CaseHome) -> None:
    home.referred()
    home.home.now += timedelta(hours=27)
    app = home.app("case")
    async with at(app):
        head = case_of(app.screen).query_one("#header", Sheet).text
        for words in ("Ada Vale, Rm 12", "REFERRED, receipt not confirmed", "Owner Sam Lead",
                      "Safe now? Yes", "!! LATE", "Why (W)"):  # fmt: skip
            assert words in head


async def test_once_decided_the_header_says_that_the_referral_is_to_be_sent(home: CaseHome) -> None:
    home.decided()
    app = home.app("case")
    async with at(app):
        head = case_of(app.screen).query_one("#header", Sheet).text
        assert "THRESHOLD DECIDED, referral to send" in head


async def test_the_ladder_says_done_late_now_and_next(home: CaseHome) -> None:
    home.referred()
    home.home.now += timedelta(hours=27)
    app = home.app("case")
    async with at(app, (120, 36)):
        ladder = case_of(app.screen).query_one("#ladder", Sheet).text.splitlines()
        words = {line[5:9].strip(): line[:5].strip() for line in ladder}
        assert (words["L6"], words["L7"], words["L10"]) == ("done", "LATE", "next")


async def test_a_deadline_that_passed_stands_in_the_chronology(home: CaseHome) -> None:
    home.home.now += timedelta(hours=2)
    app = home.app("case")
    async with at(app):
        assert "!! Became late: Tell the lead (L4)" in listed(case_of(app.screen))


async def test_an_amendment_stands_beside_what_it_puts_right(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app, (120, 36)) as pilot:
        case = case_of(app.screen)
        wanted = str(home.entry_id("statement_taken"))
        assert case.query_one(ChronologyView).stand_on(wanted)
        await pilot.press("m")
        await settled(pilot)
        form = app.screen
        assert isinstance(form, EntryScreen)
        assert form.form is not None
        form.form.put({"text": "She cried.", "amended_because": "The rest was hearsay"})
        await pilot.press("ctrl+s")
        await settled(pilot)
        text = listed(case_of(app.screen))
        assert "he shouts at her" in text
        assert "She cried." in text
        assert "NOW:" in text


async def test_a_struck_entry_stays_readable_with_both_names(home: CaseHome) -> None:
    home.add("observation_made", text="Fell in the garden")
    home.add("entered_in_error", entry=home.entry_id("observation_made"), second_person=RUTH,
             reason="Another resident")  # fmt: skip
    app = home.app("case")
    async with at(app, (120, 36)):
        text = listed(case_of(app.screen))
        assert "STRUCK Observation" in text
        assert "Fell in the garden" in text
        assert "by Joy Okafor and Ruth Amis" in text.replace("| ", "")


async def test_what_another_records_appears_and_the_cursor_keeps_its_entry(
    home: CaseHome,
) -> None:
    app = home.app("case")
    async with at(app) as pilot:
        case = case_of(app.screen)
        await pilot.press("down")
        stood_on = case.query_one(ChronologyView).key
        home.add("observation_made", by=SAM, text="Asleep in her chair")
        case.look()
        await settled(pilot)
        assert "Asleep in her chair" in listed(case)
        assert case.query_one(ChronologyView).key == stood_on


async def test_safeguards_and_duties_are_listed_as_open(home: CaseHome) -> None:
    home.add("safeguard_started", measure="Door sensor on", proportionate="Least", owner=SAM)
    app = home.app("case")
    async with at(app, (120, 36)):
        text = case_of(app.screen).query_one("#open", Sheet).text
        assert "SAFEGUARD    Door sensor on (Sam Lead)" in text
        assert "Tell the lead" in text


async def test_the_next_step_leads_the_key_bar(home: CaseHome) -> None:
    app = home.app("case")
    async with at(app):
        hints = case_of(app.screen).query_one(KeyBar).render().plain
        assert hints.index("F1 Help") < hints.index("F4 Next step") < hints.index("A Add")


async def test_text_that_would_act_on_a_terminal_is_shown_as_text(home: CaseHome) -> None:
    home.add("observation_made", text="[red]no[/] \u202eevil\u202c [/nope]")
    app = home.app("case")
    async with at(app, (120, 36)):
        assert "[red]no[/] evil [/nope]" in listed(case_of(app.screen))


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (200, 60), (20, 5)])
async def test_no_size_ends_it(home: CaseHome, size: tuple[int, int]) -> None:
    home.referred()
    for name in ("case", "next_step", "ladder"):
        app = home.app(name)
        async with at(app, size) as pilot:
            await pilot.press("pagedown", "space")
            assert app.return_code is None


async def test_time_without_protection_is_a_red_line_with_its_hours(home: CaseHome) -> None:
    home.referred()
    home.home.now += timedelta(hours=12)
    app = home.app("case")
    async with at(app):
        first = case_of(app.screen).query_one("#open", Sheet).rows[0].lines[0]
        assert (first[0].text.strip(), first[0].tone) == ("!! GAP 12.0 h", "late")
        assert "Not protected since yesterday 14:32" in first[1].text
