"""From the line of a person's body maps each thing to do is one key away."""

from pathlib import Path

import pytest

from sgtui.domain.entries.body import PromptKind
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.body_map.maps import BodyMapsScreen
from sgtui.ui.screens.body_map.record import BodyMapScreen
from sgtui.ui.screens.body_map.timeline import Timeline
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.widgets.chronology_view import ChronologyView
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.body_maps_home import (
    another_case,
    fresh_home,
    mapped,
    mapped_on,
    shown,
    three_maps,
    told,
)
from tests.ui.case_fixture import CaseHome, settled
from tests.ui.desk_fixture import RUTH, SAM


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return fresh_home(tmp_path)


async def test_enter_reads_the_whole_map_with_what_is_not_recorded(home: CaseHome) -> None:
    three_maps(home)
    async with shown(home, "body_maps") as (app, pilot):
        await pilot.press("enter")
        dialog = app.screen
        assert isinstance(dialog, ReadingDialog)
        for words in ("1. Bruise, person's left forearm (F17L), 20 x 10 mm, yellow.",
                      "2. Redness or mark", "Not recorded: size, colour", "Consent: not recorded",
                      "PROMPT, not answered yet: Unusual site", "+ New: mark 2"):  # fmt: skip
            assert words in dialog._text


async def test_p_answers_the_prompt_and_then_it_is_asked_no_more(home: CaseHome) -> None:
    entry = mapped(home, "redness, B21L")
    async with shown(home, "body_maps") as (app, pilot):
        maps = app.screen
        assert isinstance(maps, BodyMapsScreen)
        assert "! PROMPT" in maps.query_one("#facts", Sheet).text
        await pilot.press("p")
        await settled(pilot)
        form = app.screen
        assert isinstance(form, EntryScreen)
        assert form.form is not None
        assert form.form.raws()["body_map"] == str(entry)
        assert form.form.raws()["prompt"] == PromptKind.UNUSUAL_SITE.value
        form.form.put({"answer": "heeded", "told": str(SAM)})
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert app.screen is maps
        assert "PROMPT" not in maps.query_one("#facts", Sheet).text
        assert not any("PROMPT" in row for row in told(maps.query_one(Timeline)))


async def test_m_amends_a_map_of_this_case_and_of_no_other(home: CaseHome) -> None:
    mapped_on(home, another_case(home), ["bruise, F17L"], hours_ago=1)
    mapped(home, "bruise, F17L")
    async with shown(home, "body_maps") as (app, pilot):
        await pilot.press("end", "m")
        assert isinstance(app.screen, BodyMapsScreen)
        await pilot.press("home", "m")
        await settled(pilot)
        assert isinstance(app.screen, EntryScreen)


async def test_f5_draws_a_new_map_while_the_case_is_open(home: CaseHome) -> None:
    mapped(home, "bruise, F17L")
    async with shown(home, "body_maps") as (app, pilot):
        await pilot.press("f5")
        assert isinstance(app.screen, BodyMapScreen)


async def test_from_the_case_f5_opens_the_person_s_maps(home: CaseHome) -> None:
    mapped_on(home, another_case(home), ["bruise, F17L"])
    async with shown(home, "case") as (app, pilot):
        await pilot.press("f5")
        await settled(pilot)
        assert isinstance(app.screen, BodyMapsScreen)


async def test_from_the_case_f5_draws_the_first_map_of_a_person(home: CaseHome) -> None:
    async with shown(home, "case") as (app, pilot):
        await pilot.press("f5")
        await settled(pilot)
        assert isinstance(app.screen, BodyMapScreen)


async def test_from_a_case_that_is_not_open_f5_draws_nothing(home: CaseHome) -> None:
    opening = home.view().case.entries[0].id
    home.add("entered_in_error", entry=opening, second_person=RUTH, reason="Another person")
    async with shown(home, "case") as (app, pilot):
        await pilot.press("f5")
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert "No body map of this person" in str(app.screen.query_one(StatusLine).render())


async def test_enter_on_a_map_in_the_chronology_stands_on_it_among_the_others(
    home: CaseHome,
) -> None:
    _, middle, _ = three_maps(home)
    async with shown(home, "case") as (app, pilot):
        app.screen.query_one(ChronologyView).stand_on(str(middle))
        await pilot.press("enter")
        await settled(pilot)
        maps = app.screen
        assert isinstance(maps, BodyMapsScreen)
        assert maps.spot is not None
        assert maps.spot.mapped.entry.id == middle


async def test_an_unanswered_prompt_is_listed_as_open_on_the_case(home: CaseHome) -> None:
    mapped(home, "redness, B21L")
    async with shown(home, "case") as (app, _):
        assert isinstance(app.screen, CaseScreen)
        text = app.screen.query_one("#open", Sheet).text
        assert "!  PROMPT       Unusual site: person's left underarm (mark 1)" in text
        assert "A answers" in text


async def test_e_strikes_the_map_stood_on_and_no_map_of_another_case(home: CaseHome) -> None:
    mapped_on(home, another_case(home), ("bruise, F17L",), hours_ago=24)
    entry = mapped(home, "bruise, F17L")
    async with shown(home, "body_maps") as (app, pilot):
        await pilot.press("end", "e")
        await settled(pilot)
        assert isinstance(app.screen, BodyMapsScreen)
        await pilot.press("home", "e")
        await settled(pilot)
        form = app.screen
        assert isinstance(form, EntryScreen)
        assert form.form is not None
        assert form.form.raws()["entry"] == str(entry)
