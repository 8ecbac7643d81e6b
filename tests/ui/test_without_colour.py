"""With NO_COLOR, every state still has its word, and the cursor and lateness their weight."""

import pytest

from sgtui.ui.app import Loaded, SgtuiApp
from sgtui.ui.theme import DARK, PLAIN
from sgtui.ui.widgets.row_list import RowList
from tests.ui.gallery import ListScreen, opened


@pytest.mark.parametrize("theme", [DARK, PLAIN])
async def test_the_cursor_and_late_rows_are_told_apart(
    theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = SgtuiApp(lambda: Loaded(ListScreen), theme=theme)
    async with opened(app):
        rows = app.screen.query_one(RowList)
        assert app.theme == DARK
        cursor, late, due = (list(rows.render_line(line)) for line in (1, 2, 3))
        assert cursor[0].text == ">"
        assert all(part.style and part.style.reverse for part in cursor[:2])
        assert late[1].text.startswith("!! LATE")
        assert late[1].style is not None
        assert late[1].style.reverse
        assert due[1].style is not None
        assert due[1].style.underline


async def test_plain_colours_show_the_cursor_in_reverse() -> None:
    app = SgtuiApp(lambda: Loaded(ListScreen), theme=PLAIN)
    async with opened(app):
        part = list(app.screen.query_one(RowList).render_line(1))[0]
        assert app.theme == PLAIN
        assert part.style is not None
        assert part.style.reverse
