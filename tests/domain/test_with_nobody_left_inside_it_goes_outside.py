"""No stage is ever ownerless: with everybody inside alleged or missing it is somebody outside."""

from dataclasses import replace

from sgtui.domain.entries import ContactPointRegistered, PersonInvolved
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.routing import route_in
from tests.domain.a_home import (
    CARER,
    DIRECTOR,
    LEAD,
    LEADER,
    MANAGER,
    ON_CALL,
    a_home,
    an_id,
    register_of,
)
from tests.domain.case_builder import Told, a_concern

EVERYBODY = (LEADER, LEAD, MANAGER, ON_CALL, DIRECTOR, CARER)
REGULATOR = ContactPointRegistered(
    contact=an_id("regulator"), point="regulator", name="CQC", phone="01632 960115"
)


def all_named() -> Told:
    """Everybody who could act is alleged or in conflict."""
    told = replace(a_concern(alleged_staff=LEAD), register=register_of(*a_home(), REGULATOR))
    for who in EVERYBODY:
        name = told.register.staff_name(who)
        told.add(PersonInvolved(name=name, involvement=Involvement.CONFLICTED, staff=who))
    return told


def test_every_running_duty_then_has_an_owner_outside() -> None:
    told = all_named()
    steps = told.next_steps()
    assert steps
    for step in steps:
        assert step.owner.member is None
        assert step.owner.name == "somebody outside: LA duty desk"
        assert [desk.name for desk in step.owner.desks] == ["LA duty desk", "CQC"]
        assert step.owner.skipped


def test_its_words_say_that_the_law_protects_whoever_raises_it() -> None:
    outside = all_named().next_steps()[0].owner.outside
    assert outside is not None
    assert "The law protects whoever does so" in outside.script
    assert "Public Interest Disclosure Act 1998" in outside.source


def test_a_desk_that_is_not_registered_is_named_by_its_sort() -> None:
    told = all_named()
    bare = replace(told, register=replace(told.register, contacts={}))
    assert bare.next_steps()[0].owner.name == "somebody outside: Duty desk"


def test_a_ladder_without_a_way_outside_says_that_nobody_is_left() -> None:
    told = all_named()
    roles = told.ladder.stage("L5").owners
    assert route_in(told.register, told.case, roles, now=told.now).name == (
        "nobody in the register"
    )


def test_while_anybody_is_left_nothing_goes_outside() -> None:
    for step in a_concern(alleged_staff=LEAD).next_steps():
        assert step.owner.member is not None
