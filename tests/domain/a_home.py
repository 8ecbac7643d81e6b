"""A home of invented people, its desks and their hours, and the ladder that is shipped."""

from datetime import UTC, datetime
from uuid import UUID, uuid5

from sgtui.domain.entries import (
    REGISTER_ID,
    ContactPointRegistered,
    Entry,
    Payload,
    PersonRegistered,
    ServiceSetUp,
    StaffRegistered,
)
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_file import shipped
from sgtui.domain.london_time import from_london
from sgtui.domain.people import Role
from sgtui.domain.register import Register, fold_register

_NAMES = UUID("00000000-0000-4000-8000-000000000000")


def an_id(name: str) -> UUID:
    """The same id for the same name, every time."""
    return uuid5(_NAMES, name)


LEADER, LEAD, MANAGER, ON_CALL, CARER, DIRECTOR, AUDITOR = (
    an_id(name) for name in ("leader", "lead", "manager", "on call", "carer", "director", "auditor")
)
ADA = an_id("Ada Vale")
DESK, EDT, WORKER, TEAM, HEAD, DASS, BOARD, CHAIR = (
    an_id(name) for name in ("desk", "edt", "worker", "team", "head", "dass", "board", "chair")
)

_STAFF = {
    LEADER: ("Joy Okafor", Role.SHIFT_LEADER),
    LEAD: ("Sam Lead", Role.SAFEGUARDING_LEAD),
    MANAGER: ("Rae Moss", Role.REGISTERED_MANAGER),
    ON_CALL: ("Max Cole", Role.ON_CALL_MANAGER),
    CARER: ("Kit Dunn", Role.CARE_WORKER),
    DIRECTOR: ("Una Park", Role.NOMINATED_INDIVIDUAL),
    AUDITOR: ("Ola Finch", Role.AUDITOR),
}
_WEEK = "Mon-Thu 08:30-17:00, Fri 08:30-16:30"
_NIGHTS = "Mon-Thu 17:00-08:30, Fri 16:30-08:30, Sat-Sun 08:30-08:30, bank holidays 08:30-08:30"
_DESKS = {
    DESK: ("duty_desk", "LA duty desk", _WEEK),
    EDT: ("edt", "Emergency duty team", _NIGHTS),
    WORKER: ("social_worker", "Social worker", _WEEK),
    TEAM: ("team_manager", "Team manager", _WEEK),
    HEAD: ("head_of_service", "Head of Service", _WEEK),
    DASS: ("dass", "Director of Adult Social Services", _WEEK),
    BOARD: ("partnership", "Safeguarding partnership", _WEEK),
    CHAIR: ("sab_chair", "Chair of the board", _WEEK),
}


def london(words: str) -> datetime:
    """A moment from "2026-11-19 02:20" on a London clock."""
    plain = datetime.fromisoformat(words)
    return from_london(plain.date(), plain.time())


def a_home() -> tuple[Payload, ...]:
    """What sets up the home of these tests."""
    return (
        ServiceSetUp(service="Rosewood House", authority="Anyshire"),
        *(StaffRegistered(staff=i, name=n, roles=(r,)) for i, (n, r) in _STAFF.items()),
        PersonRegistered(person=ADA, name="Ada Vale", room="12"),
        *(
            ContactPointRegistered(contact=i, point=p, name=n, phone="01632 960114", hours=h)
            for i, (p, n, h) in _DESKS.items()
        ),
    )


def register_of(*payloads: Payload) -> Register:
    """The register that these entries make."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return fold_register(
        Entry(
            id=an_id(f"register {number}"),
            case_id=REGISTER_ID,
            number=number,
            occurred_at=at,
            recorded_at=at,
            recorded_by=MANAGER,
            payload=payload,
        )
        for number, payload in enumerate(payloads, start=1)
    )


HOME = register_of(*a_home())


def the_ladder() -> Ladder:
    """The ladder that comes with the program."""
    found = shipped("ENG-default-1")
    assert found is not None
    return found


LADDER = the_ladder()
