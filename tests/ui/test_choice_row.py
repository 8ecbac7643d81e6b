"""Choices are made by digit, shown by brackets, and wrap without being cut."""

from sgtui.ui.widgets.choice_row import Choice, ChoiceRow
from tests.ui.gallery import gallery, opened


async def test_a_digit_chooses_and_a_second_press_takes_away() -> None:
    app = gallery()
    async with opened(app) as pilot:
        row = app.screen.query_one("#what", ChoiceRow)
        app.screen.set_focus(row)
        await pilot.press("2", "0", "2")
        assert row.values == ("self-neglect",)
        assert "[0 Self-neglect]*" in row.render().plain


async def test_the_first_chosen_is_the_main_one() -> None:
    app = gallery()
    async with opened(app):
        row = app.screen.query_one("#what", ChoiceRow)
        row.take(4)
        row.take(0)
        assert (row.value, row.values) == ("sexual", ("sexual", "physical"))


async def test_a_single_choice_replaces_the_one_before() -> None:
    app = gallery()
    async with opened(app) as pilot:
        row = app.screen.query_one("#safe", ChoiceRow)
        app.screen.set_focus(row)
        await pilot.press("1", "3")
        assert row.values == ("no",)


async def test_arrows_move_and_space_chooses() -> None:
    app = gallery()
    async with opened(app) as pilot:
        row = app.screen.query_one("#safe", ChoiceRow)
        app.screen.set_focus(row)
        await pilot.press("right", "space")
        assert row.value == "steps"


async def test_down_leaves_a_row_from_its_last_line() -> None:
    app = gallery()
    async with opened(app) as pilot:
        row = app.screen.query_one("#what", ChoiceRow)
        app.screen.set_focus(row)
        await pilot.press("down", "down")
        assert row.has_focus
        await pilot.press("down")
        assert not row.has_focus


async def test_choices_wrap_between_and_fit_80_columns() -> None:
    app = gallery()
    async with opened(app):
        row = app.screen.query_one("#what", ChoiceRow)
        lines = row.render().plain.split("\n")
        assert len(lines) == row.size.height == 3
        assert max(map(len, lines)) <= row.size.width


async def test_a_digit_without_a_choice_is_not_the_row_s() -> None:
    app = gallery()
    async with opened(app) as pilot:
        row = app.screen.query_one("#safe", ChoiceRow)
        app.screen.set_focus(row)
        await pilot.press("9")
        assert row.values == ()


async def test_a_choice_too_wide_for_a_line_takes_two_and_none_after_it_is_cut() -> None:
    long = "Acknowledged: LA duty desk (entry 9): not acknowledged, yest 22:45 (entry 32)"
    row = ChoiceRow([Choice("a", long), Choice("b", "Brief"), Choice("c", long)], ["c"])
    app = gallery()
    async with opened(app) as pilot:
        row.styles.width = 50
        await app.screen.mount(row)
        await pilot.pause()
        said = row.render().plain.splitlines()
        assert row.size.height == len(said) == 5
        assert all(len(line) <= 50 for line in said)
        assert said[3].startswith("[3 Acknowledged")
        assert said[4].startswith("   ")
        assert said[4].endswith("(entry 32)]")
