"""SC5: behaviour that the home has handled alone is seen as a pattern, and specialists come in."""

from sgtui.services.links import combined
from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def test_a_pattern_of_incidents_brings_in_outside_expertise(home: Home) -> None:
    earlier = _hit(home, "Thu 19 Nov 15:00", "ada")
    story = _hit(home, "Mon 23 Nov 15:20", "zsofia")
    _seen_as_a_pattern(story, earlier)
    _called_together(story)
    _controls_with_an_end(story)
    _each_party_agrees(story)
    _plan_with_its_review(story)
    _followed_through(story)
    story.at("Mon 14 Dec 10:00").tells("review_held", outcome="close", found="Three quiet weeks.")
    ways.closed(story)
    together = combined(story.desk, story.case_id)
    assert [one.reference for one in together.cases] == [story.reference, earlier.reference]


def _hit(home: Home, at: str, whom: str) -> Story:
    """Ernest strikes another resident; handled inside, with the reason."""
    story = home.concern(
        "joy", at=at, person=whom, category="emotional", place="lounge",
        text="Ernest Quill shouted and raised his hand against her.", safety="unsafe_controlled",
        steps=("separated",), alleged="Ernest Quill", alleged_person="ernest",
    )  # fmt: skip
    story.tells("safeguard_started", measure="One carer beside him at dusk", owner="joy")
    story.later(minutes=20).tells("internally_escalated")
    story.later(minutes=20).by("sam").tells("threshold_decided", route="internal")
    assert story.stage == "Managed inside"
    return story


def _seen_as_a_pattern(story: Story, earlier: Story) -> None:
    assert "pattern" in story.running()
    assert "pattern" not in earlier.running()
    assert earlier.reference in story.chronology()
    assert story.f4("pattern").kinds[0] == "pattern_answered"
    story.tells("pattern_answered", verdict="taken_up", reason="The same man, the same hour")
    assert "pattern" not in story.running()
    assert "Case linked" in story.lines()
    assert "Case linked" in earlier.lines()
    assert story.stage == "Threshold to decide"
    assert "threshold" in story.running()


def _called_together(story: Story) -> None:
    story.tells("coordination_called", reason="We have handled it alone for too long")
    assert story.due("coordination") == "Tue 24 Nov 17:00"
    story.at("Tue 24 Nov 10:00").by("ruth")
    story.tells("coordination_recorded", review_owner="sam", additional_support_required=(
        "A behaviour specialist"), professionals_involved="GP",
        nature_of_risk="He strikes out at dusk.")  # fmt: skip
    story.by("sam").tells("threshold_decided", route="internal", rationale=(
        "No harm done; a specialist comes this week."))  # fmt: skip
    assert story.stage == "Managed inside"


def _controls_with_an_end(story: Story) -> None:
    ways.reviewed(story, "joy", "Tue 24 Nov 11:00")
    assert story.due("safeguard_review") == "Fri 27 Nov 11:00"
    story.tells("monitoring_started", "dusk", what="His mood at dusk", until="Mon 7 Dec 18:00")
    assert "monitoring" in story.running()
    story.at("Wed 25 Nov 09:30").tells("observation_made", monitoring="dusk", text="Calm.")
    story.by("sam").tells("review_held", outcome="continue")


def _each_party_agrees(story: Story) -> None:
    story.tells("sharing_decided", shared_with="Specialist, GP, social worker")
    story.tells("wishes_recorded", wishes="To sit by the window in peace.")
    story.tells("agency_involved", "specialist", agency="behaviour_specialist",
                their_contact="Iris Holt", part="Reads his day; writes the plan")  # fmt: skip
    story.tells("agency_involved", "doctor", agency="gp_primary_care", part="Looks at pain")
    story.tells("agency_involved", "worker", agency="case_manager_social_worker",
                their_contact="Owen Tarrant", part="One-to-one hours")  # fmt: skip
    story.tells("lead_professional_named", "lead", name="Iris Holt", agency="specialist")
    story.tells("meeting_arranged", meeting_kind="professionals", chair="Iris Holt",
                meets_at="Thu 26 Nov 14:00")  # fmt: skip
    assert story.due("meeting") == "Thu 26 Nov 14:00"
    story.at("Thu 26 Nov 15:00")
    assert "meeting" in story.late()
    story.tells("meeting_held", "met", arranged="meeting_arranged", meeting_kind="professionals",
                held_at="Thu 26 Nov 14:00", attended="Iris Holt, Dr Halloran",
                absent="Owen Tarrant")  # fmt: skip
    assert "meeting" not in story.running()
    story.tells("agency_agreed", "yes", agency="specialist", said_by="Iris Holt")
    story.tells("agency_agreed", agency="doctor")
    story.tells("agency_agreed", agency="worker", agrees="no", to_what="Not the hours asked for")
    story.tells("agency_agreed", agency="worker", said_by="Owen Tarrant", to_what="Two hours a day")


def _plan_with_its_review(story: Story) -> None:
    ways.planned(story, "Thu 10 Dec 10:00")
    assert story.gaps() == ()
    story.tells("action_agreed", "music", what="Music at 15:00 each day", owner="joy",
                agreed_in="met", due_at="Tue 1 Dec 15:00")  # fmt: skip
    assert story.due("action") == "Tue 1 Dec 15:00"


def _followed_through(story: Story) -> None:
    story.at("Tue 1 Dec 16:00")
    assert "action" in story.late()
    story.by("joy").tells("action_done", action="music")
    story.by("sam").tells("action_verified", action="music")
    story.at("Thu 3 Dec 10:00").tells("coordination_reviewed")
    story.tells("coordination_validated", occurred_shown_by=("met",),
                roles_shown_by=("specialist", "lead"), actions_shown_by=("music",))  # fmt: skip
    story.at("Mon 7 Dec 12:00").by("joy").tells("observation_made", monitoring="dusk")
    story.at("Mon 7 Dec 18:30").by("sam")
    assert "monitoring" not in story.running()
