"""A new encrypted record for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.invented import Home, new_home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """An open record with Jo Okafor signed in."""
    made = new_home(tmp_path)
    yield made
    made.store.close()
