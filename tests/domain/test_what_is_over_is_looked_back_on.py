"""Each challenge and each working together is looked back on once it is over (R107)."""

from datetime import timedelta

import pytest

from sgtui.domain.entries import AfterActionReviewed
from tests.domain.a_home import LEAD, LEADER, MANAGER
from tests.domain.case_builder import Told, a_referral
from tests.domain.usual_answers import ANSWERS


def concluded() -> Told:
    """A refusal challenged, upheld, and the challenge ended by two people."""
    told = a_referral("2026-11-16 09:00").later(hours=20)
    told.tell("referral_acknowledged").tell("referral_decided", decision="not_progressed")
    told.later(hours=1).by(LEAD).tell("challenge_raised")
    told.later(hours=1).tell("challenge_answered", answer="upheld")
    told.tell("referral_decided", decision="accepted_s42")
    return told.later(hours=1).tell("challenge_concluded", outcome="upheld")


def test_the_end_of_a_challenge_starts_it_with_ten_working_days() -> None:
    (clock,) = concluded().of("after_action")
    assert clock.due_at.date() == (clock.started_at + timedelta(days=14)).date()
    assert "after our challenge was concluded" in clock.explanation


def test_a_review_about_it_meets_it() -> None:
    told = concluded().later(days=4).by(MANAGER).tell("after_action_reviewed")
    (clock,) = told.of("after_action")
    assert clock.met_at == told.now


def test_a_review_of_another_challenge_leaves_it_owed() -> None:
    told = concluded()
    first = told.newest("challenge_concluded")
    told.later(hours=1).tell("challenge_raised", ground="risk_rising", referral=None, stage="L9")
    told.later(hours=1).tell("challenge_concluded", outcome="partly")
    told.later(hours=1).by(MANAGER).tell("after_action_reviewed", about=first)
    assert [clock.met_at is None for clock in told.of("after_action")] == [False, True]


def test_it_goes_on_after_the_case_is_closed_and_can_still_be_held() -> None:
    told = concluded().later(days=1)
    told.tell("closure_requested").by(MANAGER).tell("closure_approved")
    assert not told.case.is_open
    assert told.running() == {"after_action"}
    assert told.try_to("after_action_reviewed") == ()
    told.tell("after_action_reviewed")
    assert told.running() == set()


def test_nothing_else_is_added_to_a_closed_case() -> None:
    told = concluded().tell("closure_requested").by(MANAGER).tell("closure_approved")
    assert "G14" in told.gates_of("oversight_held")


def test_it_is_held_once() -> None:
    told = concluded().by(MANAGER).tell("after_action_reviewed")
    about = told.newest("challenge_concluded")
    (refusal,) = told.try_to("after_action_reviewed", about=about)
    assert "already" in refusal.sentence


def test_a_lead_or_manager_holds_it() -> None:
    assert concluded().by(LEADER).gates_of("after_action_reviewed") == {"G19"}


@pytest.mark.parametrize("field", ["delays", "gaps", "thresholds", "learnt", "attended"])
def test_every_part_is_said_in_words(field: str) -> None:
    given = {**ANSWERS["after_action_reviewed"], field: "tbc"}
    assert concluded().by(MANAGER).gates_of("after_action_reviewed", **given) == {"G19"}


def test_that_there_was_no_delay_is_an_answer_and_that_nothing_was_learnt_is_none() -> None:
    told = concluded().by(MANAGER)
    assert told.try_to("after_action_reviewed", delays="None", gaps="none") == ()
    assert told.gates_of("after_action_reviewed", learnt="Nothing") == {"G19"}


def test_it_is_offered_where_it_is_owed_with_what_it_is_about() -> None:
    told = concluded()
    (step,) = [one for one in told.next_steps() if one.clock.duty == "after_action"]
    assert step.steps[0].known == {"about": told.newest("challenge_concluded")}


def test_one_entered_in_error_leaves_it_owed_again() -> None:
    told = concluded().by(MANAGER).tell("after_action_reviewed")
    told.later(hours=1).tell("entered_in_error", entry=told.last, second_person=LEAD)
    assert told.case.of(AfterActionReviewed) == ()
    assert "after_action" in told.running()
