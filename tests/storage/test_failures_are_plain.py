"""Whatever the disk or another program does, people read one plain sentence."""

from contextlib import closing
from uuid import uuid4

import pytest

from sgtui.services.ports import StoreDamaged, StoreUnreachable
from sgtui.storage import engine
from sgtui.storage.engine import connect
from sgtui.storage.failures import plainly
from sgtui.storage.store import open_database
from tests.storage.invented import NOW, Home, new_entry, statement


def test_a_record_held_by_another_program_is_told_after_waiting(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_SETTINGS", (("busy_timeout", "1", 1),))
    impatient = open_database(home.path, home.key)
    with closing(connect(home.path, home.key)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        told = pytest.raises(StoreUnreachable, match="^Another program has been writing")
        with told, impatient.writing() as unit:
            unit.append(uuid4(), new_entry(statement("mine")), home.jo, NOW)
        with impatient.reading() as unit:
            assert unit.case_ids() == ()
        holder.execute("ROLLBACK")
    with impatient.writing() as unit:
        assert unit.append(uuid4(), new_entry(statement("mine")), home.jo, NOW).number == 1
    impatient.close()


def test_a_full_disk_is_told_and_reading_goes_on(home: Home) -> None:
    case_id = home.sealed_case(2)
    with closing(connect(home.path, home.key)) as raw:
        raw.execute("PRAGMA max_page_count = 1").fetchall()
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnreachable, match="disk that holds home.sgtui is full"):
            fill(raw)
    with home.store.reading() as unit:
        assert len(unit.entries(case_id)) == 2
        assert unit.file_faults() == ()
    assert home.append(case_id, statement("room again")).number == 3


def fill(raw: engine.Raw) -> None:
    with plainly("home.sgtui"):
        raw.execute("CREATE TABLE filler (text TEXT)")
        raw.execute("INSERT INTO filler VALUES (?)", ("x" * 10_000_000,))


def test_a_part_that_is_gone_is_told_plainly(home: Home) -> None:
    with home.past_the_doors() as raw:
        raw.execute("DROP TABLE drafts")
    with pytest.raises(StoreDamaged) as told, home.store.reading() as unit:
        unit.drafts(uuid4())
    assert "SELECT" not in str(told.value)
    assert told.value.__suppress_context__
