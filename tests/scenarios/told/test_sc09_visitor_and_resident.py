"""SC9: the same visitor again, earlier referrals led nowhere: the partnership and the police."""

from sgtui.services.links import combined
from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def test_repeated_incidents_go_to_the_partnership_and_the_police_join(home: Home) -> None:
    earlier = _first_time(home)
    story = _again(home, earlier)
    _refused_again(story)
    _partnership(story)
    _police(story)
    _weeks_go_by(story)
    _brought_together(story)
    _one_chronology(story, earlier)
    _to_the_end(story)


def _concern(home: Home, at: str, alleged: str, text: str) -> Story:
    return home.concern("joy", at=at, category="emotional", place="lounge", text=text,
                        alleged=alleged)  # fmt: skip


def _first_time(home: Home) -> Story:
    """Referred, refused, accepted by two people with a reason, and closed."""
    story = _concern(home, "Thu 19 Nov 10:00", "Rex Vale, her brother", "He shouted for money.")
    ways.referred(story)
    ways.in_hand(story, "council", "Thu 19 Nov 14:00", "Thu 19 Nov 15:00")
    story.at("Mon 23 Nov 10:00").tells("referral_decided", decision="not_progressed")
    story.tells("agency_decision_accepted", reason="He has said that he will stay away.")
    story.at("Tue 24 Nov 10:00").tells("review_held", outcome="close")
    ways.closed(story)
    return story


def _again(home: Home, earlier: Story) -> Story:
    story = _concern(home, "Mon 30 Nov 11:00", "rex  vale, her BROTHER", "He took her purse.")
    assert "pattern" in story.running()
    assert earlier.reference in story.chronology()
    story.by("sam").tells("pattern_answered", verdict="taken_up", reason="The same visitor")
    assert [entry.kind for entry in story.case.entries].count("pattern_found") == 1
    assert "pattern" not in story.running()
    assert "Case linked" in story.lines()
    assert "Case linked" in earlier.lines()
    assert earlier.stage == "Closed"
    story.by("joy")
    ways.referred(story)
    return story


def _refused_again(story: Story) -> None:
    ways.in_hand(story, "council", "Mon 30 Nov 15:00", "Tue 1 Dec 09:00")
    story.at("Wed 2 Dec 10:00").tells("referral_decided", decision="not_progressed")
    assert story.queue()["L9"].due == "Thu 3 Dec 17:00"
    assert "G11" in story.refused("closure_requested").gates


def _partnership(story: Story) -> None:
    to = {"referral": "council", "stage": "L13", "contact": "partnership", "ours": "ruth",
          "theirs": "Board office", "method": "email"}  # fmt: skip
    story.at("Wed 2 Dec 11:00").by("ruth")
    assert "Higher because" in story.refused("challenge_raised", **to).words
    story.tells("challenge_raised", **to, higher_because="Two referrals led to no protection")
    assert {"L9", "L10", "L11", "L12"}.isdisjoint(story.running())
    assert story.queue()["L13"].ours is False
    assert story.due("L13") == "Wed 9 Dec 17:00"


def _police(story: Story) -> None:
    """Beside the referral, replacing nothing."""
    story.tells("referral_sent", "police", contact="police_101", taken_by="PC Lodge")
    assert "L13" in story.running()
    assert story.due("receipt") == "Thu 3 Dec 11:00"
    ways.in_hand(story, "police", "Wed 2 Dec 15:00", "Wed 2 Dec 16:00")
    story.at("Thu 3 Dec 10:00").tells(
        "referral_decided", referral="police", decision="accepted_other",
        reasons="Theft; crime number 4471.",
    )  # fmt: skip
    assert "L13" in story.running()
    assert "G11" in story.refused("closure_requested").gates


def _weeks_go_by(story: Story) -> None:
    """The top rung stays, late and red, and is looked at again each week."""
    story.at("Thu 10 Dec 09:00")
    assert "L13" in story.running()
    assert "G11" in story.refused("closure_requested").gates
    story.at("Thu 17 Dec 09:00")
    assert "L13" in story.running()


def _brought_together(story: Story) -> None:
    story.by("ruth").tells("challenge_answered", answer="upheld", answered_by="Board office",
                           said="The board calls a conference tomorrow.")  # fmt: skip
    story.tells("meeting_arranged", meeting_kind="conference", meets_at="Fri 18 Dec 10:00")
    story.at("Fri 18 Dec 11:00").tells("meeting_held", arranged="meeting_arranged",
                                       meeting_kind="conference", held_at="Fri 18 Dec 10:00",
                                       decisions="Enquiry; police ban him.")  # fmt: skip
    story.by("sam").tells("referral_decided", referral="council", decision="accepted_s42")
    story.tells("challenge_concluded", result="Enquiry opened, police and council together.")
    assert "L13" not in story.running()


def _one_chronology(story: Story, earlier: Story) -> None:
    lines = combined(story.desk, story.case_id).lines
    assert {line.reference for line in lines} == {story.reference, earlier.reference}
    times = [line.line.at for line in lines]
    assert times == sorted(times)


def _to_the_end(story: Story) -> None:
    story.tells("safeguarding_plan_agreed", review_at="Mon 4 Jan 10:00")
    story.at("Tue 22 Dec 10:00").tells("outcome_received", referral="police")
    assert "outcome" in story.running()
    ways.ended(story, "Tue 22 Dec 10:30", "Wed 23 Dec 10:00", referral="council")
    ways.closed(story)
