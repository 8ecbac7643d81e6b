"""The demo's shifts were handed over while they could be; the night left something unrecorded."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sgtui.services.demo.home import id_of
from sgtui.services.handover import read_handover
from sgtui.services.queue import arrange, read_facts
from tests.services.demo_home import WEDNESDAY, furnished


def test_shifts_are_signed_and_taken_over_in_turn_by_their_leaders(tmp_path: Path) -> None:
    made = furnished(tmp_path)
    view = read_handover(made.desk)
    kept = view.register.handovers.kept
    assert len(kept) >= 2
    joy, tomasz = id_of("staff", "joy"), id_of("staff", "tomasz")
    evening = kept[-1]
    assert (evening.signed_by, evening.accepted_by) == (joy, tomasz)
    assert f"{evening.shift_ends_at:%a %H:%M}" == "Tue 20:00"
    for one in kept:
        assert one.accepted_by not in (None, one.signed_by)
        assert one.accepted_at is not None and one.signed_at < one.shift_ends_at < one.accepted_at
        assert one.late <= one.accepted


def test_the_night_that_was_not_written_up_was_not_handed_over(tmp_path: Path) -> None:
    made = furnished(tmp_path)
    view = read_handover(made.desk)
    assert [one.reference[-4:] for one in view.first] == ["Q8ZE"]
    rows = arrange(read_facts(made.desk), WEDNESDAY).rows
    [row] = [row for row in rows if row.screen == "handover"]
    assert (row.lateness, row.owes) == ("LATE 3h", "you")


@pytest.mark.parametrize(
    "now", ["2026-11-22T02:30", "2026-11-25T08:02", "2026-10-25T01:10", "2027-06-14T19:05"]
)
def test_it_can_be_told_at_any_moment(now: str, tmp_path: Path) -> None:
    made = furnished(tmp_path, datetime.fromisoformat(now).replace(tzinfo=UTC))
    kept = read_handover(made.desk).register.handovers.kept
    assert kept
    assert all(one.signed_at <= made.now for one in kept)
    assert all(one.accepted_at is None or one.accepted_at <= made.now for one in kept)
