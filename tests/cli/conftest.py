"""A demo home made once for all tests that only look, and a copy for each that changes it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.cli import main
from sgtui.services.desk import Desk
from sgtui.services.first_run import FirstRun, set_up
from sgtui.services.system_clock import SystemClock
from sgtui.storage.store import create_database


@dataclass(frozen=True)
class Answer:
    """What a command ended with and said."""

    status: int
    out: str
    err: str


Sgtui = Callable[..., Answer]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting, record or note of the person who runs the tests."""
    for name in ("SGTUI_DATABASE_URL", "SGTUI_PASSPHRASE_FILE", "SGTUI_THEME"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a small demo home, made once."""
    path = tmp_path_factory.mktemp("demo") / "rosewood.sgtui"
    wiring.make_demo(wiring.url_of(path))
    return path


@pytest.fixture(scope="session")
def demo_url(demo_path: Path) -> str:
    """The address of a demo home that nobody changes."""
    return wiring.url_of(demo_path)


@pytest.fixture(scope="session")
def empty_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a record without a case, which opens without a passphrase."""
    path = tmp_path_factory.mktemp("empty") / "empty.sgtui"
    manager = FirstRun(service="Elm Court", authority="Testshire", manager="Mo Grant")
    made = create_database(path, manager.first_person, None, demo=True)
    signer = made.signed_in.signer
    set_up(Desk(made.store, SystemClock().now, signer), manager, signer.public_key)
    made.store.close()
    return wiring.url_of(path)


PASSPHRASE = "river copper mango hat"


@pytest.fixture(scope="session")
def kept_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a real home, which opens with a passphrase only."""
    path = tmp_path_factory.mktemp("kept") / "kept.sgtui"
    said = FirstRun(service="Elm Court", authority="Testshire", manager="Mo Grant")
    wiring.set_up_home(wiring.url_of(path), said, PASSPHRASE).door.close()
    return path


@pytest.fixture
def kept_url(kept_path: Path, tmp_path: Path) -> str:
    """The address of a copy of a real home, with no wrong tries counted yet."""
    copy = tmp_path / "kept.sgtui"
    for suffix in ("", ".keys"):
        shutil.copy(f"{kept_path}{suffix}", f"{copy}{suffix}")
    return wiring.url_of(copy)


@pytest.fixture
def passphrase_file(tmp_path: Path) -> str:
    """A file with its manager's passphrase."""
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\n")
    return str(file)


@pytest.fixture
def own_demo(demo_path: Path, tmp_path: Path) -> Path:
    """The file of a demo home that the test may change."""
    copy = tmp_path / "own.sgtui"
    for suffix in ("", ".keys"):
        shutil.copy(f"{demo_path}{suffix}", f"{copy}{suffix}")
    return copy


@pytest.fixture
def sgtui(capsys: pytest.CaptureFixture[str]) -> Sgtui:
    """Runs a command line in this process."""

    def run(*argv: str) -> Answer:
        capsys.readouterr()
        status = main(argv)
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run
