"""A printed table fits its page whatever is in it; times and short words stay whole."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sgtui.documents.model import Cell, Column, Table
from sgtui.documents.press.typeset.letters import Letters, widest_word
from sgtui.documents.press.typeset.table import page_table
from tests.documents.a_document import AT, CONTACTS

UPRIGHT = 493.0
BESIDE = 9.5
"""Points of a cell that its words do not take."""
WIDEST = 1.6
"""Ems of the widest letter, which no column can part."""
PART = "\N{ZERO WIDTH SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"


def set_on_paper(table: Table) -> dict[str, Any]:
    """The table as the template takes it."""
    return page_table(table, UPRIGHT, Letters())


cells = st.one_of(st.none(), st.integers(), st.just(AT), st.text(max_size=80))


@given(st.data(), st.integers(1, 12))
def test_its_columns_fit_the_page_and_every_word_its_column(data: st.DataObject, n: int) -> None:
    names = data.draw(st.lists(st.text(min_size=1, max_size=20), min_size=n, max_size=n))
    shares = data.draw(st.lists(st.integers(0, 3), min_size=n, max_size=n))
    rows: list[tuple[Cell, ...]] = data.draw(st.lists(st.tuples(*[cells] * n), max_size=4))
    columns = tuple(map(Column, names, shares))
    shown = set_on_paper(Table(columns, tuple(rows)))
    assert sum(shown["widths"]) <= UPRIGHT + 0.01
    for row in shown["rows"]:
        for cell, width in zip(row["cells"], shown["widths"], strict=True):
            room = max(width - BESIDE, WIDEST * shown["size"])
            assert widest_word(cell.replace(PART, " "), shown["size"]) <= room + 0.01


def test_a_time_stays_on_one_line_where_there_is_room() -> None:
    said = set_on_paper(CONTACTS)["rows"][0]["cells"]
    assert said[0] == "Sun 22 Nov 2026 14:32".replace(" ", NO_BREAK)
    assert said[2] == f"2{NO_BREAK}d{NO_BREAK}3{NO_BREAK}h"


def test_a_time_goes_on_two_lines_where_there_is_little() -> None:
    table = Table(tuple(Column(f"N{n}", 0) for n in range(6)), ((AT,) * 6,))
    said = set_on_paper(table)["rows"][0]["cells"]
    assert said[0] == f"Sun{NO_BREAK}22{NO_BREAK}Nov{NO_BREAK}2026 14:32"


def test_letters_get_smaller_before_a_word_is_parted() -> None:
    def size(columns: int) -> float:
        table = Table(tuple(Column("Wexhampton", 0) for _ in range(columns)), ())
        found: float = set_on_paper(table)["size"]
        return found

    assert size(4) > size(8)
    eight = set_on_paper(Table(tuple(Column("Wexhampton", 0) for _ in range(8)), ()))
    assert eight["names"] == ["Wexhampton"] * 8


def test_the_page_is_used_by_columns_with_a_share_and_left_by_those_without() -> None:
    row = (("one", "two"),)
    shared = set_on_paper(Table((Column("A", 0), Column("B", 1)), row))["widths"]
    bare = set_on_paper(Table((Column("A", 0), Column("B", 0)), row))["widths"]
    assert abs(sum(shared) - UPRIGHT) < 0.01
    assert sum(bare) < 100


def test_a_row_may_break_across_pages_only_where_it_is_long() -> None:
    table = Table((Column("A", 1),), (("short",), ("long " * 300,)))
    assert [row["whole"] for row in set_on_paper(table)["rows"]] == [True, False]
