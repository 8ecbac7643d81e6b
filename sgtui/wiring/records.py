"""Records: made, opened with somebody signed in, and an invented home to try it with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime

    from sgtui.services.desk import Desk
    from sgtui.services.first_run import FirstRun
    from sgtui.services.ports import Now, Signer
    from sgtui.services.sign_in import Door
    from sgtui.storage.keyslots import KeySlots


def system_now() -> "Now":
    """The computer's own clock, as the services take it."""
    from sgtui.services.system_clock import SystemClock

    return SystemClock().now


def is_demo(url: str) -> bool:
    """Whether it is an invented home, which opens without a passphrase. Raises StoreFailure."""
    return _slots(url).is_demo()


def open_door(url: str, now: "Now | None" = None) -> "Door":
    """The way into a record; nothing is opened before somebody signs in.

    Raises StoreUnreachable when the file or its key slots are not there.
    """
    from sgtui.services.sign_in import Door
    from sgtui.storage.store import open_database
    from sgtui.storage.url import database_path

    path = database_path(url)
    slots = _slots(url)
    slots.people()
    return Door(slots, lambda key: open_database(path, key), now or system_now())


def open_desk(
    url: str, as_name: str = "", passphrase: str = "", now: "Now | None" = None
) -> "Desk":
    """A desk with somebody signed in; in an invented home nobody's passphrase is needed.

    Raises UnknownName, WrongPassphrase, TryLater, NobodySignedIn and StoreFailure.
    """
    door = open_door(url, now)
    if is_demo(url):
        return door.sign_in_to_demo(door.named(as_name).staff_id if as_name else None)
    return door.sign_in(door.named(as_name).staff_id, passphrase)


def open_for_checking(url: str, as_name: str = "", passphrase: str = "") -> "Desk":
    """A desk for `verify` alone, opened even where the register was altered."""
    door = open_door(url)
    staff_id = door.named(as_name).staff_id if as_name else None
    if is_demo(url):
        return door.unlocked(door.slots.unlock_demo(staff_id))
    person = door.named(as_name)
    return door.unlocked(door.slots.unlock(person.staff_id, passphrase, door.now()))


@dataclass(frozen=True)
class NewHome:
    """A home just set up, its first manager signed in."""

    door: "Door"
    desk: "Desk"
    recovery: tuple[str, ...]
    """Sixteen words to print once and keep in the safe."""


def set_up_home(url: str, said: "FirstRun", passphrase: str, now: "Now | None" = None) -> NewHome:
    """Make the database of a new home. Raises NotYet for a weak passphrase, StoreUnreachable."""
    from sgtui.services import first_run
    from sgtui.services.sign_in import refuse_weak
    from sgtui.storage.store import create_database
    from sgtui.storage.url import database_path

    refuse_weak(passphrase, (said.service, said.authority, said.manager))
    made = create_database(database_path(url), said.first_person, passphrase)
    made.store.close()
    door = open_door(url, now)
    desk = door.unlocked(made.signed_in)
    first_run.set_up(desk, said, made.signed_in.signer.public_key)
    with desk.store.reading() as unit:
        desk.register(unit)
    return NewHome(door, desk, made.recovery)


Size = Literal["small", "large"]


def make_demo(url: str, size: Size = "small", now: "datetime | None" = None) -> None:
    """Make an invented home in a database of its own. Raises StoreUnreachable."""
    from sgtui.services import demo
    from sgtui.services.ports import SlotPerson
    from sgtui.storage.keyslots import KeySlots
    from sgtui.storage.store import create_database
    from sgtui.storage.url import database_path

    path = database_path(url)
    first, *others = sorted(demo.STAFF, key=lambda member: member.id != demo.SIGNED_IN)
    made = create_database(path, SlotPerson(first.id, first.name), None, demo=True)
    slots, key = KeySlots(path), made.signed_in.data_key
    signers: dict[UUID, Signer] = {first.id: made.signed_in.signer}
    for member in others:
        signers[member.id] = slots.add_person(key, SlotPerson(member.id, member.name), None)
    try:
        demo.furnish(made.store, signers, now or system_now()(), size)
    finally:
        made.store.close()


def _slots(url: str) -> "KeySlots":
    from sgtui.services.ports import StoreUnreachable
    from sgtui.storage.keyslots import KeySlots
    from sgtui.storage.url import database_path

    path = database_path(url)
    if not path.is_file():
        raise StoreUnreachable(
            f"{path.name} is not there. Is its drive connected? If it is lost, restore a backup."
        )
    return KeySlots(path)
