"""Nobody can be known again by the summary, in whatever form it is handed out (R48, R50)."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from sgtui.documents.press.house import HousePress
from sgtui.domain.london_time import day_words
from sgtui.domain.register import Register
from sgtui.services.files import Period
from sgtui.services.reports import Asked, Format
from sgtui.services.work import Work
from tests.documents.the_demo import QUARTER, YEAR, as_json, the_demo

_REFERENCE = re.compile(r"SG-\d\d-[0-9A-Z]{4}")


def printed(form: Format, folder: Path, name: str = "summary") -> str:
    """All that can be read in the files of one form."""
    desk, asked = the_demo().desk(), Asked(YEAR, demo=True)
    files = HousePress().print_to(desk, name, asked, form, folder, Work())
    return "\n".join(_read(file) for file in files)


def _read(file: Path) -> str:
    if file.suffix == ".pdf":
        reader = PdfReader(file)
        pages = [page.extract_text() for page in reader.pages]
        return "\n".join([*pages, str(reader.metadata)])
    return file.read_text(encoding="utf-8-sig")


def names(register: Register) -> set[str]:
    """Every part of anybody's name that has more than three letters."""
    people = register.people.values()
    told = [one.name for one in people] + [one.name for one in register.staff.values()]
    told += [text for one in people for text in (one.representative, one.gp)]
    parts = {part for name in told for part in re.findall(r"[^\W\d_]{4,}", name)}
    return parts - {"Surgery"}


def marks(register: Register) -> Iterator[str]:
    """Rooms, dates of birth, numbers and addresses that lead to somebody."""
    for one in register.people.values():
        yield one.room
        yield from _born(one.born_on)
    for member in register.staff.values():
        yield member.phone
    for desk in register.contacts.values():
        yield from (desk.email, desk.phone if len(desk.phone) > 3 else "")


def _born(on: date | None) -> Iterator[str]:
    if on is not None:
        yield from (on.isoformat(), day_words(on), day_words(on)[4:], f"{on:%d/%m/%Y}")


def found_in(text: str) -> list[str]:
    """Who and what could be known again by a text."""
    register = the_demo().register
    words = set(re.findall(r"[^\W\d_]+", text.casefold()))
    found = [name for name in names(register) if name.casefold() in words]
    found += [
        mark for mark in marks(register) if mark and re.search(rf"\b{re.escape(mark)}\b", text)
    ]
    return found + _REFERENCE.findall(text)


@pytest.mark.parametrize("form", list(Format))
def test_nobody_stands_in_the_summary(form: Format, tmp_path: Path) -> None:
    text = printed(form, tmp_path / "out")
    assert "Rosewood House" in text or form is Format.CSV
    assert len(text) > 1500
    assert found_in(text) == []


def test_whoever_is_looked_for_would_be_found(tmp_path: Path) -> None:
    found = found_in(printed(Format.TEXT, tmp_path / "out", "response-times"))
    assert {"Joy", "Okafor"} & set(found)
    assert any(_REFERENCE.fullmatch(one) for one in found)
    names_of = names(the_demo().register)
    assert len(names_of) > 40
    assert found_in(f"Seen in {next(iter(the_demo().register.people.values())).room}.") != []


def test_it_is_made_by_a_role() -> None:
    assert as_json(the_demo().desk(), "summary")["document"]["made_by"] == "Shift leader"


@pytest.mark.parametrize("period", [QUARTER, YEAR], ids=["quarter", "year"])
def test_no_number_of_cases_in_it_is_small(period: Period) -> None:
    read = as_json(the_demo().desk(), "summary", period)
    about_people = [s for s in read["sections"] if s["title"] != "Audits and learning"]
    numbers = [r["number"] for s in about_people for r in s["records"]]
    told = [number for number in numbers if number is not None]
    assert len(told) > 8
    assert [number for number in told if 0 < number < 5] == []


def test_the_other_reports_of_a_period_name_cases_and_no_people() -> None:
    for name in ("response-times", "wishes"):
        sections = as_json(the_demo().desk(), name, YEAR)["sections"]
        found = found_in(str(sections))
        assert [one for one in found if not _REFERENCE.fullmatch(one)] == []


@pytest.mark.parametrize("name", ["response-times", "wishes"])
def test_a_case_that_names_whoever_makes_it_counts_in_no_report(name: str) -> None:
    theirs, whole = as_json(the_demo().desk("connor"), name), as_json(the_demo().desk("ruth"), name)
    assert any("whoever made this" in note for note in theirs["document"]["notes"])
    assert not any("whoever made this" in note for note in whole["document"]["notes"])
    gone = set(_REFERENCE.findall(str(whole))) - set(_REFERENCE.findall(str(theirs)))
    assert gone
