"""SC1: a bruise that nobody can explain, from the night it is found until the case is closed."""

from typing import Any

from sgtui.services.queue import Group
from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story

MARK = "bruise, left forearm, 30 x 20 mm, purple"


def test_an_unexplained_bruise_is_followed_to_its_end(home: Home) -> None:
    story = home.concern(
        "tomasz",
        category="physical",
        text="A bruise on her left forearm, seen while washing.",
        safety="unsafe_controlled",
        steps=("separated",),
    )
    _written_down(story)
    _decided_on_call(story)
    _referred_in_the_morning(story)
    _received_and_acknowledged(story)
    _enquiry_and_plan(story)
    ways.ended(story, "Mon 7 Dec 14:00", "Tue 15 Dec 10:00")
    ways.closed(story)
    _reads_as_one_timeline(story)


def _written_down(story: Story) -> None:
    assert story.running() == {"full_record", "internal_escalation", "observation"}
    assert story.due("internal_escalation") == "Thu 19 Nov 03:20"
    assert story.due("full_record") == "Thu 19 Nov 04:20"
    assert story.due("observation") == "Thu 19 Nov 20:00"
    assert story.queue()["full_record"].owner == "Tomasz Wielgosz"
    assert story.f4("full_record").kinds == ("body_mapped",)
    assert story.refused("threshold_decided").gates == {"G3"}
    story.later(minutes=10).tells("body_mapped", marks=[MARK])
    assert story.met("full_record") == "Thu 19 Nov 02:30"
    story.tells(
        "statement_taken", statement_type="verbatim", speaker="Ada Vale", text="I banged it"
    )
    story.tells("capacity_noted", decision="To say how it happened", has_capacity="unsure")
    story.tells("safeguard_started", at="Thu 19 Nov 02:20", owner="joy",
                measure="Two staff for personal care")  # fmt: skip
    assert story.due("safeguard_first_review") == "Fri 20 Nov 02:20"


def _decided_on_call(story: Story) -> None:
    story.at("Thu 19 Nov 02:44")
    told = {"told": "cole", "decision_owner": "cole"}
    assert story.refused("internally_escalated", **told, decision="Manager informed").gates == {
        "G12"
    }
    story.tells("internally_escalated", **told, risk="medium")
    assert story.met("internal_escalation") == "Thu 19 Nov 02:44"
    assert story.due("threshold") == "Thu 19 Nov 06:44"
    assert story.owner == "cole"
    story.at("Thu 19 Nov 03:05").by("cole")
    alone: dict[str, Any] = {"decided_by": "cole", "second_person": None}
    assert story.refused("threshold_decided", **alone).gates == {"G4"}
    story.tells("threshold_decided", **alone, provisional="yes")
    assert story.due("countersign") == "Fri 20 Nov 17:00"
    assert story.due("referral") == "Fri 20 Nov 02:20"
    assert story.f4("referral").kinds == ("sharing_decided", "wishes_recorded", "referral_sent")
    assert story.f4("referral").contact == "duty_desk"
    ways.may_share(story, by="cole")


def _referred_in_the_morning(story: Story) -> None:
    story.at("Thu 19 Nov 07:30").by("tomasz").tells("observation_made")
    assert story.due("observation") == "Thu 19 Nov 20:00"
    story.at("Thu 19 Nov 08:45").by("sam").tells("referral_sent", "council", taken_by="P Ames")
    assert story.stage == "Referred"
    assert story.due("receipt") == "Fri 20 Nov 08:45"
    receipt = story.queue()["receipt"]
    assert (receipt.ours, receipt.late, receipt.group) == (False, False, Group.WAITING)
    story.at("Thu 19 Nov 09:00").tells("countersigned")
    assert story.met("countersign") == "Thu 19 Nov 09:00"
    assert "G13" in story.refused("closure_requested").gates
    ways.notified(story, cqc_18="", commissioner="", family="She asks us not to")
    ways.reviewed(story, "joy", "Thu 19 Nov 19:30")
    story.tells("observation_made", text="No new marks.")


def _received_and_acknowledged(story: Story) -> None:
    story.at("Fri 20 Nov 07:15").by("tomasz").tells("observation_made")
    story.by("sam")
    ways.in_hand(story, "council", "Fri 20 Nov 08:35", "Fri 20 Nov 09:10")
    assert story.met("receipt") == "Fri 20 Nov 08:35"
    assert story.due("decision") == "Fri 27 Nov 16:30"
    assert story.queue()["decision"].owes == "Duty desk or allocated social worker"
    assert "Became late" not in story.lines()


def _enquiry_and_plan(story: Story) -> None:
    ways.reviewed(story, "joy", "Sun 22 Nov 19:00", "Wed 25 Nov 18:00")
    story.at("Thu 26 Nov 10:00").by("sam").tells("referral_decided", decision="accepted_s42")
    assert story.stage == "Enquiry"
    assert story.due("outcome") == "Thu 24 Dec 17:00"
    assert "G14" in story.refused("closure_requested").gates
    ways.planned(story, "Thu 17 Dec 10:00")
    assert story.gaps() == ()


def _reads_as_one_timeline(story: Story) -> None:
    lines = story.lines()
    order = ["Concern recorded", "Body map", "Referral sent", "Receipt confirmed", "Acknowledged",
             "Agency's decision", "Safeguarding plan", "Agency's outcome", "Review",
             "Closure approved"]  # fmt: skip
    assert [lines.index(title) for title in order] == sorted(lines.index(t) for t in order)
    assert "Lena Marsh, duty social worker" in story.chronology()
    assert "I banged it" in story.chronology()
