"""One digit and an h could be a clock time or a span; a tired person means the span."""

from datetime import UTC, datetime

import pytest

from sgtui.domain.when import read_time

NOW = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["1h", "2h", "2 H"])
def test_a_bare_digit_and_h_is_not_guessed_at(typed: str) -> None:
    reading = read_time(typed, NOW)
    assert reading.at is None
    assert "-1h" in reading.problem


@pytest.mark.parametrize("typed", ["-2h", "2h ago", "14h", "01h"])
def test_what_cannot_be_mistaken_is_read(typed: str) -> None:
    assert read_time(typed, NOW).at is not None
