"""Concerns and body maps for a home in a test, made by its manager as at a desk."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sgtui.domain.entries import BodyMapped, make_payload
from sgtui.domain.entries.choices import Category
from sgtui.services.concern import record_concern
from sgtui.services.record import Recorded, new_entry, record
from tests.services.conftest import Home


def a_map(home: Home, *marks: str, at: datetime | None = None) -> BodyMapped:
    """A body map with these marks, by the manager, looked at just now or at that time."""
    return BodyMapped.model_validate(
        {"examined_at": at or home.clock.at, "examined_by": home.manager, "marks": marks}
    )


def a_case(home: Home, person: UUID, *marks: str, **other: Any) -> Recorded:
    """A physical concern about a person, with a body map."""
    fields = {"person": person, "category": Category.PHYSICAL, "body_map": a_map(home, *marks)}
    return record_concern(home.desk, home.notice(**{**fields, **other}), case_id=uuid4())


def add(home: Home, case_id: UUID, kind: str, **fields: Any) -> UUID:
    """One more entry in a case; its id."""
    new = new_entry(make_payload({"kind": kind, **fields}), home.clock.at)
    return record(home.desk, case_id, [new]).entries[-1].id


def look(home: Home, case_id: UUID, *marks: str, at: datetime | None = None) -> UUID:
    """One more body map in a case; the id of its entry."""
    mapped = a_map(home, *marks, at=at)
    return record(home.desk, case_id, [new_entry(mapped, mapped.examined_at)]).entries[-1].id
