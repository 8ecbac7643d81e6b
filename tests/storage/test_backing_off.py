"""Five wrong passphrases are free; then waiting doubles from 30 s to 15 min and never further."""

from datetime import timedelta

import pytest

from sgtui.storage.backoff import Tries, seconds_to_wait
from tests.storage.invented import NOW


@pytest.mark.parametrize(
    ("wrong", "wait"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (5000, 900)],
)
def test_the_wait_after_so_many_wrong_tries(wrong: int, wait: int) -> None:
    assert seconds_to_wait(Tries(wrong, NOW), NOW) == wait


def test_the_wait_runs_down() -> None:
    tries = Tries(5, NOW)
    assert seconds_to_wait(tries, NOW + timedelta(seconds=29.5)) == 1
    assert seconds_to_wait(tries, NOW + timedelta(seconds=30)) == 0


def test_a_clock_put_back_locks_nobody_out() -> None:
    assert seconds_to_wait(Tries(50, NOW), NOW - timedelta(days=400)) == 0


def test_who_never_tried_does_not_wait() -> None:
    assert seconds_to_wait(None, NOW) == 0
