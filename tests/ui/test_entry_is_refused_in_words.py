"""What cannot be saved is said in words, all at once, and every typed word stays."""

from pathlib import Path

import pytest
from textual.widgets import Static

from sgtui.ui.dialogs.not_yet import NotYetDialog
from sgtui.ui.dialogs.reading import ReadingDialog
from sgtui.ui.screens.case import CaseScreen
from sgtui.ui.screens.entry import EntryScreen
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.case_fixture import DUTY_DESK, CaseHome, at, case_home, settled
from tests.ui.desk_fixture import RUTH, SAM


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """A fresh concern about Ada Vale."""
    return case_home(tmp_path)


def form_of(screen: object) -> EntryScreen:
    """The screen, known to be a form."""
    assert isinstance(screen, EntryScreen)
    return screen


def status(screen: EntryScreen | CaseScreen) -> str:
    """What the status line says."""
    return screen.query_one(StatusLine).render().plain


async def test_every_empty_field_is_named_beside_itself_and_the_first_has_the_focus(
    home: CaseHome,
) -> None:
    app = home.app("entry", "internally_escalated")
    async with at(app) as pilot:
        await pilot.press("ctrl+s")
        form = form_of(app.screen)
        assert form.form is not None
        wanted = [a for a in form.form.answers if a.needed and a.name not in form.form.given]
        assert len(wanted) == 4
        assert all(answer.row.complaint for answer in wanted)
        assert form.focused is wanted[0].input
        assert "Not saved" in status(form)
        assert len(home.kinds()) == 3


async def test_a_complaint_goes_once_its_field_is_answered(home: CaseHome) -> None:
    app = home.app("entry", "internally_escalated")
    async with at(app) as pilot:
        await pilot.press("ctrl+s")
        form = form_of(app.screen)
        assert form.form is not None
        told, decides = (a for a in form.form.answers if a.name in ("told", "decision_owner"))
        assert told.row.complaint and decides.row.complaint
        told.put(str(SAM))
        await settled(pilot)
        assert not told.row.complaint
        assert decides.row.complaint


async def test_once_all_is_put_right_the_status_line_says_so_and_how_to_save(
    home: CaseHome,
) -> None:
    app = home.app("entry", "internally_escalated")
    async with at(app) as pilot:
        await pilot.press("ctrl+s")
        form = form_of(app.screen)
        assert form.form is not None
        wrong = [answer for answer in form.form.answers if answer.row.complaint]
        right = {"told": str(SAM), "decision_owner": str(SAM), "decision": "Refer"}
        for answer in wrong:
            assert "Problem: Not saved" in status(form)
            answer.put(right.get(answer.name, "Harm"))
            await settled(pilot)
        assert status(form) == " All that was wrong is put right. Ctrl+S saves it."


async def test_what_is_needed_is_counted_where_it_is_not_all_named(home: CaseHome) -> None:
    home.add("internally_escalated", told=SAM, decision_owner=SAM, decision="Refer", reason="Harm")
    app = home.app("entry", "threshold_decided")
    async with at(app):
        needed = form_of(app.screen).query_one("#needed", Static).render()
        assert " more" in str(needed)


async def test_being_told_is_no_decision_and_the_sentence_stands_at_the_field(
    home: CaseHome,
) -> None:
    known = {"told": SAM, "decision_owner": SAM, "decision": "aware", "reason": "Told"}
    app = home.app("entry", "internally_escalated", known)
    async with at(app) as pilot:
        await pilot.press("ctrl+s")
        await settled(pilot)
        form = form_of(app.screen)
        assert form.form is not None
        decision = next(a for a in form.form.answers if a.name == "decision")
        assert "Being told is no decision" in decision.row.complaint
        assert form.focused is decision.input
        assert decision.raw == "aware"


async def test_what_comes_first_opens_by_number_and_leads_back_with_every_word(
    home: CaseHome,
) -> None:
    home.decided()
    home.add("wishes_recorded", asked="yes", wishes="To feel safe")
    known = {"contact": DUTY_DESK, "method": "phone", "content": "Shouted at her"}
    app = home.app("entry", "referral_sent", known)
    async with at(app) as pilot:
        sending = form_of(app.screen)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert isinstance(app.screen, NotYetDialog)
        await pilot.press("1")
        await settled(pilot)
        first = form_of(app.screen)
        assert first.form is not None
        first.form.put(
            {
                "ground": "consent",
                "consent_asked": "yes",
                "shared_with": "Desk",
                "what": "The concern",
                "reason": "She agrees",
            }  # fmt: skip
        )
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert form_of(app.screen) is sending
        assert "Saved" in status(sending)
        assert sending.form is not None
        assert sending.form.raws()["content"] == "Shouted at her"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert isinstance(app.screen, CaseScreen)
        assert home.kinds()[-2:] == ["sharing_decided", "referral_sent"]


async def test_whoever_was_first_is_named_and_the_next_save_records_ours_too(
    home: CaseHome,
) -> None:
    app = home.app("entry", "observation_made", {"text": "Calm, reading"})
    async with at(app) as pilot:
        form = form_of(app.screen)
        home.add("observation_made", by=RUTH, text="Asleep")
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert isinstance(app.screen, ReadingDialog)
        await pilot.press("escape")
        assert "Ruth Amis recorded Observation first" in status(form)
        assert form.form is not None
        assert form.form.raws()["text"] == "Calm, reading"
        await pilot.press("ctrl+s")
        await settled(pilot)
        said = [e.payload.line(home.view().register) for e in home.view().case.entries[-2:]]
        assert ["Asleep" in said[0], "Calm, reading" in said[1]] == [True, True]


async def test_a_time_that_cannot_be_stays_beside_its_sentence(home: CaseHome) -> None:
    app = home.app("entry", "observation_made", {"text": "Calm"})
    async with at(app) as pilot:
        form = form_of(app.screen)
        assert form.form is not None
        form.form.put({"occurred_at": "+3h"})
        await pilot.press("ctrl+s")
        await settled(pilot)
        happened = form.form.answers[0]
        assert "future" in happened.row.complaint
        assert happened.raw == "+3h"
        assert len(home.kinds()) == 3


async def test_saving_twice_at_once_makes_one_entry(home: CaseHome) -> None:
    app = home.app("entry", "observation_made", {"text": "Calm"})
    async with at(app) as pilot:
        await pilot.press("ctrl+s", "ctrl+s", "ctrl+s")
        await settled(pilot)
        assert home.kinds().count("observation_made") == 1
