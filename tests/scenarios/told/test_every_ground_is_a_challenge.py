"""A challenge on grounds other than silence and the threshold, and the care of who raised it."""

import pytest

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def _enquiry(home: Home) -> Story:
    """An enquiry is under way, and a plan is agreed."""
    story = home.concern("joy", at="Thu 19 Nov 09:00")
    story.at("Thu 19 Nov 11:00")
    ways.referred(story)
    ways.in_hand(story, "council", "Thu 19 Nov 14:00", "Thu 19 Nov 15:00")
    story.at("Mon 23 Nov 10:00").tells("referral_decided", decision="accepted_s42")
    return story.tells("safeguarding_plan_agreed", "plan", review_at="Mon 7 Dec 10:00")


@pytest.mark.parametrize(
    "ground",
    ["risk_rising", "plan_not_carried_out", "closure", "information_sharing", "roles"],
)
def test_a_challenge_on_any_ground_runs_until_two_people_conclude_it(
    home: Home, ground: str
) -> None:
    story = _enquiry(home)
    story.at("Tue 24 Nov 10:00").by("joy").tells("observation_made", "seen", text="Left alone.")
    story.by("sam").tells("challenge_raised", ground=ground, referral=None, evidence=("seen",),
                          first_raised_by="blessing")  # fmt: skip
    assert story.queue()["L9"].ours is False
    assert story.due("L9") == "Wed 25 Nov 17:00"
    assert "Blessing Mutasa" in story.chronology()
    assert "challenge_concluded" in story.refused("closure_requested").mends
    story.at("Wed 25 Nov 17:05")
    assert story.queue()["L10"].owner == "Ruth Adeyemi"
    story.at("Thu 26 Nov 09:00").by("ruth").tells("challenge_taken_up")
    story.at("Thu 26 Nov 11:00").tells("challenge_answered", answer="partly")
    assert "challenge_conclusion" in story.running()
    story.tells("challenge_concluded", outcome="partly")
    assert {"L9", "L10", "L11", "challenge_conclusion"}.isdisjoint(story.running())


def test_growing_risk_without_protection_makes_safe_and_can_be_challenged(home: Home) -> None:
    story = _enquiry(home)
    story.at("Tue 24 Nov 10:00").by("joy").tells("observation_made", "worse", worse="yes",
                                                  text="He came back at night.")  # fmt: skip
    assert "make_safe" in story.running()
    story.tells("safety_checked", safety="unsafe_controlled")
    story.by("sam").tells("challenge_raised", ground="risk_rising", referral=None,
                          evidence=("worse",))  # fmt: skip
    assert "L9" in story.running()
    assert "outcome" in story.running()


def test_an_action_of_the_plan_that_is_not_done_is_seen_and_challenged(home: Home) -> None:
    story = _enquiry(home)
    story.tells("action_agreed", "visit", what="Weekly visit by the social worker", owner=None,
                theirs="Owen Tarrant, social worker", agreed_in="plan",
                due_at="Wed 25 Nov 17:00")  # fmt: skip
    story.at("Thu 26 Nov 09:00")
    assert "action" in story.late()
    story.tells("challenge_raised", ground="plan_not_carried_out", referral=None,
                evidence=("visit",))  # fmt: skip
    assert story.due("L9") == "Fri 27 Nov 16:30"
    assert "action" in story.late()


def test_whoever_raised_it_is_supported(home: Home) -> None:
    story = _enquiry(home)
    story.tells("staff_supported", supported="blessing", support="Ruth rings each week")
    assert "Ruth rings each week" in story.chronology()
