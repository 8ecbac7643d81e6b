"""Urgency is computed from the start, the due moment and now; nothing of it is stored."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.london_time import LONDON
from sgtui.domain.urgency import Urgency, urgency

START = datetime(2026, 11, 20, 8, 0, tzinfo=LONDON)
SIX_YEARS = st.timedeltas(timedelta(0), timedelta(days=2192))
MOMENTS = SIX_YEARS.map(lambda after: datetime(2024, 1, 1, tzinfo=UTC) + after)
SPANS = st.timedeltas(timedelta(0), timedelta(days=60))


def after(**span: float) -> datetime:
    return START + timedelta(**span)


@pytest.mark.parametrize(
    ("due", "now", "expected"),
    [
        (after(days=3), after(hours=1), Urgency.WAITING),
        (after(hours=8), after(hours=1), Urgency.DUE_TODAY),
        (after(hours=8), after(hours=5, minutes=59), Urgency.DUE_TODAY),
        (after(hours=8), after(hours=6), Urgency.DUE_SOON),
        (after(days=3), after(days=3, hours=-4), Urgency.DUE_SOON),
        (after(days=3), after(days=3, hours=-4, seconds=-1), Urgency.DUE_TODAY),
        (after(minutes=30), after(minutes=15), Urgency.DUE_SOON),
        (after(hours=8), after(hours=8), Urgency.DUE_SOON),
        (after(hours=8), after(hours=8, seconds=1), Urgency.OVERDUE),
        (after(hours=8), after(hours=16), Urgency.OVERDUE),
        (after(hours=8), after(hours=16, seconds=1), Urgency.LONG_OVERDUE),
        (START, after(minutes=15), Urgency.OVERDUE),
        (START, after(minutes=16), Urgency.LONG_OVERDUE),
    ],
)
def test_urgency_grows_with_time(due: datetime, now: datetime, expected: Urgency) -> None:
    assert urgency(START, due, None, now) is expected


def test_the_ladder_may_say_when_late_is_too_late() -> None:
    due, late = after(hours=8), after(hours=9)
    assert urgency(START, due, late, after(hours=9)) is Urgency.OVERDUE
    assert urgency(START, due, late, after(hours=9, seconds=1)) is Urgency.LONG_OVERDUE


def test_a_late_moment_before_the_due_moment_makes_nothing_late_early() -> None:
    assert urgency(START, after(hours=8), START, after(hours=7)) is Urgency.DUE_SOON


def test_today_is_the_london_day() -> None:
    now = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # half past midnight on 2 July in London
    due = datetime(2026, 7, 2, 20, 0, tzinfo=UTC)
    assert urgency(now - timedelta(days=1), due, None, now) is Urgency.DUE_TODAY


@given(MOMENTS, SPANS, MOMENTS)
def test_it_is_late_exactly_when_the_due_moment_has_passed(
    start: datetime, span: timedelta, now: datetime
) -> None:
    assert urgency(start, start + span, None, now).is_late == (now > start + span)


@given(MOMENTS, SPANS, MOMENTS, st.timedeltas(timedelta(0), timedelta(days=90)))
def test_waiting_longer_never_makes_a_duty_calm(
    start: datetime, span: timedelta, now: datetime, wait: timedelta
) -> None:
    before = urgency(start, start + span, None, now)
    later = urgency(start, start + span, None, now + wait)
    assert later.rank <= before.rank


def test_every_state_has_a_mark_and_a_word() -> None:
    assert [(state.mark, state.word) for state in sorted(Urgency, key=lambda each: each.rank)] == [
        ("!!", "LATE"),
        ("!!", "LATE"),
        ("! ", "DUE"),
        ("! ", "DUE"),
        ("  ", "OK"),
    ]


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        urgency(START, after(hours=8), None, START.replace(tzinfo=None))
