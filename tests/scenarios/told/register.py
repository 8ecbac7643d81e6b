"""Rosewood House as the scenarios know it: who works and lives there, and whom it rings."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from sgtui.domain.entries import (
    ContactPointRegistered,
    LadderAdopted,
    OnCallSet,
    Payload,
    PersonRegistered,
    ServiceSetUp,
    StaffRegistered,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.ladder_file import shipped_text
from sgtui.domain.people import Role
from tests.domain import a_home
from tests.domain.a_home import an_id
from tests.scenarios.told.moment import moment

AUTHORITY = "Anyshire"
_LADDER = "ENG-default-1"

STAFF = {
    "joy": (a_home.LEADER, "Joy Okafor", Role.SHIFT_LEADER, "ruth"),
    "sam": (a_home.LEAD, "Sam Lister", Role.SAFEGUARDING_LEAD, "ruth"),
    "priya": (an_id("priya"), "Priya Nair-Holt", Role.DEPUTY_SAFEGUARDING_LEAD, "ruth"),
    "cole": (a_home.ON_CALL, "Martin Cole", Role.ON_CALL_MANAGER, "ruth"),
    "ruth": (a_home.MANAGER, "Ruth Adeyemi", Role.REGISTERED_MANAGER, "gareth"),
    "gareth": (a_home.DIRECTOR, "Gareth Pryce-Owen", Role.NOMINATED_INDIVIDUAL, None),
    "tomasz": (an_id("tomasz"), "Tomasz Wielgosz", Role.SHIFT_LEADER, "ruth"),
    "blessing": (a_home.CARER, "Blessing Mutasa", Role.CARE_WORKER, "joy"),
    "connor": (an_id("connor"), "Connor Blyth", Role.CARE_WORKER, "joy"),
}
"""Key to id, name, role and line manager. The ids are those that the usual answers name."""

WITH_CHILDREN = ("connor",)
"""Who works with children, here or elsewhere."""

PEOPLE = {
    "ada": ("Ada Vale", "12", date(1938, 3, 2), AUTHORITY),
    "ernest": ("Ernest Quill", "7", date(1941, 7, 19), AUTHORITY),
    "zsofia": ("Zsofia Bartfai", "3", date(1946, 1, 30), AUTHORITY),
    "hyacinth": ("Hyacinth Joseph", "9", date(1935, 11, 5), "Farshire"),
    "mina": ("Mina Lowe", "15", date(2009, 6, 14), AUTHORITY),
    "lily": ("Lily Farrow", None, date(2017, 2, 8), None),
}
"""Key to name, room, birthday and the authority that placed them. Lily only visits."""

_WEEK = "Mon-Thu 08:30-17:00, Fri 08:30-16:30"
_NIGHTS = "Mon-Thu 17:00-08:30, Fri 16:30-08:30, Sat-Sun 08:30-08:30, bank holidays 08:30-08:30"
_OFFICE = "Mon-Fri 09:00-17:00"

DESKS = {
    "duty_desk": (a_home.DESK, "LA duty desk", _WEEK),
    "edt": (a_home.EDT, "Emergency duty team", _NIGHTS),
    "mash": (an_id("mash"), "Anyshire MASH", _WEEK),
    "lado": (an_id("lado"), "LADO, Anyshire", _OFFICE),
    "police_101": (an_id("police"), "Police", "always"),
    "emergency_999": (an_id("999"), "Emergency services", "always"),
    "crisis_team": (an_id("crisis"), "Mental health crisis team", "always"),
    "social_worker": (a_home.WORKER, "Allocated social worker", _WEEK),
    "team_manager": (a_home.TEAM, "Team manager, adults", _WEEK),
    "head_of_service": (a_home.HEAD, "Head of Service", _OFFICE),
    "dass": (a_home.DASS, "Director, Adult Social Services", _OFFICE),
    "sab_chair": (an_id("chair"), "Chair of the board", _OFFICE),
    "partnership": (a_home.BOARD, "Safeguarding Adults Board", _OFFICE),
    "commissioner": (an_id("commissioner"), "Anyshire commissioning", _OFFICE),
    "regulator": (an_id("regulator"), "CQC", _OFFICE),
    "gp": (an_id("gp"), "Dr Halloran, Fernbank Surgery", "Mon-Fri 08:00-18:30"),
}
"""The sort that a ladder names to id, name and opening hours."""


def person_id(key: str) -> UUID:
    """The id of somebody who lives in the home or visits it."""
    return an_id(PEOPLE[key][0])


def ids(how: str) -> Mapping[str, UUID]:
    """Key to id of everyone who may be named where a form asks in that way."""
    return {
        "staff": {key: given[0] for key, given in STAFF.items()},
        "contact": {key: given[0] for key, given in DESKS.items()},
        "person": {key: person_id(key) for key in PEOPLE},
    }.get(how, {})


def payloads(keys: Mapping[UUID, bytes]) -> Iterator[Payload]:
    """The register as a manager would enter it; `keys` are the public keys of the staff."""
    yield ServiceSetUp(service="Rosewood House", authority=AUTHORITY)
    for key, (who, name, role, manager) in STAFF.items():
        yield StaffRegistered(
            staff=who,
            name=name,
            roles=(role,),
            public_key=keys[who].hex(),
            works_with_children=YesNo.YES if key in WITH_CHILDREN else None,
            line_manager=STAFF[manager][0] if manager else None,
        )
    yield LadderAdopted(version=_LADDER, toml=shipped_text(_LADDER))
    for point, (contact, name, hours) in DESKS.items():
        yield ContactPointRegistered(
            contact=contact, point=point, name=name, phone="01632 960114", hours=hours
        )
    for key, (name, room, born_on, placed) in PEOPLE.items():
        yield PersonRegistered(
            person=person_id(key),
            name=name,
            room=room,
            born_on=born_on,
            placing_authority=placed,
        )
    yield OnCallSet(
        slot=an_id("on call"),
        staff=STAFF["cole"][0],
        since=moment("Mon 16 Nov 17:00"),
        until=moment("Mon 4 Jan 09:00"),
    )
