"""Draws the pictures of README.md from the demo home, as it is at one moment.

Run from the top of the checkout:

    .venv/bin/python -m tests.snapshots.pictures [FOLDER]
"""

import asyncio
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sgtui.ui.app import SgtuiApp
from tests.snapshots.frozen_desk import Act, FrozenDesk, copied, keys, make_home
from tests.snapshots.scenes import SCENES

SCREENSHOTS = Path(__file__).parents[2] / "screenshots"


@dataclass(frozen=True)
class Picture:
    """How a picture is drawn: the app it begins with, what is done there, and its size."""

    open: Callable[[FrozenDesk], SgtuiApp]
    act: Act
    size: tuple[int, int] = (80, 24)


def _desk(desk: FrozenDesk) -> SgtuiApp:
    return desk.app()


def _door(desk: FrozenDesk) -> SgtuiApp:
    return desk.door()


PICTURES: dict[str, Picture] = {
    "queue": Picture(_desk, SCENES["queue"]),
    "concern": Picture(_desk, SCENES["concern-filled"]),
    "next-step": Picture(_desk, SCENES["next-step"]),
    "case": Picture(_desk, SCENES["case"], (100, 30)),
    "ladder": Picture(_desk, SCENES["ladder"], (80, 40)),
    "body-map": Picture(_desk, SCENES["body-map"], (100, 30)),
    "body-compare": Picture(_desk, SCENES["body-compare"]),
    "handover": Picture(_desk, SCENES["handover"]),
    "report": Picture(_desk, SCENES["report"]),
    "sign-in": Picture(_door, keys("j", "o", "y")),
}
"""File name to how it is drawn."""


async def draw(desk: FrozenDesk, name: str) -> str:
    """One picture, as SVG."""
    picture = PICTURES[name]
    app = picture.open(desk)
    async with app.run_test(size=picture.size) as pilot:
        await picture.act(pilot)
        return app.export_screenshot()


def draw_all(folder: Path) -> None:
    """Draw every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made:
        home = make_home(Path(made))
        for name in PICTURES:
            own = Path(made) / name
            own.mkdir()
            svg = asyncio.run(draw(FrozenDesk(copied(home, own)), name))
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    draw_all(Path(sys.argv[1]) if len(sys.argv) > 1 else SCREENSHOTS)
