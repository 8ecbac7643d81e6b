"""What is found after closing opens the case again: the threshold is decided anew (R40)."""

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home

_INSIDE = {"route": "internal", "rationale": "Nothing new but the missing note."}


def test_what_an_audit_finds_opens_a_closed_case_again(home: Home) -> None:
    story = home.concern("joy", at="Thu 19 Nov 09:00")
    story.at("Thu 19 Nov 11:00")
    ways.referred(story)
    ways.in_hand(story, "council", "Thu 19 Nov 14:00", "Thu 19 Nov 15:00")
    story.at("Mon 23 Nov 10:00").tells("referral_decided", decision="accepted_other")
    ways.ended(story, "Mon 30 Nov 10:00", "Mon 30 Nov 11:00")
    ways.closed(story)
    assert story.refused("observation_made").mends == {"reopened"}
    story.at("Mon 7 Dec 10:00").by("ruth").tells("reopened", reason="No word to the family")
    assert story.stage == "Threshold to decide"
    assert story.running() >= {"threshold", "observation"}
    assert story.due("threshold") == "Mon 7 Dec 14:00"
    assert not {"receipt", "decision", "outcome"} & story.running()
    story.by("sam").tells("threshold_decided", **_INSIDE)
    assert story.due("internal_review") == "Tue 8 Dec 10:00"
    story.at("Tue 8 Dec 09:00").tells("review_held", outcome="close")
    ways.closed(story)
    assert story.lines().count("Closure approved") == 2
