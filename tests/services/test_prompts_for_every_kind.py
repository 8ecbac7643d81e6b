"""Any kind of entry can be asked for in plain questions; answers are read as people give them."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from sgtui.domain.entries import CASE_KINDS, ConcernRecorded, DeadlineMoved
from sgtui.domain.entries.choices import Category, SafetyStep
from sgtui.domain.entries.payload import LINE_LIMIT
from sgtui.domain.register import Register
from sgtui.services.prompts import Choice, Question, Setting, entry_questions, read_answer

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
CATEGORY = Question(
    "category", "What", "choice", choices=tuple(Choice(c, c.label) for c in Category)
)
STEPS = Question("steps", "Done", "choices", choices=tuple(Choice(s, s.label) for s in SafetyStep))
WHEN = Question("at", "When", "when")
PEOPLE = Question(
    "person", "Who", "person",
    choices=tuple(
        Choice(uuid4(), name, room)
        for name, room in (("Ada Vale", "Rm 12"), ("Adam Voss", "Rm 3"), ("Siân Ó Briain", "Rm 7"))
    ),
)  # fmt: skip


@pytest.mark.parametrize("word", sorted(set(CASE_KINDS)))
def test_every_kind_that_a_person_adds_has_questions(word: str) -> None:
    kind = CASE_KINDS[word]
    asked = entry_questions(kind, Setting(Register(), NOW))
    assert bool(asked) is (kind is not DeadlineMoved)
    closed = [one for one in asked if one.how in ("choice", "choices")]
    assert all(one.choices for one in closed)


def test_what_must_be_answered_is_known_from_the_entry() -> None:
    asked = {one.name: one for one in entry_questions(ConcernRecorded, Setting(Register(), NOW))}
    assert asked["person"].required
    assert not asked["alleged"].required


@pytest.mark.parametrize("typed", ["2", "neglect", "Neglect", " NEG ", 2])
def test_a_choice_is_read_by_number_word_or_beginning(typed: object) -> None:
    assert read_answer(CATEGORY, typed, NOW).value is Category.NEGLECT


@pytest.mark.parametrize("typed", ["1 4", "1, 4", "999, evidence", ["rang_999", "Evidence kept"]])
def test_several_choices_are_read_however_they_are_given(typed: object) -> None:
    meant = read_answer(STEPS, typed, NOW)
    assert meant.value == (SafetyStep.RANG_999, SafetyStep.EVIDENCE_KEPT)


def test_a_number_that_is_none_of_them_is_told_how_many_there_are() -> None:
    assert read_answer(CATEGORY, "11", NOW).complaint == "Choose a number from 1 to 10."


@pytest.mark.parametrize(("typed", "place"), [("ada v", 0), ("rm 3", 1), ("sian briain", 2)])
def test_people_are_found_by_the_beginnings_of_name_or_room(typed: str, place: int) -> None:
    assert read_answer(PEOPLE, typed, NOW).value == PEOPLE.choices[place].value


def test_a_name_that_fits_several_names_them() -> None:
    complaint = read_answer(PEOPLE, "ad", NOW).complaint
    assert "Ada Vale, Rm 12; Adam Voss, Rm 3" in complaint
    assert "Siân" not in complaint


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("-2h", "12:32"),
        ("2026-11-22T09:05:00+00:00", "09:05"),
        ("2026-11-22T10:05:00+01:00", "09:05"),
        ("2026-11-22 09:05", "09:05"),
        ("0905", "09:05"),
    ],
)
def test_times_are_read_as_typed_or_in_iso_form(typed: str, minute: str) -> None:
    at = read_answer(WHEN, typed, NOW).value
    assert f"{at:%H:%M}" == minute


def test_a_time_may_be_only_about_right() -> None:
    meant = read_answer(WHEN, "about 1430", NOW)
    assert meant.about
    assert f"{meant.value:%H:%M}" == "14:30"


@pytest.mark.parametrize("typed", ["2027-01-01T00:00:00Z", "tomorrow", "2026-02-30 10:00"])
def test_a_time_that_cannot_be_is_answered_with_a_sentence(typed: str) -> None:
    meant = read_answer(WHEN, typed, NOW)
    assert meant.value is None
    assert meant.complaint.endswith(".")


def test_a_text_that_is_too_long_or_holds_no_letter_is_refused() -> None:
    line = Question("measure", "Measure", "line")
    assert f"{LINE_LIMIT}" in read_answer(line, "x" * 100_000, NOW).complaint
    assert read_answer(line, "\u200b\u200e", NOW).complaint
