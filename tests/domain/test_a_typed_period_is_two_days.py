"""A period is typed as its first and last day, which begin and end at midnight in London."""

from datetime import UTC, date, datetime

import pytest

from sgtui.domain.typed_period import read_period

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)


def days(first: str, last: str) -> tuple[date | None, date | None]:
    """The days that two typed ones mean."""
    read = read_period(first, last, NOW)
    return read.first.on, read.last.on


def test_without_a_word_it_is_the_last_ninety_days_up_to_now() -> None:
    read = read_period("", "", NOW)
    assert read.since == datetime(2026, 8, 23, 23, tzinfo=UTC)
    assert read.until == NOW
    assert read.words == "Mon 24 Aug 2026 to now"


def test_the_last_day_counts_whole_and_days_are_londons() -> None:
    read = read_period("1 oct 2026", "31/10/2026", NOW)
    assert read.since == datetime(2026, 9, 30, 23, tzinfo=UTC)
    assert read.until == datetime(2026, 11, 1, tzinfo=UTC)


def test_a_last_day_that_is_not_over_ends_now() -> None:
    assert read_period("1 oct", "today", NOW).until == NOW
    assert read_period("1 oct 2026", "31 dec 2026", NOW).until == NOW


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ("2026-10-01", date(2026, 10, 1)), ("1/10/2026", date(2026, 10, 1)),
        ("-7d", date(2026, 11, 15)), ("90d", date(2026, 8, 24)), ("2 weeks", date(2026, 11, 8)),
        ("2 weeks ago", date(2026, 11, 8)), ("yesterday", date(2026, 11, 21)),
        ("now", date(2026, 11, 22)), ("sun", date(2026, 11, 22)), ("mon", date(2026, 11, 16)),
        ("thu 1 oct", date(2026, 10, 1)), ("24 dec", date(2025, 12, 24)),
        ("29 feb", date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_a_first_day_is_one_that_has_begun(typed: str, on: date) -> None:
    assert days(typed, "")[0] == on


def test_a_last_day_without_its_year_follows_the_first() -> None:
    assert days("1 oct", "31 dec") == (date(2026, 10, 1), date(2026, 12, 31))
    assert days("1 nov 2025", "31 jan") == (date(2025, 11, 1), date(2026, 1, 31))


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("1 jan 2027", "", "still to come"), ("30 feb", "", "no such day"),
        ("sometime", "", "Type a day"), ("-3h", "", "Type a day"), ("-d", "", "Type a day"),
        ("fri 1 oct 2026", "", "That date is Thu 1 Oct 2026"), ("1 oct 1826", "", "Check the year"),
        ("-99999d", "", "Check the year"), ("1 oct", "30 sep 2026", "lies before the first"),
        ("", "31 jun", "no such day"), ("", "tomorrow-ish", "Type a day"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_period_is_answered_with_a_sentence(
    first: str, last: str, says: str
) -> None:
    read = read_period(first, last, NOW)
    assert says in read.problem
    assert (read.since, read.until) == (None, None)
