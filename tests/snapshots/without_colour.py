"""Prints a screen as a picture, for a process of its own in which no colour is wanted.

NO_COLOR=1 python -m tests.snapshots.without_colour DATABASE_FILE SCENE
"""

import asyncio
import sys
from pathlib import Path

from tests.snapshots.frozen_desk import FrozenDesk
from tests.snapshots.scenes import SCENES


async def drawn(home: Path, scene: str) -> str:
    """The scene at 80 by 24."""
    app = FrozenDesk(home).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await SCENES[scene](pilot)
        return app.export_screenshot()


if __name__ == "__main__":
    sys.stdout.write(asyncio.run(drawn(Path(sys.argv[1]), sys.argv[2])))
