"""A printed file is called what it is, of which case, of which day; never a person."""

from datetime import UTC, datetime

import pytest

from sgtui.documents.press.file_names import file_name
from sgtui.services.reports import Format
from tests.documents.a_document import MADE, a_document

DAY = "inspection-pack-SG-26-K4T7-2026-11-22"


@pytest.mark.parametrize(
    ("form", "ending"),
    [(Format.PDF, "pdf"), (Format.TEXT, "txt"), (Format.CSV, "csv"), (Format.JSON, "json")],
)
def test_the_ending_says_what_it_is(form: Format, ending: str) -> None:
    assert file_name(a_document(), form) == f"{DAY}.{ending}"


def test_without_one_case_there_is_no_reference() -> None:
    assert file_name(a_document(reference=""), Format.CSV) == "inspection-pack-2026-11-22.csv"


def test_the_day_is_that_of_london() -> None:
    late = MADE.__class__(**{**vars(MADE), "at": datetime(2026, 7, 1, 23, 30, tzinfo=UTC)})
    assert "2026-07-02" in file_name(a_document(made=late), Format.PDF)


def test_several_parts_and_copies_are_numbered() -> None:
    assert file_name(a_document(), Format.PDF, part=2) == f"{DAY}-part-2.pdf"
    assert file_name(a_document(), Format.PDF, copy=3) == f"{DAY}-3.pdf"
    assert file_name(a_document(), Format.PDF, part=1, copy=2) == f"{DAY}-2-part-1.pdf"


def test_nobody_is_named() -> None:
    name = file_name(a_document(about="Ada Vale", title="Ada Vale"), Format.PDF)
    assert not {"Ada", "Vale", "Joy", "Okafor"} & set(name.split("-"))
