"""A document as JSON: one document, whole, with numbers as numbers, written bit by bit."""

import json
from typing import Any

from sgtui.documents.model import Record
from sgtui.documents.press.json_text import pieces
from sgtui.documents.press.text import section_lines
from tests.documents.a_document import (
    AT,
    HEAD,
    RECORD_HEAD,
    SECTION,
    a_document,
    a_section,
)


def read(**said: Any) -> Any:
    """The JSON, parsed."""
    return json.loads("".join(pieces(a_document(**said))))


def test_its_head_says_what_it_is_and_from_what_record() -> None:
    head = read(since=AT, until=AT)["document"]
    assert head["name"] == "inspection-pack"
    assert head["audience"] == "inspector"
    assert head["made_by"] == "Joy Okafor, shift leader"
    assert head["since"] == head["until"] == "2026-11-22T14:32:00+00:00"
    assert head["made_at"] == "2026-11-22T14:32:07+00:00"
    assert head["record"] == {"entry": 1203, "hash": RECORD_HEAD}
    assert head["demo"] is False
    assert head["notes"] == ["Nothing is left out."]


def test_a_section_has_its_figures_its_records_and_its_words() -> None:
    (section,) = read()["sections"]
    assert section["head"] == {"entry": 27, "hash": HEAD}
    assert section["figures"] == {"contacts": 3, "median_hours": 26.1}
    assert section["records"][2] == {
        "at": "2026-11-23T14:32:00+00:00",
        "agency": "CQC",
        "took_hours": None,
        "said": "Told by the portal.",
        "times": 2,
    }
    assert section["text"] == list(section_lines(SECTION))


def test_no_section_is_one_document_too() -> None:
    assert read(sections=())["sections"] == []


def test_many_sections_are_one_document() -> None:
    sections = (a_section(title=f"Number {number}") for number in range(3))
    assert [one["title"] for one in read(sections=sections)["sections"]] == [
        "Number 0",
        "Number 1",
        "Number 2",
    ]


def test_it_is_carried_by_every_terminal_and_loses_no_letter() -> None:
    section = a_section(records=(Record(("漢 \N{GRINNING FACE} 'x' \"y\"\n",)),))
    text = "".join(pieces(a_document(section, columns=("said",))))
    assert text.isascii()
    assert (
        json.loads(text)["sections"][0]["records"][0]["said"] == "漢 \N{GRINNING FACE} 'x' \"y\"\n"
    )
