"""The trend sets an audit beside one that drew its files in a like way, and says what it found."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import cast

from sgtui.domain.entries.choices import Sampling
from sgtui.services.audits import Audit
from sgtui.ui.wording.audit_words import trend_lines

RANDOM, WORST = Sampling.RANDOM, Sampling.LATE_FIRST
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def audit(days_ago: int, completeness: float, sampling: Sampling = RANDOM) -> Audit:
    """An audit as far as the trend reads it."""
    confirmed = SimpleNamespace(times=(), referrals=0, median=None)
    read = SimpleNamespace(
        begun_at=NOW - timedelta(days=days_ago), completeness=completeness, is_whole=True,
        said=SimpleNamespace(sampling=sampling), confirmed=confirmed, count=Counter(),
    )  # fmt: skip
    return cast(Audit, read)


def last_line(*newest_first: Audit) -> str:
    """What has become of it, on one line."""
    lines = ["".join(piece.text for piece in line) for line in trend_lines(newest_first, 76)]
    start = 1 + len(newest_first)
    assert all(len(line) <= 76 for line in lines)
    return " ".join(lines[start:])


def test_one_point_is_one_point() -> None:
    said = last_line(audit(0, 0.83), audit(60, 0.82))
    assert said == "Now 1 point more complete than on 23 Sep 2026."


def test_nothing_changed_is_said_so() -> None:
    assert last_line(audit(0, 0.8), audit(60, 0.8)) == "Now as complete as on 23 Sep 2026."


def test_the_worst_files_are_not_set_beside_a_sample() -> None:
    said = last_line(audit(0, 0.7, WORST), audit(30, 0.95), audit(60, 0.82))
    assert said.endswith("not to be compared.")
    assert "complete than" not in said


def test_the_worst_files_are_set_beside_the_worst_files() -> None:
    said = last_line(audit(0, 0.75, WORST), audit(30, 0.95), audit(60, 0.7, WORST))
    assert said == "Now 5 points more complete than on 23 Sep 2026."


def test_a_sample_after_the_worst_files_is_set_beside_an_earlier_sample() -> None:
    said = last_line(audit(0, 0.9), audit(30, 0.6, WORST), audit(60, 0.95))
    assert said == "Now 5 points less complete than on 23 Sep 2026."
