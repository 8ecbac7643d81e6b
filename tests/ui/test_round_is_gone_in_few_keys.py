"""The manager's round: each look is opened with its facts and answered in a few keys (R89)."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from sgtui.services.concern import ConcernNotice, record_concern
from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.screens.look import LookScreen
from sgtui.ui.screens.round import NOTHING, RoundScreen
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.case_fixture import CaseHome, at, case_home
from tests.ui.desk_fixture import ADA, JOY, RUTH, SAM
from tests.ui.round_desk import Hand, decided_alone, facts, listed, round_app

MOST_TO_COUNTERSIGN = 4
MOST_TO_LOOK = 8
"""Keys beside what is told in words."""


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """One fresh concern."""
    return case_home(tmp_path)


def at_high_risk(home: CaseHome) -> None:
    """The case has been of high risk for eight days, and nobody looked."""
    home.add("internally_escalated", told=SAM, decision_owner=SAM, decision="Two staff for care",
             reason="She is afraid", risk="high")  # fmt: skip
    home.home.now += timedelta(days=8)


async def test_a_decision_is_countersigned_in_three_keys(home: CaseHome) -> None:
    decided_alone(home)
    app = round_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        assert "Countersign" in listed(app)
        await hand.press("enter")
        assert isinstance(app.screen, LookScreen)
        assert "All three parts, one unsure" in facts(app)
        await hand.press("1", "ctrl+s")
        assert isinstance(app.screen, RoundScreen)
        assert hand.pressed <= MOST_TO_COUNTERSIGN
    assert home.kinds()[-1] == "countersigned"
    assert home.view().case.entries[-1].recorded_by == RUTH


async def test_not_agreeing_says_why(home: CaseHome) -> None:
    decided_alone(home)
    app = round_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        await hand.press("enter", "2", "ctrl+s")
        assert isinstance(app.screen, LookScreen)
        assert "say why" in app.screen.query_one(StatusLine).message.plain
        assert app.screen.form is not None
        app.screen.form.put({"comment": "She could not say what happened"})
        await hand.press("ctrl+s")
    assert home.kinds()[-1] == "countersigned"


async def test_the_weekly_look_takes_eight_keys_beside_what_is_told(home: CaseHome) -> None:
    at_high_risk(home)
    app = round_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        assert "LATE" in listed(app)
        await hand.press("enter")
        assert "No safeguard is in force" in facts(app)
        await hand.press("1", "tab", "1", "tab")
        await hand.type("Read with Sam.")
        await hand.press("ctrl+s")
        assert hand.pressed <= MOST_TO_LOOK
    assert home.kinds()[-1] == "oversight_held"


async def test_saving_one_opens_the_next(home: CaseHome) -> None:
    decided_alone(home)
    other = another_case(home)
    decided_alone(other)
    app = round_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        await hand.press("enter")
        first = app.screen
        assert isinstance(first, LookScreen)
        await hand.press("1", "ctrl+s")
        assert isinstance(app.screen, LookScreen)
        assert app.screen is not first
        said = app.screen.query_one(StatusLine).message.plain
        assert said.startswith("Saved SG-")
        assert said.endswith(". This is the next one.")
        await hand.press("1", "ctrl+s")
        assert isinstance(app.screen, RoundScreen)
        assert "Countersign" not in listed(app)
    assert home.kinds()[-1] == other.kinds()[-1] == "countersigned"


def another_case(home: CaseHome, **said: str) -> CaseHome:
    """A second concern about Ada."""
    case_id = uuid4()
    notice = {
        "person": ADA, "category": "emotional", "happened_at": home.home.now,
        "place": "bedroom", "text": "She said he shouts.", "safety": "safe", **said,
    }  # fmt: skip
    record_concern(home.desk, ConcernNotice.model_validate(notice), case_id=case_id)
    return CaseHome(home.home, case_id)


def asked_to_close(home: CaseHome) -> CaseHome:
    """A low-level concern that Sam has asked to close."""
    low = another_case(home, level="low_level")
    low.add("sharing_decided", ground="consent", consent_asked="yes", shared_with="Nobody",
            what="Nothing", reason="Not needed")  # fmt: skip
    low.add("wishes_recorded", asked="yes", wishes="To be asked first")
    low.add("review_held", by=SAM, outcome="close", found="He was tired", attended="Sam Lead")
    low.add(
        "closure_requested", by=SAM, reason="Settled with her", outcome="Settled",
        person_view="Content", wishes_met="fully", feedback_given="Joy", agencies_told="Nobody",
        others_at_risk="Nobody else", sar_considered="yes", alleged_action="Talked to",
        support="Offered", raise_again="She knows whom to tell", lessons="Ask first",
    )  # fmt: skip
    return low


async def test_a_closing_is_read_before_one_of_two_answers_is_chosen(home: CaseHome) -> None:
    low = asked_to_close(home)
    app = round_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        assert "Settled with her" in facts(app)
        await hand.press("enter")
        assert isinstance(app.screen, NumberedDialog)
        await hand.press("2", "enter")
        assert isinstance(app.screen, LookScreen)
        assert "Settled with her" in facts(app)
        await hand.type("His sister has not been told.")
        await hand.press("ctrl+s")
    assert low.kinds()[-1] == "closure_refused"


async def test_saving_goes_no_further_than_the_facts_of_a_closing(home: CaseHome) -> None:
    decided_alone(home)
    asked_to_close(home)
    app = round_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        await hand.press("home", "enter")
        if isinstance(app.screen, NumberedDialog):
            await hand.press("escape", "down", "enter")
        await hand.press("1", "ctrl+s")
        assert isinstance(app.screen, RoundScreen)


async def test_escape_keeps_what_was_typed_and_goes_on_with_it_later(home: CaseHome) -> None:
    at_high_risk(home)
    app = round_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        await hand.press("enter", "1", "tab", "1", "tab")
        await hand.type("Half a thought")
        await hand.press("escape")
        assert isinstance(app.screen, RoundScreen)
        await hand.press("enter")
        assert isinstance(app.screen, LookScreen)
        assert app.screen.form is not None
        assert app.screen.form.raws()["found"] == "Half a thought"


async def test_where_nothing_waits_it_says_so(home: CaseHome) -> None:
    app = round_app(home)
    async with at(app):
        assert app.screen.query_one("#items", RowList).empty == NOTHING
        assert listed(app) == ""


async def test_the_leader_is_not_asked_to_decide(home: CaseHome) -> None:
    decided_alone(home)
    app = round_app(home, JOY)
    async with at(app):
        assert listed(app) == ""


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (20, 5)])
async def test_no_size_ends_it(home: CaseHome, size: tuple[int, int]) -> None:
    decided_alone(home)
    app = round_app(home)
    async with at(app, size) as pilot:
        hand = Hand(pilot)
        await hand.press("space", "enter", "pagedown", "escape", "escape")
        assert app.return_code is None
