"""A day as people type it, near today or a date of birth."""

from datetime import date

import pytest

from sgtui.domain.typed_day import read_birth, read_day

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("typed", ["24 dec 1940", "24/12/1940", "24.12.1940", "Tue 24 Dec 1940"])
def test_a_date_of_birth_is_read_with_the_age(typed: str) -> None:
    reading = read_birth(typed, TODAY)
    assert reading.on == date(1940, 12, 24)
    assert reading.echo == "Tue 24 Dec 1940, aged 85"


@pytest.mark.parametrize("typed", ["24/12/40", "24 dec", "1940", "old", "31/2/1940"])
def test_what_is_no_whole_date_of_birth_is_told_what_to_type(typed: str) -> None:
    reading = read_birth(typed, TODAY)
    assert reading.on is None
    assert reading.problem.endswith(".")


@pytest.mark.parametrize("typed", ["1/1/2027", "1/1/1890", "Wed 24 Dec 1940"])
def test_a_date_of_birth_that_cannot_be_is_questioned(typed: str) -> None:
    assert "Check the" in read_birth(typed, TODAY).problem


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("26 dec", date(2026, 12, 26)),
        ("1/1", date(2027, 1, 1)),
        ("5 may 27", date(2027, 5, 5)),
        ("5/5/27", date(2027, 5, 5)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY).on == meant


def test_a_day_many_years_away_is_questioned() -> None:
    assert read_day("5/5/2099", TODAY).problem == "That is many years away. Check the year."


def test_nothing_typed_means_nothing_and_is_not_complained_of() -> None:
    assert read_birth(" ", TODAY) == read_day("", TODAY)
    assert not read_day("", TODAY).problem
