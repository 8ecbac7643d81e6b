"""A long document is printed in several files; nothing of it is lost, whatever is long in it."""

import pytest

from sgtui.documents.model import Column, Heading, Paragraph, Section, Table
from sgtui.documents.press import pdf
from sgtui.documents.press.typeset.parts import parted
from tests.documents.a_document import HEAD, a_document, a_section
from tests.documents.a_printed_file import read, words

COLUMNS = (Column("Number", 0), Column("What", 1))


def a_table(rows: int, title: str = "Rows") -> Table:
    """A table of so many rows, each of which can be told from the others."""
    return Table(COLUMNS, tuple((f"row{n:05}", "She was calm.") for n in range(rows)), title)


def test_a_short_document_is_one_file_that_speaks_of_no_part() -> None:
    (part,) = pdf.parts(a_document())
    assert "part" not in words(read(part)).split("page 1 of")[1][:20]


def test_a_part_ends_where_a_section_ends() -> None:
    sections = [a_section(Paragraph(f"words{n} " * 30), title=f"Case{n}") for n in range(6)]
    shown = [words(read(part)) for part in pdf.parts(a_document(*sections), heaviest=700)]
    assert len(shown) == 3
    for number, part in enumerate(shown):
        assert f"(part {number + 1})" in part
        assert [f"Case{n}" in part for n in range(6)] == [n // 2 == number for n in range(6)]


def test_the_title_stands_on_the_first_part_alone() -> None:
    sections = [a_section(Paragraph("word " * 100)) for _ in range(2)]
    first, second = (words(read(p)) for p in pdf.parts(a_document(*sections), heaviest=600))
    assert "Nothing is left out." in first
    assert "Nothing is left out." not in second
    assert "Inspection pack SG-26-K4T7" in second


def test_each_case_begins_on_a_page_of_its_own_with_its_own_foot() -> None:
    cases = [Section(f"Case{n}", (Paragraph("Calm."),), f"SG-26-{n}", (n, HEAD)) for n in (1, 2, 3)]
    (part,) = pdf.parts(a_document(*cases))
    pages = [page.extract_text() for page in read(part).pages]
    assert [f"SG-26-{n}, entry {n}, {HEAD[:12]}" in pages[n - 1] for n in (1, 2, 3)] == [True] * 3
    assert len(pages) == 3


def test_one_table_too_long_for_a_part_goes_on_in_the_next() -> None:
    section = a_section(Heading("Every row"), a_table(100), title="Long")
    shown = [words(read(part)) for part in pdf.parts(a_document(section), heaviest=4000)]
    assert len(shown) > 2
    assert [f"row{n:05}" in " ".join(shown) for n in range(100)] == [True] * 100
    assert all("Long (continued)" in part and "Rows (continued)" in part for part in shown[1:])
    assert all("Number What" in part for part in shown)


@pytest.mark.parametrize("heaviest", [1, 500, 3000, 10**9])
def test_no_block_is_lost_or_said_twice(heaviest: int) -> None:
    sections = [
        a_section(Heading("H"), Paragraph(f"p{n}"), Heading("T"), a_table(20, f"t{n}"))
        for n in range(4)
    ]
    told = [part for part, _ in parted(sections, heaviest)]
    blocks = [block for part in told for section in part for block in section.blocks]
    said = [block.words for block in blocks if isinstance(block, Paragraph)]
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    assert said == ["p0", "p1", "p2", "p3"]
    assert rows == [*a_table(20).rows] * 4


def test_a_heading_stays_with_what_follows_it() -> None:
    section = a_section(Paragraph("word " * 100), Heading("After"), Paragraph("word " * 100))
    first, second = (part for part, _ in parted([section], 700))
    assert [type(block) for block in first[0].blocks] == [Paragraph]
    assert [type(block) for block in second[0].blocks] == [Heading, Paragraph]


def test_nothing_at_all_is_still_a_page() -> None:
    (part,) = pdf.parts(a_document(sections=()))
    assert "Nothing is left out." in words(read(part))
