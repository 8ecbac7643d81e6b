"""Every connection has the settings that keep records through a power cut, read back."""

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from sgtui.services.ports import StoreUnreachable
from sgtui.storage import engine
from sgtui.storage.engine import make_engine, refuse_old_sqlite
from tests.storage.invented import Home


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("busy_timeout", 10_000),
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("trusted_schema", 0),
    ],
)
def test_each_connection_is_settled(home: Home, setting: str, value: object) -> None:
    pool = make_engine(home.path, home.key)
    with pool.connect() as one, pool.connect() as two:
        for connection in (one, two):
            assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar() == value
    pool.dispose()


def test_a_setting_that_does_not_take_stops_the_program(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_SETTINGS", (("synchronous", "OFF", 2),))
    pool = make_engine(home.path, home.key)
    with pytest.raises(StoreUnreachable, match="refused the setting synchronous"):
        pool.connect()
    pool.dispose()


def test_an_sqlite_that_can_lose_records_is_refused() -> None:
    with pytest.raises(StoreUnreachable, match="SQLite 3.51.2 can lose records; 3.51.3"):
        refuse_old_sqlite((3, 51, 2))
    refuse_old_sqlite(driver.sqlite_version_info)


def test_an_error_of_the_driver_shows_no_values(home: Home) -> None:
    pool = make_engine(home.path, home.key)
    with pool.connect() as connection, pytest.raises(DBAPIError) as told:
        connection.exec_driver_sql("INSERT INTO meta VALUES (?)", ("Ada Vale",))
    assert "Ada Vale" not in str(told.value)
    pool.dispose()
