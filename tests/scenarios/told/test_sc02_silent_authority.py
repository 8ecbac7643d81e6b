"""SC2: money goes, and the authority is silent. What protects her lapses at no moment."""

from sgtui.services.queue import Group
from tests.scenarios.told import money, ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def test_a_silent_authority_is_taken_up_the_ladder_and_nothing_lapses(home: Home) -> None:
    story = money.referred(home)
    money.desk_promises(story)
    money.promise_is_broken(story)
    _practitioner(story)
    _managers(story)
    _they_take_it(story)
    _to_the_end(story)


def _practitioner(story: Story) -> None:
    story.at("Tue 24 Nov 14:30")
    money.raised(story)
    assert story.queue()["L9"].ours is False
    assert story.due("L9") == "Wed 25 Nov 17:00"
    assert story.due("receipt") == "Tue 24 Nov 11:00"
    assert story.due("safeguard_review") == "Fri 27 Nov 09:00"


def _managers(story: Story) -> None:
    story.at("Wed 25 Nov 17:05")
    assert "L9" not in story.running()
    rung = story.queue()["L10"]
    assert (rung.owner, rung.ours) == ("Ruth Adeyemi", True)
    assert story.f4("L10").contact == "team_manager"
    assert story.f4("L10").kinds[0] == "challenge_taken_up"
    story.at("Thu 26 Nov 09:00").by("ruth").tells("challenge_taken_up", stage="L10")
    assert story.queue()["L10"].ours is False
    assert story.due("L10") == "Fri 27 Nov 16:30"


def _they_take_it(story: Story) -> None:
    ways.reviewed(story, "joy", "Fri 27 Nov 08:50")
    story.at("Fri 27 Nov 10:00").by("ruth").tells(
        "challenge_answered", answer="upheld", answered_by="Mina Rowe, team manager",
        said="Allocated today; a decision on Monday.",
    )  # fmt: skip
    assert "L10" not in story.running()
    assert story.due("challenge_conclusion") == "Mon 30 Nov 17:00"
    ways.in_hand(story, "council", "Fri 27 Nov 10:05", "Fri 27 Nov 10:20")
    assert story.due("decision") == "Fri 4 Dec 16:30"
    ways.reviewed(story, "joy", "Mon 30 Nov 08:30")
    story.at("Mon 30 Nov 10:00").by("sam").tells("referral_decided", decision="accepted_s42")
    story.tells("challenge_concluded", outcome="upheld", result="Allocated; an enquiry is opened.")
    assert {"L9", "L10", "L11", "challenge_conclusion", "chase"}.isdisjoint(story.running())


def _to_the_end(story: Story) -> None:
    ways.planned(story, "Mon 14 Dec 10:00")
    assert story.gaps() == ()
    ways.ended(story, "Thu 10 Dec 11:00", "Mon 14 Dec 09:30")
    ways.closed(story)
    assert story.gaps() == ()
    assert story.lines().count("Safeguard reviewed") == 3
    assert "Became late" in story.lines()


def test_a_shut_desk_waits_for_its_first_call_and_danger_does_not(home: Home) -> None:
    story = money.referred(home)
    story.at("Tue 24 Nov 17:30")
    chase = story.queue()["chase"]
    assert (chase.late, chase.group) == (True, Group.WHEN_DESK_OPENS)
    assert "shut" in chase.desk
    assert "08:30" in chase.desk
    assert "Emergency duty team" in chase.urgent
    story.at("Wed 25 Nov 08:35")
    assert story.queue()["receipt"].group is Group.ACT_NOW
    story.by("joy").tells("agency_contacted", referral="council", result="no_answer",
                          spoke_to=None, stage="L7a")  # fmt: skip
    assert story.queue()["chase"].last_contact.startswith("No answer")
    assert "L9" in story.running()
