"""The cursor of a list stays on its row, whatever happens to the rows around it."""

from hypothesis import given
from hypothesis import strategies as st
from pytest import MonkeyPatch
from textual.geometry import Size
from textual.strip import Strip

from sgtui.ui.widgets.row_list import Row, RowList, heading
from tests.ui.gallery import gallery, opened, queue_rows, row


def plain(key: str) -> Row:
    """A row of one line."""
    return row(key, key, "", "x")


async def test_the_cursor_starts_below_the_first_heading_and_steps_over_others() -> None:
    app = gallery("list")
    async with opened(app) as pilot:
        rows = app.screen.query_one(RowList)
        assert rows.key == "a"
        await pilot.press("down", "down", "down")
        assert rows.key == "d"
        await pilot.press("down", "home", "up")
        assert rows.key == "a"


async def test_a_refill_keeps_the_cursor_on_its_key() -> None:
    app = gallery("list")
    async with opened(app):
        rows = app.screen.query_one(RowList)
        assert rows.stand_on("c")
        rows.fill([plain("new"), *reversed(queue_rows())])
        assert rows.key == "c"


async def test_a_row_that_is_gone_leaves_the_cursor_near() -> None:
    app = gallery("list")
    async with opened(app):
        rows = app.screen.query_one(RowList)
        rows.stand_on("b")
        rows.fill([kept for kept in queue_rows() if kept.key != "b"])
        assert rows.key == "c"


async def test_an_emptied_list_has_no_cursor_and_says_so() -> None:
    app = gallery("list")
    async with opened(app):
        rows = app.screen.query_one(RowList)
        rows.fill([])
        assert rows.key is None
        assert "Nothing is owed." in rows.render_line(0).text


@given(st.lists(st.booleans(), max_size=12), st.lists(st.booleans(), max_size=12))
def test_the_cursor_never_stands_on_a_heading(before: list[bool], after: list[bool]) -> None:
    rows = RowList(made(before))
    rows.fill(made(after))
    assert (rows.key is None) == all(after)
    assert rows.key is None or not rows.rows[rows.cursor].heading


def made(headings: list[bool]) -> list[Row]:
    """Rows, those marked True being headings."""
    return [heading(f"h{n}", "G") if head else plain(f"r{n}") for n, head in enumerate(headings)]


async def test_ten_thousand_rows_draw_only_what_is_seen(monkeypatch: MonkeyPatch) -> None:
    app = gallery("list")
    async with opened(app) as pilot:
        rows = app.screen.query_one(RowList)
        rows.fill([plain(str(n)) for n in range(10_000)])
        drawn: list[int] = []
        draw = rows.render_line

        def noted(y: int) -> Strip:
            drawn.append(y)
            return draw(y)

        monkeypatch.setattr(rows, "render_line", noted)
        await pilot.press("end")
        assert rows.key == "9999"
        assert rows.scroll_offset.y == 10_000 - rows.size.height
        assert len(drawn) < 10 * rows.size.height


async def test_a_page_moves_the_cursor_by_about_a_window() -> None:
    app = gallery("list")
    async with opened(app) as pilot:
        rows = app.screen.query_one(RowList)
        rows.fill([plain(str(n)) for n in range(100)])
        rows.stand_on("0")
        await pilot.press("pagedown")
        assert rows.key == str(rows.size.height - 1)


async def test_a_command_to_the_terminal_in_a_row_is_not_sent() -> None:
    app = gallery("list")
    async with opened(app):
        rows = app.screen.query_one(RowList)
        rows.fill([row("x", "\x1b]52;c;aGk=\x07", "late", "[/nope] \x9b")])
        assert not set("\x1b\x07\x9b") & set(rows.render_line(0).text)
        assert "[/nope]" in rows.render_line(0).text


async def test_a_line_is_as_wide_as_the_window() -> None:
    app = gallery("list")
    async with opened(app):
        rows = app.screen.query_one(RowList)
        assert rows.size > Size(40, 10)
        assert {rows.render_line(y).cell_length for y in range(8)} == {rows.size.width}
