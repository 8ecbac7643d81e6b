"""The database itself refuses to change or remove an entry."""

from contextlib import closing
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2 as driver

from sgtui.storage.engine import connect
from tests.storage.invented import Home, statement


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE entries SET payload = '{}'",
        "UPDATE entries SET recorded_at = '2020-01-01T00:00:00.000000Z'",
        "UPDATE entries SET payload = NULL, salt = NULL",
        "DELETE FROM entries",
        "DELETE FROM entries WHERE number = 1",
    ],
)
def test_the_database_refuses(home: Home, attempt: str) -> None:
    case_id = uuid4()
    written = home.append(case_id, statement("stays"))
    refused = pytest.raises(driver.IntegrityError, match="an entry is never")
    with closing(connect(home.path, home.key)) as raw, refused:
        raw.execute(attempt)
    with home.store.reading() as unit:
        assert unit.entries(case_id) == (written,)
