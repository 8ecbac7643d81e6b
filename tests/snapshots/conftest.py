"""One demo home for all snapshots, and a copy of it for each."""

import os
from pathlib import Path

import pytest

from tests.snapshots.frozen_desk import FrozenDesk, copied, make_home

REPORTS = "TEXTUAL_SNAPSHOT_TEMPDIR"
_REPORTS = os.environ.get(REPORTS, "")
"""Read before any test runs: the program under test drops such variables."""


@pytest.fixture(autouse=True)
def reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plug-in for snapshots knows where to report, whichever test ran before."""
    if _REPORTS:
        monkeypatch.setenv(REPORTS, _REPORTS)


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a demo home at the frozen moment, made once."""
    return make_home(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def desk(demo_home: Path, tmp_path: Path) -> FrozenDesk:
    """The desk on a copy: a form that is opened keeps its draft there."""
    return FrozenDesk(copied(demo_home, tmp_path))
