"""No working days to count: due by the end of the same one, or of the next if that is over."""

from datetime import datetime

import pytest

from sgtui.domain.calendar import LONDON, Calendar, OpeningHours, Unit

DESK = OpeningHours.parse("Mon-Thu 08:30-17:00, Fri 08:30-16:30")


def london(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (london(20, 16), london(20, 16, 30)),
        (london(20, 16, 29), london(20, 16, 30)),
        (london(20, 16, 30), london(23, 17)),
        (london(20, 23), london(23, 17)),
        (london(21, 9), london(23, 17)),
        (london(23, 2), london(23, 17)),
        (london(24, 18, month=12), london(29, 17, month=12)),
    ],
)
def test_it_is_due_before_the_desk_closes_or_on_the_next_working_day(
    start: datetime, due: datetime
) -> None:
    assert Calendar().deadline(start, 0, Unit.WORKING_DAYS, hours=DESK).due_at == due


def test_without_known_hours_the_day_ends_at_five() -> None:
    assert Calendar().deadline(london(20, 16), 0, Unit.WORKING_DAYS).due_at == london(20, 17)


def test_it_says_that_it_is_the_same_working_day() -> None:
    found = Calendar().deadline(london(20, 16), 0, Unit.WORKING_DAYS, hours=DESK)
    assert found.explanation == (
        "The same working day as Fri 20 Nov 2026 16:00. Due Fri 20 Nov 16:30, when the desk closes."
    )
    assert found.skipped == ()


def test_it_says_why_the_next_working_day_counts_after_hours() -> None:
    found = Calendar().deadline(london(20, 18), 0, Unit.WORKING_DAYS, hours=DESK)
    assert found.explanation == (
        "Fri 20 Nov 2026 18:00 comes after the end of that working day, so the next working day"
        " counts. Not counted: Sat 21 Nov (weekend), Sun 22 Nov (weekend)."
        " Due Mon 23 Nov 17:00, at the end of that day."
    )


def test_it_says_why_the_next_working_day_counts_on_a_bank_holiday() -> None:
    found = Calendar().deadline(london(28, 9, month=12), 0, Unit.WORKING_DAYS, hours=DESK)
    assert found.explanation == (
        "Mon 28 Dec 2026 09:00 is no working day (Boxing Day, substitute day), so the next working"
        " day counts. Due Tue 29 Dec 17:00, at the end of that day."
    )
