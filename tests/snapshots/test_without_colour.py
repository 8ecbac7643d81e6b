"""With NO_COLOR set the screens say everything by word, mark, bold and reverse alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.snapshots.frozen_desk import FrozenDesk

REPOSITORY = Path(__file__).parents[2]
SCREEN = re.compile(r'<g [^>]*clip-path="url\(#terminal-clip-terminal\)".*', re.DOTALL)
"""The screen itself, without the window drawn around it."""
NOT_STYLED = "#c5c8c6"
"""What an emulator would use for text without a style of its own."""


class Picture(SingleFileSnapshotExtension):
    """A picture kept as text in a file of its own."""

    _file_extension = "svg"
    _write_mode = WriteMode.TEXT


def _drawn(desk: FrozenDesk, scene: str) -> str:
    module = "tests.snapshots.without_colour"
    answer = subprocess.run(
        [sys.executable, "-m", module, str(desk.home), scene],
        cwd=REPOSITORY,
        env={**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return answer.stdout


def _is_grey(colour: str) -> bool:
    return len({colour[n : n + 2] for n in (1, 3, 5)}) == 1


@pytest.mark.parametrize(
    "scene", ["queue", "case", "concern-emergency", "body-map", "body-map-closer"]
)
def test_a_screen_without_colour(scene: str, desk: FrozenDesk, snapshot: SnapshotAssertion) -> None:
    svg = _drawn(desk, scene)
    styles = re.findall(r"\.terminal-r\d+ \{ fill: (#\w{6})", svg)
    screen = SCREEN.search(svg)
    assert styles and screen is not None
    backgrounds = re.findall(r'fill="(#\w{6})"', screen[0])
    coloured = [colour for colour in (*styles, *backgrounds) if not _is_grey(colour)]
    assert set(coloured) <= {NOT_STYLED}
    assert snapshot.use_extension(Picture) == svg
