"""The hour that London lost on 29 March 2026 and the one it had twice on 25 October 2026."""

from datetime import UTC, datetime

from sgtui.domain.london_time import LONDON
from sgtui.domain.when import read_time

AUTUMN = datetime(2026, 10, 25, 9, 0, tzinfo=LONDON)
SPRING = datetime(2026, 3, 29, 9, 0, tzinfo=LONDON)


def test_a_time_in_the_lost_hour_did_not_exist() -> None:
    reading = read_time("0130", SPRING)
    assert reading.at is None
    assert reading.problem == (
        "01:30 did not exist on Sun 29 Mar 2026: the clocks went forward. Type 00:30 or 02:30."
    )


def test_the_edges_of_the_lost_hour_existed() -> None:
    assert read_time("00:59", SPRING).at == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert read_time("01:00", SPRING).problem.startswith("01:00 did not exist")
    assert read_time("02:00", SPRING).at == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_of_a_doubled_time_the_first_is_taken_and_said() -> None:
    reading = read_time("0130", AUTUMN)
    assert reading.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert reading.echo == (
        "today 01:30 BST, the first 01:30, summer time; type 01:30 gmt for the second"
    )


def test_gmt_and_bst_choose_between_the_two() -> None:
    second, first = read_time("01:30 gmt", AUTUMN), read_time("25 oct 0130bst", AUTUMN)
    assert second.at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert second.echo == "today 01:30 GMT"
    assert first.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert first.echo == "today 01:30 BST"


def test_the_second_is_in_the_future_until_it_comes() -> None:
    between = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)
    assert read_time("01:30", between).at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert read_time("01:30 gmt", between).problem.startswith("That is in the future.")


def test_before_the_lost_hour_its_times_mean_yesterday() -> None:
    reading = read_time("0130", datetime(2026, 3, 29, 0, 30, tzinfo=UTC))
    assert reading.at == datetime(2026, 3, 28, 1, 30, tzinfo=UTC)
