"""The key bar shows help first, the menu last, and no hint cut in the middle."""

from hypothesis import given
from hypothesis import strategies as st

from sgtui.ui.widgets.key_bar import Hint, KeyBar, fitting
from tests.ui.gallery import gallery, opened

HELP = Hint("F1", "Help")
MENU = Hint("Ctrl+P", "Menu")
hints = st.builds(Hint, st.sampled_from(["F2", "Ctrl+S"]), st.text("abc ", min_size=1, max_size=20))


@given(st.lists(hints, max_size=12), st.integers(min_value=30, max_value=120))
def test_whole_hints_fit_in_the_width(others: list[Hint], width: int) -> None:
    shown = fitting([HELP, MENU, *others], width)
    assert shown[0] == HELP
    assert shown[-1] == MENU
    assert 1 + sum(hint.width + 2 for hint in shown) <= width + 1


def test_hints_that_do_not_fit_go_from_the_end() -> None:
    others = [Hint("F2", "New concern"), Hint("F3", "Queue"), Hint("F4", "Next step")]
    assert fitting([HELP, MENU, *others], 46) == [HELP, *others[:1], MENU]


def test_the_way_back_stays_before_the_menu_however_narrow() -> None:
    back = Hint("Esc", "Back")
    others = [Hint("F2", "New concern"), Hint("F3", "Queue")]
    assert fitting([HELP, MENU, back, *others], 30, pinned=3) == [HELP, back, MENU]


async def test_help_and_menu_are_on_the_bar_of_a_form_at_80_columns() -> None:
    app = gallery()
    async with opened(app):
        line = app.screen.query_one(KeyBar).render().plain
        assert line.startswith(" F1 Help  F8 Same again  Ctrl+S Save")
        assert line.rstrip().endswith("Ctrl+P Menu")
