"""A printed document is tagged for screen readers (PDF/UA-1) and fit for the archive (PDF/A-2a)."""

from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from sgtui.documents.model import Heading
from sgtui.documents.press import pdf
from tests.documents.a_document import MADE, PICTURE, a_document, a_section
from tests.documents.a_printed_file import printed, tags


@pytest.fixture(scope="module")
def whole() -> PdfReader:
    """Every sort of block, printed."""
    return printed(a_document())


def root_of(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def test_it_says_that_it_is_tagged_in_english_and_shows_its_title(whole: PdfReader) -> None:
    root = root_of(whole)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_claims_both_standards(whole: PdfReader) -> None:
    claims = root_of(whole)["/Metadata"].get_object().get_data().decode()
    for claim in ("pdfuaid:part>1<", "pdfaid:part>2<", "pdfaid:conformance>A<"):
        assert claim in claims


def test_its_title_is_there_and_no_persons_name(whole: PdfReader) -> None:
    about = {name: str(value) for name, value in (whole.metadata or {}).items()}
    assert about["/Title"] == "Inspection pack SG-26-K4T7"
    assert not any("Okafor" in value or "Vale" in value for value in about.values())


def test_every_font_comes_with_it(whole: PdfReader) -> None:
    fonts = [font for page in whole.pages for font in fonts_of(page)]
    assert fonts
    for font in fonts:
        below = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        described = below["/FontDescriptor"].get_object()
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(described)


def fonts_of(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def test_every_picture_is_told_in_words(whole: PdfReader) -> None:
    figures = [tag for tag in tags(whole) if tag["/S"] == "/Figure"]
    assert [tag["/Alt"] for tag in figures] == [PICTURE.alternative]


def test_headings_are_tagged_and_none_skips_a_level(whole: PdfReader) -> None:
    levels = [tag["/S"] for tag in tags(whole) if tag["/S"] in ("/H1", "/H2", "/H3", "/H4")]
    assert levels == ["/H1", "/H2", "/H3", "/H2"]


def test_a_level_that_was_skipped_is_mended() -> None:
    reader = printed(a_document(a_section(Heading("Deep", 3), Heading("Less", 2), title="")))
    assert [t["/S"] for t in tags(reader) if str(t["/S"]).startswith("/H")] == ["/H1", "/H2"]


def test_headings_of_a_table_are_tagged_as_such(whole: PdfReader) -> None:
    kinds = [tag["/S"] for tag in tags(whole)]
    assert kinds.count("/TH") == 4
    assert kinds.count("/Table") == 1


def test_lists_and_quotations_are_tagged(whole: PdfReader) -> None:
    kinds = [tag["/S"] for tag in tags(whole)]
    assert kinds.count("/LI") == 4
    assert "/BlockQuote" in kinds


def test_it_can_be_printed_the_same_again() -> None:
    first, second = (list(pdf.parts(a_document())) for _ in range(2))
    assert first == second
    assert list(pdf.parts(a_document(made=replace(MADE, by="Sam Lead")))) != first
