"""Rosewood House itself: who works and lives there, and which desks it rings. All invented."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID, uuid5

from sgtui.domain.entries import (
    ContactPointRegistered,
    LadderAdopted,
    Payload,
    PersonRegistered,
    ServiceSetUp,
    StaffRegistered,
)
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.ladder_file import shipped_text
from sgtui.domain.ladder_kept import DEFAULT
from sgtui.domain.people import Role

_DEMO = UUID("de300000-0000-4000-8000-000000000000")
LADDER = DEFAULT
_GP = "Dr Halloran, Fernbank Surgery"


def demo_id(*names: object) -> UUID:
    """An id that is the same in every demo: that of a person, a desk, a case or an entry."""
    return uuid5(_DEMO, ".".join(str(name) for name in names))


@cache
def read_data(name: str) -> dict[str, Any]:
    """One of the data files beside this module, parsed."""
    text = (resources.files("sgtui.services.demo") / name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True)
class DemoStaff:
    """A member of the invented staff; each needs a signing key of their own."""

    id: UUID
    key: str
    """What the stories call them."""
    name: str
    roles: tuple[Role, ...]
    phone: str | None
    works_with_children: YesNo | None
    """Here or elsewhere; None where nobody has said."""
    line_manager: UUID | None


def _staff() -> Iterator[DemoStaff]:
    for key, given in read_data("home.toml")["staff"].items():
        children, manager = given.get("works_with_children"), given.get("line_manager")
        yield DemoStaff(
            id=demo_id("staff", key),
            key=key,
            name=given["name"],
            roles=tuple(Role.of(word) for word in given["roles"]),
            phone=given.get("phone"),
            works_with_children=YesNo.of(children) if children else None,
            line_manager=demo_id("staff", manager) if manager else None,
        )


STAFF = tuple(_staff())
"""Everyone who works there, in the order they are registered."""

SIGNED_IN = STAFF[0].id
"""Joy Okafor, shift leader: who sits at the demo's desk."""

SETS_UP = next(member.id for member in STAFF if Role.REGISTERED_MANAGER in member.roles)
"""The registered manager, who signs the register."""


def id_of(sort: str, key: str) -> UUID:
    """The id of a staff member, contact or person by its key. KeyError when there is none.

    A large home has more people than are named, so a person's room is left to the gates.
    """
    if sort != "person" and key not in read_data("home.toml")[sort]:
        raise KeyError(f"{sort} {key}")
    return demo_id(sort, key)


def rooms() -> tuple[str, ...]:
    """The rooms that somebody lives in."""
    return tuple(read_data("home.toml")["person"])


def register_payloads(public_keys: Mapping[UUID, bytes], today: date) -> Iterator[Payload]:
    """The register of the home, in the order in which a manager would enter it.

    `public_keys` are the staff's own, raw. KeyError when somebody has none. A child who visits
    is as old `today` as the stories say.
    """
    home = read_data("home.toml")
    yield ServiceSetUp.model_validate(home["service"])
    for member in STAFF:
        yield StaffRegistered(
            staff=member.id,
            name=member.name,
            roles=member.roles,
            phone=member.phone,
            public_key=public_keys[member.id].hex(),
            works_with_children=member.works_with_children,
            line_manager=member.line_manager,
        )
    yield LadderAdopted(version=LADDER, toml=shipped_text(LADDER))
    for key, given in home["contact"].items():
        yield _contact(key, given)
    for room, given in home["person"].items():
        placed = {"placing_authority": home["service"]["authority"], "gp": _GP}
        fields = {"person": id_of("person", room), "room": f"Rm {room}", **placed, **given}
        yield PersonRegistered.model_validate(fields)
    for key, given in home["visitor"].items():
        yield _visitor(key, given, today)


def _visitor(key: str, given: Mapping[str, Any], today: date) -> PersonRegistered:
    """Somebody who does not live there; their birthday is on the first of the year."""
    fields = {name: value for name, value in given.items() if name != "age"}
    born_on = date(today.year - given["age"], 1, 1)
    return PersonRegistered.model_validate(
        {"person": id_of("person", key), "born_on": born_on, **fields}
    )


def _contact(key: str, given: Mapping[str, Any]) -> ContactPointRegistered:
    """Desks that answer day and night do so on bank holidays too."""
    hours = given["hours"]
    shut = hours != "always" and "bank holidays" not in hours
    fields = {"contact": id_of("contact", key), "point": key, "closed_on_bank_holidays": shut}
    return ContactPointRegistered.model_validate({**fields, **given})
