"""The open record: made once, opened with a key, read by many, written by one at a time."""

import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import insert, select

from sgtui.services.ports import (
    ReadUnit,
    SlotPerson,
    StoreDamaged,
    StoreTooNew,
    StoreUnreachable,
    Unlocked,
    WriteUnit,
)
from sgtui.storage.backup import back_up
from sgtui.storage.engine import connect, make_engine, writer
from sgtui.storage.failures import plainly
from sgtui.storage.file_lock import held
from sgtui.storage.keyslots import KeySlots, keys_path
from sgtui.storage.migrations import MIGRATIONS, Migration, layout_of, migrate
from sgtui.storage.places import (
    make_private_file,
    make_private_folder,
    put_in_place,
    refuse_shared_place,
)
from sgtui.storage.read_unit import SqlReadUnit
from sgtui.storage.slot import FLOOR_COST, KEY_BYTES, STANDARD_COST, KdfCost
from sgtui.storage.tables import META
from sgtui.storage.write_unit import SqlWriteUnit


class SqliteStore:
    """One encrypted file. Safe to use from several threads and several processes."""

    def __init__(self, path: Path, key: bytes, layout: int) -> None:
        """Use `open_database`, which has looked at the file before."""
        self._path = path
        self._key = key
        self._layout = layout
        self._engine = make_engine(path, key)
        self._writer = writer(self._engine)
        self._watch = connect(path, key)
        self._watching = threading.Lock()
        with plainly(path.name), self._engine.begin() as connection:
            meta = connection.execute(select(META)).one()
        self.database_id: UUID = meta.database_id
        self.is_demo: bool = meta.demo

    @property
    def name(self) -> str:
        """The file's own name."""
        return self._path.name

    @contextmanager
    def reading(self) -> Iterator[ReadUnit]:
        """A consistent view. It blocks nobody. Raises StoreUnreachable or StoreDamaged."""
        with plainly(self.name), self._engine.connect() as connection:
            # Ended by going back: a commit would fail on a page found altered while reading.
            connection.begin()
            yield SqlReadUnit(connection, self.name)

    @contextmanager
    def writing(self) -> Iterator[WriteUnit]:
        """The one writer at a time; committed at the end, undone by any exception.

        Raises StoreUnreachable, StoreDamaged, or StoreTooNew when another program has moved the
        file on since it was opened.
        """
        with plainly(self.name), self._writer.begin() as connection:
            found = layout_of(connection)
            if found != self._layout:
                raise StoreTooNew(self.name, found, self._layout)
            yield SqlWriteUnit(connection, self.name)

    def change_number(self) -> int:
        """Differs whenever anyone, here or in another process, has committed since. No query.

        It is asked of a connection that never writes, so that our own commits count too.
        """
        with self._watching, plainly(self.name):
            (number,) = self._watch.execute("PRAGMA data_version").fetchone()
        return int(number)

    def back_up(self, target: Path) -> None:
        """A checked copy under the same key, with the key slots beside it."""
        refuse_shared_place(target)
        back_up(self._path, self._key, target)

    def close(self) -> None:
        """Let go of the file."""
        self._watch.close()
        self._engine.dispose()


@dataclass(frozen=True)
class Created:
    """A new record, open, with its first person signed in."""

    store: SqliteStore
    signed_in: Unlocked
    recovery: tuple[str, ...]
    """Words to print once; none for an invented home."""


def open_database(
    path: Path, key: bytes, migrations: Sequence[Migration] = MIGRATIONS
) -> SqliteStore:
    """Open a record that exists, moving its layout on first, after a checked backup.

    Never makes a file. Raises StoreUnreachable, StoreDamaged, or StoreTooNew, which leaves the
    file as it is byte for byte.
    """
    refuse_shared_place(path)
    newest = migrations[-1].number
    found = _layout_on_disk(path, key)
    if found > newest:
        raise StoreTooNew(path.name, found, newest)
    if found < 1:
        raise StoreDamaged(f"{path.name} is not a record of this program.")
    if found < newest:
        kept = path.with_name(f"{path.stem}.layout-{found}-before-{newest}{path.suffix}")
        back_up(path, key, kept, replace=True)
        _bring_up(path, key, migrations, path.name)
    return SqliteStore(path, key, newest)


def create_database(
    path: Path,
    first: SlotPerson,
    passphrase: str | None,
    *,
    demo: bool = False,
    cost: KdfCost = STANDARD_COST,
    floor: KdfCost = FLOOR_COST,
) -> Created:
    """Make a new record with its key slots, and sign its first person in.

    Only an invented home (`demo`) takes no passphrase. The file gets its name last, so that one
    that bears it is whole. Raises StoreUnreachable when it is there already or cannot be made.
    """
    refuse_shared_place(path)
    make_private_folder(path.absolute().parent)
    making = _making(path)
    with held(making):
        if path.exists():
            raise StoreUnreachable(f"{path.name} is there already; it is not written over.")
        key, database_id = secrets.token_bytes(KEY_BYTES), uuid4()
        slots = KeySlots(path, cost, floor)
        slots.begin(database_id, demo)
        signer = slots.add_person(key, first, passphrase)
        recovery = () if demo else slots.new_recovery(key)
        _make_file(path, key, database_id, demo)
    making.unlink(missing_ok=True)
    return Created(open_database(path, key), Unlocked(key, signer), recovery)


def was_never_made(path: Path) -> bool:
    """Whether there is no record and never was one: nothing at all, or a making cut short.

    Key slots without a record and without that mark mean that the record is lost.
    """
    return not path.exists() and (not keys_path(path).exists() or _making(path).exists())


def _making(path: Path) -> Path:
    """The mark of a record that is being made; it goes when the record bears its name."""
    return path.with_name(f"{path.name}.making")


def _make_file(path: Path, key: bytes, database_id: UUID, demo: bool) -> None:
    waiting = path.with_name(f"{path.name}.new")
    waiting.unlink(missing_ok=True)
    make_private_file(waiting)
    _bring_up(waiting, key, MIGRATIONS, path.name)
    engine = make_engine(waiting, key)
    newest = MIGRATIONS[-1]
    row = {
        "database_id": database_id,
        "schema_number": newest.number,
        "min_reader": newest.min_reader,
        "min_writer": newest.min_writer,
        "demo": demo,
    }
    try:
        with plainly(path.name), writer(engine).begin() as connection:
            connection.execute(insert(META), row)
    finally:
        engine.dispose()
    try:
        put_in_place(waiting, path)
    except OSError:
        raise StoreUnreachable(f"{path.name} cannot be made here.") from None


def _bring_up(path: Path, key: bytes, migrations: Sequence[Migration], name: str) -> None:
    """`name` is what the record is called towards people."""
    engine = make_engine(path, key)
    try:
        with plainly(name):
            migrate(writer(engine), migrations)
    finally:
        engine.dispose()


def _layout_on_disk(path: Path, key: bytes) -> int:
    """The file's layout, read without a right to write, so that nothing in it can change."""
    with plainly(path.name), closing(connect(path, key, read_only=True)) as raw:
        (number,) = raw.execute("PRAGMA user_version").fetchone()
    return int(number)
