"""SC14: a child at risk noticed through the home: children's social care, no adult questions."""

from sgtui.domain.asking import whom
from sgtui.domain.entries import ThresholdDecided
from sgtui.services.kinds import kinds_for
from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story

HARM = {
    "significant_harm": "yes",
    "significant_harm_because": "Marks, and afraid to go home",
    "parents_told": "no",
    "parents_because": "It might raise the risk",
}


def test_a_child_is_referred_to_childrens_social_care(home: Home) -> None:
    story = home.concern(
        "joy", at="Thu 19 Nov 10:00", person="mina", category="emotional",
        text='She said "I am not going back there".',
    )  # fmt: skip
    assert story.case.opening.what.case_kind == "child"
    _decided(story)
    _childrens_route(story)
    _school(story)
    story.at("Fri 27 Nov 10:00").by("sam").tells("referral_decided", decision="accepted_other")
    ways.ended(story, "Mon 7 Dec 10:00", "Tue 8 Dec 10:00", referral="mash")
    ways.closed(story)


def _decided(story: Story) -> None:
    story.tells("internally_escalated").by("sam")
    _no_adult_questions(story)
    assert "about a child" in story.refused("capacity_noted").words
    assert "Significant harm" in story.refused("threshold_decided").words
    adult = {"needs": "yes", "needs_because": "Illness"}
    assert "Needs care and support" in story.refused("threshold_decided", **HARM, **adult).words
    story.tells("threshold_decided", **HARM)
    assert "Significant harm: Yes" in story.chronology()
    assert "Needs care and support" not in story.chronology()


def _no_adult_questions(story: Story) -> None:
    asked = set(ThresholdDecided.asks(whom(story.case)))
    assert asked >= set(HARM)
    assert not asked & {"needs", "at_risk", "cannot_protect", "needs_because"}
    offered = kinds_for(story.case, story.view.register)
    assert "capacity_noted" not in offered["THE PERSON"]


def _childrens_route(story: Story) -> None:
    assert story.f4("referral").contact == "mash"
    ways.may_share(story)
    story.tells("referral_sent", "police", contact="police_101")
    assert "referral" in story.running()
    story.at("Thu 19 Nov 11:00").tells("referral_sent", "mash", contact="mash")
    assert "referral" not in story.running()
    for kind in sorted(ways.notifications(story)):
        story.by("ruth").tells("notification_decided", notification=kind)
    story.by("sam")
    ways.in_hand(story, "mash", "Fri 20 Nov 09:00", "Fri 20 Nov 10:00")
    ways.in_hand(story, "police", "Fri 20 Nov 11:00", "Fri 20 Nov 12:00")
    story.tells("referral_decided", referral="police", decision="closed_by_agency")


def _school(story: Story) -> None:
    story.tells("agency_involved", agency="education_dsl", their_contact="Mr Oakes, DSL",
                part="Attendance and behaviour")  # fmt: skip
    assert "School or college lead (DSL)" in story.chronology()
    assert "coordination" in story.running()
    story.tells("coordination_recorded", multi_agency_required="no",
                multi_agency_because="Children's social care leads for all three")  # fmt: skip
    story.tells("lead_professional_named", name="Lena Marsh, MASH", agreed_with="Police, school")


def test_a_visiting_child_is_a_childs_case_too(home: Home) -> None:
    story = home.concern("joy", at="Thu 19 Nov 10:00", person="lily", category="neglect")
    assert story.case.opening.what.case_kind == "child"
    story.tells("internally_escalated").by("sam").tells("threshold_decided", **HARM)
    assert story.f4("referral").contact == "mash"
