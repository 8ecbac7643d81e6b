"""The stories can be told at any moment: nothing in them lies ahead, or comes before its cause."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.calendar import Calendar
from sgtui.domain.entries import ClosureApproved
from sgtui.services.demo.plans import plans
from sgtui.services.demo.story_time import StoryTime


@settings(max_examples=12)
@given(hours=st.integers(0, 24 * 365 * 15), minute=st.integers(0, 59))
def test_every_case_is_told_in_order_at_any_moment(hours: int, minute: int) -> None:
    _told_in_order(datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hours, minutes=minute))


@pytest.mark.parametrize(
    "now",
    ["2027-03-28T01:30", "2026-10-25T01:10", "2026-12-29T00:00", "2026-04-06T05:59"],
)
def test_every_case_is_told_in_order_when_clocks_change_and_desks_stay_shut(now: str) -> None:
    _told_in_order(datetime.fromisoformat(now).replace(tzinfo=UTC))


def _told_in_order(now: datetime) -> None:
    told = plans(now, "small")
    assert len(told) == 64
    for plan in told:
        times = [line.at for line in plan.lines]
        assert times == sorted(times)
        assert times[-1] <= now


def test_four_and_forty_cases_of_the_last_eighteen_months_have_been_closed() -> None:
    now = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
    closed = [
        plan
        for plan in plans(now, "small")
        if any(isinstance(line.new.payload, ClosureApproved) for line in plan.lines)
    ]
    assert len(closed) == 44
    assert min(plan.lines[0].at for plan in closed) > now - timedelta(days=550)
    assert max(plan.ends_at for plan in closed) - min(plan.ends_at for plan in closed) > (
        timedelta(days=365)
    )


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("-3h20m", "2026-11-25T07:40"),
        ("+15m", "2026-11-24T09:45"),
        ("-3d 14:10", "2026-11-22T14:10"),
        ("-3w 14:10", "2026-11-20T14:10"),
        ("+2w 10:20", "2026-11-26T10:20"),
        ("night 02:10", "2026-11-25T02:10"),
    ],
)
def test_a_time_is_told_from_now_or_from_what_came_before(told: str, meant: str) -> None:
    when = StoryTime(datetime(2026, 11, 25, 11, 0, tzinfo=UTC), Calendar())
    before = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    assert when.read(told, before) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize("told", ["", "+", "-3x", "tomorrow", "night"])
def test_what_is_no_time_of_a_story_is_refused(told: str) -> None:
    when = StoryTime(datetime(2026, 11, 25, 11, 0, tzinfo=UTC), Calendar())
    with pytest.raises(ValueError, match="not a time of a story"):
        when.read(told, when.now)
