"""How a connection to the encrypted file is made, and the one pool of them."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from sgtui.services.ports import StoreUnreachable
from sgtui.storage.failures import plainly

OLDEST_SQLITE: Final = (3, 51, 3)
"""Before it, two processes that write can corrupt the file (the WAL-reset fault)."""

BUSY_MILLISECONDS: Final = 10_000

Raw = Any
"""A connection of the driver, which ships no types."""

# name, value set, value that must be read back
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("busy_timeout", str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
    ("foreign_keys", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
)
_MAC_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
)


def connect(path: Path, key: bytes, read_only: bool = False) -> Raw:
    """A keyed connection to a file that exists, in autocommit, with no setting made yet.

    Raises StoreUnreachable when there is no such file, StoreDamaged when the key is not its key.
    """
    refuse_old_sqlite(driver.sqlite_version_info)
    if not path.is_file():
        raise StoreUnreachable(
            f"{path.name} is not there. Is its drive connected? If it is lost, restore a backup."
        )
    mode = "ro" if read_only else "rw"
    with plainly(path.name):
        raw = driver.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_MILLISECONDS / 1000,
        )
        try:
            _unlock(raw, key)
        except BaseException:
            raw.close()
            raise
    return raw


def _unlock(raw: Raw, key: bytes) -> None:
    """Give the key, which must be the first thing that touches the file, and try it."""
    # SQLCipher would otherwise write its complaints over the screen.
    raw.execute("PRAGMA cipher_log_level=NONE").fetchall()
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
    raw.execute("SELECT count(*) FROM sqlite_master").fetchall()


def settle(raw: Raw) -> None:
    """Make every setting of a connection and read each back. Raises StoreUnreachable."""
    mac = _MAC_SETTINGS if sys.platform == "darwin" else ()
    for name, value, wanted in _SETTINGS + mac:
        raw.execute(f"PRAGMA {name}={value}").fetchall()
        (found,) = raw.execute(f"PRAGMA {name}").fetchone()
        if found != wanted:
            raise StoreUnreachable(
                f"The database refused the setting {name}; it is not safe to use."
            )


def refuse_old_sqlite(version: tuple[int, int, int]) -> None:
    """Raise StoreUnreachable below the version in which two writers are safe."""
    if version < OLDEST_SQLITE:
        found, oldest = (".".join(map(str, number)) for number in (version, OLDEST_SQLITE))
        raise StoreUnreachable(f"SQLite {found} can lose records; {oldest} or newer is needed.")


def make_engine(path: Path, key: bytes) -> Engine:
    """A pool of settled connections; a transaction begins IMMEDIATE on an engine that writes."""
    engine = create_engine(
        "sqlite://",
        creator=_creator(path, key),
        module=driver,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def writer(engine: Engine) -> Engine:
    """The same pool, for transactions that write: they queue up instead of failing half way."""
    return engine.execution_options(writes=True)


def _creator(path: Path, key: bytes) -> Callable[[], Raw]:
    def open_one() -> Raw:
        raw = connect(path, key)
        try:
            settle(raw)
        except BaseException:
            raw.close()
            raise
        return raw

    return open_one


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
