"""The home of the long stories: who manages whom, who may decide, which ladders it adopted."""

from dataclasses import replace
from uuid import UUID

from sgtui.domain.ladder import Ladder
from sgtui.domain.people import Role, StaffMember
from sgtui.domain.register import Register
from tests.domain.a_full_home import FULL_HOME, TUTOR
from tests.domain.a_home import (
    AUDITOR,
    CARER,
    DIRECTOR,
    LEAD,
    LEADER,
    MANAGER,
    ON_CALL,
    an_id,
)
from tests.domain.boards_ladders import DEFAULT, DORSET, SOUTH_TYNESIDE, ladder_of

GONE, NOBODY = an_id("gone"), an_id("nobody")
MANAGED_BY = {CARER: LEADER, LEADER: MANAGER, LEAD: MANAGER}
READERS = {AUDITOR}
MANAGERS = {MANAGER, DIRECTOR}
DECIDERS = {LEAD, ON_CALL, *MANAGERS}
KNOWN_STAFF = {LEADER, CARER, TUTOR, *DECIDERS, *READERS}
MAY_NOT_DECIDE = {LEADER, CARER, TUTOR, GONE, *READERS}
"""Whoever the register knows and who may not decide, or not any more."""
LADDERS = {version: ladder_of(version) for version in (DEFAULT, DORSET, SOUTH_TYNESIDE)}


def _managed(member: StaffMember) -> StaffMember:
    return member.model_copy(update={"line_manager": MANAGED_BY.get(member.id)})


def _long_home() -> Register:
    left = StaffMember(id=GONE, name="Al Reed", roles=(Role.SAFEGUARDING_LEAD,), active=False)
    staff = {one: _managed(member) for one, member in FULL_HOME.staff.items()}
    adopted = dict.fromkeys(LADDERS, "As it is shipped.")
    return replace(FULL_HOME, staff={**staff, GONE: left}, ladders=adopted)


LONG_HOME = _long_home()


def ladder(version: str) -> Ladder:
    """A ladder that this home has adopted."""
    return LADDERS[version]


def under(barred: set[UUID]) -> set[UUID]:
    """Whoever works under somebody of these, at any remove."""
    found = set(barred)
    for _ in MANAGED_BY:
        found |= {one for one, manager in MANAGED_BY.items() if manager in found}
    return found - barred


def free_to_decide(barred: set[UUID]) -> list[UUID]:
    """Whoever may decide and is neither barred nor works under such a person."""
    order = (LEAD, MANAGER, ON_CALL, DIRECTOR)
    return [one for one in order if one not in barred | under(barred)]
