"""The demo home, made once by the program itself, and a copy of it for each scenario."""

import json
import shutil
from pathlib import Path

import pytest

from sgtui import wiring
from tests.scenarios.rosewood import Rosewood, sgtui


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `sgtui demo --no-open --json` makes."""
    folder = tmp_path_factory.mktemp("demo")
    answer = sgtui(folder, "demo", "--no-open", "--json")
    assert answer.returncode == 0, answer.stderr
    url: str = json.loads(answer.stdout)["database"]
    (made,) = folder.rglob("*.sgtui")
    assert wiring.url_of(made) == url
    return made


@pytest.fixture
def rosewood(demo_file: Path, tmp_path: Path) -> Rosewood:
    """The home of one scenario."""
    copy = tmp_path / "rosewood.sgtui"
    for suffix in ("", ".keys"):
        shutil.copy(f"{demo_file}{suffix}", f"{copy}{suffix}")
    return Rosewood(tmp_path, wiring.url_of(copy))
