"""Up to the first frame nothing is loaded that opens records: those come on a thread, after it."""

import subprocess
import sys

import pytest

HEAVY = {"pydantic", "sqlmodel", "sqlalchemy", "cryptography", "argon2", "sqlcipher3", "holidays"}

OPENS = """
import sys
from sgtui.ui.app import SgtuiApp
SgtuiApp.run = lambda app, **_given: print(*sys.modules)
sys.stdin.isatty = sys.stderr.isatty = lambda: True
from sgtui.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("argv", [[], ["--database", "sqlite:////nowhere/home.sgtui"]])
def test_opening_the_desk_loads_no_table_and_no_model_before_it(argv: list[str]) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", OPENS, *argv],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    loaded = set(ended.stdout.split())
    assert "textual" in loaded
    assert loaded & HEAVY == set()
