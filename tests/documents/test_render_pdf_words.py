"""A printed page says what was written: nothing is read as markup, nothing is cut or lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.documents.model import (
    Bar,
    Chart,
    Column,
    Facts,
    Heading,
    Paragraph,
    Points,
    Signatures,
    Table,
)
from sgtui.documents.press.typeset.letters import Letters
from sgtui.domain.text import stored
from tests.documents.a_document import MADE, a_document, a_section
from tests.documents.a_printed_file import page_of, plain, printed, words

MARKUP = (
    "#panic()", "*bold*", "_slanted_", "\\u{41}", "<label>", "$x$", "// c", "/* c */", "@ref",
    "`raw`", "[brackets]", "= heading", "- point", "+ point", "/ term: x", "~", "--", "...",
    "'q' \"q\"", "http://example.org", '#import "@preview/x:1.0.0"', "{json}", "\\n",
)  # fmt: skip


@pytest.mark.parametrize("written", MARKUP)
def test_what_looks_like_markup_is_printed_as_it_stands(written: str) -> None:
    assert page_of(Paragraph(written)).count(written) == 1


def test_it_is_printed_as_it_stands_wherever_it_is_written() -> None:
    text = "#panic() *b* $x$ <l>"
    shown = page_of(
        Heading(text),
        Paragraph(text, "quote"),
        Paragraph(text, "strong"),
        Paragraph(text, "note"),
        Points((text,)),
        Facts(((text, text),)),
        Table((Column(text, 1),), ((text,),), text),
        Chart(text, (Bar(text, 1.0, text),), text, 1.0, text),
        Signatures((text,)),
        title=text,
    )
    assert plain(shown).count(text) == 17


def test_every_block_is_found_on_its_page() -> None:
    shown = words(printed(a_document()))
    for words_of_it in (
        "Inspection pack", "For the inspector; whole, with names", "Nothing is left out.",
        "What is known", "Noticed Sun 22 Nov 2026 14:32", "Born Fri 4 Mar 1938",
        "Open for 2 d 3 h", "66.7", "Her words", "Leave me be.", "She looked away.",
        "Two staff for personal care", "Written up 9 minutes after.", "Kept the evidence",
        "2. Then the desk", "Contacts with agencies", "1 h 10 min P Ames took it.",
        "No entry was amended.", "From sending to receipt (hours)", "2 d 3 h, 27 h late",
        "Dashed line: 24 h allowed, by ladder ENG-default-1", "Mary Cole, registered manager",
    ):  # fmt: skip
        assert words_of_it in shown


def test_every_page_says_what_it_is_by_whom_and_from_what_record() -> None:
    for page in printed(a_document()).pages:
        shown = plain(page.extract_text())
        assert "For the inspector; whole, with names" in shown
        assert "made Sun 22 Nov 2026 14:32 by Joy Okafor, shift leader" in shown
        assert "Register entry 1203, 9ab3f0c2d4e6" in shown
        assert "SG-26-K4T7, entry 27, 3fa2b1c9d0e1" in shown
        assert "of 2" in shown


def test_an_invented_home_is_named_so_on_every_page() -> None:
    for page in printed(a_document(made=replace(MADE, demo=True))).pages:
        assert "DEMO: an invented home, nobody in it is real" in plain(page.extract_text())


def test_line_breaks_are_kept() -> None:
    shown = printed(a_document(a_section(Paragraph("first\nsecond")))).pages[0].extract_text()
    assert "first\nsecond" in shown


@pytest.mark.parametrize("width", [0, 1])
def test_a_word_too_long_for_its_place_is_parted_and_not_cut(width: int) -> None:
    long = "".join(f"{number}WM" for number in range(90))
    table = Table((Column("A", width), Column("B", 3)), ((long, None),))
    shown = page_of(table, Paragraph(long), Facts(((long, long),)))
    assert shown.replace(" ", "").count(long) == 4


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ọ̀ṣun, Nguyễn, Łódź", "Ọ̀ṣun, Nguyễn, Łódź"),
        ("漢", "[U+6F22]"),
        ("ok \N{GRINNING FACE}", "ok [U+1F600]"),
        ("\N{THAI CHARACTER KO KAI}", "[U+0E01]"),
        ("5\N{COMBINING ACUTE ACCENT}", "5[U+0301]"),
        ("\x1b]0;x\x07", "\N{REPLACEMENT CHARACTER}]0;x\N{REPLACEMENT CHARACTER}"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}a", "\N{REPLACEMENT CHARACTER}a"),
    ],
)
def test_a_letter_without_a_shape_is_printed_as_its_code_point(written: str, shown: str) -> None:
    assert Letters().printable(written) == shown
    assert shown.replace("\u0300", "") in page_of(Paragraph(written)).replace("\u0300", "")


def test_only_a_page_with_such_letters_says_where_they_can_be_read() -> None:
    assert "no shape for" in page_of(Paragraph("漢"))
    assert "no shape for" not in page_of(Paragraph("[U+6F22]"))


@settings(max_examples=25)
@given(st.lists(st.text(max_size=60), min_size=20, max_size=40))
def test_no_text_at_all_keeps_a_page_from_being_set(texts: list[str]) -> None:
    rows = tuple((stored(text), text) for text in texts)
    strong = tuple(Paragraph(text, "strong") for text in texts)
    assert page_of(Table((Column("Stored", 1), Column("As typed", 1)), rows), *strong)
