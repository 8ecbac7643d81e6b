"""SC13: an allegation against staff who work with children too: the LADO beside the adult route."""

from sgtui.domain.routing import to_tell
from sgtui.services.links import combined
from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def _alleged(home: Home, whom: str) -> Story:
    return home.concern(
        "joy", at="Thu 19 Nov 15:00", person="ernest", category="emotional",
        text='He said "he swears at me when nobody is there".', safety="unsafe_controlled",
        steps=("separated",), alleged="A member of staff", alleged_staff=whom,
    )  # fmt: skip


def test_the_lado_is_told_beside_the_adult_route_and_the_accused_is_out(home: Home) -> None:
    story = _alleged(home, "connor")
    story.tells("staff_supported", supported="connor")
    story.tells("internally_escalated").by("sam").tells("threshold_decided")
    assert story.due("lado") == "Fri 20 Nov 17:00"
    assert story.queue()["lado"].desk.startswith("LADO, Anyshire")
    ways.may_share(story)
    _lado_replaces_nothing(story)
    _adult_route(story)
    _accused_is_out(story)
    _ends(story)


def _lado_replaces_nothing(story: Story) -> None:
    story.at("Thu 19 Nov 16:00").tells("referral_sent", "lado", contact="lado")
    assert "lado" not in story.running()
    assert "referral" in story.running()


def _adult_route(story: Story) -> None:
    story.at("Thu 19 Nov 16:20").tells("referral_sent", "council")
    assert "referral" not in story.running()
    assert len(story.clocks("receipt")) == 2
    for kind in sorted(ways.notifications(story)):
        story.by("ruth").tells("notification_decided", notification=kind)


def _accused_is_out(story: Story) -> None:
    assert "G21" in story.by("connor").refused("statement_taken").gates
    assert "G21" in story.by("sam").refused("safeguard_started", owner="connor").gates
    assert all(row.owner != "Connor Blyth" for row in story.rows())
    assert story.rows("connor") == ()


def _ends(story: Story) -> None:
    ways.in_hand(story, "council", "Fri 20 Nov 09:00", "Fri 20 Nov 09:30")
    ways.in_hand(story, "lado", "Fri 20 Nov 10:00", "Fri 20 Nov 10:30")
    story.at("Tue 24 Nov 10:00").tells("referral_decided", referral="lado",
                                       decision="closed_by_agency",
                                       reasons="Unsuitable conduct: for the employer.")  # fmt: skip
    story.tells("referral_decided", referral="council", decision="accepted_other")
    ways.ended(story, "Mon 30 Nov 10:00", "Tue 1 Dec 10:00", referral="council")
    ways.closed(story)


def test_whoever_is_named_later_loses_the_case_at_once(home: Home) -> None:
    story = home.concern("joy", at="Thu 19 Nov 15:00", person="ernest")
    story.tells("internally_escalated")
    assert story.owner == "sam"
    assert story.queue()["threshold"].owner == "Sam Lister"
    story.tells("person_involved", name="Sam Lister", involvement="conflicted", staff="sam")
    assert story.owner != "sam"
    assert story.queue()["threshold"].owner == "Priya Nair-Holt"
    assert story.rows("sam") == ()


def test_when_everybody_who_could_decide_is_named_the_way_leads_outside(home: Home) -> None:
    """All who may decide work under the person alleged; the council is told directly."""
    story = _alleged(home, "gareth")
    assert story.rows("gareth") == ()
    told = to_tell(story.view.register, story.case, story.view.ladder, home.clock.at)
    assert told.name == "somebody outside: LA duty desk"
    assert story.queue()["staff_support"].owner == "somebody outside: LA duty desk"
    assert "G21" in story.refused("internally_escalated", told="sam", decision_owner="sam").gates
    assert "G4" not in story.refused("referral_sent").gates
    _refers_it_herself(story)


def _refers_it_herself(story: Story) -> None:
    """The shift leader is led outside step by step; the decision stays owed, by nobody inside."""
    offered = story.f4("internal_escalation")
    assert offered.owner == "Joy Okafor"
    assert offered.kinds == (
        "sharing_decided", "wishes_recorded", "referral_sent", "agency_contacted",
    )  # fmt: skip
    shut = story.refused("internally_escalated", told="sam", decision_owner="sam")
    assert shut.mends == {"referral_sent"}
    story.tells("sharing_decided").tells("wishes_recorded").tells("referral_sent", "council")
    assert story.stage == "Referred"
    assert story.waits("receipt", "council")
    assert story.queue()["threshold"].owner == "somebody outside: LA duty desk"
    assert story.f4("threshold").kinds == ("agency_contacted",)


def test_a_link_to_a_case_that_names_you_says_nothing_of_it(home: Home) -> None:
    hidden = _alleged(home, "sam")
    story = home.concern("joy", person="ada")
    story.by("ruth").tells("cases_linked", reference=hidden.reference, reason="The same week")
    assert hidden.reference in story.chronology()
    assert hidden.reference not in story.by("sam").chronology()
    assert "another case" in story.chronology()
    together = combined(story.desk, story.case_id)
    assert {line.reference for line in together.lines} == {story.reference}
    assert together.not_shown == 1
