"""Bank holidays that nobody entered make deadlines too early, so the calendar says so."""

from datetime import date, datetime

from sgtui.domain.calendar import LONDON, Calendar, Holiday, Unit

NEXT_YEAR = (
    Holiday(on=date(2027, 1, 1), name="New Year's Day"),
    Holiday(on=date(2027, 3, 26), name="Good Friday"),
    Holiday(on=date(2027, 3, 29), name="Easter Monday"),
    Holiday(on=date(2027, 5, 3), name="Early May bank holiday"),
    Holiday(on=date(2027, 5, 31), name="Spring bank holiday"),
    Holiday(on=date(2027, 8, 30), name="Summer bank holiday"),
    Holiday(on=date(2027, 12, 27), name="Christmas Day, substitute day"),
    Holiday(on=date(2027, 12, 28), name="Boxing Day, substitute day"),
)


def london(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 10, tzinfo=LONDON)


def test_without_the_holidays_of_2027_a_deadline_comes_a_day_too_early() -> None:
    start = london(2026, 12, 24)
    known, unknown = Calendar(), Calendar(computed_until=2026)
    assert known.deadline(start, 5, Unit.WORKING_DAYS).due_at.date() == date(2027, 1, 5)
    assert unknown.deadline(start, 5, Unit.WORKING_DAYS).due_at.date() == date(2027, 1, 4)


def test_the_warning_names_the_year_that_is_missing() -> None:
    warning = Calendar(computed_until=2026).missing_holidays(london(2026, 11, 22))
    assert warning is not None
    assert "The bank holidays of 2027 are not known" in warning
    assert "Thu 31 Dec 2026" in warning


def test_there_is_no_warning_while_the_missing_year_is_far_off() -> None:
    assert Calendar(computed_until=2026).missing_holidays(london(2026, 6, 1)) is None


def test_the_shipped_calendar_needs_no_warning() -> None:
    assert Calendar().missing_holidays(london(2026, 11, 22)) is None


def test_a_year_entered_by_hand_counts_as_known() -> None:
    calendar = Calendar(computed_until=2026, added_holidays=NEXT_YEAR)
    assert calendar.covered_until() == date(2027, 12, 31)
    assert calendar.missing_holidays(london(2026, 11, 22)) is None


def test_a_single_day_entered_by_hand_does_not_make_its_year_known() -> None:
    calendar = Calendar(computed_until=2026, added_holidays=NEXT_YEAR[:1])
    assert calendar.covered_until() == date(2026, 12, 31)


def test_a_calendar_that_knows_no_year_says_so() -> None:
    calendar = Calendar(computed_until=0)
    assert calendar.covered_until() is None
    assert calendar.missing_holidays(london(2026, 11, 22)) is not None
