"""The first frame, and the answers that need no frame, load nothing heavy.

Looked at in a fresh process, by what it loaded and not by a stop-watch.
"""

import re
import subprocess
import sys

import pytest

import sgtui

LEDGER = ("sqlmodel", "sqlalchemy", "pydantic", "cryptography", "argon2", "sqlcipher3", "holidays")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with `arguments`, saying on standard error what it imports."""
    return subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def loaded(said: str) -> set[str]:
    """The top-level packages that Python said it imported."""
    names = re.findall(r"^import time:.*\|\s*(\S+)$", said, re.MULTILINE)
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_version_and_help_load_neither_screens_nor_tables(asked: str) -> None:
    answer = run("-m", "sgtui", asked)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip()
    assert loaded(answer.stderr) & {"textual", "rich", "asyncio", *LEDGER} == set()


def test_version_is_the_package_version() -> None:
    assert sgtui.__version__ in run("-m", "sgtui", "--version").stdout


def test_the_app_loads_textual_and_no_table() -> None:
    answer = run("-c", "import sgtui.ui.app")
    assert answer.returncode == 0, answer.stderr
    assert "textual" in loaded(answer.stderr)
    assert loaded(answer.stderr) & set(LEDGER) == set()


def test_a_heavy_import_would_be_seen() -> None:
    assert "pydantic" in loaded(run("-c", "import pydantic").stderr)
