"""A case pinned to a board's ladder climbs by that board's time, with worked dates."""

import pytest

from sgtui.domain.entries.choices import Risk
from tests.domain.boards_ladders import DEFAULT, DORSET, SOUTH_TYNESIDE, climb, refused


def test_dorset_climbs_a_working_day_a_step_from_a_friday() -> None:
    assert climb(refused(DORSET, "2026-11-20 16:00")) == [
        ("L9", "Mon 23 Nov 17:00"),
        ("L10", "Tue 24 Nov 17:00"),
        ("L11", "Wed 25 Nov 17:00"),
        ("L12", "Thu 26 Nov 17:00"),
        ("L13", "Thu 03 Dec 17:00"),
        ("L13", "Thu 10 Dec 17:00"),
    ]


def test_dorset_climbs_around_christmas() -> None:
    assert climb(refused(DORSET, "2026-12-18 16:00")) == [
        ("L9", "Mon 21 Dec 17:00"),
        ("L10", "Tue 22 Dec 17:00"),
        ("L11", "Wed 23 Dec 17:00"),
        ("L12", "Thu 24 Dec 17:00"),
        ("L13", "Tue 05 Jan 17:00"),
        ("L13", "Tue 12 Jan 17:00"),
    ]


def test_dorset_leaves_out_christmas_day_the_weekend_and_the_substitute_day() -> None:
    told = refused(DORSET, "2026-12-23 16:00")
    assert climb(told)[:3] == [
        ("L9", "Thu 24 Dec 17:00"),
        ("L10", "Tue 29 Dec 17:00"),
        ("L11", "Wed 30 Dec 17:00"),
    ]
    said = told.of("challenge", "L10")[0].explanation
    assert "Mon 28 Dec (Boxing Day, substitute day)" in said


def test_south_tyneside_is_answered_before_the_desk_closes_that_friday() -> None:
    assert climb(refused(SOUTH_TYNESIDE, "2026-11-20 16:00")) == [
        ("L9", "Fri 20 Nov 16:30"),
        ("L10", "Mon 23 Nov 17:00"),
        ("L11", "Tue 24 Nov 17:00"),
        ("L12", "Wed 25 Nov 17:00"),
        ("L13", "Wed 02 Dec 17:00"),
        ("L13", "Wed 09 Dec 17:00"),
    ]


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2026-11-16 09:30", "Mon 16 Nov 17:00"),
        ("2026-11-20 16:30", "Mon 23 Nov 17:00"),
        ("2026-11-21 11:00", "Mon 23 Nov 17:00"),
        ("2026-12-24 16:00", "Thu 24 Dec 17:00"),
        ("2026-12-24 18:00", "Tue 29 Dec 17:00"),
        ("2026-12-25 10:00", "Tue 29 Dec 17:00"),
    ],
)
def test_south_tynesides_first_answer_is_due_by_the_end_of_the_working_day(
    at: str, due: str
) -> None:
    assert climb(refused(SOUTH_TYNESIDE, at))[0] == ("L9", due)


def test_the_same_friday_is_a_working_day_longer_under_the_default() -> None:
    ours = climb(refused(SOUTH_TYNESIDE, "2026-11-20 16:00"))
    assert ours[1:4] == [
        ("L10", "Mon 23 Nov 17:00"),
        ("L11", "Tue 24 Nov 17:00"),
        ("L12", "Wed 25 Nov 17:00"),
    ]
    assert climb(refused(DEFAULT, "2026-11-20 16:00"))[0] == ("L9", "Mon 23 Nov 17:00")


def test_in_south_tyneside_an_unanswered_morning_is_the_managers_matter_that_evening() -> None:
    told = refused(SOUTH_TYNESIDE, "2026-11-16 09:30")
    assert "L9" in told.at("2026-11-16 16:59").running()
    assert {"L9", "L10"} & told.at("2026-11-16 17:00").running() == {"L10"}


def test_in_immediate_danger_the_first_rung_has_four_hours() -> None:
    told = refused(SOUTH_TYNESIDE, "2026-11-16 09:30", Risk.IMMEDIATE)
    assert climb(told)[0] == ("L9", "Mon 16 Nov 13:30")


def test_immediate_danger_never_has_longer_than_the_same_working_day() -> None:
    told = refused(SOUTH_TYNESIDE, "2026-11-20 15:00", Risk.IMMEDIATE)
    assert climb(told)[0] == ("L9", "Fri 20 Nov 16:30")


@pytest.mark.parametrize(
    ("version", "words"),
    [
        (DORSET, "(Dorset and BCP SABs, 2025, from our notes: practitioner to practitioner"),
        (SOUTH_TYNESIDE, "(South Tyneside SAB, from our notes: unresolved goes up the same"),
    ],
)
def test_a_clock_explains_itself_by_the_board_whose_ladder_it_is(version: str, words: str) -> None:
    (clock,) = refused(version, "2026-11-20 16:00").of("challenge", "L9")
    assert f"Rule: L9 Challenge: practitioners, ladder {version} {words}" in clock.explanation
