"""SC7: the delay goes beyond the duty desk to the Head of Service, and ends in a meeting."""

from tests.scenarios.told import money, ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.moment import words_of
from tests.scenarios.told.story import Story


def test_the_delay_goes_up_to_a_review_meeting_and_protective_measures(home: Home) -> None:
    story = money.referred(home)
    money.desk_promises(story)
    money.promise_is_broken(story)
    story.at("Tue 24 Nov 14:30")
    money.raised(story)
    _managers_disagree(story)
    _never_down_and_no_leap(story)
    _head_of_service(story)
    _review_meeting(story)
    _protected(story)


def _managers_disagree(story: Story) -> None:
    story.at("Thu 26 Nov 09:00").by("ruth").tells("challenge_taken_up", stage="L10")
    story.at("Thu 26 Nov 15:00").tells(
        "challenge_answered", answer="refused", answered_by="Mina Rowe, team manager",
        said="Nobody free before next week.",
    )  # fmt: skip
    assert "L10" not in story.running()
    rung = story.queue()["L11"]
    assert (rung.owner, rung.ours) == ("Gareth Pryce-Owen", True)
    assert story.f4("L11").contact == "head_of_service"


def _never_down_and_no_leap(story: Story) -> None:
    assert "never goes down" in story.by("gareth").refused("challenge_taken_up", stage="L9").words
    leap = {"stage": "L13", "contact": "partnership"}
    assert "Higher because" in story.refused("challenge_taken_up", **leap).words
    why = "She is at risk now"
    assert story.refused("challenge_taken_up", **leap, higher_because=why).words == ""


def _head_of_service(story: Story) -> None:
    ways.reviewed(story, "joy", "Fri 27 Nov 08:45")
    story.at("Fri 27 Nov 09:30").by("gareth").tells(
        "challenge_taken_up", stage="L11", ours="gareth", contact="head_of_service",
        theirs="Ann Brook, Head of Service", method="email",
    )  # fmt: skip
    assert story.queue()["L11"].ours is False
    assert story.due("L11") == "Mon 30 Nov 17:00"
    assert story.due("receipt") == "Tue 24 Nov 11:00"
    ways.reviewed(story, "joy", "Mon 30 Nov 08:30")
    story.at("Mon 30 Nov 11:00").by("gareth").tells(
        "challenge_answered", answer="upheld", answered_by="Ann Brook, Head of Service",
        said="A review meeting tomorrow.",
    )  # fmt: skip
    assert story.due("challenge_conclusion") == "Tue 1 Dec 17:00"
    assert {"L11", "L12"}.isdisjoint(story.running())


def _review_meeting(story: Story) -> None:
    ways.in_hand(story, "council", "Mon 30 Nov 11:05", "Mon 30 Nov 11:10")
    story.tells("meeting_arranged", meeting_kind="review", meets_at="Tue 1 Dec 14:00",
                chair="Ann Brook, Head of Service")  # fmt: skip
    assert story.due("meeting") == "Tue 1 Dec 14:00"
    story.at("Tue 1 Dec 15:00").by("sam").tells(
        "meeting_held", arranged="meeting_arranged", meeting_kind="review",
        held_at="Tue 1 Dec 14:00", decisions="Court of Protection asked; nephew without access.",
    )  # fmt: skip
    story.tells("referral_decided", decision="accepted_s42", decided_by="Ann Brook")
    story.tells("challenge_concluded", outcome="upheld",
                result="Review meeting held; protective measures agreed.")  # fmt: skip
    assert {"meeting", "challenge_conclusion", "L11"}.isdisjoint(story.running())
    assert "Review meeting held; protective measures agreed." in story.chronology()


def _protected(story: Story) -> None:
    ways.planned(story, "Tue 15 Dec 10:00")
    assert story.gaps() == ()
    ways.ended(story, "Mon 14 Dec 10:00", "Tue 15 Dec 09:00")
    ways.closed(story)


def test_what_happens_if_nobody_answers_can_be_foretold(home: Home) -> None:
    story = money.referred(home)
    money.desk_promises(story)
    money.promise_is_broken(story)
    planned = {c.stage: words_of(c.due_at) for c in reversed(story.view.clocks) if c.is_open}
    assert planned["L9"] == "Wed 25 Nov 17:00"
    assert planned["L10"] == "Thu 26 Nov 17:00"
    assert planned["L11"] == "Fri 27 Nov 17:00"
    assert planned["L12"] == "Mon 30 Nov 17:00"
    assert planned["L13"] == "Mon 7 Dec 17:00"
    assert story.running().isdisjoint({"L10", "L11", "L12", "L13", "challenge_tell"})


def test_at_the_directors_rung_the_boards_chair_is_told_too(home: Home) -> None:
    story = money.referred(home)
    money.desk_promises(story)
    money.promise_is_broken(story)
    story.by("gareth").tells(
        "challenge_raised", ground="no_response", referral="council", stage="L12", ours="gareth",
        contact="dass", theirs="The Director", higher_because="She may lose her home on Friday",
    )  # fmt: skip
    assert {"L9", "L10", "L11"}.isdisjoint(story.running())
    assert story.due("L12") == "Wed 25 Nov 17:00"
    tell = story.queue()["challenge_tell"]
    assert (tell.owner, tell.ours, tell.due) == ("Gareth Pryce-Owen", True, "Wed 25 Nov 17:00")
    assert story.f4("challenge_tell").contact == "sab_chair"
    story.tells("agency_contacted", contact="sab_chair", stage="L12", spoke_to="The chair")
    assert "challenge_tell" not in story.running()
    assert "L12" in story.running()
    story.at("Thu 26 Nov 09:00")
    assert story.queue()["L13"].owner == "Ruth Adeyemi"
    assert "receipt" in story.late()
