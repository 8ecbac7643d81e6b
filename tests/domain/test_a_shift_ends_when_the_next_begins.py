"""Shifts, and deadlines that end with them."""

from datetime import datetime, timedelta

import pytest

from sgtui.domain.calendar import LONDON, Calendar, ShiftPattern, Unit

CALENDAR = Calendar()


def london(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def test_a_moment_on_the_change_belongs_to_the_new_shift() -> None:
    assert CALENDAR.shift_end(london(11, 22, 7, 59)) == london(11, 22, 8)
    assert CALENDAR.shift_end(london(11, 22, 8)) == london(11, 22, 20)
    assert CALENDAR.shift_at(london(11, 22, 20)).name == "night"


def test_the_night_shift_is_shorter_when_the_clocks_go_forward() -> None:
    shift = CALENDAR.shift_at(london(3, 28, 23))
    assert shift.ends_at == london(3, 29, 8)
    assert shift.ends_at - shift.starts_at == timedelta(hours=11)


def test_zero_is_the_end_of_this_shift_and_one_of_the_next() -> None:
    start = london(11, 22, 10, 31)
    this = CALENDAR.deadline(start, 0, Unit.END_OF_SHIFT)
    assert this.due_at == london(11, 22, 20)
    assert this.explanation == (
        "The end of the shift that contains Sun 22 Nov 2026 10:31."
        " Due Sun 22 Nov 20:00, when the day shift ends."
    )
    assert CALENDAR.deadline(start, 1, Unit.END_OF_SHIFT).due_at == london(11, 23, 8)
    assert CALENDAR.deadline(start, 2, Unit.END_OF_SHIFT).due_at == london(11, 23, 20)


def test_a_cap_pulls_a_deadline_back_to_the_end_of_the_shift() -> None:
    found = CALENDAR.deadline(london(11, 22, 19), 2, Unit.HOURS, cap=Unit.END_OF_SHIFT)
    assert found.due_at == london(11, 22, 20)
    assert found.explanation == (
        "2 hours after Sun 22 Nov 2026 19:00 is Sun 22 Nov 21:00. But never after the end of"
        " the shift: due Sun 22 Nov 20:00, when the day shift ends."
    )


def test_a_cap_leaves_an_earlier_deadline_alone_and_says_so() -> None:
    found = CALENDAR.deadline(london(11, 22, 9), 2, Unit.HOURS, cap=Unit.END_OF_SHIFT)
    assert found.due_at == london(11, 22, 11)
    assert found.explanation.endswith("That is before the day shift ends at 20:00.")


def test_nothing_but_a_shift_can_cap() -> None:
    with pytest.raises(ValueError, match="cap"):
        CALENDAR.deadline(london(11, 22, 9), 2, Unit.HOURS, cap=Unit.HOURS)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("08:00 20:00", "day 08:00, night 20:00"),
        ("0700 1400 2100", "early 07:00, late 14:00, night 21:00"),
        ("early 07:30, long day 09:00, late 14:30, waking night 21:30",) * 2,
        ("08:00", "24 hour 08:00"),
    ],
)
def test_a_pattern_is_written_as_people_say_it(typed: str, words: str) -> None:
    pattern = ShiftPattern.parse(typed)
    assert pattern.words() == words


@pytest.mark.parametrize("typed", ["", "soon", "20:00 08:00", "08:00 08:00", "25:00", "a 08:00 x"])
def test_a_pattern_that_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        ShiftPattern.parse(typed)


def test_a_pattern_with_one_start_lasts_a_day() -> None:
    calendar = Calendar(shifts=ShiftPattern.parse("08:00"))
    assert calendar.shift_end(london(11, 22, 7)) == london(11, 22, 8)
    assert calendar.shift_end(london(11, 22, 9)) == london(11, 23, 8)


def test_a_deadline_at_the_very_end_of_the_shift_needs_no_cap() -> None:
    found = CALENDAR.deadline(london(11, 22, 18), 2, Unit.HOURS, cap=Unit.END_OF_SHIFT)
    assert found.due_at == london(11, 22, 20)
    assert found.explanation.endswith("That is when the day shift ends at 20:00.")
