"""A bank holiday announced late: open deadlines move, and each case says from when to when."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sgtui.domain.entries import DeadlineMoved, HolidayAdded, ReferralSent, make_payload
from sgtui.services.audit import verify
from sgtui.services.holidays import add_holiday
from sgtui.services.record import new_entry, record
from sgtui.storage import check
from tests.services.a_referral import london, payloads, referred
from tests.services.conftest import Home

CORONATION = HolidayAdded(
    on=date(2026, 11, 19), name="One-off holiday", source="Royal Proclamation"
)


def test_a_working_day_less_moves_the_deadline_by_a_day(home: Home) -> None:
    case_id = referred(home)
    assert add_holiday(home.desk, CORONATION) == (case_id,)
    moved = [said for said in payloads(home, case_id) if isinstance(said, DeadlineMoved)]
    decision = next(said for said in moved if "decision" in said.clock)
    # Five working days after Wednesday 18 November: Wednesday 25, and Thursday 26 without the 19th.
    assert london(decision.was_due_at) == "2026-11-25 17:00"
    assert london(decision.now_due_at) == "2026-11-26 17:00"
    assert "Royal Proclamation" in decision.reason


def test_lists_show_the_new_deadline_and_the_record_is_whole(home: Home) -> None:
    case_id = referred(home)
    add_holiday(home.desk, CORONATION)
    with home.desk.store.reading() as unit:
        kept = unit.projection(case_id)
    assert kept is not None
    due = next(london(one.due_at) for one in kept.clocks if one.duty == "decision")
    assert due == "2026-11-26 17:00"
    assert verify(home.desk, check.verify).faults == ()


def test_a_holiday_beyond_every_deadline_changes_no_case(home: Home) -> None:
    case_id = referred(home)
    before = payloads(home, case_id)
    later = CORONATION.model_copy(update={"on": date(2028, 6, 6)})
    assert add_holiday(home.desk, later) == ()
    assert payloads(home, case_id) == before


def test_what_is_only_planned_moves_too_and_is_not_told_of(home: Home) -> None:
    case_id = referred(home)
    before = planned(home, case_id)
    add_holiday(home.desk, CORONATION)
    after = planned(home, case_id)
    assert london(before["L9"]) == "2026-11-26 17:00"
    assert london(after["L9"]) == "2026-11-27 17:00"
    told = {said.clock for said in payloads(home, case_id) if isinstance(said, DeadlineMoved)}
    assert not any(key.startswith("L9") for key in told)


def test_a_deadline_already_passed_is_told_when_the_day_before_it_becomes_a_holiday(
    home: Home,
) -> None:
    case_id = referred(home)
    home.clock.forward(days=8)
    add_holiday(home.desk, CORONATION)
    moved = [said for said in payloads(home, case_id) if isinstance(said, DeadlineMoved)]
    challenge = next(said for said in moved if "challenge" in said.clock)
    assert challenge.now_due_at > challenge.was_due_at


def test_a_very_long_reason_is_shortened_and_the_day_still_counts(home: Home) -> None:
    case_id = referred(home)
    long = CORONATION.model_copy(update={"name": "x" * 400, "source": "y" * 400})
    assert add_holiday(home.desk, long) == (case_id,)


def test_an_outcome_waited_for_moves_and_a_time_that_was_agreed_does_not(home: Home) -> None:
    case_id = referred(home)
    now = home.clock.at
    with home.desk.store.reading() as unit:
        sent = next(one for one in unit.entries(case_id) if isinstance(one.payload, ReferralSent))
    accepted = {
        "kind": "referral_decided",
        "referral": sent.id,
        "decided_at": now,
        "decision": "accepted_s42",
        "decided_by": "R Shah",
        "reasons": "Met",
    }
    meeting = {
        "kind": "meeting_arranged",
        "meeting_kind": "strategy",
        "chair": "R Shah",
        "meets_at": now + timedelta(days=5),
        "invited": "GP",
        "agenda": "Safety",
    }
    said = [make_payload(accepted), make_payload(meeting)]
    record(home.desk, case_id, [new_entry(one, now) for one in said])
    before = running(home, case_id)
    add_holiday(home.desk, CORONATION)
    after = running(home, case_id)
    assert (london(before["outcome"]), london(after["outcome"])) == (
        "2026-12-16 17:00",
        "2026-12-17 17:00",
    )
    assert before["meeting"] == after["meeting"] == now + timedelta(days=5)
    told = {said.duty for said in payloads(home, case_id) if isinstance(said, DeadlineMoved)}
    assert "Outcome due" in told


def running(home: Home, case_id: UUID) -> dict[str, datetime]:
    """When each duty that is owed is due, as lists show it."""
    with home.desk.store.reading() as unit:
        kept = unit.projection(case_id)
    assert kept is not None
    return {one.duty: one.due_at for one in kept.clocks if one.met_at is None}


def planned(home: Home, case_id: UUID) -> dict[str, datetime]:
    """When each rung about the decision would be due, as lists show it."""
    with home.desk.store.reading() as unit:
        kept = unit.projection(case_id)
    assert kept is not None
    return {one.stage: one.due_at for one in kept.clocks if ".challenge.decision." in one.key}
