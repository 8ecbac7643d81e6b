"""Whenever the demo is made, its queue shows a well-run home under pressure."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sgtui.services.queue import Group, arrange, read_facts
from tests.services.demo_home import WEDNESDAY, furnished

SUNDAY_NIGHT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 25, 12, 0, tzinfo=UTC)
LAST_DAY = datetime(2026, 12, 31, 16, 45, tzinfo=UTC)
SUMMER_SHIFT_CHANGE = datetime(2027, 6, 14, 19, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "desks_open"),
    [
        (WEDNESDAY, True),
        (SUNDAY_NIGHT, False),
        (CHRISTMAS, False),
        (LAST_DAY, True),
        (SUMMER_SHIFT_CHANGE, False),
    ],
)
def test_some_duties_are_late_some_are_due_and_some_wait(
    now: datetime, desks_open: bool, tmp_path: Path
) -> None:
    queue = arrange(read_facts(furnished(tmp_path, now).desk), now)
    groups = Counter(row.group for row in queue.rows)
    assert queue.open_cases == 20
    assert 3 <= queue.late <= 15
    assert queue.due_today >= 3
    assert groups[Group.ACT_NOW] >= 3
    assert groups[Group.WAITING] >= 3
    assert (groups[Group.WHEN_DESK_OPENS] == 0) is desks_open
    assert queue.rows[0].immediate


def test_somebody_is_named_for_every_duty(tmp_path: Path) -> None:
    made = furnished(tmp_path)
    rows = arrange(read_facts(made.desk), made.now).rows
    assert [row.key for row in rows if row.owner_id is None] == []
