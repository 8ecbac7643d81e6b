"""The queue names who does a duty: the role's holder, and never the person alleged."""

from uuid import UUID, uuid4

from sgtui.domain.people import Role
from sgtui.services.concern import record_concern
from sgtui.services.queue import QueueRow, arrange, read_facts
from tests.services.conftest import Home


def _row(home: Home, duty: str) -> QueueRow:
    queue = arrange(read_facts(home.desk), home.clock.at)
    return next(row for row in queue.rows if row.duty == duty)


def _recorded(home: Home, alleged: UUID | None = None) -> None:
    record_concern(home.desk, home.notice(alleged_staff=alleged), case_id=uuid4())


def test_a_shift_leaders_duty_is_the_shift_leaders_whoever_recorded_it(home: Home) -> None:
    leader = home.staff("Joy Okafor", Role.SHIFT_LEADER)
    _recorded(home)
    assert _row(home, "Observe this shift").owner_id == leader


def test_the_person_alleged_is_asked_for_nothing(home: Home) -> None:
    leader = home.staff("Joy Okafor", Role.SHIFT_LEADER)
    _recorded(home, alleged=leader)
    queue = arrange(read_facts(home.desk), home.clock.at)
    assert queue.rows
    assert leader not in {row.owner_id for row in queue.rows}
