"""Routing: the owner first, empty roles skipped, the person alleged passed over (domain 4.4)."""

from sgtui.domain.entries import StaffRegistered
from sgtui.domain.people import Role
from sgtui.domain.routing import Routed, route
from tests.domain.a_home import LEAD, LEADER, MANAGER, a_home, register_of
from tests.domain.case_builder import a_concern


def test_the_owner_comes_first_where_they_hold_a_role() -> None:
    told = a_concern()
    routed = route(told.register, told.case, (Role.SAFEGUARDING_LEAD, Role.SHIFT_LEADER))
    assert routed.member is not None and routed.member.id == LEADER


def test_an_empty_role_is_skipped_and_said() -> None:
    told = a_concern()
    routed = route(
        told.register, told.case, (Role.DEPUTY_SAFEGUARDING_LEAD, Role.REGISTERED_MANAGER)
    )
    assert routed.member is not None and routed.member.id == MANAGER
    assert routed.skipped == ("Deputy safeguarding lead is held by nobody",)


def test_the_person_alleged_is_passed_over_and_it_says_why() -> None:
    told = a_concern(alleged_staff=LEAD)
    routed = route(told.register, told.case, (Role.SAFEGUARDING_LEAD, Role.REGISTERED_MANAGER))
    assert routed.member is not None and routed.member.id == MANAGER
    assert routed.skipped == ("Safeguarding lead is the person alleged",)


def test_who_has_left_is_passed_over() -> None:
    left = StaffRegistered(
        staff=LEAD, name="Sam Lead", roles=(Role.SAFEGUARDING_LEAD,), active=False
    )
    told = a_concern()
    routed = route(register_of(*a_home(), left), told.case, (Role.SAFEGUARDING_LEAD,))
    assert routed == Routed(None, ("Safeguarding lead is held by nobody",))
    assert routed.name == "nobody in the register"
