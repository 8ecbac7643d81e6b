"""A duty that was given to a person is theirs, while they are there and free to do it (R1, R62)."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from sgtui.domain.entries import StaffRegistered
from sgtui.domain.people import Role
from sgtui.domain.routing import Routed, given_words, owner_of
from tests.domain.a_home import CARER, LEAD, LEADER, MANAGER, ON_CALL, a_home, register_of
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral


def owner(told: Told, duty: str) -> Routed:
    return next(step.owner for step in told.next_steps() if step.clock.duty == duty)


def who(told: Told, duty: str) -> UUID | None:
    member = owner(told, duty).member
    return member.id if member else None


def in_conflict(told: Told, staff: UUID) -> Told:
    name = told.register.staff_name(staff)
    return told.tell("person_involved", name=name, involvement="conflicted", staff=staff)


@pytest.mark.parametrize(
    ("kind", "field", "duty"),
    [
        ("action_agreed", "owner", "action"),
        ("safeguard_started", "owner", "safeguard_first_review"),
        ("coordination_recorded", "review_owner", "coordination_review"),
        ("safeguarding_plan_agreed", "owner", "plan_review"),
    ],
)
def test_it_is_theirs(kind: str, field: str, duty: str) -> None:
    given: dict[str, Any] = {field: CARER}
    assert who(a_referral().tell(kind, **given), duty) == CARER


def test_the_plan_stays_with_its_owner_after_a_review() -> None:
    told = a_referral().tell("safeguarding_plan_agreed", owner=CARER).tell("review_held")
    assert who(told, "plan_review") == CARER


def test_each_review_of_a_safeguard_stays_with_its_owner() -> None:
    told = a_full_record().tell("safeguard_started", owner=CARER).tell("safeguard_reviewed")
    assert who(told, "safeguard_review") == CARER


def test_the_newest_record_says_who_reviews_the_coordination() -> None:
    told = a_referral().tell("coordination_recorded", review_owner=CARER)
    assert who(told.tell("coordination_recorded", review_owner=LEADER), "coordination_review") == (
        LEADER
    )


def test_whoever_is_named_since_has_it_no_more_and_it_says_so() -> None:
    told = in_conflict(a_full_record().tell("action_agreed", owner=CARER), CARER)
    routed = owner(told, "action")
    assert routed.member is not None and routed.member.id == LEAD
    assert routed.skipped == ("Kit Dunn, whose it was, is alleged or in conflict",)
    assert given_words(told.register, told.case, CARER) == "nobody now; was Kit Dunn"
    assert given_words(told.register, told.case, LEADER) == "Joy Okafor"


def test_nor_is_it_filled_in_that_they_did_it() -> None:
    told = in_conflict(a_full_record().tell("action_agreed", owner=CARER), CARER)
    (step,) = [one for one in told.next_steps() if one.clock.duty == "action"]
    assert "done_by" not in step.steps[0].known


def test_who_has_left_has_it_no_more() -> None:
    told = a_full_record().tell("action_agreed", owner=CARER)
    gone = StaffRegistered(staff=CARER, name="Kit Dunn", roles=(Role.CARE_WORKER,), active=False)
    routed = owner(replace(told, register=register_of(*a_home(), gone)), "action")
    assert routed.skipped == ("Kit Dunn, whose it was, is not here any more",)


@pytest.mark.parametrize(
    ("kind", "duty", "theirs"),
    [("action_agreed", "action", True), ("safeguarding_plan_agreed", "plan_review", False)],
)
def test_under_somebody_in_conflict_one_may_do_but_not_judge(
    kind: str, duty: str, theirs: bool
) -> None:
    under = StaffRegistered(
        staff=CARER, name="Kit Dunn", roles=(Role.CARE_WORKER,), line_manager=ON_CALL
    )
    told = replace(a_referral(), register=register_of(*a_home(), under))
    told = in_conflict(told.tell(kind, owner=CARER), ON_CALL)
    assert (who(told, duty) == CARER) is theirs


def test_whoever_was_told_by_night_and_decides_decides_the_threshold_before_the_lead() -> None:
    told = a_full_record("2026-11-19 02:20")
    told.tell("internally_escalated", told=ON_CALL, decision_owner=ON_CALL)
    assert who(told, "threshold") == ON_CALL
    assert who(told.tell("owner_assigned", owner=MANAGER), "threshold") == MANAGER


def test_an_owner_who_holds_none_of_the_stages_roles_decides_nothing() -> None:
    told = a_full_record().tell("internally_escalated").tell("owner_assigned", owner=LEADER)
    assert who(told, "threshold") == LEAD


def test_a_case_told_by_the_person_alleged_alone_is_owned_by_whoever_is_to_be_told() -> None:
    told = a_concern(alleged_staff=LEADER)
    assert told.case.owner is None
    routed = owner_of(told.register, told.case, told.ladder, told.now)
    assert routed.member is not None and routed.member.id == ON_CALL
    assert told.by(LEAD).tell("observation_made").case.owner == LEAD
