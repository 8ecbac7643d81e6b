"""A duty that somebody was given is theirs in the queue; nobody is asked to check themselves."""

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def _referred(home: Home) -> Story:
    story = home.concern("joy", at="Thu 19 Nov 09:00", safety="unsafe_controlled")
    story.tells("safeguard_started", owner="tomasz")
    story.at("Thu 19 Nov 11:00")
    ways.referred(story)
    return story


def test_an_action_is_owed_by_whoever_agreed_to_it(home: Home) -> None:
    story = _referred(home)
    story.tells("action_agreed", what="Change the lock", owner="blessing")
    assert story.queue()["action"].owner == "Blessing Mutasa"
    assert story.f4("action").owner == "Blessing Mutasa"


def test_an_interim_safeguard_is_reviewed_by_its_owner(home: Home) -> None:
    story = _referred(home)
    assert story.queue()["safeguard_first_review"].owner == "Tomasz Wielgosz"


def test_coordination_is_reviewed_by_the_review_owner(home: Home) -> None:
    story = _referred(home)
    story.tells("coordination_called").tells("coordination_recorded", review_owner="priya")
    assert story.queue()["coordination_review"].owner == "Priya Nair-Holt"


def test_the_plan_is_reviewed_by_its_owner(home: Home) -> None:
    story = _referred(home)
    story.tells("safeguarding_plan_agreed", owner="priya")
    assert story.queue()["plan_review"].owner == "Priya Nair-Holt"


def test_what_was_given_to_somebody_named_since_falls_to_the_next(home: Home) -> None:
    story = _referred(home)
    story.tells("action_agreed", owner="blessing")
    story.tells("person_involved", name="Blessing Mutasa", involvement="conflicted",
                staff="blessing")  # fmt: skip
    assert story.queue()["action"].owner == "Sam Lister"


def test_an_action_is_verified_by_another_than_who_did_it(home: Home) -> None:
    story = _referred(home)
    story.tells("action_agreed", owner="sam").tells("action_done", done_by="sam")
    assert story.queue()["verification"].owner != "Sam Lister"


def test_a_decision_is_countersigned_by_another_than_who_took_it(home: Home) -> None:
    story = home.concern("joy", at="Thu 19 Nov 09:00").tells("internally_escalated").by("sam")
    story.tells("threshold_decided", second_person=None, provisional="yes")
    assert story.queue()["countersign"].owner != "Sam Lister"


def test_closing_is_decided_by_another_than_who_asked(home: Home) -> None:
    story = _referred(home)
    ways.in_hand(story, "council", "Thu 19 Nov 14:00", "Thu 19 Nov 15:00")
    story.at("Fri 20 Nov 10:00").tells("referral_decided", decision="accepted_other")
    ways.ended(story, "Mon 30 Nov 10:00", "Mon 30 Nov 11:00")
    story.tells("closure_requested")
    assert story.queue()["closure"].owner != "Sam Lister"


def test_support_for_staff_waits_for_no_desk(home: Home) -> None:
    story = home.concern("joy", at="Thu 19 Nov 09:00", alleged_staff="connor", alleged="A carer")
    support = story.queue()["staff_support"]
    assert support.desk == ""
    assert "CQC" not in support.owed_to


def test_at_night_whoever_is_on_call_and_was_told_decides(home: Home) -> None:
    story = home.concern("tomasz")
    story.tells("internally_escalated", told="cole", decision_owner="cole")
    assert story.owner == "cole"
    assert story.queue()["threshold"].owner == "Martin Cole"


def test_whoever_tells_of_themselves_owns_nothing(home: Home) -> None:
    story = home.concern("joy", alleged_staff="joy", alleged="Joy Okafor")
    assert story.owner != "joy"
    assert story.rows("joy") == ()
