"""Marks are given one a line or as a list; what is wrong names the line and repeats nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest

from sgtui.domain.entries import BodyMapped
from sgtui.domain.entries.body import MOST_MARKS
from sgtui.domain.register import Register
from sgtui.services.prompts import Question, Setting, entry_questions
from sgtui.services.typed_answers import Meant, read_answer

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
TWO = ["bruise, left forearm, 3x2cm, purple", "2. cut, F24R, 12mm"]


def marks_question() -> Question:
    """The question of a body map's marks."""
    asked = entry_questions(BodyMapped, Setting(Register(), NOW))
    return next(one for one in asked if one.how == "marks")


def meant(given: object) -> Meant:
    """What an answer to it means."""
    return read_answer(marks_question(), given, NOW)


@pytest.mark.parametrize("given", ["\n".join(TWO), "\r\n\n".join(TWO), TWO])
def test_lines_or_a_list_give_the_marks_in_order(given: object) -> None:
    read = meant(given)
    assert [mark.region for mark in read.value] == ["F17L", "F24R"]
    assert read.echo.splitlines()[0].startswith("1. Bruise, person's left forearm (F17L), 30 x 20")
    assert read.echo.splitlines()[1].startswith("2. Cut, person's right shin (F24R), 12 mm")


def test_a_mark_may_be_given_by_its_fields() -> None:
    fields: dict[str, Any] = {"kind": "bruise", "region": "F17L", "length_mm": 30}
    (mark,) = meant([fields]).value
    assert mark.length_mm == 30


@pytest.mark.parametrize("given", ["", "  \n ", [], None])
def test_nothing_given_is_no_answer_and_no_complaint(given: object) -> None:
    assert meant(given) == Meant()


@pytest.mark.parametrize(
    "wrong",
    ["bruise, Zebedee Quux", "Zebedee Quux", 7, {"kind": "bruise", "region": "Zebedee Quux"}, {}],
)
def test_a_complaint_names_the_line_and_repeats_nothing(wrong: object) -> None:
    read = meant([TWO[0], wrong])
    assert read.value is None
    assert read.complaint.startswith("Line 2: ")
    assert "Zebedee" not in read.complaint


def test_a_line_is_counted_where_it_stands_though_blank_ones_mean_nothing() -> None:
    assert meant(f"{TWO[0]}\n\n \nZebedee").complaint.startswith("Line 4: ")


def test_a_blank_field_of_a_mark_is_not_recorded() -> None:
    (mark,) = meant([{"kind": "bruise", "region": "F17L", "explanation": " ", "pain": None}]).value
    assert (mark.explanation, mark.pain) == (None, None)


def test_a_field_that_no_mark_has_is_answered_with_those_there_are() -> None:
    read = meant([{"kind": "bruise", "region": "F17L", "Zebedee": "3 days"}])
    assert read.complaint.startswith("Line 1: One field is not known here. There are kind, region,")
    assert "Zebedee" not in read.complaint


def test_more_marks_than_a_map_holds_are_refused() -> None:
    read = meant([TWO[0]] * (MOST_MARKS + 1))
    assert read.value is None
    assert str(MOST_MARKS) in read.complaint
