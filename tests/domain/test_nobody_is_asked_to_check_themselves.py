"""What one person did, decided or asked for is checked by another (gates G14, G15, G18)."""

from dataclasses import replace
from uuid import UUID

import pytest

from sgtui.domain.entries import Payload, ServiceSetUp, StaffRegistered
from sgtui.domain.people import Role
from sgtui.domain.routing import Routed
from tests.domain.a_home import CARER, LEAD, LEADER, MANAGER, register_of
from tests.domain.case_builder import Told, a_full_record


def verifying(done_by: UUID = LEAD) -> Told:
    told = a_full_record().tell("action_agreed", owner=done_by)
    return told.tell("action_done", done_by=done_by)


def countersigning() -> Told:
    told = a_full_record().by(LEAD)
    return told.tell("threshold_decided", second_person=None, provisional="yes")


def closing() -> Told:
    told = a_full_record().tell("threshold_decided", route="internal")
    return told.by(LEAD).tell("closure_requested")


def small_home(*roles: tuple[UUID, Role]) -> tuple[Payload, ...]:
    """A home with these people and nobody else."""
    staff = (
        StaffRegistered(staff=who, name=name, roles=(role,))
        for (who, role), name in zip(roles, ("Sam Lead", "Joy Okafor", "Rae Moss"), strict=False)
    )
    return (ServiceSetUp(service="Rosewood House", authority="Anyshire"), *staff)


def owner(told: Told, duty: str) -> Routed:
    return next(step.owner for step in told.next_steps() if step.clock.duty == duty)


@pytest.mark.parametrize(
    ("told", "duty", "words"),
    [
        (verifying(), "verification", "Sam Lead did it or wrote it down"),
        (countersigning(), "countersign", "Sam Lead decided it"),
        (closing(), "closure", "Sam Lead asked for it"),
    ],
)
def test_they_are_passed_over_and_it_says_why(told: Told, duty: str, words: str) -> None:
    routed = owner(told, duty)
    assert routed.member is not None and routed.member.id != LEAD
    assert routed.skipped[0] == words


def test_nor_does_it_fall_to_whoever_wrote_it_down() -> None:
    routed = owner(verifying(CARER).by(LEAD), "verification")
    assert routed.member is not None and routed.member.id not in (CARER, LEADER)


def test_the_owner_of_the_case_does_not_countersign_their_own_decision() -> None:
    told = countersigning().tell("owner_assigned", owner=LEAD)
    routed = owner(told, "countersign")
    assert routed.member is not None and routed.member.id != LEAD


def test_with_none_of_the_stages_roles_left_it_is_anybody_who_may() -> None:
    home = register_of(*small_home((LEAD, Role.SAFEGUARDING_LEAD), (CARER, Role.CARE_WORKER)))
    routed = owner(replace(verifying(), register=home), "verification")
    assert routed.member is not None and routed.member.id == CARER


@pytest.mark.parametrize(
    ("told", "duty"), [(countersigning(), "countersign"), (closing(), "closure")]
)
def test_with_nobody_else_left_it_says_so_and_nothing_goes_outside(told: Told, duty: str) -> None:
    home = register_of(*small_home((LEAD, Role.SAFEGUARDING_LEAD), (LEADER, Role.SHIFT_LEADER)))
    routed = owner(replace(told, register=home), duty)
    assert (routed.member, routed.outside) == (None, None)
    assert routed.name == "nobody else in the register"


def test_a_manager_who_comes_since_is_turned_to() -> None:
    people = ((LEAD, Role.SAFEGUARDING_LEAD), (LEADER, Role.SHIFT_LEADER))
    home = register_of(*small_home(*people, (MANAGER, Role.REGISTERED_MANAGER)))
    routed = owner(replace(closing(), register=home), "closure")
    assert routed.member is not None and routed.member.id == MANAGER
