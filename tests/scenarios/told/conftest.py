"""Rosewood House, furnished once, and a copy of it for each scenario."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.told.home import Home, a_copy, furnish


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the home before anything has happened."""
    path = tmp_path_factory.mktemp("told") / "rosewood.sgtui"
    furnish(path)
    return path


@pytest.fixture
def home(furnished: Path, tmp_path: Path) -> Iterator[Home]:
    """The home of one scenario, on a Thursday at 02:20."""
    made = a_copy(furnished, tmp_path)
    yield made
    made.door.close()
