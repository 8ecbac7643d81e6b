"""Whoever the rota has on call acts as the on-call manager, whatever else they are."""

from dataclasses import replace

from sgtui.domain.entries import OnCallSet, StaffRegistered
from sgtui.domain.people import Role
from sgtui.domain.register import Register
from sgtui.domain.routing import Routed, route_in, to_tell
from tests.domain.a_home import (
    DIRECTOR,
    LEAD,
    LEADER,
    MANAGER,
    ON_CALL,
    a_home,
    an_id,
    london,
    register_of,
)
from tests.domain.case_builder import Told, a_concern


def turn(who: str, since: str, until: str, *, active: bool = True, name: str = "turn") -> OnCallSet:
    """A turn on call between two London times."""
    return OnCallSet(
        slot=an_id(name), staff=an_id(who), since=london(since), until=london(until), active=active
    )


THURSDAY_NIGHT = turn("director", "2026-11-18 17:00", "2026-11-19 09:00")


def rota(*turns: OnCallSet) -> Register:
    """The home with these turns."""
    return register_of(*a_home(), *turns)


def on_call(told: Told) -> Routed:
    """Who acts as the on-call manager now."""
    return route_in(told.register, told.case, (Role.ON_CALL_MANAGER,), now=told.now)


def test_whoever_is_on_the_rota_is_on_call() -> None:
    told = replace(a_concern(), register=rota(THURSDAY_NIGHT))
    routed = on_call(told)
    assert routed.member is not None and routed.member.id == DIRECTOR
    assert routed.skipped == ()


def test_with_nobody_on_the_rota_now_it_is_whoever_holds_the_role_and_that_is_said() -> None:
    told = replace(a_concern(), register=rota(THURSDAY_NIGHT)).at("2026-11-19 09:00")
    routed = on_call(told)
    assert routed.member is not None and routed.member.id == ON_CALL
    assert routed.skipped == ("On-call manager: nobody is on the rota now",)


def test_a_home_without_a_rota_needs_none() -> None:
    routed = on_call(a_concern())
    assert routed.member is not None and routed.member.id == ON_CALL
    assert routed.skipped == ()


def test_a_turn_taken_off_the_rota_counts_no_more() -> None:
    off = THURSDAY_NIGHT.model_copy(update={"active": False})
    register = rota(THURSDAY_NIGHT, off)
    assert register.slots == {}
    assert register.on_call(london("2026-11-19 02:20")) == ()


def test_who_has_left_is_not_on_call() -> None:
    left = StaffRegistered(
        staff=DIRECTOR, name="Una Park", roles=(Role.NOMINATED_INDIVIDUAL,), active=False
    )
    register = register_of(*a_home(), THURSDAY_NIGHT, left)
    assert register.on_call(london("2026-11-19 02:20")) == ()


def test_of_two_on_call_whoever_came_on_last_is_turned_to_and_each_is_named_to_the_other() -> None:
    later = turn("lead", "2026-11-19 00:00", "2026-11-19 06:00", name="later")
    register = rota(THURSDAY_NIGHT, later)
    now = london("2026-11-19 02:20")
    assert [member.id for member in register.on_call(now)] == [LEAD, DIRECTOR]
    assert register.on_call_beside(later.slot) == ("Una Park",)
    assert [slot.id for slot in register.on_call_next(now)] == [THURSDAY_NIGHT.slot, later.slot]


def test_what_is_over_is_not_to_come() -> None:
    assert rota(THURSDAY_NIGHT).on_call_next(london("2026-11-19 09:00")) == ()


def test_somebody_alleged_who_is_on_call_is_passed_over() -> None:
    told = replace(a_concern(alleged_staff=DIRECTOR), register=rota(THURSDAY_NIGHT))
    routed = route_in(
        told.register, told.case, (Role.ON_CALL_MANAGER, Role.REGISTERED_MANAGER), now=told.now
    )
    assert routed.member is not None and routed.member.id == MANAGER
    assert routed.skipped == ("On-call manager is alleged or in conflict",)


def test_a_shift_leader_tells_the_lead_in_office_hours_and_whoever_is_on_call_by_night() -> None:
    told = replace(a_concern(), register=rota(THURSDAY_NIGHT))
    night = to_tell(told.register, told.case, told.ladder, told.now)
    day = to_tell(told.register, told.case, told.ladder, london("2026-11-19 10:00"))
    holiday = to_tell(told.register, told.case, told.ladder, london("2026-12-25 10:00"))
    told_to = [routed.member.id for routed in (night, day, holiday) if routed.member]
    assert told_to == [DIRECTOR, LEAD, ON_CALL]


def test_the_rungs_of_a_shift_leader_stay_theirs_by_night() -> None:
    told = replace(a_concern(), register=rota(THURSDAY_NIGHT))
    (step,) = [one for one in told.next_steps() if one.clock.duty == "internal_escalation"]
    assert step.owner.member is not None and step.owner.member.id == LEADER
