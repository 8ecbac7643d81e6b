"""An invented body map, as the services give it to what prints it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sgtui.domain.entries import BodyMapped, Entry
from sgtui.domain.people import Role, StaffMember
from sgtui.domain.register import Register
from sgtui.services.body_map import MappedBody

_SPACE = UUID("b0d15000-0000-4000-8000-000000000000")
LOOKED = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
JOY = StaffMember(id=uuid5(_SPACE, "joy"), name="Joy Okafor", roles=(Role.SHIFT_LEADER,))
REGISTER = Register(staff={JOY.id: JOY})


def a_map(*marks: str, **said: Any) -> MappedBody:
    """A map with these marks, made by Joy on a Sunday afternoon."""
    what = BodyMapped.model_validate(
        {"examined_at": LOOKED, "examined_by": JOY.id, "marks": marks, **said}
    )
    entry = Entry(
        id=uuid5(_SPACE, "entry"),
        case_id=uuid5(_SPACE, "case"),
        number=4,
        occurred_at=LOOKED,
        recorded_at=LOOKED + timedelta(minutes=9),
        recorded_by=JOY.id,
        payload=what,
    )
    return MappedBody(entry, entry.case_id, "SG-26-K4T7", what, amended=False)
