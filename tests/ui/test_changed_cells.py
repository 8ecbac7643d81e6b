"""Over a slow line only the cells that changed are sent."""

from hypothesis import given
from hypothesis import strategies as st

from sgtui.ui.widgets.changed_cells import changed_cells
from sgtui.ui.widgets.row_list import RowList
from sgtui.ui.widgets.title_line import TitleFacts, TitleLine
from tests.ui.gallery import FACTS, gallery, opened, row

TEXTS = st.text(alphabet="ab 01", max_size=12)


def test_one_digit_more_is_one_cell() -> None:
    assert changed_cells([("LATE 40m", "late")], [("LATE 41m", "late")]) == (6, 7)


def test_another_tone_alone_is_a_change() -> None:
    assert changed_cells([("DUE 1m", "due")], [("DUE 1m", "late")]) == (0, 6)


def test_wide_letters_take_the_whole_line() -> None:
    assert changed_cells([("見 1", "")], [("見 2", "")]) == (0, 6)


@given(TEXTS, TEXTS)
def test_outside_the_cells_both_lines_are_the_same(before: str, now: str) -> None:
    cells = changed_cells([(before, "")], [(now, "")])
    if cells is None:
        assert before == now
        return
    first, last = cells
    assert before[:first] == now[:first]
    assert before[last:] == now[last:]


async def test_a_minute_repaints_a_digit_of_the_title_and_of_a_row() -> None:
    app = gallery("list")
    async with opened(app) as pilot:
        rows, title = app.screen.query_one(RowList), app.screen.query_one(TitleLine)
        rows.fill([row("a", "!! LATE 40m", "late", "x"), row("b", "   OK 4d", "calm", "y")])
        await pilot.pause()
        rows.fill([row("a", "!! LATE 41m", "late", "x"), row("b", "   OK 4d", "calm", "y")])
        repainted = rows._exchange_repaint_regions()
        assert sum(region.area for region in repainted) == 1
        app.show_title(TitleFacts("Rosewood House", "Sun 22 Nov 14:33", FACTS.person, FACTS.age))
        repainted = title._exchange_repaint_regions()
        assert sum(region.area for region in repainted) == 1
