"""Learning by keys: set, done, verified or dropped, and set from what a review says was learnt."""

from datetime import timedelta
from pathlib import Path

import pytest

from sgtui.domain.learning import LearningState
from sgtui.services.learning import read_learning, say_of_learning
from sgtui.ui.app import SgtuiApp
from sgtui.ui.dialogs.numbered import NumberedDialog
from sgtui.ui.screens.learning import NEEDS_DECIDER, LearningScreen
from sgtui.ui.screens.learning_forms import LearningFormScreen
from sgtui.ui.widgets.sheet import Sheet
from sgtui.ui.widgets.status_line import StatusLine
from tests.services.some_learning import LEARNT_SO, an_hour
from tests.ui.case_fixture import DUTY_DESK, CaseHome, at, case_home
from tests.ui.desk_fixture import JOY, RUTH, SAM
from tests.ui.round_desk import Hand, desk_of, listed, round_app


@pytest.fixture
def home(tmp_path: Path) -> CaseHome:
    """One fresh concern."""
    return case_home(tmp_path)


def learning_app(home: CaseHome, who: object = RUTH) -> SgtuiApp:
    """The app, opened on learning."""
    assert who in (JOY, RUTH, SAM)
    return round_app(home, RUTH if who is RUTH else JOY if who is JOY else SAM, "learning")


def form_of(app: SgtuiApp) -> LearningFormScreen:
    """The form, which must be in front."""
    assert isinstance(app.screen, LearningFormScreen)
    return app.screen


def states(home: CaseHome) -> list[LearningState]:
    """How far each has come."""
    return [one.state for one in read_learning(desk_of(home)).there]


def reviewed(home: CaseHome) -> None:
    """A challenge that was ended and looked back on."""
    home.referred()
    sent = home.entry_id("referral_sent")
    home.add("referral_acknowledged", referral=sent, acknowledged_by="P Ames",
             acknowledged_at=home.home.now)  # fmt: skip
    home.add("referral_decided", referral=sent, decision="not_progressed", decided_by="P Ames",
             reasons="Care quality", decided_at=home.home.now)  # fmt: skip
    home.add("challenge_raised", by=SAM, ground="threshold", referral=sent, stage="L9", ours=SAM,
             contact=DUTY_DESK, theirs="P Ames, social worker", method="phone",
             raised_at=home.home.now, wanted="An enquiry by tomorrow")  # fmt: skip
    raised = home.entry_id("challenge_raised")
    home.add("challenge_concluded", by=SAM, challenge=raised, outcome="withdrawn", first_person=SAM,
             second_person=RUTH, result="They look at it again")  # fmt: skip
    home.add("after_action_reviewed", by=RUTH, about=home.entry_id("challenge_concluded"),
             delays="Two days", gaps="None", thresholds="They saw care quality",
             learnt=LEARNT_SO, attended="Ruth Amis, Sam Lead")  # fmt: skip


async def test_n_sets_something_new(home: CaseHome) -> None:
    app = learning_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        await hand.press("n")
        form = form_of(app).form
        assert form is not None
        form.put({"sort": "training", "what": "An hour on challenge", "owner": str(SAM),
                  "due_at": "+14d", "because": "Two went too high"})  # fmt: skip
        await hand.press("ctrl+s")
        assert isinstance(app.screen, LearningScreen)
        assert "An hour on challenge" in listed(app, "#learning")
    assert states(home) == [LearningState.OPEN]


async def test_enter_says_that_it_is_done_and_another_verifies_it(home: CaseHome) -> None:
    say_of_learning(desk_of(home), an_hour(home.home.now, SAM))
    app = learning_app(home, SAM)
    async with at(app) as pilot:
        hand = Hand(pilot)
        await hand.press("enter")
        assert isinstance(app.screen, NumberedDialog)
        await hand.press("1", "enter")
        form = form_of(app).form
        assert form is not None
        form.put({"how": "Joy took part"})
        await hand.press("ctrl+s")
        assert "to verify" in listed(app, "#learning")
        await hand.press("enter")
        theirs = form_of(app).form
        assert theirs is not None
        theirs.put({"shown_by": "Asked Joy"})
        await hand.press("ctrl+s")
        assert "Another person verifies it" in app.screen.query_one(StatusLine).message.plain
    app = learning_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        await hand.press("enter")
        form = form_of(app).form
        assert form is not None
        form.put({"shown_by": "Asked Joy"})
        await hand.press("ctrl+s")
        assert "verified" in listed(app, "#learning")
    assert states(home) == [LearningState.VERIFIED]


async def test_a_lesson_that_led_to_nothing_becomes_something_to_be_learnt(home: CaseHome) -> None:
    reviewed(home)
    app = learning_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        assert "LEARNT, AND NOTHING SET YET" in listed(app, "#learning")
        await hand.press("enter")
        form = form_of(app).form
        assert form is not None
        raws = form.raws()
        assert (raws["because"], raws["reference"]) == (LEARNT_SO, home.view().case.reference)
        form.put({"sort": "policy", "what": "Words first", "owner": str(SAM), "due_at": "+7d"})
        await hand.press("ctrl+s")
        assert "NOTHING SET YET" not in listed(app, "#learning")
    (one,) = read_learning(desk_of(home)).there
    assert one.said.comes_from == home.entry_id("after_action_reviewed")


async def test_what_is_late_stands_first_and_says_so(home: CaseHome) -> None:
    desk = desk_of(home)
    say_of_learning(desk, an_hour(home.home.now, SAM))
    later = an_hour(home.home.now, SAM).model_copy(
        update={"what": "Due much later", "due_at": home.home.now + timedelta(days=90)}
    )
    say_of_learning(desk, later)
    home.home.now += timedelta(days=20)
    app = learning_app(home)
    async with at(app):
        first = listed(app, "#learning").splitlines()[1]
        assert "LATE" in first
        assert "Because" not in first
        assert "BECAUSE" in app.screen.query_one("#more", Sheet).text


async def test_who_may_not_decide_reads_it_and_sets_nothing(home: CaseHome) -> None:
    app = learning_app(home, JOY)
    async with at(app) as pilot:
        hand = Hand(pilot)
        await hand.press("n")
        assert isinstance(app.screen, LearningScreen)
        assert app.screen.query_one(StatusLine).message.plain.endswith(NEEDS_DECIDER)


async def test_what_was_typed_waits_when_the_form_is_left(home: CaseHome) -> None:
    app = learning_app(home)
    async with at(app) as pilot:
        hand = Hand(pilot)
        await hand.press("n")
        form = form_of(app).form
        assert form is not None
        form.put({"what": "Half a thought"})
        await hand.press("escape", "n")
        again = form_of(app).form
        assert again is not None
        assert again.raws()["what"] == "Half a thought"


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (20, 5)])
async def test_no_size_ends_it(home: CaseHome, size: tuple[int, int]) -> None:
    say_of_learning(desk_of(home), an_hour(home.home.now, SAM))
    app = learning_app(home)
    async with at(app, size) as pilot:
        hand = Hand(pilot)
        await hand.press("enter", "escape", "n", "escape")
        assert app.return_code is None


async def test_it_opens_on_what_whoever_reads_sees_to(home: CaseHome) -> None:
    now = home.home.now
    say_of_learning(desk_of(home), an_hour(now, RUTH))
    say_of_learning(desk_of(home), an_hour(now + timedelta(days=9), SAM, what="Supervision notes"))
    app = learning_app(home, SAM)
    async with at(app):
        more = app.screen.query_one("#more", Sheet).text
        assert more.startswith("WHAT     Training: Supervision notes")
