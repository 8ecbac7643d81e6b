"""Puts the rooms together: the only module that knows both the screens and the tables.

Nothing is imported at the top that costs time: the first frame is drawn before the record opens.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime

    from sgtui.services.audit import Seal, Verified
    from sgtui.services.desk import Desk
    from sgtui.services.first_run import FirstRun
    from sgtui.services.ports import Now, Signer, Store
    from sgtui.services.sign_in import Door
    from sgtui.settings import Settings
    from sgtui.storage.keyslots import KeySlots
    from sgtui.ui.app import SgtuiApp
    from sgtui.ui.crash import CrashLog
    from sgtui.ui.loaded import Loaded, NotLoaded
    from sgtui.ui.session import Session


def system_now() -> "Now":
    """The computer's own clock, as the services take it."""
    from sgtui.services.system_clock import SystemClock

    return SystemClock().now


def is_there(url: str) -> bool:
    """Whether the database exists. Raises StoreUnreachable for an address that is none."""
    from sgtui.storage.url import database_path

    return database_path(url).is_file()


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


def verify(desk: "Desk") -> "Verified":
    """Check every entry, chain, seal and list of the record."""
    from sgtui.services import audit
    from sgtui.storage import check

    return audit.verify(desk, check.verify)


def seal(desk: "Desk") -> "Seal":
    """A checkpoint over the record as it is now."""
    from sgtui.services import audit
    from sgtui.storage.words import words_of

    return audit.seal(desk, database_id(desk.store), words_of)


def database_id(store: "Store") -> str:
    """The id that a database keeps through every move and backup."""
    from sgtui.storage.store import SqliteStore

    return store.database_id.hex if isinstance(store, SqliteStore) else ""


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


def url_of(path: Path) -> str:
    """The address of a file."""
    from sgtui.storage.url import database_url

    return database_url(path)


def data_folder() -> Path:
    """Where this program keeps records for this person."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("sgtui", appauthor=False))


def own_url() -> str:
    """The address of this person's own record, when no other is named."""
    return url_of(data_folder() / "home.sgtui")


def folder_of(url: str) -> Path:
    """The folder that a database lies in, whether or not it is there."""
    from sgtui.storage.url import database_path

    return database_path(url).absolute().parent


def open_app(url: str, settings: "Settings | None" = None, as_name: str = "") -> "SgtuiApp":
    """The desk on the screen. The record is opened after the first frame, on a thread.

    Without an address it is this person's own record.
    """
    from sgtui.ui.app import SgtuiApp
    from sgtui.ui.loaded import Loaded, NotLoaded
    from sgtui.ui.theme import DARK

    def load() -> Loaded | NotLoaded:
        return _load(app, url or own_url(), as_name, settings)

    app = SgtuiApp(
        load,
        theme=settings.theme if settings else DARK,
        keymap=settings.keymap if settings else None,
        log=crash_log(),
        ascii_only=settings is not None and settings.ascii,
    )
    return app


def crash_log() -> "CrashLog":
    """Where a fault of the program leaves its reference; no personal data goes in."""
    from platformdirs import user_log_dir

    from sgtui.ui.crash import CrashLog

    return CrashLog(Path(user_log_dir("sgtui", appauthor=False)) / "faults.log", system_now())


def _load(
    app: "SgtuiApp", url: str, as_name: str, settings: "Settings | None"
) -> "Loaded | NotLoaded":
    from sgtui.services.desk import NobodySignedIn
    from sgtui.services.failures import StoreFailure, StoreTooNew
    from sgtui.services.sign_in import UnknownName
    from sgtui.ui.loaded import NotLoaded

    try:
        return _opened(app, url, as_name, settings)
    except StoreTooNew as fault:
        return NotLoaded(str(fault), 4)
    except StoreFailure as fault:
        return NotLoaded(str(fault), 3)
    except (NobodySignedIn, UnknownName) as fault:
        return NotLoaded(str(fault), 2)


def _opened(app: "SgtuiApp", url: str, as_name: str, settings: "Settings | None") -> "Loaded":
    from sgtui.settings import Settings
    from sgtui.ui.session import Session

    wanted = settings or Settings()
    new = _is_first_run(url)
    session = Session(
        app,
        None if new else open_door(url),
        demo=not new and is_demo(url),
        idle_seconds=wanted.idle_lock_minutes * 60.0,
        bell=wanted.bell,
    )
    door = session.door
    if door is None:
        return _first_run(session, url)
    person = door.named(as_name).staff_id if as_name else None
    if session.demo:
        session.desk = door.sign_in_to_demo(person)
        return session.loaded(lambda: app.screens["queue"]())
    from sgtui.ui.screens.sign_in import SignInScreen

    return session.loaded(lambda: SignInScreen(session, person=person))


def _is_first_run(url: str) -> bool:
    """Never made, also when a making was cut short; a database that is lost is not new."""
    from sgtui.storage.store import was_never_made
    from sgtui.storage.url import database_path

    return was_never_made(database_path(url))


def _first_run(session: "Session", url: str) -> "Loaded":
    from sgtui.ui.screens.set_up import SetUpScreen

    def make(said: "FirstRun", passphrase: str) -> NewHome:
        home = set_up_home(url, said, passphrase)
        session.door = home.door
        return home

    return session.loaded(lambda: SetUpScreen(session, make))
