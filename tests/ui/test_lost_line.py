"""A lost line, a signal or a wrong byte loses no draft and leaves the terminal as it was."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and pty are POSIX")

PROGRAM = """
import sys
from pathlib import Path
from sgtui.ui import terminal
terminal.clean_environment()
terminal.harden_process()
from sgtui.ui.app import Loaded, SgtuiApp
from tests.ui.gallery import FormScreen
def load():
    return Loaded(FormScreen)
app = SgtuiApp(load)
app.lifeline.keep(lambda: Path(sys.argv[1]).write_text("kept"))
app.run(mouse=False)
sys.exit(app.return_code or 0)
"""


class Line:
    """The desk on a pseudo-terminal of its own."""

    def __init__(self, draft: Path, **environment: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.far, near = pty.openpty()
        fcntl.ioctl(near, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(near)
        self.near = near
        self.output = b""
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(draft)],
            stdin=near, stdout=near, stderr=near, start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", **environment},
        )  # fmt: skip
        self.read_until(b"Safe now?")

    def read_until(self, wanted: bytes, seconds: float = 20) -> None:
        """Read what the desk draws until `wanted` is there."""
        start = len(self.output)
        while wanted not in self.output[start:]:
            ready, _, _ = select.select([self.far], [], [], seconds)
            assert ready, f"{wanted!r} was not drawn"
            self.output += os.read(self.far, 65536)

    def drain(self) -> None:
        """Read what is left after the end."""
        while select.select([self.far], [], [], 0)[0]:
            self.output += os.read(self.far, 65536)

    def close(self) -> None:
        """Close both ends; end the process if it is still there."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for end in (self.far, self.near):
            if end >= 0:
                os.close(end)


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGQUIT", "SIGINT"])
def test_a_signal_keeps_the_draft_and_restores_the_terminal(name: str, tmp_path: Path) -> None:
    import termios

    line = Line(tmp_path / "draft")
    try:
        number = getattr(signal, name)
        line.process.send_signal(number)
        assert line.process.wait(10) == 128 + number
        assert (tmp_path / "draft").read_text() == "kept"
        assert termios.tcgetattr(line.near) == line.before
        line.drain()
        assert b"\x1b[?1049l" in line.output
        assert b"Traceback" not in line.output
    finally:
        line.close()


def test_a_terminal_that_is_gone_ends_the_desk_with_its_draft_kept(tmp_path: Path) -> None:
    line = Line(tmp_path / "draft")
    try:
        os.close(line.near)
        os.close(line.far)
        line.near = line.far = -1
        assert line.process.wait(10) == 129
        assert (tmp_path / "draft").read_text() == "kept"
    finally:
        line.close()


def test_a_byte_that_is_not_utf_8_does_not_end_the_desk(tmp_path: Path) -> None:
    line = Line(tmp_path / "draft")
    try:
        os.write(line.far, b"\xa3\xff\x1b[")
        os.write(line.far, b"\x13")
        line.read_until(b"Saved")
        assert line.process.poll() is None
    finally:
        line.close()


def test_no_textual_variable_is_obeyed(tmp_path: Path) -> None:
    spied = tmp_path / "keys.log"
    line = Line(tmp_path / "draft", TEXTUAL_LOG=str(spied), TEXTUAL_DRIVER="nowhere:Nothing")
    try:
        assert not spied.exists()
    finally:
        line.close()


def test_the_desk_asks_for_no_mouse_and_is_silent_when_idle(tmp_path: Path) -> None:
    line = Line(tmp_path / "draft")
    try:
        line.drain()
        assert b"\x1b[?1000h" not in line.output
        while select.select([line.far], [], [], 0.5)[0]:
            os.read(line.far, 65536)
        assert not select.select([line.far], [], [], 1.0)[0]
    finally:
        line.close()
