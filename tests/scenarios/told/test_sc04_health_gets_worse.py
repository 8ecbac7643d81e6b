"""SC4: somebody gets worse again and again, and nobody outside has been told."""

from typing import Any

from tests.scenarios.told import ways
from tests.scenarios.told.home import Home
from tests.scenarios.told.story import Story

_INSIDE = {"route": "internal", "rationale": "Care plan changed; looked at again tomorrow."}


def test_repeated_deterioration_brings_the_agencies_together(home: Home) -> None:
    story = home.concern(
        "joy", at="Thu 19 Nov 10:00", person="ernest", text="He ate nothing since yesterday."
    )
    _kept_inside(story)
    _worse_once(story)
    _worse_twice(story)
    _nothing_proceeds(story)
    _recorded(story)
    _professionals(story)
    _lead_looks_at_reporting(story)
    _validated(story)
    story.at("Mon 7 Dec 10:00").tells("review_held", outcome="close", found="Weight steady.")
    ways.closed(story)


def _kept_inside(story: Story) -> None:
    story.at("Thu 19 Nov 10:30").tells("internally_escalated")
    story.at("Thu 19 Nov 11:00").by("sam").tells("threshold_decided", **_INSIDE)
    assert story.stage == "Managed inside"
    assert story.due("internal_review") == "Fri 20 Nov 11:00"
    assert "G4" in story.refused("referral_sent").gates
    story.at("Fri 20 Nov 10:00").tells("review_held", outcome="continue")
    assert "internal_review" not in story.running()


def _worse_once(story: Story) -> None:
    story.at("Mon 23 Nov 10:00").by("joy").tells(
        "observation_made", "first fall", worse="yes", text="Fell, confused, lost 2 kg."
    )
    assert story.stage == "Threshold to decide"
    assert {"make_safe", "threshold"} <= story.running()
    assert "coordination" not in story.running()
    story.tells("safety_checked")
    story.at("Mon 23 Nov 12:00").by("sam").tells("threshold_decided", **_INSIDE)
    story.at("Tue 24 Nov 10:00").tells("review_held", outcome="continue")


def _worse_twice(story: Story) -> None:
    story.at("Thu 26 Nov 15:00").by("joy").tells(
        "observation_made", "second fall", worse="yes", text="Fell again; drowsy."
    )
    story.tells("safety_checked")
    owed = story.queue()["coordination"]
    assert (owed.owner, owed.due) == ("Ruth Adeyemi", "Fri 27 Nov 17:00")
    assert "coordination_recorded" in story.f4("coordination").kinds


def _nothing_proceeds(story: Story) -> None:
    """Until it is said whether several agencies are needed, only what protects goes on."""
    for kind, answers in (("review_held", {}), ("threshold_decided", _INSIDE)):
        shut = story.by("sam").refused(kind, **answers)
        assert "G7" in shut.gates
        assert "coordination_recorded" in shut.mends
    assert "G7" not in story.refused("threshold_decided").gates
    assert "G7" not in story.refused("safeguard_started").gates
    assert "G7" not in story.refused("agency_contacted", contact="gp").gates


def _recorded(story: Story) -> None:
    story.at("Fri 27 Nov 10:00").by("ruth")
    assert story.refused("coordination_recorded", additional_support_required="n/a").gates == {"G7"}
    story.tells("coordination_recorded", "plan of work", review_owner="sam")
    assert story.met("coordination") == "Fri 27 Nov 10:00"
    assert {"lead_professional", "coordination_review"} <= story.running()
    assert story.due("lead_professional") == "Tue 1 Dec 17:00"
    assert story.due("coordination_review").startswith("Fri 4 Dec")


def _professionals(story: Story) -> None:
    story.tells("sharing_decided", shared_with="GP, nurse, social worker").tells("wishes_recorded")
    story.tells("agency_involved", "gp", agency="gp_primary_care", desk="gp")
    story.tells("agency_involved", "nurse", agency="community_nurse", their_contact="Nurse Sale",
                part="Weight and skin, weekly")  # fmt: skip
    story.tells("agency_involved", "worker", agency="case_manager_social_worker",
                their_contact="Owen Tarrant", part="Care plan", desk="social_worker")  # fmt: skip
    story.tells("agency_contacted", "call", contact="gp", spoke_to="Dr Halloran",
                said="Visits today; medicines looked at again.")  # fmt: skip
    story.tells("lead_professional_named", "lead", name="Dr Halloran, GP", agency="gp")
    assert "lead_professional" not in story.running()
    story.tells("agency_agreed", "agreed", agency="gp")
    story.tells("agency_agreed", agency="nurse", said_by="Nurse Sale")
    story.tells("agency_agreed", agency="worker", said_by="Owen Tarrant")
    story.tells("action_agreed", "drinks", what="Fortified drinks twice a day", owner="joy",
                due_at="Wed 2 Dec 17:00")  # fmt: skip


def _lead_looks_at_reporting(story: Story) -> None:
    """Whether it must be reported outside is decided, with the reason, by two people."""
    story.by("sam").tells("threshold_decided", **_INSIDE)
    story.at("Sat 28 Nov 10:00").tells("review_held", outcome="continue")
    story.at("Wed 2 Dec 10:00").by("joy").tells("action_done", "drunk", action="drinks")
    story.by("sam").tells("action_verified", action="drinks")
    story.at("Thu 3 Dec 10:00").tells("coordination_reviewed")
    assert story.due("coordination_review").startswith("Thu 10 Dec")


def _validated(story: Story) -> None:
    proof: dict[str, Any] = {
        "occurred_shown_by": ("call",),
        "roles_shown_by": ("gp", "lead"),
        "actions_shown_by": ("drinks", "agreed"),
    }
    story.at("Fri 4 Dec 10:00")
    assert "G8" in story.refused("closure_requested").gates
    assert story.refused("coordination_validated", **proof, roles_defined="no").gates == {"G8"}
    assert story.refused("coordination_validated", **{**proof, "occurred_shown_by": ()}).gates == {
        "G8"
    }
    unfit = {**proof, "roles_shown_by": ("first fall",)}
    assert story.refused("coordination_validated", **unfit).gates == {"G8"}
    assert story.by("joy").refused("coordination_validated", **proof).gates == {"G8"}
    story.by("sam").tells("coordination_validated", **proof)
    assert not {"coordination", "coordination_review", "lead_professional"} & story.running()
