"""A time to come and the numbers of entries are read back under the eye as they are typed."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from sgtui.domain.entries import AgencyContacted, ChallengeRaised, CoordinationValidated
from sgtui.ui.forms.entries_answer import EntriesField
from sgtui.ui.forms.form import EntryForm
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.widgets.choice_row import ChoiceRow
from sgtui.ui.widgets.time_field import TimeField
from tests.ui.case_fixture import CaseHome, at, case_home, settled
from tests.ui.desk_fixture import SAM

WIDTHS = [(80, 24), (120, 30)]


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A case that has been referred: eight entries."""
    made = case_home(tmp_path)
    made.referred()
    return made


def form_of(pilot: Pilot[Any]) -> EntryForm:
    """The form in front."""
    screen = pilot.app.screen
    assert isinstance(screen, EntryScreen)
    assert screen.form is not None
    return screen.form


def read_back(pilot: Pilot[Any], name: str) -> str:
    """What stands under or beside the field of that name."""
    echo = pilot.app.screen.query_one(f"#row-{name} .echo", Static)
    return str(echo.render())


@pytest.mark.parametrize("size", WIDTHS)
async def test_a_promise_is_read_back_with_how_long_it_is_till_then(
    home: CaseHome, size: tuple[int, int]
) -> None:
    app = home.app("entry", "agency_contacted")
    async with at(app, size) as pilot:
        field = app.screen.query_one("#row-promised_by TimeField", TimeField)
        app.screen.set_focus(field.input)
        await pilot.press(*"mon", "space", *"1000")
        await pilot.pause()
        assert read_back(pilot, "promised_by") == "= Mon 23 Nov 10:00, in 19 hours"
        assert field.query_one(".echo").size.width >= len("= Mon 23 Nov 10:00, in 19 hours")
        field.value = "yest 10:00"
        await pilot.pause()
        assert read_back(pilot, "promised_by").startswith("! That is past.")


async def test_a_promise_for_a_time_gone_by_fits_once_it_is_said_when_they_rang(
    home: CaseHome,
) -> None:
    app = home.app("entry", "agency_contacted")
    async with at(app) as pilot:
        form = form_of(pilot)
        form.put({"promised_by": "today 13:00"})
        await pilot.pause()
        assert read_back(pilot, "promised_by").startswith("! That is past.")
        form.put({"occurred_at": "-3h"})
        await pilot.pause()
        assert read_back(pilot, "promised_by") == "= today 13:00, 1 hour ago"


async def test_what_is_typed_is_what_is_recorded(home: CaseHome) -> None:
    desk = next(iter(home.view().register.contacts))
    app = home.app("entry", "agency_contacted", {"contact": desk})
    async with at(app) as pilot:
        answers = {
            "method": "phone", "result": "spoke", "spoke_to": "P Ames", "promised": "Ring back",
            "promised_by": "+2h",
        }  # fmt: skip
        form_of(pilot).put(answers)
        await pilot.press("ctrl+s")
        await settled(pilot)
    said = home.view().case.last(AgencyContacted)
    assert said is not None
    assert said.what.promised_by == home.home.now + timedelta(hours=2)


@pytest.mark.parametrize("size", WIDTHS)
async def test_numbers_are_read_back_in_words_and_fit(
    home: CaseHome, size: tuple[int, int]
) -> None:
    app = home.app("entry", "coordination_validated")
    async with at(app, size) as pilot:
        row = "occurred_shown_by"
        field = app.screen.query_one(f"#row-{row} EntriesField", EntriesField)
        assert read_back(pilot, row) == ""
        app.screen.set_focus(field.line)
        await pilot.pause()
        assert read_back(pilot, row).startswith("Newest: 8 Referral sent today 14:32; 7 Wishes")
        await pilot.press(*"2,4-5")
        await settled(pilot)
        assert read_back(pilot, row) == (
            "= 3 entries: 2 Statement today 14:32; 4 Told and decided today 14:32;"
            " 5 Threshold decided today 14:32"
        )
        assert field.region.right <= size[0]
        assert field.query_one(".echo").region.bottom <= app.screen.region.bottom
        await pilot.press(*",12")
        await pilot.pause()
        assert read_back(pilot, row) == "! There is no entry 12; there are 1 to 8."


async def test_the_entries_are_recorded_by_their_ids(home: CaseHome) -> None:
    app = home.app("entry", "coordination_validated")
    async with at(app) as pilot:
        form = form_of(pilot)
        form.put({"occurred_shown_by": "1", "roles_shown_by": "2-3", "actions_shown_by": "4"})
        yes = {"occurred": "yes", "roles_defined": "yes", "actions_aligned": "yes"}
        form.put({**yes, "comment": "Shown"})
        payload = form.make().payload
    entries = home.view().case.entries
    assert isinstance(payload, CoordinationValidated)
    assert payload.roles_shown_by == (entries[1].id, entries[2].id)


async def test_known_entries_are_filled_in_as_numbers(home: CaseHome) -> None:
    entries = home.view().case.entries
    known = {"evidence": [entry.id for entry in entries[1:4]], "ours": SAM}
    app = home.app("entry", "challenge_raised", known)
    async with at(app) as pilot:
        form = form_of(pilot)
        assert form.raws()["evidence"] == "2-4"
        assert {"evidence", "ours"} <= form.given
        filled = {
            "ground": "threshold", "stage": "L9", "theirs": "Owen Tarrant", "method": "phone",
            "wanted": "An enquiry", "contact": str(next(iter(home.view().register.contacts))),
        }  # fmt: skip
        form.put(filled)
        payload = form.make().payload
    assert isinstance(payload, ChallengeRaised)
    assert payload.evidence == tuple(entry.id for entry in entries[1:4])


async def test_an_agency_is_picked_by_letters(home: CaseHome) -> None:
    app = home.app("entry", "agency_involved")
    async with at(app) as pilot:
        answer = next(one for one in form_of(pilot).answers if one.name == "agency")
        app.screen.set_focus(answer.input)
        await pilot.press(*"prim", "tab")
        assert answer.value == "gp_primary_care"


async def test_what_an_action_is_called_stands_in_its_list(home: CaseHome) -> None:
    home.add("action_agreed", what="Change the lock", owner=SAM)
    home.add("action_agreed", what="Ring the GP", owner=SAM)
    app = home.app("entry", "action_done")
    async with at(app) as pilot:
        answer = next(one for one in form_of(pilot).answers if one.name == "action")
        row = answer.input
        assert isinstance(row, ChoiceRow)
        assert [choice.words for choice in row.choices] == [
            "Ring the GP, today 14:32 (entry 10)",
            "Change the lock, today 14:32 (entry 9)",
        ]
