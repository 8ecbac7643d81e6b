"""What is drawn is drawn once, by the screen in front, from the first cell that changed."""

import pytest
from rich.console import Console, RenderableType
from rich.segment import Segment
from textual.screen import Screen
from textual.strip import Strip

from sgtui.ui.app import SgtuiApp
from sgtui.ui.compositor import NarrowUpdate
from sgtui.ui.screens.desk_screen import DeskScreen
from sgtui.ui.widgets.status_line import StatusLine
from tests.ui.desk_fixture import SmallHome


class Below(DeskScreen):
    """A screen with news of its own."""

    is_home = True


class Above(DeskScreen):
    """The screen in front."""


async def test_news_below_repaints_nothing_in_front(home: SmallHome) -> None:
    app = home.app("below", {"below": Below, "above": Above})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        below = app.screen
        assert isinstance(below, Below)
        app.open_screen("above")
        await pilot.pause()
        painted: list[object] = []
        app.screen.refresh = lambda *regions, **_: painted.append(regions)  # type: ignore[assignment]
        below.say("Somebody else has recorded something.")
        await pilot.pause()
        assert not below.is_current
        assert painted == []
        app.go_back()
        await pilot.pause()
        assert "Somebody else" in below.query_one(StatusLine).message.plain
        assert below.is_current


def test_only_the_changed_cells_of_a_line_are_sent() -> None:
    line = Strip([Segment("front of the body "), Segment("back of the body")])
    update = NarrowUpdate([{0: line}], [(0, 18, 22)], [[34]])
    assert update.render_segments(Console()) == "\x1b[1;19Hback"


async def test_a_screen_that_opens_is_painted_once(
    home: SmallHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = home.app("below", {"below": Below, "above": Above})
    painted: list[RenderableType] = []
    shown = SgtuiApp._display

    def display(self: SgtuiApp, screen: Screen[object], drawn: RenderableType | None) -> None:
        if isinstance(screen, Above) and drawn is not None:
            painted.append(drawn)
        shown(self, screen, drawn)

    monkeypatch.setattr(SgtuiApp, "_display", display)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.open_screen("above")
        for _ in range(5):
            await pilot.pause()
        assert len(painted) == 1
