"""The figure shows where the cursor and the marks are, on any terminal, and draws only changes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from sgtui.domain.body_map.regions import View
from sgtui.ui.theme import DARK, PLAIN, THEMES
from sgtui.ui.widgets.body_figure import BodyFigure


class FigureApp(App[None]):
    """Nothing but the figure, with the news it sends."""

    def __init__(self, *, ascii_only: bool = False, theme: str = DARK) -> None:
        super().__init__()
        self.ascii_only = ascii_only
        self.wanted = theme
        self.news: list[str] = []

    def compose(self) -> ComposeResult:
        """The figure."""
        yield BodyFigure(id="figure")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The variables of the desk's own themes."""
        return dict(THEMES[0].variables)

    def on_mount(self) -> None:
        """As the desk does."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.wanted
        self.set_class(self.ascii_only, "-ascii")
        self.query_one(BodyFigure).focus()

    def on_body_figure_moved(self, event: BodyFigure.Moved) -> None:
        """The cursor has moved."""
        self.news.append(event.code)

    def on_body_figure_typed(self, event: BodyFigure.Typed) -> None:
        """Something was typed."""
        self.news.append(f"typed {event.character!r}")

    def on_body_figure_entered(self) -> None:
        """Enter."""
        self.news.append("entered")


class FigurePilot:
    """A person looking at the figure."""

    def __init__(self, app: FigureApp) -> None:
        self.app = app
        self.figure = app.query_one(BodyFigure)

    @property
    def lines(self) -> list[str]:
        """What the figure shows, line by line."""
        height = self.figure.size.height
        return [self.figure.render_line(y).text for y in range(height)]


@asynccontextmanager
async def shown(
    *, ascii_only: bool = False, theme: str = DARK, size: tuple[int, int] = (80, 20)
) -> AsyncIterator[FigurePilot]:
    """The figure on a screen of its own."""
    app = FigureApp(ascii_only=ascii_only, theme=theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield FigurePilot(app)


async def test_two_figures_are_named_with_the_persons_own_sides() -> None:
    async with shown() as seen:
        assert seen.figure.size == (42, 20)
        assert "FRONT" in seen.lines[0]
        assert "BACK" in seen.lines[0]
        sides = [line.split() for line in seen.lines if "right" in line]
        assert [[word for word in line if word in ("right", "left")] for line in sides] == [
            ["right", "left", "left", "right"]
        ]


@pytest.mark.parametrize(("size", "side"), [((80, 24), 22), ((120, 33), 33), ((60, 14), 12)])
async def test_the_figures_are_as_large_as_there_is_room(size: tuple[int, int], side: int) -> None:
    async with shown(size=size) as seen:
        assert seen.figure.size.width == 2 * side + 2


async def test_each_key_is_told_and_help_stays_the_screens() -> None:
    app = FigureApp()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("left", "a", "space", "7", "backspace", "enter", "question_mark")
        code = app.query_one(BodyFigure).cursor
    assert app.news == [code, "typed 'a'", "typed ' '", "typed '7'", "typed ''", "entered"]


async def test_numbers_stand_in_their_regions_side_by_side() -> None:
    async with shown() as seen:
        seen.figure.marks = ((1, "F09L"), (2, "F09L"), (12, "F15R"), (3, "B05L"))
        text = "".join(seen.lines)
        assert sorted(letter for letter in text if letter.isdecimal()) == ["1", "1", "2", "2", "3"]
        assert "12" in text


async def test_more_marks_than_there_is_room_for_are_told_by_a_sign() -> None:
    async with shown() as seen:
        seen.figure.marks = tuple((n, "F03") for n in range(1, 9))
        assert "+" in "".join(seen.lines)


async def test_an_arrow_draws_only_the_cells_that_change() -> None:
    async with shown() as seen:
        drawn: list[Region] = []
        seen.figure.refresh = lambda *regions, **_: drawn.extend(regions)  # type: ignore[assignment]
        assert seen.lines
        seen.figure.action_go("left")
        assert drawn
        assert sum(region.area for region in drawn) < 60
        assert all(region.height == 1 for region in drawn)


async def test_without_colours_letters_alone_show_the_shape_and_the_cursor() -> None:
    async with shown(theme=PLAIN) as seen:
        text = "".join(seen.lines)
        assert "░" in text
        assert "█" in text


async def test_in_ascii_the_cursor_has_a_letter_of_its_own() -> None:
    async with shown(ascii_only=True) as seen:
        text = "".join(seen.lines)
        assert text.isascii()
        assert "@" in text
        before = text.count("@")
        seen.figure.cursor = "F03"
        assert 0 < "".join(seen.lines).count("@") != before


async def test_the_closer_view_takes_the_other_figures_place_and_parts_regions_by_lines() -> None:
    async with shown() as seen:
        seen.figure.cursor = "F03"
        seen.figure.closer = True
        assert "BACK" not in seen.lines[0]
        assert "Face" in seen.lines[0]
        assert any(line in "".join(seen.lines) for line in "│─┌")


async def test_there_is_no_closer_view_of_a_thigh() -> None:
    async with shown() as seen:
        seen.figure.cursor = "F21L"
        seen.figure.closer = True
        assert not seen.figure.closer
        assert "BACK" in seen.lines[0]


async def test_one_figure_alone_is_half_as_wide() -> None:
    app = FigureApp()
    async with app.run_test(size=(80, 20)) as pilot:
        figure = app.query_one(BodyFigure)
        figure.views = (View.BACK,)
        await pilot.pause()
        assert figure.size.width == 20
        assert "BACK" in figure.render_line(0).text
