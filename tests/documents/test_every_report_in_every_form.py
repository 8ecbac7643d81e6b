"""Every report of the catalogue is made, in every form, from the demo home's own record."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from sgtui import wiring
from sgtui.domain.typed_period import read_period
from sgtui.services.desk import Desk
from sgtui.services.find import find
from sgtui.services.report_asked import asked_about
from sgtui.services.reports import CATALOGUE, Asked, Format
from sgtui.services.work import Work
from tests.documents.the_demo import the_demo

NAME = re.compile(
    r"[a-z]+(-[a-z]+)*(-SG-\d\d-[0-9A-Z]{4})?-\d{4}-\d\d-\d\d(-\d+)?(-part-\d+)?\.(txt|pdf|csv|json)"
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    """The shift leader's desk in the demo home."""
    return the_demo().desk()


@pytest.fixture(scope="module")
def reference(desk: Desk) -> str:
    """A case that has been challenged, with a referral and a body map."""
    return next(case.reference for case in find(desk, "K4T7").cases)


def asked(desk: Desk, name: str, reference: str) -> Asked:
    """One case where the report may be about one, else the last 90 days."""
    period = read_period("", "", desk.now())
    return asked_about(CATALOGUE[name], period, reference, demo=True)


def written(desk: Desk, name: str, reference: str, form: Format, folder: Path) -> tuple[Path, ...]:
    """The files of one report."""
    about = asked(desk, name, reference)
    return wiring.press().print_to(desk, name, about, form, folder, Work())


@pytest.mark.parametrize("name", list(CATALOGUE))
def test_it_is_read_as_lines_that_fit_80_columns(desk: Desk, name: str, reference: str) -> None:
    lines = list(wiring.press().read(desk, name, asked(desk, name, reference), Work()))
    assert len(lines) > 8
    assert CATALOGUE[name].title.upper() in lines[0]
    assert max(map(len, lines)) <= 80
    assert not any("\x1b" in line or "\n" in line for line in lines)


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("name", list(CATALOGUE))
def test_its_file_is_whole_and_named_after_the_case_and_day_alone(
    desk: Desk, name: str, form: Format, reference: str, tmp_path: Path
) -> None:
    (file,) = written(desk, name, reference, form, tmp_path)
    assert NAME.fullmatch(file.name), file.name
    assert (reference in file.name) is (CATALOGUE[name].needs == "case")
    assert file.stat().st_mode & 0o777 == 0o600
    content = file.read_bytes()
    assert content.startswith(b"%PDF") is (form is Format.PDF)
    assert len(content) > 100


@pytest.mark.parametrize("name", list(CATALOGUE))
def test_rows_stand_under_their_columns_alike_in_csv_and_json(
    desk: Desk, name: str, reference: str, tmp_path: Path
) -> None:
    (rows_file,) = written(desk, name, reference, Format.CSV, tmp_path)
    (json_file,) = written(desk, name, reference, Format.JSON, tmp_path)
    text = rows_file.read_bytes().decode("utf-8-sig")
    columns, *rows = csv.reader(io.StringIO(text, newline=""))
    assert columns and len(set(columns)) == len(columns)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column) for column in columns)
    assert all(len(row) == len(columns) for row in rows)
    whole = json.loads(json_file.read_bytes())
    assert whole["document"]["name"] == name
    records = [record for section in whole["sections"] for record in section["records"]]
    assert len(records) == len(rows)
    assert all(list(record) == columns for record in records)
    assert any(section["text"] for section in whole["sections"])
