"""Hyacinth Joseph's money goes without her leave, and the duty desk keeps silent (SC2, SC7)."""

from sgtui.services.queue import Group
from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story

MEASURE = "Card leaves the safe only with two signatures"


def referred(home: Home) -> Story:
    """Noticed on a Monday, decided, made safe and referred at 11:00."""
    story = home.concern(
        "joy",
        at="Mon 23 Nov 09:30",
        person="hyacinth",
        category="financial",
        text="The statement shows 400 pounds drawn. She never asked for it.",
        safety="unsafe_controlled",
        steps=("evidence_kept",),
        alleged="Dale Joseph, her nephew",
    )
    story.at("Mon 23 Nov 09:45").tells("internally_escalated", risk="medium")
    assert story.owner == "sam"
    assert story.queue()["threshold"].owner == "Sam Lister"
    story.at("Mon 23 Nov 10:15").by("sam").tells("threshold_decided")
    assert story.due("referral") == "Tue 24 Nov 09:30"
    story.at("Mon 23 Nov 10:30")
    ways.may_share(story)
    story.by("joy").tells("safeguard_started", at="Mon 23 Nov 09:30", measure=MEASURE, owner="joy")
    assert story.due("safeguard_first_review") == "Tue 24 Nov 09:30"
    story.at("Mon 23 Nov 11:00").by("sam").tells("referral_sent", "council", method="email")
    assert story.due("receipt") == "Tue 24 Nov 11:00"
    _others_told(story)
    ways.reviewed(story, "joy", "Tue 24 Nov 09:00")
    assert story.due("safeguard_review") == "Fri 27 Nov 09:00"
    return story


def _others_told(story: Story) -> None:
    ways.notified(
        story,
        cqc_18="",
        commissioner="",
        police="",
        placing_authority="",
        family="The nephew is her family; she asks us not to",
    )


def desk_promises(story: Story) -> None:
    """A day goes by; the desk is rung and promises, which resets nothing of theirs."""
    story.at("Tue 24 Nov 10:55")
    assert "receipt" not in story.late()
    story.at("Tue 24 Nov 11:05")
    assert story.late() >= {"receipt"}
    assert story.due("chase") == "Tue 24 Nov 12:00"
    chase = story.queue()["chase"]
    assert (chase.owner, chase.group) == ("Joy Okafor", Group.ACT_NOW)
    assert story.f4("chase").contact == "duty_desk"
    story.at("Tue 24 Nov 11:10").by("joy").tells(
        "agency_contacted", referral="council", stage="L7a", said="Nobody has looked at it yet.",
        promised="A named worker rings back", promised_by="Tue 24 Nov 14:00",
    )  # fmt: skip
    assert story.due("promise") == "Tue 24 Nov 14:00"
    assert story.due("receipt") == "Tue 24 Nov 11:00"
    assert "receipt" in story.late()
    assert story.due("chase") == "Tue 24 Nov 14:00"
    assert not {"L9", "L10"} & story.running()


def promise_is_broken(story: Story) -> None:
    """Nobody rings back: the first rung begins, with a named person on each side."""
    story.at("Tue 24 Nov 14:05")
    assert story.late() >= {"receipt", "promise"}
    rung = story.queue()["L9"]
    assert (rung.owner, rung.ours) == ("Sam Lister", True)
    offered = story.f4("L9")
    assert offered.contact == "social_worker"
    assert offered.kinds[0] == "challenge_raised"
    assert offered.known[0]["ground"] == "no_response"
    assert offered.known[0]["referral"] == story.id("council")


def raised(story: Story) -> None:
    """The lead raises it with the social worker."""
    story.by("sam").tells(
        "challenge_raised", ground="no_response", referral="council", stage="L9",
        contact="social_worker", wanted="A named worker and a decision today.",
    )  # fmt: skip
