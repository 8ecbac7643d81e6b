"""A real record for the services: an encrypted file, a manager signed in, and a clock by hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from sgtui.domain.entries import PersonRegistered, StaffRegistered
from sgtui.domain.entries.choices import Category, Place, Safety
from sgtui.domain.people import Role
from sgtui.services import first_run
from sgtui.services.concern import ConcernNotice
from sgtui.services.desk import Desk
from sgtui.services.first_run import FirstRun
from sgtui.services.register import register_person, register_staff
from sgtui.services.sign_in import Door
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.slot import KdfCost
from sgtui.storage.store import create_database, open_database

CHEAP = KdfCost(passes=1, memory_kib=8, lanes=1)
"""Far below what a real slot costs, so that a test takes milliseconds."""

PASSPHRASE = "river copper mango hat"
START = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
"""A Wednesday morning in winter: London keeps UTC."""


@dataclass
class MovedClock:
    """Time that stands still until a test moves it."""

    at: datetime = START

    def __call__(self) -> datetime:
        """This moment."""
        return self.at

    def forward(self, **by: float) -> None:
        """Move on by days, hours or minutes."""
        self.at += timedelta(**by)


@dataclass
class Home:
    """A home set up this morning, its manager signed in."""

    door: Door
    desk: Desk
    clock: MovedClock
    manager: UUID
    path: Path

    def person(self, name: str = "Ada Vale", room: str = "12") -> UUID:
        """A resident, registered."""
        return register_person(self.desk, PersonRegistered(person=uuid4(), name=name, room=room))

    def staff(self, name: str, *roles: Role) -> UUID:
        """A member of staff, registered, who cannot sign in yet."""
        return register_staff(self.desk, StaffRegistered(staff=uuid4(), name=name, roles=roles))

    def desk_of(self, name: str, *roles: Role) -> Desk:
        """The desk of somebody new."""
        staff_id = self.staff(name, *roles)
        self.door.enrol(self.desk, staff_id, PASSPHRASE)
        return self.door.sign_in(staff_id, PASSPHRASE)

    def notice(self, **other: object) -> ConcernNotice:
        """A concern with nothing missing, but for what `other` says."""
        fields = {
            "person": other.pop("person", None) or self.person(),
            "category": Category.NEGLECT,
            "happened_at": self.clock.at - timedelta(minutes=10),
            "place": Place.BEDROOM,
            "text": "She said she had waited for two hours.",
            "safety": Safety.SAFE,
        }
        return ConcernNotice.model_validate({**fields, **other})


@pytest.fixture
def clock() -> MovedClock:
    """A clock that a test moves."""
    return MovedClock()


@pytest.fixture
def set_up(tmp_path: Path, clock: MovedClock) -> Callable[..., Home]:
    """Makes a home; keyword arguments are those of the first run."""

    def make(**said: str) -> Home:
        path = tmp_path / "home.sgtui"
        given = {"service": "Elm Court", "authority": "Testshire", "manager": "Mo Grant", **said}
        told = FirstRun.model_validate(given)
        made = create_database(path, told.first_person, PASSPHRASE, cost=CHEAP, floor=CHEAP)
        made.store.close()
        slots = KeySlots(path, CHEAP, CHEAP)
        door = Door(slots, lambda key: open_database(path, key), clock)
        desk = door.unlocked(made.signed_in)
        first_run.set_up(desk, told, made.signed_in.signer.public_key)
        return Home(door, desk, clock, told.manager_id, path)

    return make


@pytest.fixture
def home(set_up: Callable[..., Home]) -> Iterator[Home]:
    """A home in England with shifts at 08:00 and 20:00."""
    made = set_up()
    yield made
    made.door.close()
