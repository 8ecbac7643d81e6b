"""Any kind of entry can be asked for in plain questions; answers are read as people give them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from sgtui.domain.entries import CASE_KINDS, ConcernRecorded
from sgtui.domain.entries.choices import Category, SafetyStep
from sgtui.domain.entries.payload import LINE_LIMIT
from sgtui.domain.register import Register
from sgtui.services.prompts import Choice, Question, Setting, entry_questions
from sgtui.services.typed_answers import read_answer
from tests.domain.case_builder import Told, a_concern, a_referral

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
    assert bool(asked) is not kind.by_program
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


DUE = Question("by", "By", "due")


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("+3h", "22 17:32"),
        ("mon 10:00", "23 10:00"),
        ("2026-11-26T10:00:00+00:00", "26 10:00"),
        ("2026-11-26 10:00", "26 10:00"),
    ],
)
def test_a_time_to_come_is_read_as_typed_or_in_iso_form(typed: str, at: str) -> None:
    meant = read_answer(DUE, typed, NOW)
    assert f"{meant.value:%d %H:%M}" == at
    assert ", in " in meant.echo


@pytest.mark.parametrize("typed", ["2026-11-22T09:00:00Z", "-2h", "yest 10:00", "whenever"])
def test_a_time_to_come_that_is_past_or_no_time_is_answered_with_a_sentence(typed: str) -> None:
    meant = read_answer(DUE, typed, NOW)
    assert meant.value is None
    assert meant.complaint.endswith(".")


def test_what_was_promised_before_now_is_read_from_when_it_was_said() -> None:
    said = NOW - timedelta(hours=6)
    for typed in ("1000", "2026-11-22T10:00"):
        assert f"{read_answer(DUE, typed, NOW, said).value:%d %H:%M}" == "22 10:00"


def asked_of(told: Told, kind: str, name: str) -> Question:
    """One question about a case that is told."""
    setting = Setting(told.register, told.now, told.case)
    return next(one for one in entry_questions(CASE_KINDS[kind], setting) if one.name == name)


@pytest.mark.parametrize("given", ["2, 4-5", ["2", 4, "5"], [2, 4, 5]])
def test_several_entries_are_given_by_their_numbers(given: object) -> None:
    told = a_referral()
    meant = read_answer(asked_of(told, "challenge_raised", "evidence"), given, told.now)
    assert meant.value == tuple(told.entries[number - 1].id for number in (2, 4, 5))
    assert meant.echo.startswith("3 entries: 2 Statement")


def test_several_entries_may_be_given_by_their_ids() -> None:
    told = a_referral()
    ids = [str(entry.id) for entry in told.entries[1:3]]
    meant = read_answer(asked_of(told, "challenge_raised", "evidence"), ids, told.now)
    assert [str(one) for one in meant.value] == ids


@pytest.mark.parametrize("given", ["99", [99], ["x"], [[2]], {"a": 1}, [1.5]])
def test_what_is_no_entry_of_the_case_is_answered_with_a_sentence(given: object) -> None:
    told = a_referral()
    meant = read_answer(asked_of(told, "challenge_raised", "evidence"), given, told.now)
    assert meant.value is None
    assert meant.complaint.endswith(".")


def test_an_entry_is_chosen_by_its_own_words_or_its_own_number() -> None:
    told = a_referral().tell("action_agreed").tell("action_agreed", what="Ring the GP")
    question = asked_of(told, "action_done", "action")
    assert [one.words.partition(", Thu")[0] for one in question.choices] == [
        "Ring the GP, entry 10", "Change the lock, entry 9",
    ]  # fmt: skip
    assert read_answer(question, "9", told.now).value == told.entries[8].id
    assert read_answer(question, "ring", told.now).value == told.entries[9].id
    assert read_answer(question, "1", told.now).complaint == "Choose one of the numbers 9, 10."


def test_a_ladder_is_chosen_among_those_adopted() -> None:
    told = a_referral()
    toml = '[ladder]\nauthority = "Anyshire SAB"\n'
    told.register = replace(told.register, ladders={"ANY-1": toml}, current_ladder="ANY-1")
    question = asked_of(told, "ladder_pinned", "version")
    assert [one.words for one in question.choices] == ["ANY-1, Anyshire SAB, for new cases"]
    assert read_answer(question, "any", told.now).value == "ANY-1"


@pytest.mark.parametrize(("case_kind", "asked"), [("child", True), ("adult", False)])
def test_a_childs_questions_are_asked_and_needed_in_a_childs_case(
    case_kind: str, asked: bool
) -> None:
    setting = Setting(Register(), NOW, a_concern(case_kind=case_kind).case)
    needed = {
        one.name: one.required for one in entry_questions(CASE_KINDS["threshold_decided"], setting)
    }
    assert needed.get("significant_harm") is (True if asked else None)
    assert needed.get("needs") is (None if asked else True)


def test_an_agency_is_chosen_by_number_or_by_letters_among_twenty() -> None:
    told = a_referral()
    question = asked_of(told, "agency_involved", "agency")
    assert len(question.choices) == 20
    assert read_answer(question, "8", told.now).value == read_answer(question, "gp", told.now).value
