"""A small invented home for each test of a screen that reads or writes the record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.desk_fixture import SmallHome, small_home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[SmallHome]:
    """An open record with Joy Okafor signed in, closed at the end."""
    made = small_home(tmp_path)
    yield made
    made.store.close()
