"""The middle, the nine in ten and the longest of some times, as anybody can work them out."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgtui.domain.spread import percent, spread


def hours(*given: float) -> list[timedelta]:
    """So many hours each."""
    return [timedelta(hours=one) for one in given]


def test_without_any_time_nothing_is_said() -> None:
    assert spread([]) is None


def test_one_time_is_the_middle_the_nine_in_ten_and_the_longest() -> None:
    found = spread(hours(7))
    assert found and (found.n, found.median, found.ninety, found.worst) == (1, *hours(7, 7, 7))


@pytest.mark.parametrize(
    ("given", "median"),
    [((3, 1, 2), 2), ((4, 1, 3, 2), 2.5), ((5, 5, 5, 40), 5), ((1, 2, 30), 2)],
)
def test_the_median_is_the_middle_or_half_way_between_two(
    given: tuple[float, ...], median: float
) -> None:
    found = spread(hours(*given))
    assert found and found.median == timedelta(hours=median)


@pytest.mark.parametrize(("n", "place"), [(1, 1), (5, 5), (9, 9), (10, 9), (11, 10), (20, 18)])
def test_the_ninetieth_percentile_is_the_time_at_the_nearest_rank(n: int, place: int) -> None:
    found = spread(hours(*range(1, n + 1)))
    assert found and found.ninety == timedelta(hours=place)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=60))
def test_nine_in_ten_or_more_were_done_by_then_and_fewer_by_any_shorter_time(
    minutes: list[int],
) -> None:
    times = [timedelta(minutes=one) for one in minutes]
    found = spread(times)
    assert found is not None
    share = Fraction(sum(one <= found.ninety for one in times), len(times))
    shorter = Fraction(sum(one < found.ninety for one in times), len(times))
    assert shorter < Fraction(9, 10) <= share


def test_a_share_of_nothing_is_none_and_not_none_of_it() -> None:
    assert percent(0, 0) is None
    assert (percent(0, 3), percent(2, 3), percent(3, 3)) == (0.0, 66.7, 100.0)


def test_a_share_is_100_only_where_nothing_is_missing_and_0_only_where_there_is_nothing() -> None:
    assert (percent(4999, 5000), percent(1, 5000)) == (99.9, 0.1)
