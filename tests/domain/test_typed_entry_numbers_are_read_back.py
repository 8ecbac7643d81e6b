"""Entries of a case are typed by their numbers and read back in words."""

import pytest

from sgtui.domain.typed_entries import numbers_of, read_entries
from tests.domain.case_builder import Told, a_referral


@pytest.fixture(scope="module")
def told() -> Told:
    """A case of eleven entries, the last but one entered in error."""
    made = a_referral().tell("observation_made").later(hours=1).tell("observation_made")
    return made.tell("entered_in_error", entry=made.last)


@pytest.mark.parametrize("typed", ["2, 4-6", "4-6,2", "2 4 - 6", "6-4; 2, 2", "2,4\u20136"])
def test_numbers_and_ranges_mean_the_same_however_they_are_parted(told: Told, typed: str) -> None:
    reading = read_entries(typed, told.case, told.now)
    assert reading.ids == tuple(told.entries[number - 1].id for number in (2, 4, 5, 6))


def test_each_is_read_back_with_its_title_and_when_it_was(told: Told) -> None:
    assert read_entries("2-3", told.case, told.now).echo == (
        "2 entries: 2 Statement today 09:00; 3 Safety checked today 09:00"
    )
    assert read_entries("9", told.case, told.now).echo == "1 entry: 9 Observation today 09:00"


@pytest.mark.parametrize("typed", ["12", "0", "1-12", "3, 12"])
def test_a_number_that_is_no_entry_is_named(told: Told, typed: str) -> None:
    reading = read_entries(typed, told.case, told.now)
    number = "0" if typed == "0" else "12"
    assert reading.problem == f"There is no entry {number}; there are 1 to 11."
    assert reading.ids == ()


def test_what_was_entered_in_error_shows_nothing(told: Told) -> None:
    problem = read_entries("8-10", told.case, told.now).problem
    assert problem == "Entry 10 was entered in error. Leave it out."


@pytest.mark.parametrize("typed", ["statement", "1-", "1--3", "\u0662", "1-2-3", "9" * 500])
def test_anything_else_is_told_how_to_type_it(told: Told, typed: str) -> None:
    problem = read_entries(typed, told.case, told.now).problem
    assert problem == "Type the numbers of entries: 12, 14-18."


def test_nothing_typed_is_nothing_meant(told: Told) -> None:
    assert read_entries(" , ", told.case, told.now).model_dump() == {
        "ids": (), "echo": "", "problem": "",
    }  # fmt: skip


def test_known_entries_are_written_as_they_would_be_typed(told: Told) -> None:
    ids = [str(told.entries[number - 1].id) for number in (1, 2, 4, 5, 6, 8)]
    typed = numbers_of(told.case, ids)
    assert typed == "1, 2, 4-6, 8"
    assert [str(one) for one in read_entries(typed, told.case, told.now).ids] == ids
