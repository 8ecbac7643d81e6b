"""The frame of a screen says who, when and how old; and what was done, until the next."""

import pytest
from textual.geometry import Size

from sgtui.ui.app import Loaded, SgtuiApp
from sgtui.ui.widgets.notice import SizeNotice, is_too_small
from sgtui.ui.widgets.status_line import StatusLine
from sgtui.ui.widgets.text_line import TextLine
from sgtui.ui.widgets.title_line import DemoBanner, TitleFacts, TitleLine
from tests.ui.gallery import FormScreen, ListScreen, gallery, opened


async def test_the_title_line_says_service_time_person_and_live() -> None:
    app = gallery("list")
    async with opened(app):
        line = app.screen.query_one(TitleLine).render().plain
        assert len(line) == 80
        for part in ("Rosewood House", "Queue", "Sun 22 Nov 14:32", "J Okafor", "live"):
            assert part in line


async def test_data_that_is_not_live_is_said_and_stands_out() -> None:
    app = gallery("list")
    async with opened(app) as pilot:
        app.show_title(TitleFacts("Rosewood House", "14:33", "J Okafor", "45 s old"))
        await pilot.pause()
        title = app.screen.query_one(TitleLine)
        assert "45 s old" in title.render().plain
        assert title.has_class("stale")


async def test_the_screen_s_name_stays_whole_where_the_person_s_role_does_not_fit() -> None:
    app = gallery("list")
    async with opened(app) as pilot:
        facts = TitleFacts("Rosewood House", "Sun 22 Nov 14:32", "R Adeyemi, registered manager")
        app.show_title(facts)
        title = app.screen.query_one(TitleLine)
        title.heading = "Checklist of files"
        await pilot.pause()
        said = title.render().plain
        assert "Checklist of files" in said
        assert "R Adeyemi " in said
        assert "registered manager" not in said
        assert len(said) == 80


async def test_the_terminal_s_own_title_names_nobody() -> None:
    app = gallery()
    async with opened(app):
        assert (app.title, app.sub_title) == ("sgtui", "")


@pytest.mark.parametrize("demo", [True, False])
async def test_the_demo_banner_is_over_a_demo_alone(demo: bool) -> None:
    facts = TitleFacts("Rosewood House", demo=demo)
    app = SgtuiApp(lambda: Loaded(ListScreen, facts=facts))
    async with opened(app):
        assert app.screen.query_one(DemoBanner).display is demo


async def test_a_status_stays_with_its_word_until_the_next() -> None:
    app = gallery()
    async with opened(app) as pilot:
        form = app.screen
        assert isinstance(form, FormScreen)
        line = form.query_one(StatusLine)
        form.say("SG-26-K4T7 [/nope]\x1b]0;x\x07", "saved")
        await pilot.press("a")
        assert "Saved: SG-26-K4T7 [/nope]" in line.render().plain
        assert not set("\x1b\x07") & set(line.render().plain)
        form.say("The disk is full.", "problem")
        assert line.render().plain.strip() == "Problem: The disk is full."


async def test_a_window_too_small_says_so_and_keeps_what_was_typed() -> None:
    app = gallery()
    async with opened(app) as pilot:
        notice = app.screen.query_one(SizeNotice)
        app.screen.query_one("#where", TextLine).value = "bedroom"
        await pilot.resize_terminal(50, 15)
        await pilot.pause()
        assert notice.display
        assert "50 x 15" in notice.render().plain
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not notice.display
        assert app.screen.query_one("#where", TextLine).value == "bedroom"


async def test_save_works_in_a_window_too_small() -> None:
    app = gallery()
    async with opened(app, (50, 15)) as pilot:
        form = app.screen
        assert isinstance(form, FormScreen)
        await pilot.press("ctrl+s")
        assert form.saved == 1


def test_60_by_18_is_just_enough() -> None:
    assert not is_too_small(Size(60, 18))
    assert is_too_small(Size(59, 18))
    assert is_too_small(Size(60, 17))


@pytest.mark.parametrize("size", [(1, 1), (2, 30), (4, 4), (20, 5), (200, 60)])
async def test_no_size_ends_the_desk(size: tuple[int, int]) -> None:
    for first in ("form", "list"):
        app = gallery(first)
        async with opened(app, size) as pilot:
            await pilot.press("ctrl+p", "escape", "f1")
            assert app.return_code is None


async def test_escape_never_ends_the_program_and_goes_back_one_screen() -> None:
    app = gallery()
    async with opened(app) as pilot:
        form = app.screen
        await pilot.press("f3")
        assert app.screen is not form
        app.go_back()
        await pilot.pause()
        assert app.screen is form
        await pilot.press("escape", "escape")
        assert app.screen is form
