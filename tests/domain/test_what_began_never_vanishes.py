"""A clock that had begun stays: running, met, or ended with its reason."""

from sgtui.domain.in_force import in_force
from tests.domain.a_home import london
from tests.domain.case_builder import Told, a_full_record, a_referral


def keys_running(told: Told) -> set[str]:
    return {clock.key for clock in in_force(told.clocks.values(), told.now)}


def test_striking_a_referral_ends_its_clocks_and_says_why() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-18 09:00")
    sent, began = told.newest("referral_sent"), keys_running(told)
    told.tell("entered_in_error", entry=sent)
    assert began <= set(told.clocks)
    (receipt,) = told.of("receipt")
    assert receipt.ended_at == told.now
    number = len(told.entries)
    assert receipt.explanation.endswith(f"Ended: entry {number} put right what had started it.")


def test_putting_a_route_right_ends_the_referral_that_it_had_started() -> None:
    told = a_full_record().tell("threshold_decided")
    began = keys_running(told)
    told.later(hours=1)
    told.tell("amended", entry=told.last, changes={"route": "internal"})
    assert began <= set(told.clocks)
    assert "referral" not in told.running()
    assert "internal_review" in told.running()


def test_what_was_only_planned_is_not_kept() -> None:
    told = a_referral("2026-11-16 10:00")
    told.later(hours=1).tell("entered_in_error", entry=told.newest("referral_sent"))
    assert told.of("challenge") == []


def test_a_new_threshold_decision_while_an_agency_has_it_starts_no_second_referral() -> None:
    told = a_referral().tell("referral_decided").later(days=1).tell("threshold_decided")
    assert "referral" not in told.running()
    told.tell("referral_decided", decision="closed_by_agency")
    assert "referral" not in told.running()


def test_two_missed_chases_make_one_challenge_and_the_second_says_so() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-17 12:00").tell("agency_contacted")
    told.at("2026-11-19 09:00")
    open_now = [c for c in told.of("challenge", "L9") if c.is_open]
    assert len(open_now) == 1
    told.tell("observation_made")
    others = [c for c in told.of("challenge", "L9") if c.ended_at]
    assert all("was being challenged already" in clock.explanation for clock in others)
    assert others


def test_a_receipt_written_up_late_ends_the_chase_that_had_begun() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-17 10:30")
    began = keys_running(told)
    told.tell("referral_received", received_at=london("2026-11-16 15:00"))
    assert began <= set(told.clocks)
    assert "chase" not in told.running()
    assert told.of("chase")[0].explanation.endswith("Ended: word came before it was late.")


def test_rungs_climbed_before_a_call_in_time_was_written_up_stay_ended() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-17 12:00").tell("agency_contacted")
    began = keys_running(told.at("2026-11-20 09:00"))
    assert any(key.startswith("L11.") for key in began)
    told.tell("agency_contacted", at=london("2026-11-17 10:30"))
    assert began <= set(told.clocks)
    assert all(told.clocks[key].ended_at is not None for key in began if key.startswith("L11."))
