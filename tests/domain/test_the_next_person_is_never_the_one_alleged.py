"""Routing: the owner first, empty roles skipped, the person alleged passed over (domain 4.4)."""

from dataclasses import replace
from uuid import UUID

from sgtui.domain.entries import StaffRegistered
from sgtui.domain.people import Role
from sgtui.domain.routing import Routed, route, route_in
from tests.domain.a_home import LEAD, LEADER, MANAGER, a_home, an_id, register_of
from tests.domain.case_builder import Told, a_concern

NIGHT = an_id("night leader")
SECOND_LEADER = StaffRegistered(staff=NIGHT, name="Bea Lowe", roles=(Role.SHIFT_LEADER,))


def _routed(told: Told, *roles: Role, here: UUID | None = None) -> Routed:
    return route_in(told.register, told.case, roles, now=told.now, here=here)


def test_the_role_comes_before_the_owner() -> None:
    told = a_concern()
    routed = _routed(told, Role.SAFEGUARDING_LEAD, Role.SHIFT_LEADER)
    assert routed.member is not None and routed.member.id == LEAD


def test_of_several_in_one_role_the_owner_comes_first_then_whoever_is_here() -> None:
    told = a_concern()
    register = register_of(*a_home(), SECOND_LEADER)
    routed = _routed(replace(told, register=register), Role.SHIFT_LEADER, here=NIGHT)
    assert routed.member is not None and routed.member.id == LEADER
    owned_by_lead = route(
        register, (Role.SHIFT_LEADER,), now=told.now, owner=LEAD, barred=frozenset(), here=NIGHT
    )
    assert owned_by_lead.member is not None and owned_by_lead.member.id == NIGHT


def test_an_empty_role_is_skipped_and_said() -> None:
    told = a_concern()
    routed = _routed(told, Role.DEPUTY_SAFEGUARDING_LEAD, Role.REGISTERED_MANAGER)
    assert routed.member is not None and routed.member.id == MANAGER
    assert routed.skipped == ("Deputy safeguarding lead is held by nobody",)


def test_the_person_alleged_is_passed_over_and_it_says_why() -> None:
    told = a_concern(alleged_staff=LEAD)
    routed = _routed(told, Role.SAFEGUARDING_LEAD, Role.REGISTERED_MANAGER)
    assert routed.member is not None and routed.member.id == MANAGER
    assert routed.skipped == ("Safeguarding lead is alleged or in conflict",)


def test_who_has_left_is_passed_over() -> None:
    left = StaffRegistered(
        staff=LEAD, name="Sam Lead", roles=(Role.SAFEGUARDING_LEAD,), active=False
    )
    told = a_concern()
    without = replace(told, register=register_of(*a_home(), left))
    routed = _routed(without, Role.SAFEGUARDING_LEAD)
    assert routed == Routed(None, ("Safeguarding lead is held by nobody",))
    assert routed.name == "nobody in the register"
