"""SC6: many agencies are in it and nobody leads."""

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story


def test_many_agencies_get_one_who_leads_and_each_its_task(home: Home) -> None:
    story = home.concern("joy", at="Mon 23 Nov 09:00", person="ada", category="self_neglect")
    story.at("Mon 23 Nov 10:00")
    ways.referred(story)
    ways.in_hand(story, "council", "Mon 23 Nov 15:00", "Mon 23 Nov 16:00")
    story.at("Tue 24 Nov 10:00").by("sam").tells("referral_decided", decision="accepted_other")
    _roster(story)
    _coordination_is_owed(story)
    _somebody_leads(story)
    _agreed_action_is_chased(story)
    _validated(story)
    ways.ended(story, "Mon 14 Dec 10:00", "Tue 15 Dec 10:00")
    ways.closed(story)


def _roster(story: Story) -> None:
    story.tells("agency_involved", "gp", agency="gp_primary_care", part="Medicines", desk="gp")
    assert "coordination" not in story.running()
    story.tells("agency_involved", "nurse", agency="community_nurse", their_contact="Nurse Sale",
                part="Wounds")  # fmt: skip
    story.tells("agency_involved", "advocate", agency="advocate_family_representative",
                their_contact="Ben Vale, her son", part="Speaks for her")  # fmt: skip
    assert [party.what.part for party in story.case.coordination.parties] == [
        "Medicines", "Wounds", "Speaks for her",
    ]  # fmt: skip


def _coordination_is_owed(story: Story) -> None:
    owed = story.queue()["coordination"]
    assert (owed.owner, owed.due) == ("Ruth Adeyemi", "Wed 25 Nov 17:00")
    story.at("Wed 25 Nov 10:00").by("ruth").tells("coordination_recorded", review_owner="sam")
    assert story.due("lead_professional") == "Fri 27 Nov 17:00"
    assert "lead_professional_named" in story.f4("lead_professional").kinds


def _somebody_leads(story: Story) -> None:
    shut = story.by("sam").refused("closure_requested")
    assert "lead_professional_named" in shut.mends
    story.tells("lead_professional_named", "lead", name="Nurse Sale", agency="nurse",
                agreed_with="Dr Halloran, Ben Vale")  # fmt: skip
    assert "lead_professional" not in story.running()
    assert "Nurse Sale" in story.chronology()
    for agency in ("gp", "nurse", "advocate"):
        story.tells("agency_agreed", f"{agency} agrees", agency=agency)


def _agreed_action_is_chased(story: Story) -> None:
    """What somebody outside has promised to do is theirs, and late is late."""
    story.tells("action_agreed", "blood", what="Blood test", theirs="Dr Halloran, GP",
                owner=None, due_at="Mon 30 Nov 17:00")  # fmt: skip
    action = story.queue()["action"]
    assert action.ours is False
    story.at("Tue 1 Dec 09:00")
    assert "action" in story.late()
    assert "agency_contacted" in story.f4("action").kinds
    story.tells("agency_contacted", "chased", contact="gp", spoke_to="Dr Halloran",
                promised="Blood test today", promised_by="Tue 1 Dec 18:00")  # fmt: skip
    assert "action" in story.late()
    assert story.due("promise") == "Tue 1 Dec 18:00"
    story.at("Wed 2 Dec 10:00").tells("action_done", action="blood", done_by=None)
    assert "verification" in story.running()
    story.by("joy").tells("action_verified", action="blood", shown_by="The result is in her file")
    assert not {"action", "verification"} & story.running()


def _validated(story: Story) -> None:
    story.by("sam").tells(
        "coordination_validated", occurred_shown_by=("chased",), roles_shown_by=("nurse", "lead"),
        actions_shown_by=("blood", "gp agrees"),
    )  # fmt: skip
    assert not {"coordination", "coordination_review"} & story.running()
