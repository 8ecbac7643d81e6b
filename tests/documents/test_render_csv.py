"""A document's records open in a spreadsheet, and nothing in them runs there."""

import csv
import io
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.documents.model import Record
from sgtui.documents.press.csv_rows import harmless, pieces
from tests.documents.a_document import AT, a_document, a_section

DANGEROUS = tuple("=+-@|%\t\r")


def written(*cells: object) -> str:
    """A file with one record."""
    columns = tuple(f"column_{number}" for number in range(len(cells)))
    section = a_section(records=(Record(cells),))  # type: ignore[arg-type]
    return "".join(pieces(a_document(section, columns=columns)))


def read(text: str) -> list[list[str]]:
    """The file as a spreadsheet's own reader takes it."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_it_begins_with_the_headings_for_excel_and_ends_its_lines_as_it_should() -> None:
    text = "".join(pieces(a_document()))
    assert text.startswith('\ufeff"at","agency","took_hours","said","times"\r\n')
    assert text.count("\r\n") == 4
    assert text.count("\n") == 4


def test_times_and_numbers_are_written_plainly() -> None:
    text = written(AT, date(1938, 3, 4), timedelta(days=2, hours=3, minutes=6), 3, -1.5, None)
    assert text.endswith('"2026-11-22T14:32:00+00:00","1938-03-04","51.1","3","-1.5",""\r\n')


def test_summer_time_is_written_with_its_offset() -> None:
    assert '"2026-07-02T15:32:00+01:00"' in written(AT.replace(month=7, day=2))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+44", "-2h", "@SUM(A1)", "|cmd", "%x", "\t=1", "\rx", " =1", "\n=1", "\u00a0=1",
        "\u200d=1", "\N{FULLWIDTH EQUALS SIGN}1", "\N{FULLWIDTH PLUS SIGN}1", "\u0301=1",
        "\N{FULLWIDTH COMMERCIAL AT}x", "\N{SMALL HYPHEN-MINUS}1",
    ],
)  # fmt: skip
def test_a_text_that_could_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "She said =1", "Room 12", "'quoted'", "3 - 4", "漢"])
def test_other_text_stands_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text(max_size=80))
def test_no_cell_begins_like_a_formula_and_every_text_can_be_read_back(text: str) -> None:
    (cell,) = read(written(harmless(text)))[1]
    seen = "".join(
        letter
        for letter in cell
        if unicodedata.category(letter) not in ("Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me")
    )
    assert not cell.startswith(DANGEROUS)
    assert not unicodedata.normalize("NFKC", seen[:1]).startswith(DANGEROUS)


@given(st.text(st.characters(codec="utf-8", min_codepoint=32, max_codepoint=126), max_size=80))
def test_a_text_reads_back_as_it_was_written(text: str) -> None:
    (cell,) = read(written(text))[1]
    assert cell.removeprefix("'") == text.removeprefix("'")


def test_lines_quotes_and_separators_stay_within_their_cell() -> None:
    text = 'She said "no";\nthen, later, "yes"'
    assert read(written(text, "next"))[1] == [text, "next"]
