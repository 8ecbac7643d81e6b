"""What is copied in the desk stays in the desk, and is gone when it is locked."""

import pytest

from sgtui.ui.app import Loaded, SgtuiApp
from sgtui.ui.widgets.text_line import TextLine
from tests.ui.gallery import FormScreen, opened


async def test_copied_text_stays_inside_and_is_gone_with_the_lock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    locked: list[bool] = []
    app = SgtuiApp(lambda: Loaded(FormScreen, lock=lambda: locked.append(True)))
    async with opened(app) as pilot:
        sent: list[str] = []
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", sent.append)
        line = app.screen.query_one("#where", TextLine)
        line.value = "bedroom"
        app.screen.set_focus(line)
        line.select_all()
        await pilot.press("ctrl+c")
        assert app.clipboard == "bedroom"
        assert "\x1b]52" not in "".join(sent)
        await pilot.press("ctrl+l")
        assert (locked, app.clipboard) == ([True], "")
