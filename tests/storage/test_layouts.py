"""The layout of the file moves on in whole steps, after a backup, and never backwards."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlmodel import SQLModel

from sgtui.services.ports import StoreDamaged, StoreTooNew
from sgtui.storage.backup import back_up
from sgtui.storage.check import registered_keys, verify
from sgtui.storage.engine import connect
from sgtui.storage.keyslots import KeySlots
from sgtui.storage.migrations import MIGRATIONS, Migration
from sgtui.storage.store import open_database
from tests.storage.invented import CHEAP, JO, NOW, PASSPHRASE, Home, statement


def add_shelf(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE shelf (book TEXT)")
    connection.exec_driver_sql("INSERT INTO shelf VALUES ('first')")


NEXT = (*MIGRATIONS, Migration(3, add_shelf, 3, 3))


def version_and_tables(home: Home) -> tuple[int, int, bool]:
    with closing(connect(home.path, home.key)) as raw:
        (number,) = raw.execute("PRAGMA user_version").fetchone()
        (kept,) = raw.execute("SELECT schema_number FROM meta").fetchone()
        shelf = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'shelf'").fetchone()
    return number, kept, shelf is not None


def test_the_layouts_are_numbered_from_one_without_a_gap() -> None:
    numbers = [migration.number for migration in MIGRATIONS]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_tables_the_program_uses_are_those_that_the_steps_lay_out() -> None:
    laid, declared = create_engine("sqlite://"), create_engine("sqlite://")
    with laid.begin() as connection:
        for migration in MIGRATIONS:
            migration.apply(connection)
    SQLModel.metadata.create_all(declared)
    assert described(laid.connect()) == described(declared.connect())


def described(connection: Connection) -> dict[str, object]:
    """Each table's columns and each index, without their spelling."""
    found: dict[str, object] = {}
    with connection:
        rows = connection.execute(text("SELECT type, name, tbl_name, sql FROM sqlite_master"))
        for kind, name, table, sql in rows.all():
            if kind == "table":
                columns = connection.exec_driver_sql(f"PRAGMA table_info({name})").all()
                found[name] = [tuple(column[1:6]) for column in columns]
            elif kind == "index" and sql:
                found[name] = (table, " ".join(sql.split()))
            elif kind == "index":
                parts = connection.exec_driver_sql(f"PRAGMA index_info({name})").all()
                found[f"{table} {parts}"] = True
    connection.engine.dispose()
    return found


def test_an_older_file_is_backed_up_and_brought_up_whole(home: Home) -> None:
    case_id = home.sealed_case(3)
    home.store.close()
    moved = open_database(home.path, home.key, NEXT)
    assert version_and_tables(home) == (3, 3, True)
    with moved.reading() as unit:
        assert len(unit.entries(case_id)) == 3
        assert verify(unit, registered_keys(unit)) == []
    moved.close()
    kept = home.path.with_name("home.layout-2-before-3.sgtui")
    before = open_database(kept, home.key)
    with before.reading() as unit:
        assert len(unit.entries(case_id)) == 3
    before.close()
    assert KeySlots(kept, CHEAP, CHEAP).unlock(JO.staff_id, PASSPHRASE, NOW).data_key == home.key


def test_a_step_that_fails_leaves_the_old_layout_whole(home: Home) -> None:
    def half(connection: Connection) -> None:
        add_shelf(connection)
        raise KeyError

    with pytest.raises(KeyError):
        open_database(home.path, home.key, (*MIGRATIONS, Migration(3, half, 3, 3)))
    assert version_and_tables(home) == (2, 2, False)
    assert home.append(home.sealed_case(1), statement("goes on")).number == 2


KILLED = """
import os, sys
from pathlib import Path
from sgtui.storage.migrations import MIGRATIONS, Migration
from sgtui.storage.store import open_database

def step(connection):
    connection.exec_driver_sql("CREATE TABLE shelf (book TEXT)")
    for _ in range(2000):
        connection.exec_driver_sql("INSERT INTO shelf VALUES (hex(randomblob(500)))")
    connection.exec_driver_sql("PRAGMA user_version = 3")
    os._exit(9)

key = bytes.fromhex(sys.stdin.read())
open_database(Path(sys.argv[1]), key, (*MIGRATIONS, Migration(3, step, 3, 3)))
"""


def test_a_program_killed_in_the_middle_of_a_step_leaves_the_old_layout_whole(home: Home) -> None:
    case_id = home.sealed_case(2)
    home.store.close()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(home.path)], input=home.key.hex(), text=True, check=False
    )
    assert killed.returncode == 9
    assert version_and_tables(home) == (2, 2, False)
    again = open_database(home.path, home.key, NEXT)
    with again.reading() as unit:
        assert len(unit.entries(case_id)) == 2
        assert unit.file_faults() == ()
    again.close()
    assert version_and_tables(home) == (3, 3, True)


def test_a_file_of_a_newer_program_is_refused_and_not_touched(home: Home) -> None:
    home.store.close()
    open_database(home.path, home.key, NEXT).close()
    before = home.path.read_bytes()
    with pytest.raises(StoreTooNew, match="layout 3; this program knows layouts up to 2") as told:
        open_database(home.path, home.key)
    assert (told.value.file_version, told.value.program_version) == (3, 2)
    assert home.path.read_bytes() == before


def test_a_program_that_was_open_when_the_layout_moved_on_stops_writing(home: Home) -> None:
    case_id = home.sealed_case(1)
    open_database(home.path, home.key, NEXT).close()
    with pytest.raises(StoreTooNew):
        home.append(case_id, statement("too late"))
    with home.store.reading() as unit:
        assert len(unit.entries(case_id)) == 1


def test_a_backup_that_is_not_whole_is_not_kept(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sgtui.storage.backup._copy", lambda *_: 999)
    target = tmp_path / "copy.sgtui"
    with pytest.raises(StoreDamaged):
        back_up(home.path, home.key, target)
    assert not target.exists()
    assert not target.with_name("copy.sgtui.new").exists()
