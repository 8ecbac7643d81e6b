"""SC3: a look through the files finds a referral that nobody followed up. It was never lost.

The audit itself, its checklist and its trend belong to the reports.
"""

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def test_a_referral_that_nobody_followed_up_is_found_and_put_right(home: Home) -> None:
    story = home.concern("joy", at="Thu 19 Nov 09:00", person="ernest")
    story.at("Thu 19 Nov 10:00")
    ways.referred(story)
    ways.in_hand(story, "council", "Thu 19 Nov 15:00", "Fri 20 Nov 09:00")
    _nobody_rang(story)
    _the_manager_asks_the_partner(story)
    _watched_again(story)
    _taught_and_checked(story)
    ways.ended(story, "Fri 18 Dec 10:00", "Fri 18 Dec 11:00")
    ways.closed(story)


def _nobody_rang(story: Story) -> None:
    """Weeks later it is still in the queue, red, and higher up each working day."""
    assert story.due("decision") == "Fri 27 Nov 16:30"
    story.at("Mon 7 Dec 10:00")
    assert story.late() >= {"decision", "observation"}
    assert story.queue()["decision"].due == "Fri 27 Nov 16:30"
    assert {"L9", "L10", "L11", "L12"}.isdisjoint(story.running())
    assert story.queue()["L13"].owner == "Ruth Adeyemi"
    assert story.lines().count("Became late") >= 5
    (gap,) = story.gaps()
    assert gap.until is None
    assert "no safeguard was running" in gap.why


def _the_manager_asks_the_partner(story: Story) -> None:
    story.by("ruth").tells(
        "agency_contacted", referral="council", said="Decided on 25 November; the letter is lost."
    )
    assert "decision" in story.running()
    story.tells(
        "referral_decided", at="Wed 25 Nov 15:00", decision="accepted_other",
        decided_at="Wed 25 Nov 15:00", reasons="An enquiry by the care manager.",
    )  # fmt: skip
    assert story.met("decision") == "Wed 25 Nov 15:00"
    assert not {"decision", "L13", "chase"} & story.running()
    assert story.stage == "Enquiry"
    assert "outcome" in story.running()


def _watched_again(story: Story) -> None:
    story.by("joy").tells("monitoring_started", "weight", what="Weight", every_hours=24)
    assert story.due("monitoring") == "Tue 8 Dec 10:00"
    story.at("Tue 8 Dec 09:00").tells("observation_made", monitoring="weight", text="62 kg")
    assert story.due("monitoring") == "Wed 9 Dec 09:00"
    assert "observation" not in story.late()
    story.at("Wed 9 Dec 08:30").tells("monitoring_ended", monitoring="weight")
    assert "monitoring" not in story.running()


def _taught_and_checked(story: Story) -> None:
    """Training and a new item for the checklist are actions: done, then seen by another."""
    story.by("ruth")
    story.tells("action_agreed", "training", what="Refresher on follow-up notes", owner="sam",
                due_at="Wed 16 Dec 17:00")  # fmt: skip
    story.tells("action_agreed", "item", what="Checklist: follow-up verified", owner="joy")
    assert story.clocks("action")[0].is_open
    assert story.queue()["action"].ours
    story.at("Wed 16 Dec 10:00").by("sam").tells("action_done", action="training", done_by="sam")
    assert story.refused("action_verified", action="training").gates == {"G15"}
    story.by("joy").tells("action_done", action="item", done_by="joy")
    assert story.refused("action_verified", action="item").gates == {"G15"}
    shut = story.by("sam").refused("closure_requested")
    assert "action_verified" in shut.mends
    story.by("ruth").tells("action_verified", action="training")
    story.tells("action_verified", action="item")
    assert not {"action", "verification"} & story.running()
