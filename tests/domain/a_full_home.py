"""The home of these tests with every desk that is told of something, and a carer of children."""

from sgtui.domain.entries import ContactPointRegistered, PersonRegistered, StaffRegistered
from sgtui.domain.people import Role
from sgtui.domain.register import Register
from tests.domain.a_home import a_home, an_id, register_of

LADO, POLICE, COMMISSIONER, REGULATOR, RING_999 = (
    an_id(name) for name in ("lado", "police", "commissioner", "regulator", "999")
)
TUTOR = an_id("tutor")
PLACED, OWN = an_id("placed by another"), an_id("placed by our own")

_DESKS = {
    LADO: ("lado", "Anyshire LADO"),
    POLICE: ("police_101", "Anyshire Police"),
    COMMISSIONER: ("commissioner", "Commissioning team"),
    REGULATOR: ("regulator", "CQC"),
    RING_999: ("emergency_999", "999"),
}

FULL_HOME: Register = register_of(
    *a_home(),
    StaffRegistered.model_validate(
        {"staff": TUTOR, "name": "Lee Hart", "roles": (Role.CARE_WORKER,)}
        | {"works_with_children": "yes"}
    ),
    PersonRegistered(person=PLACED, name="Bo Finn", placing_authority="West Fenshire Council"),
    PersonRegistered(person=OWN, name="Di Rook", placing_authority="Anyshire County Council"),
    *(ContactPointRegistered(contact=i, point=p, name=n) for i, (p, n) in _DESKS.items()),
)
