"""Where a terminal draws no lines, each dialog opens all the same, framed with + - and |."""

import pytest

from sgtui.ui.dialogs.dialog import Dialog
from sgtui.ui.screens.desk_screen import DeskScreen
from tests.ui.desk_fixture import SmallHome


class Front(DeskScreen):
    """Where a dialog is opened."""

    is_home = True


@pytest.mark.parametrize("key", ["f1", "ctrl+p", "ctrl+q"])
async def test_a_dialog_opens_in_ascii(key: str, home: SmallHome) -> None:
    app = home.app("front", {"front": Front}, ascii_only=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, Dialog)
        assert app.screen.query_one("#box").styles.border_top[0] == "ascii"
