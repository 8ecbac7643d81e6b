"""A document reads well as lines of text: 80 cells wide, nothing cut, nothing drawn but bars."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.documents.model import Block, Column, Facts, Paragraph, Points, Section, Table
from sgtui.documents.press.plain.lines import cells_of, wrapped
from sgtui.documents.press.text import lines, section_lines
from tests.documents.a_document import (
    AT,
    CHART,
    EVERY_BLOCK,
    HEAD,
    MADE,
    RECORD_HEAD,
    a_document,
    a_section,
)


def shown(*blocks: Block, ascii: bool = False) -> list[str]:
    """The lines of these blocks, without those that are empty."""
    return [line for line in section_lines(a_section(*blocks, title=""), ascii=ascii) if line]


def test_it_begins_with_what_it_is_for_whom_and_by_whom() -> None:
    head = list(lines(a_document()))[:9]
    assert head[:3] == [
        "INSPECTION PACK",
        "Ada Vale, SG-26-K4T7",
        "For the inspector; whole, with names.",
    ]
    assert "  Made: Sun 22 Nov 2026 14:32 by Joy Okafor, shift leader" in head
    assert f"     {RECORD_HEAD}" in head


def test_an_invented_home_is_named_so_at_once() -> None:
    demo = MADE.__class__(**{**vars(MADE), "demo": True})
    assert list(lines(a_document(made=demo)))[1].startswith("DEMO: an invented home.")


def test_below_a_section_stands_the_state_of_its_case() -> None:
    said = list(lines(a_document()))
    assert said[said.index(HEAD) - 1] == "SG-26-K4T7, entry 27,"


def test_every_block_is_in_it() -> None:
    said = "\n".join(lines(a_document()))
    for words in (
        "What is known\n-------------\n", "Noticed: Sun 22 Nov 2026 14:32", "Open for: 2 d 3 h",
        '    "I banged it.\n    Leave me be."', "- Kept the evidence", "2. Then the desk",
        "Took: 2 d 3 h", "No entry was amended.", "1 h 10 min", "1. Bruise, the person's left",
        "Mary Cole, registered manager: ____",
    ):  # fmt: skip
        assert words in said


def test_a_table_that_fits_stands_in_columns() -> None:
    table = Table(
        (Column("Agency", 1), Column("Chases", 0, right=True), Column("Last", 2)),
        (("Police", 12, "No answer."), ("CQC", 3, "Told.")),
    )
    assert shown(table) == [
        "Agency  Chases  Last",
        "------  ------  ----",
        "Police      12  No answer.",
        "CQC          3  Told.",
    ]


def test_only_the_last_column_runs_over_several_lines() -> None:
    table = Table((Column("When"), Column("What")), ((AT, "She was calm. " * 6),))
    said = shown(table)
    assert said[2].startswith("Sun 22 Nov 2026 14:32  She was calm.")
    assert said[3].startswith(" " * 23 + "She was")


def test_a_table_that_does_not_fit_goes_cell_by_cell() -> None:
    columns = tuple(Column(f"Column {n}") for n in range(5))
    table = Table(columns, (("long " * 6, AT, timedelta(hours=3), None, "end"),))
    assert shown(table) == [
        "  Column 0: long long long long long long",
        "  Column 1: Sun 22 Nov 2026 14:32",
        "  Column 2: 3 h",
        "  Column 4: end",
    ]


def test_an_empty_table_says_so() -> None:
    assert shown(Table((Column("A"),), (), "Gaps", "No gap.")) == ["Gaps", "  No gap."]


def test_a_bar_has_its_words_and_the_limit_its_line() -> None:
    said = shown(CHART, ascii=True)
    assert said[0] == "From sending to receipt (hours)"
    assert said[1] == f"  Wexhampton duty desk  {'#' * 15}|{'#' * 17}  2 d 3 h, 27 h late"
    assert said[2] == f"  Emergency duty team   /{' ' * 14}|{' ' * 17}  1 h 10 min"
    assert said[4] == "  | is the limit: 24 h allowed, by ladder ENG-default-1"


def test_with_ascii_nothing_drawn_needs_more_than_ascii() -> None:
    assert all(line.isascii() for line in lines(a_document(), ascii=True))
    assert not all(line.isascii() for line in lines(a_document()))


@pytest.mark.parametrize("written", ["\x1b]0;x\x07", "\N{RIGHT-TO-LEFT OVERRIDE}x", "\x9b2J"])
def test_nothing_that_a_terminal_obeys_comes_out(written: str) -> None:
    table = Table((Column(written),), ((written,),), written, written)
    section = Section(written, (Paragraph(written), Points((written,)), table), written)
    said = "\n".join(lines(a_document(section, about=written, notes=(written,), reference=written)))
    assert said.count(written) == 0
    assert said.count("\N{REPLACEMENT CHARACTER}") >= 9


@given(text=st.text(max_size=200), width=st.integers(20, 90))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    said = list(wrapped(text, width, "  ", "     "))
    assert all(cells_of(line) <= width for line in said)
    assert "".join("".join(said).split()) == "".join(text.split())


@given(st.lists(st.tuples(st.text(max_size=90), st.text(max_size=30)), max_size=4))
def test_no_letter_of_a_table_is_lost(rows: list[tuple[str, str]]) -> None:
    table = Table((Column("One", 1), Column("Two", 1)), tuple(rows))
    said = "".join("".join(shown(table, Facts(tuple(rows)))).split())
    wide = [line for line in shown(table) if cells_of(line) > 80]
    assert wide == []
    for cell in (cell for row in rows for cell in row if cell.isalnum()):
        assert cell in said


def test_the_sections_are_made_as_they_are_read() -> None:
    made: list[int] = []

    def sections() -> object:
        for number in range(3):
            made.append(number)
            yield a_section(*EVERY_BLOCK, title=f"Number {number}")

    reading = lines(a_document(sections=sections()))
    while next(reading) != "Number 0":
        assert made in ([], [0])
    assert made == [0]
