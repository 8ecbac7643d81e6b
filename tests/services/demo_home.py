"""A demo made for a test: a real record in a folder of its own."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sgtui.services.demo import SIGNED_IN, STAFF, DemoHome, furnish
from sgtui.services.desk import Desk
from sgtui.services.ports import Signer, SlotPerson
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.store import SqliteStore, create_database

WEDNESDAY = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
"""An ordinary working day, every desk open."""


@dataclass(frozen=True)
class EmptyHome:
    """A record with a signing key for each member of the invented staff, and nothing in it."""

    store: SqliteStore
    signers: dict[UUID, Signer]

    def desk(self, now: datetime) -> Desk:
        """The desk that the shift leader sits at."""
        return Desk(self.store, lambda: now, self.signers[SIGNED_IN])


@dataclass(frozen=True)
class Furnished:
    """A furnished demo at one moment."""

    home: DemoHome
    store: SqliteStore
    desk: Desk
    now: datetime


def empty(folder: Path) -> EmptyHome:
    """A record for a demo, before anything is written in it."""
    path = folder / "demo.sgtui"
    first = STAFF[0]
    made = create_database(path, SlotPerson(first.id, first.name), None, demo=True)
    signers: dict[UUID, Signer] = {first.id: made.signed_in.signer}
    for member in STAFF[1:]:
        person = SlotPerson(member.id, member.name)
        signers[member.id] = KeySlots(path).add_person(made.signed_in.data_key, person, None)
    return EmptyHome(made.store, signers)


def furnished(folder: Path, now: datetime = WEDNESDAY) -> Furnished:
    """A small home, told up to `now`."""
    made = empty(folder)
    home = furnish(made.store, made.signers, now)
    return Furnished(home, made.store, made.desk(now), now)
