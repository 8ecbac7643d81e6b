"""What a lost terminal does not take is dropped, and the exit status stays our own."""

import os
import subprocess
import sys

PROGRAM = """
import sys
from sgtui.ui.terminal import let_go_of_a_lost_line
sys.stdout.write("the last line")
if "let go" in sys.argv:
    let_go_of_a_lost_line()
sys.exit(129)
"""


def status_after_a_lost_line(*arguments: str) -> int:
    """The status of a program whose reader goes before it has written its last line."""
    far, near = os.pipe()
    os.close(far)
    kept_back = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-c", PROGRAM, *arguments]
    process = subprocess.Popen(command, stdout=near, env=kept_back)
    os.close(near)
    return process.wait(20)


def test_without_letting_go_python_ends_with_a_status_of_its_own() -> None:
    assert status_after_a_lost_line() == 120


def test_the_status_of_the_desk_is_kept() -> None:
    assert status_after_a_lost_line("let go") == 129
