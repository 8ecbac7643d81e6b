"""What the benchmarks share: the demo desk, percentiles, and a bare app to measure against.

A millisecond on one machine says little, so each benchmark takes its reference in the same
run, turn by turn, and gives a ratio.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.terminal.desk_terminal import REPOSITORY, DeskTerminal

QUEUE_SHOWN = "F2 New concern"
"""On the key bar of the queue, and so on the screen once it answers keys."""

QUEUE_READ = "open cases"
"""Over the duties, once they have been read."""

BARE_APP = Path(__file__).with_name("bare_app.py")


@contextmanager
def demo_database() -> Iterator[str]:
    """Make the demo home in a folder of its own; gives the address that `--database` takes."""
    with TemporaryDirectory() as folder:
        answer = subprocess.run(
            [sys.executable, "-m", "sgtui", "demo", "--no-open", "--json"],
            cwd=REPOSITORY,
            env={**os.environ, **home_in(Path(folder))},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=True,
        )
        address: str = json.loads(answer.stdout)["database"]
        yield address


def home_in(folder: Path) -> dict[str, str]:
    """What makes settings, data and logs all live in `folder`."""
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    return dict.fromkeys(names, str(folder))


def demo_desk(database: str, module: str = "sgtui") -> DeskTerminal:
    """Open the desk on the demo home, signed in, with nobody's settings."""
    folder = Path(database.removeprefix("sqlite:///")).parent
    command = (sys.executable, "-m", module)
    return DeskTerminal("--database", database, command=command, environment=home_in(folder))


def bare_app() -> DeskTerminal:
    """Open the bare Textual app: one line, a table of 50 rows, a footer, one input."""
    return DeskTerminal(str(BARE_APP), command=(sys.executable,))


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest measured value that `share` (0 to 1) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(1, ceil(share * len(ordered))) - 1]
