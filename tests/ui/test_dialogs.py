"""Questions are answered on purpose: a reason and F9, never Enter twice."""

from textual.widgets import Static

from sgtui.ui.dialogs.confirm import ConfirmDialog
from sgtui.ui.dialogs.help import HelpDialog
from sgtui.ui.dialogs.leave import LeaveDialog
from sgtui.ui.widgets.text_line import TextLine
from tests.ui.gallery import FormScreen, gallery, opened


async def test_enter_never_confirms_even_with_a_reason() -> None:
    app = gallery()
    async with opened(app) as pilot:
        answers: list[str | None] = []
        app.push_screen(ConfirmDialog("Close this case?", "It stays readable."), answers.append)
        await pilot.pause()
        app.screen.query_one(TextLine).value = "entered twice"
        await pilot.press("enter", "enter")
        assert answers == []
        await pilot.press("f9")
        assert answers == ["entered twice"]


async def test_f9_without_a_reason_asks_for_one() -> None:
    app = gallery()
    async with opened(app) as pilot:
        answers: list[str | None] = []
        app.push_screen(ConfirmDialog("Close this case?", "It stays readable."), answers.append)
        await pilot.pause()
        await pilot.press("f9")
        assert answers == []
        assert "Type the reason first" in str(app.screen.query_one(".note").render())
        await pilot.press("escape")
        assert answers == [None]


async def test_nothing_is_read_through_a_dialog() -> None:
    app = gallery()
    async with opened(app) as pilot:
        app.screen.query_one("#where", TextLine).value = "MARKER"
        app.push_screen(ConfirmDialog("Close this case?", "It stays readable."))
        await pilot.pause()
        assert "MARKER" not in app.export_screenshot()
        assert app.screen.styles.background.a == 1


async def test_markup_in_a_question_is_only_text() -> None:
    app = gallery()
    async with opened(app) as pilot:
        app.push_screen(ConfirmDialog("[/nope] \x1b]0;x\x07", "[bold]", needs_reason=False))
        await pilot.pause()
        shown = str(app.screen.query(Static).first().render())
        assert "[/nope]" in shown
        assert "\x1b" not in shown


async def test_help_shows_the_screen_the_field_and_its_keys() -> None:
    app = gallery()
    async with opened(app) as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, HelpDialog)
        text = str(app.screen.query(Static).first().render())
        for part in ("Type any part of the name.", "on one screen", "F8", "999"):
            assert part in text
        await pilot.press("f1")
        assert isinstance(app.screen, FormScreen)


async def test_leaving_is_asked_and_escape_stays() -> None:
    app = gallery()
    async with opened(app) as pilot:
        await pilot.press("ctrl+q", "ctrl+q")
        assert isinstance(app.screen, LeaveDialog)
        await pilot.press("enter")
        assert isinstance(app.screen, LeaveDialog)
        await pilot.press("escape")
        assert isinstance(app.screen, FormScreen)


async def test_leaving_keeps_drafts_and_ends_with_0() -> None:
    app = gallery()
    kept: list[str] = []
    async with opened(app) as pilot:
        app.lifeline.keep(lambda: kept.append("draft"))
        await pilot.press("ctrl+q", "f9")
        assert (kept, app.return_code) == (["draft"], 0)
