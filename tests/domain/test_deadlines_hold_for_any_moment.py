"""What is true of every deadline, whatever the start, the amount and the machine."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.bank_holidays import bank_holidays
from sgtui.domain.calendar import Calendar, Deadline, OpeningHours, Unit

DESKS = st.sampled_from(
    [
        OpeningHours.parse("Mon-Thu 08:30-17:00, Fri 08:30-16:30"),
        OpeningHours.parse("Mon-Thu 17:00-08:30, Fri 16:30-08:30, Sat-Sun 08:30-08:30"),
        OpeningHours.parse("Tue 00:30-01:30 10:00-11:00"),
        OpeningHours.parse("always"),
    ]
)
SIX_YEARS = st.timedeltas(timedelta(0), timedelta(days=2192))
STARTS = SIX_YEARS.map(lambda after: datetime(2024, 1, 1, tzinfo=UTC) + after)
AMOUNTS = st.integers(0, 80)
UNITS = st.sampled_from(Unit)
CALENDARS = st.sampled_from([Calendar(), Calendar(jurisdiction="SCT")])
CAPS = st.sampled_from([None, Unit.END_OF_SHIFT])


@contextmanager
def machine_in(zone: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


@given(CALENDARS, STARTS, AMOUNTS, UNITS, DESKS, CAPS)
def test_nothing_is_due_before_its_start(
    calendar: Calendar,
    start: datetime,
    amount: int,
    unit: Unit,
    desk: OpeningHours,
    cap: Unit | None,
) -> None:
    assert calendar.deadline(start, amount, unit, hours=desk, cap=cap).due_at >= start


@given(CALENDARS, STARTS, AMOUNTS, UNITS, DESKS, CAPS)
def test_more_is_never_sooner(
    calendar: Calendar,
    start: datetime,
    amount: int,
    unit: Unit,
    desk: OpeningHours,
    cap: Unit | None,
) -> None:
    less = calendar.deadline(start, amount, unit, hours=desk, cap=cap)
    more = calendar.deadline(start, amount + 1, unit, hours=desk, cap=cap)
    assert more.due_at >= less.due_at


@given(CALENDARS, STARTS, AMOUNTS, UNITS, DESKS)
def test_with_a_cap_nothing_outlives_its_shift(
    calendar: Calendar, start: datetime, amount: int, unit: Unit, desk: OpeningHours
) -> None:
    found = calendar.deadline(start, amount, unit, hours=desk, cap=Unit.END_OF_SHIFT)
    assert found.due_at <= calendar.shift_end(start)


@given(CALENDARS, STARTS, AMOUNTS, UNITS, DESKS)
def test_the_machine_and_its_zone_do_not_matter(
    calendar: Calendar, start: datetime, amount: int, unit: Unit, desk: OpeningHours
) -> None:
    found: list[Deadline] = []
    for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
        with machine_in(zone):
            found.append(calendar.deadline(start, amount, unit, hours=desk))
    assert found[0] == found[1] == found[2]


@given(CALENDARS, STARTS, AMOUNTS, DESKS)
def test_desk_hours_are_never_due_while_the_desk_is_shut(
    calendar: Calendar, start: datetime, amount: int, desk: OpeningHours
) -> None:
    due = calendar.deadline(start, amount, Unit.OFFICE_HOURS, hours=desk).due_at
    # An amount is used up within open time, at the latest at the very end of it.
    moment = due if amount == 0 else due - timedelta(microseconds=1)
    assert calendar.is_open(desk, moment)


@given(CALENDARS, STARTS, st.integers(1, 80), DESKS)
def test_working_days_end_on_a_working_day_and_skip_only_others(
    calendar: Calendar, start: datetime, amount: int, desk: OpeningHours
) -> None:
    found = calendar.deadline(start, amount, Unit.WORKING_DAYS, hours=desk)
    assert calendar.is_working_day(found.due_at.date())
    assert not any(calendar.is_working_day(day.on) for day in found.skipped)
    assert (found.due_at.date() - start.date()).days - len(found.skipped) in (amount, amount + 1)


@given(STARTS, DESKS)
def test_the_next_opening_is_the_first_moment_the_desk_is_open(
    start: datetime, desk: OpeningHours
) -> None:
    calendar = Calendar()
    opening = calendar.next_opening(desk, start)
    assert opening is not None
    assert calendar.is_open(desk, opening)
    assert (opening == start) == calendar.is_open(desk, start)


@given(STARTS)
def test_a_shift_contains_its_moment(start: datetime) -> None:
    shift = Calendar().shift_at(start)
    assert shift.starts_at <= start < shift.ends_at


def test_holidays_keep_their_english_names_in_any_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "th")
    bank_holidays.cache_clear()
    assert bank_holidays("ENG", 2026)[date(2026, 4, 3)].name == "Good Friday"


def test_holidays_have_their_gov_uk_names() -> None:
    scottish = Calendar(jurisdiction="SCT")
    assert [
        found.name
        for day in (date(2026, 1, 2), date(2026, 5, 4), date(2026, 11, 30), date(2026, 12, 28))
        if (found := scottish.holiday(day))
    ] == ["2nd January", "Early May bank holiday", "St Andrew's Day", "Boxing Day, substitute day"]
