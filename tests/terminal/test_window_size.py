"""However fast a window is dragged, the desk fills the size it ends with."""

import sys
from pathlib import Path

from tests.terminal.desk_terminal import DeskTerminal

PROGRAM = """
import termios
from textual.app import App, ComposeResult
from textual.widgets import Label
from sgtui.ui.desk_driver import DeskDriver


class Dragged(DeskDriver):
    "The window changes again just when its size has been read."

    def _get_terminal_size(self):
        read = super()._get_terminal_size()
        if read == (100, 40):
            termios.tcsetwinsize(0, (30, 90))
        return read


class Probe(App[None]):
    def compose(self) -> ComposeResult:
        yield Label("Ready", id="said", markup=False)

    def on_resize(self, event) -> None:
        self.query_one("#said").update(f"Size {event.size.width} by {event.size.height}")


Probe(driver_class=Dragged).run(mouse=False)
"""


def test_a_change_that_comes_while_another_is_read_is_the_one_that_counts(tmp_path: Path) -> None:
    script = tmp_path / "probe.py"
    script.write_text(PROGRAM)
    with DeskTerminal(str(script), command=(sys.executable,)) as desk:
        desk.wait_for("Size 80 by 24")
        desk.resize(100, 40)
        desk.wait_for("Size 90 by 30")
