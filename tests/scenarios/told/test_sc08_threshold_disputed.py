"""SC8: the authority says the threshold is not met, and the home challenges it."""

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def test_a_threshold_not_met_is_challenged_until_an_enquiry_is_opened(home: Home) -> None:
    story = home.concern(
        "joy", at="Thu 19 Nov 09:00", person="zsofia", category="emotional",
        text="Her daughter shouted at her.", safety="unsafe_controlled", steps=("stayed_with",),
        alleged="Kata Bartfai, her daughter",
    )  # fmt: skip
    story.tells("safeguard_started", measure="Visits in the lounge only", owner="joy")
    story.at("Thu 19 Nov 11:00")
    ways.referred(story)
    ways.in_hand(story, "council", "Thu 19 Nov 14:00", "Thu 19 Nov 15:00")
    ways.reviewed(story, "joy", "Fri 20 Nov 08:30", "Mon 23 Nov 08:00")
    _refused_with_a_reason(story)
    _new_since_then(story)
    _challenged(story)
    _taken_up(story)
    _enquiry_opened(story)
    ways.planned(story, "Thu 10 Dec 10:00")
    assert story.gaps() == ()
    ways.ended(story, "Mon 7 Dec 10:00", "Tue 8 Dec 10:00")
    ways.closed(story)


def _refused_with_a_reason(story: Story) -> None:
    story.at("Mon 23 Nov 10:00").by("sam").tells(
        "referral_decided", "refusal", decision="not_progressed", reasons="A family quarrel."
    )
    assert story.stage == "Referred"
    rung = story.queue()["L9"]
    assert (rung.owner, rung.ours, rung.due) == ("Sam Lister", True, "Tue 24 Nov 17:00")
    assert "G11" in story.refused("closure_requested").gates
    assert "safeguard_review" in story.running()


def _new_since_then(story: Story) -> None:
    story.at("Mon 23 Nov 16:00").by("joy").tells(
        "observation_made", "tears", text="Shakes and cries after the visit."
    )
    story.at("Tue 24 Nov 09:30").tells(
        "statement_taken", "words", statement_type="verbatim", speaker="Zsofia Bartfai",
        text="Do not let her in.",
    )  # fmt: skip
    offered = story.f4("L9")
    assert offered.kinds[0] == "challenge_raised"
    assert offered.known[0]["ground"] == "threshold"
    assert set(offered.known[0]["evidence"]) >= {story.id("tears"), story.id("words")}
    assert "agency_decision_accepted" in offered.kinds


def _challenged(story: Story) -> None:
    raised = {"referral": "council", "contact": "social_worker"}
    story.at("Tue 24 Nov 10:00").by("sam")
    before = {**raised, "evidence": ("concern_recorded",)}
    assert "entries made after" in story.refused("challenge_raised", **before).words
    story.tells("challenge_raised", **raised, evidence=("tears", "words"))
    assert story.queue()["L9"].ours is False
    assert story.due("L9") == "Wed 25 Nov 17:00"
    assert story.refused("challenge_raised", **raised).mends == {"challenge_taken_up"}
    assert story.due("safeguard_review") == "Thu 26 Nov 08:00"


def _taken_up(story: Story) -> None:
    story.at("Wed 25 Nov 11:00").tells("challenge_answered", answer="refused")
    rung = story.queue()["L10"]
    assert (rung.owner, rung.ours) == ("Ruth Adeyemi", True)
    story.at("Wed 25 Nov 13:00").by("joy").tells(
        "observation_made", "hides", text="Hides when the doorbell rings."
    )
    assert set(story.f4("L10").known[0]["evidence"]) >= {story.id("hides")}
    story.at("Wed 25 Nov 14:00").by("ruth").tells(
        "challenge_taken_up", stage="L10", evidence=("hides",)
    )
    assert story.due("L10") == "Thu 26 Nov 17:00"
    ways.reviewed(story, "joy", "Thu 26 Nov 07:30")


def _enquiry_opened(story: Story) -> None:
    story.at("Thu 26 Nov 10:00").by("ruth").tells(
        "challenge_answered", answer="upheld", answered_by="Mina Rowe", said="We open an enquiry."
    )
    assert "L10" not in story.running()
    assert story.by("sam").refused("challenge_concluded").mends == {"referral_decided"}
    story.at("Thu 26 Nov 10:30").tells("referral_decided", decision="accepted_s42")
    assert story.stage == "Enquiry"
    story.tells("challenge_concluded", result="An enquiry, and an advocate for her.")
    assert {"L9", "L10", "L11", "challenge_conclusion"}.isdisjoint(story.running())
    assert "outcome" in story.running()
    assert "Challenge concluded" in story.lines()


def test_two_people_may_accept_the_reason_and_nobody_may_alone(home: Home) -> None:
    story = home.concern("joy", at="Thu 19 Nov 09:00")
    story.at("Thu 19 Nov 11:00")
    ways.referred(story)
    ways.in_hand(story, "council", "Thu 19 Nov 14:00", "Thu 19 Nov 15:00")
    story.tells("referral_decided", decision="not_progressed")
    assert "first_review" not in story.running()
    assert story.refused("agency_decision_accepted", second_person="joy").gates == {"G11"}
    story.tells("agency_decision_accepted")
    assert story.stage == "Review"
    assert "L9" not in story.running()
    assert "first_review" in story.running()


def test_ending_the_challenge_with_their_reason_accepted_ends_the_dispute(home: Home) -> None:
    story = home.concern("joy", at="Thu 19 Nov 09:00")
    story.at("Thu 19 Nov 11:00")
    ways.referred(story)
    ways.in_hand(story, "council", "Thu 19 Nov 14:00", "Thu 19 Nov 15:00")
    story.tells("referral_decided", decision="not_progressed")
    story.tells("challenge_raised", referral="council")
    story.at("Fri 20 Nov 10:00").tells("challenge_answered", answer="refused")
    assert story.queue()["L10"].ours is True
    assert "G11" in story.refused("closure_requested").gates
    story.tells("challenge_concluded", outcome="reason_accepted", result="She is safe without it.")
    assert {"L9", "L10"}.isdisjoint(story.running())
    assert story.stage == "Review"
    assert "first_review" in story.running()
