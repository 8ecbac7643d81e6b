"""A process in the desk terminal sees a real terminal, and is seen through one."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.desk_terminal import DeskTerminal
from tests.terminal.keys import sequence

PROGRAM = """
import signal, sys
from pathlib import Path
from textual.app import App, ComposeResult
from textual.widgets import Input, Label


class Probe(App[int]):
    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        yield Input(compact=True)
        yield Label("Ready", id="said", markup=False)

    def on_mount(self) -> None:
        import asyncio
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.hung_up)

    def hung_up(self) -> None:
        Path(sys.argv[1]).write_text("draft kept")
        self.exit(3)

    def on_key(self, event) -> None:
        self.query_one("#said").update(f"Key {event.key}.")
        if event.key == "f9":
            self.exit(7)

    def on_input_changed(self, event) -> None:
        self.query_one("#said").update(f"Typed <{event.value}>")

    def on_resize(self, event) -> None:
        self.query_one("#said").update(f"Size {event.size.width} by {event.size.height}")


app = Probe()
status = app.run(mouse=False)
print("Good night.")
sys.exit(status or 0)
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "draft"


@pytest.fixture
def desk(tmp_path: Path, draft: Path) -> Iterator[DeskTerminal]:
    script = tmp_path / "probe.py"
    script.write_text(PROGRAM)
    with DeskTerminal(str(script), str(draft), command=(sys.executable,)) as running:
        running.wait_for("Size 80 by 24")
        yield running


@pytest.mark.parametrize(
    ("pressed", "heard"),
    [
        ("f1", "f1"),
        ("f4", "f4"),
        ("f5", "f5"),
        ("f12", "f12"),
        ("tab", "tab"),
        ("shift+tab", "shift+tab"),
        ("up", "up"),
        ("down", "down"),
        ("enter", "enter"),
        ("esc", "escape"),
        ("pgup", "pageup"),
        ("pgdn", "pagedown"),
        ("ctrl+l", "ctrl+l"),
        ("ctrl+s", "ctrl+s"),
    ],
)
def test_a_named_key_arrives_as_that_key(desk: DeskTerminal, pressed: str, heard: str) -> None:
    desk.press(pressed)
    desk.wait_for(f"Key {heard}.")


def test_typed_text_is_shown_and_each_key_counted(desk: DeskTerminal) -> None:
    desk.type("Ada Väle")
    desk.wait_for("Typed <Ada Väle>")
    desk.press("backspace", "home", "delete")
    desk.wait_for("Typed <da Väl>")
    assert desk.keys_pressed == 11


def test_the_key_after_esc_waits_for_what_esc_did(desk: DeskTerminal) -> None:
    desk.press("esc")
    with pytest.raises(AssertionError, match="wait for what Esc does"):
        desk.press("a")
    desk.wait_for("Key escape.")
    desk.press("a")
    desk.wait_for("Typed <a>")


def test_bytes_are_counted_as_they_arrive(desk: DeskTerminal) -> None:
    before = desk.bytes_received
    desk.type("x")
    desk.wait_for("Typed <x>")
    assert before < desk.bytes_received < before + 10_000


def test_text_that_goes_is_waited_for(desk: DeskTerminal) -> None:
    desk.type("gone")
    desk.wait_for("Typed <gone>")
    desk.press("ctrl+u")
    desk.wait_gone("gone")
    assert "gone" not in desk.text()


def test_the_program_learns_of_another_size(desk: DeskTerminal) -> None:
    desk.resize(60, 18)
    desk.wait_for("Size 60 by 18")
    assert [len(row) for row in desk.screen()] == [60] * 18


def test_a_closed_terminal_sends_the_hang_up_signal(desk: DeskTerminal, draft: Path) -> None:
    desk.hang_up()
    desk.exit_status()
    assert draft.read_text() == "draft kept"


def test_the_exit_status_is_the_programs_own(desk: DeskTerminal) -> None:
    desk.press("f9")
    assert desk.exit_status() == 7


def test_a_killed_program_reports_its_signal(desk: DeskTerminal) -> None:
    desk.kill()
    assert desk.exit_status() == -signal.SIGKILL


def test_only_what_was_printed_last_stays_after_the_end(desk: DeskTerminal) -> None:
    desk.type("private")
    desk.wait_for("Typed <private>")
    desk.press("f9")
    desk.wait_for("Good night.")
    desk.exit_status()
    assert desk.text().strip() == "Good night."


def test_a_text_that_never_comes_fails_with_the_screen(desk: DeskTerminal) -> None:
    with pytest.raises(AssertionError, match="'never' to show in 0.05 s(.|\n)*Size 80 by 24"):
        desk.wait_for("never", timeout=0.05)


def test_a_wait_ends_when_the_program_does(desk: DeskTerminal) -> None:
    desk.press("f9")
    with pytest.raises(AssertionError, match="before the program ended"):
        desk.wait_for("never")


def test_an_unknown_key_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no key is called 'f99'"):
        sequence("f99")


def test_pasted_text_arrives_whole_and_counts_as_one_key(desk: DeskTerminal) -> None:
    desk.paste("two words")
    desk.wait_for("Typed <two words>")
    assert desk.keys_pressed == 1
