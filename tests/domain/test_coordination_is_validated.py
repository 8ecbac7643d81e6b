"""Coordination ends when three points are shown by entries and signed by its owner (R58, G8)."""

from typing import Any
from uuid import UUID

import pytest

from tests.domain.a_home import CARER, LEAD, LEADER, MANAGER
from tests.domain.case_builder import Told, a_full_record


def together() -> Told:
    """Recorded, an agency in it, a lead, an action; the review owner is at the desk."""
    told = a_full_record().tell("coordination_recorded").tell("agency_involved")
    return told.tell("lead_professional_named").tell("action_agreed").by(LEAD)


def shown(told: Told, **given: Any) -> dict[str, Any]:
    return {
        "occurred_shown_by": (told.newest("agency_involved"),),
        "roles_shown_by": (told.newest("lead_professional_named"),),
        "actions_shown_by": (told.newest("action_agreed"),),
        **given,
    }


def sentences(told: Told, **given: Any) -> list[str]:
    found = told.try_to("coordination_validated", **shown(told, **given))
    assert {item.gate for item in found} <= {"G8"}
    return [item.sentence for item in found]


def test_three_points_each_shown_end_the_coordination() -> None:
    told = together()
    assert sentences(told) == []
    told.later(hours=1).tell("coordination_validated", **shown(told))
    assert told.case.coordination.running is None
    (clock,) = told.of("coordination_review")
    assert clock.ended_at == told.now
    assert clock.explanation.endswith("Ended: the coordination was validated.")


@pytest.mark.parametrize(
    ("point", "label"),
    [
        ("occurred", "Coordination occurred"),
        ("roles_defined", "Roles were defined"),
        ("actions_aligned", "Actions were aligned"),
    ],
)
def test_a_point_answered_no_keeps_it_going(point: str, label: str) -> None:
    assert sentences(together(), **{point: "no"}) == [
        f"{label}: coordination goes on until this is Yes, and shown."
    ]


@pytest.mark.parametrize("field", ["occurred_shown_by", "roles_shown_by", "actions_shown_by"])
def test_a_point_without_an_entry_or_with_one_that_shows_nothing_is_refused(field: str) -> None:
    told = together()
    for nothing in ((), (told.entries[1].id,)):
        (sentence,) = sentences(told, **{field: nothing})
        assert "name an entry that shows it: " in sentence


def test_a_call_that_reached_nobody_shows_no_coordination() -> None:
    told = together().tell("agency_contacted", result="voicemail", spoke_to=None)
    (sentence,) = sentences(told, occurred_shown_by=(told.last,))
    assert sentence.endswith("a contact that reached them, a meeting or an agency.")
    told.tell("agency_contacted")
    assert sentences(told, occurred_shown_by=(told.last,)) == []


def test_an_entry_made_in_error_shows_nothing() -> None:
    told = together()
    struck: UUID = told.newest("action_agreed")
    told.tell("entered_in_error", entry=struck)
    assert sentences(told, actions_shown_by=(struck,)) == [
        "Actions were aligned: name an entry that shows it: an action, the plan, or an agency's"
        " agreement.",
        "Actions were aligned: an entry made in error shows nothing. Leave it out.",
    ]


def test_its_owner_signs_it_or_who_may_decide_stands_in() -> None:
    told = together()
    assert sentences(told.by(MANAGER)) == []
    assert sentences(told.by(CARER)) == [
        "Sam Lead signs this as review owner, or a lead or manager instead."
    ]


def test_a_review_owner_of_any_role_signs_it() -> None:
    told = a_full_record().tell("coordination_recorded", review_owner=LEADER)
    told.tell("agency_involved").tell("lead_professional_named").tell("action_agreed")
    assert sentences(told.by(LEADER)) == []


def test_it_is_not_validated_while_nobody_leads() -> None:
    told = a_full_record().tell("coordination_recorded").tell("agency_involved")
    told.tell("action_agreed").by(LEAD)
    roles = (told.newest("agency_involved"),)
    found = told.try_to(
        "coordination_validated",
        occurred_shown_by=roles,
        roles_shown_by=roles,
        actions_shown_by=(told.newest("action_agreed"),),
    )
    assert [(item.sentence, item.mends) for item in found] == [
        ("Nobody leads yet. Name one person.", "lead_professional_named")
    ]


def test_it_is_not_validated_while_an_agency_does_not_agree() -> None:
    told = together().tell("agency_agreed", agrees="no")
    assert sentences(told) == [
        "GP, primary care does not agree to the plan. Record that they now do, or challenge it."
    ]
    assert sentences(told.tell("agency_agreed")) == []


def test_nothing_is_validated_that_is_not_going_on() -> None:
    told = together()
    told.tell("coordination_validated", **shown(told))
    assert sentences(told) == ["No coordination is going on. Record it first."]


def test_the_case_is_not_closed_before_it_is_validated() -> None:
    told = together().tell("threshold_decided", route="internal").tell("sharing_decided")
    told.tell("wishes_recorded").tell("action_done", done_by=LEADER)
    told.by(MANAGER).tell("action_verified")
    (item,) = told.try_to("closure_requested")
    assert (item.gate, item.mends) == ("G8", "coordination_validated")
    told.tell("coordination_validated", **shown(told))
    assert told.try_to("closure_requested") == ()
