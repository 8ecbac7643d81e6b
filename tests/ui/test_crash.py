"""A crash leaves a reference and the place of the fault, and no word anybody typed."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sgtui.ui.app import Loaded, NotLoaded, SgtuiApp
from sgtui.ui.crash import STATUS, CrashLog
from tests.ui.gallery import FormScreen, opened

MARKER = "MARKERadavale"
NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)


class Failing(FormScreen):
    """A form whose keys fail in every way a program can."""

    def fail(self) -> None:
        """Fail with a marker in message, local and cause."""
        name = MARKER
        try:
            raise ValueError(name)
        except ValueError as error:
            raise LookupError(f"no {name}") from error

    def action_save(self) -> None:
        """In an action."""
        self.fail()

    def action_ditto(self) -> None:
        """In a worker."""
        self.run_worker(self.fail, thread=True)

    def action_open(self, name: str) -> None:
        """In a write."""
        self.shell.writes.queue(name, self.fail, self)


def failing_load() -> Loaded | NotLoaded:
    """Fails before there is a screen."""
    raise RuntimeError(MARKER)


async def crash(app: SgtuiApp, *keys: str) -> None:
    """Press keys until the app ends; Pilot hands the error on."""
    with pytest.raises(Exception):  # noqa: B017
        async with opened(app) as pilot:
            await pilot.press(*keys)
            for _ in range(40):
                await pilot.pause()


@pytest.mark.parametrize("key", ["ctrl+s", "f8", "f3"])
async def test_nothing_typed_reaches_the_terminal_or_the_log(
    key: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "logs" / "sgtui.log"
    screens = {"queue": Failing}
    app = SgtuiApp(lambda: Loaded(Failing, screens), log=CrashLog(log, lambda: NOW))
    kept: list[str] = []
    app.lifeline.keep(lambda: kept.append("draft"))
    await crash(app, key)
    printed = "".join(capfd.readouterr())
    written = log.read_text()
    assert MARKER not in printed + written
    assert "What you typed is kept as a draft. Reference " in printed
    reference = printed.split("Reference ")[1][:6]
    assert written.startswith(f"2026-11-22T14:32:00+00:00 {reference}\n")
    assert "LookupError" in written
    assert "ValueError" in written
    assert "ui/test_crash.py:" in written
    assert ":fail" in written
    assert kept == ["draft"]
    assert app.return_code == STATUS


async def test_a_fault_while_opening_is_no_different(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    app = SgtuiApp(failing_load, log=CrashLog(tmp_path / "sgtui.log", lambda: NOW))
    await crash(app)
    assert MARKER not in "".join(capfd.readouterr()) + (tmp_path / "sgtui.log").read_text()


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_the_log_is_its_owner_s_alone(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "sgtui.log"
    CrashLog(log, lambda: NOW).record(ValueError())
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700


def test_a_log_that_cannot_be_written_still_gives_a_reference(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert len(CrashLog(blocked / "sgtui.log", lambda: NOW).record(ValueError())) == 6


def test_a_large_log_makes_room_and_the_one_before_stays(tmp_path: Path) -> None:
    path = tmp_path / "sgtui.log"
    path.write_text("x" * 1_000_001)
    CrashLog(path, lambda: NOW).record(ValueError())
    assert path.stat().st_size < 1000
    assert path.with_suffix(".old").stat().st_size == 1_000_001


def test_causes_that_go_round_end(tmp_path: Path) -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    record: Callable[[BaseException], str] = CrashLog(tmp_path / "log", lambda: NOW).record
    assert record(first)
