"""Every document of the catalogue can be had in every form, whole."""

import csv
import json
import re
from pathlib import Path

import pytest

from sgtui.documents.catalogue import make
from sgtui.documents.press.house import HousePress
from sgtui.documents.press.plain.lines import cells_of
from sgtui.services.desk import Desk
from sgtui.services.reports import CATALOGUE, Asked, Format
from sgtui.services.work import Work
from tests.documents.a_printed_file import read, words
from tests.documents.the_demo import QUARTER, the_demo

every_document = pytest.mark.parametrize("name", CATALOGUE)


def asked(desk: Desk, name: str) -> Asked:
    """A document about one case where it can be; that of the case with the most to say."""
    if CATALOGUE[name].needs != "case":
        return Asked(QUARTER, demo=True)
    with desk.store.reading() as unit:
        rows = unit.cases(limit=200)
        longest = max(rows, key=lambda row: unit.head(row.case_id)[0])
    return Asked(QUARTER, longest.reference, demo=True)


def files(name: str, form: Format, folder: Path) -> tuple[Path, ...]:
    """The document, printed from the demo by its registered manager."""
    desk = the_demo().desk("ruth")
    return HousePress().print_to(desk, name, asked(desk, name), form, folder, Work())


@every_document
def test_it_can_be_printed_and_says_what_it_is(name: str, tmp_path: Path) -> None:
    for file in files(name, Format.PDF, tmp_path):
        reader = read(file.read_bytes())
        for page in reader.pages:
            shown = " ".join(page.extract_text().split())
            assert CATALOGUE[name].audience.label in shown
            assert "DEMO" in shown
    assert CATALOGUE[name].title in words(reader)


@every_document
def test_it_reads_as_text_of_80_cells(name: str, tmp_path: Path) -> None:
    (file,) = files(name, Format.TEXT, tmp_path)
    lines = file.read_text("utf-8").splitlines()
    assert lines[0] == CATALOGUE[name].title.upper()
    assert [line for line in lines if cells_of(line) > 80] == []


@every_document
def test_its_records_have_plain_headings_and_are_whole(name: str, tmp_path: Path) -> None:
    desk, quarter = the_demo().desk("ruth"), Asked(QUARTER, demo=True)
    (file,) = HousePress().print_to(desk, name, quarter, Format.CSV, tmp_path, Work())
    with file.open(encoding="utf-8-sig", newline="") as opened:
        head, *rows = csv.reader(opened, strict=True)
    assert len(head) == len(set(head)) > 0
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column) for column in head)
    assert rows
    assert {len(row) for row in rows} == {len(head)}


@every_document
def test_another_program_reads_the_same_records(name: str, tmp_path: Path) -> None:
    (file,) = files(name, Format.JSON, tmp_path)
    said = json.loads(file.read_text("ascii"))
    assert said["document"]["name"] == name
    assert all(
        list(record) == said["document"]["columns"]
        for section in said["sections"]
        for record in section["records"]
    )
    assert any(section["text"] for section in said["sections"])


@every_document
def test_no_section_is_made_before_it_is_asked_for(name: str) -> None:
    desk = the_demo().desk("ruth")
    begun: list[int] = []
    document = make(desk, name, asked(desk, name), Work(lambda done, _total: begun.append(done)))
    assert begun == []
    assert iter(document.sections) is document.sections
