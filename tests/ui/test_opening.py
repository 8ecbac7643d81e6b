"""The first frame is light, says what comes first, and says why when opening fails."""

import subprocess
import sys

from textual.widgets import Static

from sgtui.ui.app import NotLoaded, SgtuiApp
from sgtui.ui.screens.opening import Opening
from tests.ui.gallery import opened

HEAVY = ("pydantic", "sqlmodel", "sqlalchemy", "sgtui.storage", "sgtui.services",
         "sgtui.domain.entries", "markdown_it")  # fmt: skip


def test_the_app_is_imported_without_anything_heavy() -> None:
    code = "import sys, sgtui.ui.app, sgtui.ui.desk_driver; print('\\n'.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert not [name for name in HEAVY if name in loaded]


def test_the_terminal_room_is_imported_without_textual() -> None:
    code = "import sys, sgtui.ui.terminal, sgtui.ui.crash; print('textual' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


async def test_a_record_that_does_not_open_is_told_with_its_exit_status() -> None:
    app = SgtuiApp(lambda: NotLoaded("The drive is not there [/nope]\x07. Restore?", 3))
    async with opened(app) as pilot:
        assert isinstance(app.screen, Opening)
        text = " ".join(str(line.render()) for line in app.screen.query(Static))
        assert "The drive is not there [/nope]" in text
        assert "\x07" not in text
        assert "Ring 999 first." in text
        await pilot.press("ctrl+q")
    assert app.return_code == 3
