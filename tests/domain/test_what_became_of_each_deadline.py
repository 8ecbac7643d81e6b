"""What became of each deadline: kept, kept late, late still, owed no more."""

from sgtui.domain.kept_times import Fate, Kept, kept_times
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral


def kept(told: Told, duty: str) -> list[Kept]:
    """What became of each clock about a duty."""
    found = kept_times(told.clocks.values(), told.now)
    return [one for one in found if one.clock.duty == duty]


def test_what_was_done_in_its_time_is_met_in_time() -> None:
    (receipt,) = kept(a_referral().later(hours=23).tell("referral_received"), "receipt")
    assert (receipt.fate, receipt.late_by) == (Fate.IN_TIME, None)
    assert receipt.over_at == receipt.clock.met_at


def test_what_was_done_after_its_time_is_late_by_the_time_between() -> None:
    (receipt,) = kept(a_referral().later(hours=26).tell("referral_received"), "receipt")
    assert receipt.fate is Fate.MET_LATE and receipt.fate.missed
    assert receipt.late_by is not None and receipt.late_by.total_seconds() == 2 * 3600


def test_what_is_owed_is_running_until_it_is_late() -> None:
    (receipt,) = kept(a_referral().later(hours=24), "receipt")
    assert (receipt.fate, receipt.over_at) == (Fate.RUNNING, None)
    (receipt,) = kept(a_referral().later(hours=25), "receipt")
    assert receipt.fate is Fate.LATE
    assert receipt.late_by is not None and receipt.late_by.total_seconds() == 3600


def test_what_the_closing_ended_is_said_to_be_late_only_where_it_was() -> None:
    soon = a_full_record().later(minutes=5).tell("closure_requested").tell("closure_approved")
    assert {one.fate for one in kept(soon, "internal_escalation")} == {Fate.ENDED}
    late = a_full_record().later(hours=9).tell("closure_requested").tell("closure_approved")
    assert {one.fate for one in kept(late, "internal_escalation")} == {Fate.ENDED_LATE}


def test_what_has_not_begun_is_not_there() -> None:
    told = a_concern()
    assert all(
        one.clock.started_at <= told.now for one in kept_times(told.clocks.values(), told.now)
    )
    planned = [clock for clock in a_referral().clocks.values() if clock.duty == "challenge"]
    assert planned
    assert kept(a_referral(), "challenge") == []


def test_a_rung_that_the_next_one_carried_on_is_neither_owed_nor_met() -> None:
    told = a_referral("2026-11-19 09:00").at("2026-12-10 09:00")
    rungs = {one.clock.stage: one.fate for one in kept(told, "challenge")}
    assert rungs["L9"] is Fate.CARRIED_UP
    highest = max(rungs, key=lambda code: int(code[1:]))
    assert rungs[highest] is not Fate.CARRIED_UP
