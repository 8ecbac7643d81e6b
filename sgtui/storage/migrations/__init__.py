"""How the layout of the file moves on: numbered steps, each whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from sgtui.storage.migrations import v0001_first_layout, v0002_lists_for_patterns


@dataclass(frozen=True)
class Migration:
    """One step to layout `number`."""

    number: int
    apply: Callable[[Connection], None]
    """Statement by statement inside the transaction it is given; never a script."""
    min_reader: int
    """Oldest layout a program may know and still read the result."""
    min_writer: int
    """Oldest layout a program may know and still write the result."""


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, v0001_first_layout.apply, 1, 1),
    Migration(2, v0002_lists_for_patterns.apply, 2, 2),
)
"""Every step there has been, in order, numbered from 1 without a gap."""


def layout_of(connection: Connection) -> int:
    """The number of the file's layout; 0 for an empty file."""
    number: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return number


def migrate(engine: Engine, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the file to the newest layout. `engine` begins its transactions IMMEDIATE.

    The number is read inside each transaction, so that two programs that start together do each
    step once.
    """
    for migration in migrations:
        with engine.begin() as connection:
            if layout_of(connection) < migration.number:
                _take(connection, migration)


def _take(connection: Connection, migration: Migration) -> None:
    migration.apply(connection)
    connection.exec_driver_sql(
        "UPDATE meta SET schema_number = ?, min_reader = ?, min_writer = ?",
        (migration.number, migration.min_reader, migration.min_writer),
    )
    # A pragma takes no parameters; the number is our own.
    connection.exec_driver_sql(f"PRAGMA user_version = {migration.number:d}")
