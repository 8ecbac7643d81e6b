"""Time needed, time bare and the share between them, within a period only (R38)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.continuity import continuity
from sgtui.domain.coverage import Coverage, coverage, share
from sgtui.domain.stretches import Stretch, laid_together
from tests.domain.a_home import london
from tests.domain.case_builder import Told, a_full_record


def of(told: Told, since: str, until: str) -> Coverage:
    found = continuity(told.case, tuple(told.clocks.values()), told.now)
    return coverage(found, london(since), london(until))


def lapsed() -> Told:
    """Protected from Thursday 09:00; the review due Friday 09:00 was held at 19:00."""
    told = a_full_record("2026-11-19 09:00").tell("safeguard_started")
    return told.later(hours=34).tell("safeguard_reviewed").later(hours=14)


def test_the_whole_time_is_needed_and_the_lapse_is_bare() -> None:
    found = of(lapsed(), "2026-11-01 00:00", "2026-11-21 09:00")
    assert (found.needed, found.bare) == (timedelta(hours=48), timedelta(hours=10))
    assert found.share == pytest.approx(38 / 48)


def test_a_gap_across_the_end_of_a_period_counts_as_far_as_it_lies_in_it() -> None:
    found = of(lapsed(), "2026-11-20 00:00", "2026-11-20 12:00")
    (gap,) = found.gaps
    assert (found.needed, found.bare) == (timedelta(hours=12), timedelta(hours=3))
    assert (gap.until, gap.goes_on) == (london("2026-11-20 12:00"), True)


def test_a_gap_before_the_period_is_none_of_it() -> None:
    found = of(lapsed(), "2026-11-20 19:00", "2026-11-21 09:00")
    assert (found.gaps, found.share) == ((), 1.0)


def test_who_needed_no_protection_has_no_share() -> None:
    found = of(
        a_full_record("2026-11-19 09:00").later(hours=5), "2026-11-01 00:00", "2026-11-19 14:00"
    )
    assert (found.needed, found.share) == (timedelta(), None)


def test_a_share_is_that_of_all_cases_together() -> None:
    assert share(timedelta(hours=10), timedelta(hours=1)) == 0.9


_HOURS = st.integers(0, 50)


@given(st.lists(st.tuples(_HOURS, st.one_of(st.none(), _HOURS))))
def test_laid_together_stretches_hold_the_same_moments_and_do_not_touch(
    spans: list[tuple[int, int | None]],
) -> None:
    start, hour = london("2026-11-01 00:00"), timedelta(hours=1)
    made = [
        Stretch(start + a * hour, None if b is None else start + (a + b) * hour, "")
        for a, b in sorted(spans, key=lambda span: span[0])
    ]
    laid = list(laid_together(made))
    for number in range(110):
        at = start + (number + 0.5) * hour
        assert any(one.holds(at) for one in made) == any(one.holds(at) for one in laid)
    for one, other in zip(laid, laid[1:], strict=False):
        assert one.until is not None
        assert one.until < other.since
