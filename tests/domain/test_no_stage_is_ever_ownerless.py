"""Whoever is alleged, in conflict, gone or managed by them: each duty has an owner, never them."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.entries import Payload, PersonInvolved, StaffRegistered
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.people import Role
from sgtui.domain.routing import owner_of, to_tell
from tests.domain.a_home import HOME, a_home, register_of
from tests.domain.case_builder import Told, a_referral

STAFF = tuple(HOME.staff.values())
IDS = st.sampled_from([member.id for member in STAFF])


def told_with(barred: set[UUID], gone: set[UUID], managers: dict[UUID, UUID]) -> Told:
    """A referred case in a home so staffed, with these in conflict."""
    said: list[Payload] = [
        StaffRegistered(
            staff=member.id, name=member.name, roles=member.roles, active=member.id not in gone,
            line_manager=managers.get(member.id) if managers.get(member.id) != member.id else None,
        )
        for member in STAFF
    ]  # fmt: skip
    told = replace(a_referral(), register=register_of(*a_home(), *said)).later(hours=30)
    for who in sorted(barred):
        name = told.register.staff_name(who)
        told.add(PersonInvolved(name=name, involvement=Involvement.CONFLICTED, staff=who))
    return told


@settings(max_examples=60, deadline=None)
@given(st.sets(IDS), st.sets(IDS), st.dictionaries(IDS, IDS))
def test_every_duty_has_an_owner_who_is_free_to_act(
    barred: set[UUID], gone: set[UUID], managers: dict[UUID, UUID]
) -> None:
    told = told_with(barred, gone, managers)
    steps = told.next_steps()
    assert steps
    routed = [step.owner for step in steps]
    routed.append(to_tell(told.register, told.case, told.ladder, told.now))
    routed.append(owner_of(told.register, told.case, told.ladder, told.now))
    for owner in routed:
        if owner.member is None:
            assert owner.outside is not None
            assert owner.name.startswith("somebody outside: ")
        else:
            assert owner.member.id not in barred | gone
            assert Role.AUDITOR not in owner.member.roles
