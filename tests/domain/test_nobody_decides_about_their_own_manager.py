"""Whoever works under somebody alleged or in conflict is passed over, and decides nothing."""

from dataclasses import replace

from sgtui.domain.entries import Payload, StaffRegistered
from sgtui.domain.people import Role
from sgtui.domain.register import Register
from sgtui.domain.routing import route_in
from sgtui.domain.whose import managed_by
from tests.domain.a_home import DIRECTOR, LEAD, LEADER, MANAGER, ON_CALL, a_home, an_id, register_of
from tests.domain.case_builder import Told, a_full_record

NAMES = {
    LEAD: ("Sam Lead", Role.SAFEGUARDING_LEAD),
    ON_CALL: ("Max Cole", Role.ON_CALL_MANAGER),
    LEADER: ("Joy Okafor", Role.SHIFT_LEADER),
    DIRECTOR: ("Una Park", Role.NOMINATED_INDIVIDUAL),
    MANAGER: ("Rae Moss", Role.REGISTERED_MANAGER),
}


def under(**managers: str) -> Register:
    """The home where each of these, by the name of their id, works under another."""
    said: list[Payload] = []
    for who, manager in managers.items():
        name, role = NAMES[an_id(who.replace("_", " "))]
        said.append(
            StaffRegistered(
                staff=an_id(who.replace("_", " ")), name=name, roles=(role,),
                line_manager=an_id(manager),
            )
        )  # fmt: skip
    return register_of(*a_home(), *said)


def with_alleged_manager(register: Register) -> Told:
    return replace(a_full_record(alleged_staff=MANAGER), register=register)


def test_whoever_they_manage_is_passed_over_and_it_says_why() -> None:
    told = with_alleged_manager(under(lead="manager"))
    roles = (Role.SAFEGUARDING_LEAD, Role.ON_CALL_MANAGER)
    routed = route_in(told.register, told.case, roles, now=told.now)
    assert routed.member is not None and routed.member.id == ON_CALL
    assert routed.skipped == ("Safeguarding lead works under somebody alleged",)


def test_so_is_whoever_those_manage_and_a_circle_of_managers_ends() -> None:
    register = under(lead="manager", on_call="lead", manager="on call")
    assert managed_by(register, frozenset({MANAGER})) == {LEAD, ON_CALL}
    assert managed_by(register, frozenset()) == frozenset()


def test_what_needs_no_decision_stays_inside_where_nobody_else_is_left() -> None:
    told = with_alleged_manager(under(leader="manager"))
    routed = route_in(
        told.register, told.case, (Role.SHIFT_LEADER, Role.REGISTERED_MANAGER), now=told.now
    )
    assert routed.member is not None and routed.member.id == LEADER
    assert routed.skipped == (
        "Shift leader works under somebody alleged",
        "Registered manager is alleged or in conflict",
    )


def test_they_decide_no_threshold_and_are_no_second_person() -> None:
    told = with_alleged_manager(under(lead="manager"))
    (item,) = told.try_to("threshold_decided", decided_by=LEAD, second_person=DIRECTOR)
    assert item.sentence == (
        "Decided by: Sam Lead works under somebody alleged or in conflict. Choose another."
    )
    asked = told.try_to("threshold_decided", decided_by=ON_CALL, second_person=LEAD)
    assert [m.sentence.partition(":")[0] for m in asked if m.gate == "G21"] == ["Second person"]
    assert told.try_to("threshold_decided", decided_by=ON_CALL, second_person=DIRECTOR) == ()


def test_they_countersign_nothing() -> None:
    told = with_alleged_manager(under(lead="manager")).tell("internally_escalated")
    told.tell("threshold_decided", decided_by=ON_CALL, second_person=None, provisional="yes")
    assert told.by(LEAD).gates_of("countersigned", entry=told.last) == {"G21"}
    assert told.by(DIRECTOR).gates_of("countersigned", entry=told.last) == set()


def test_where_nobody_inside_is_left_to_decide_the_desk_outside_is_named() -> None:
    register = under(lead="manager", on_call="manager", director="manager")
    told = with_alleged_manager(register)
    (item,) = [m for m in told.try_to("threshold_decided", second_person=None, provisional="yes",
                                      decided_by=LEAD) if m.gate == "G21"]  # fmt: skip
    assert item.sentence.endswith("Nobody inside is left to decide: ring LA duty desk and say so.")


def test_they_may_still_observe_and_keep_the_person_safe() -> None:
    told = with_alleged_manager(under(leader="manager"))
    assert told.try_to("observation_made") == ()
