"""A case that follows another ladder is reckoned anew, and keeps what was settled before."""

from datetime import timedelta

from sgtui.domain.ladder import Duty
from tests.domain.a_home import london
from tests.domain.boards_ladders import DEFAULT, SOUTH_TYNESIDE, ladder_of, refused
from tests.domain.case_builder import a_full_record, a_referral
from tests.domain.followed_ladders import OTHER, clocks_of, of, with_duty, without


def test_a_case_follows_the_ladder_it_began_with_until_another_is_named() -> None:
    told = refused(DEFAULT, "2026-11-20 15:00")
    assert told.case.ladder_version == DEFAULT
    told.tell("ladder_pinned", version=SOUTH_TYNESIDE)
    assert told.case.ladder_version == SOUTH_TYNESIDE


def test_what_is_open_is_due_by_the_new_ladder() -> None:
    told = refused(DEFAULT, "2026-11-20 15:00").later(minutes=10)
    told.tell("ladder_pinned", version=SOUTH_TYNESIDE)
    (first, *_) = of(clocks_of(told, ladder_of(SOUTH_TYNESIDE)), Duty.CHALLENGE)
    assert first.due_at == london("2026-11-20 16:30")
    assert f"ladder {SOUTH_TYNESIDE}" in first.explanation


def test_what_was_met_in_time_is_not_late_by_a_shorter_time_that_came_later() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-17 09:00").tell("referral_received")
    told.later(hours=1).tell("ladder_pinned", version=OTHER)
    shorter = with_duty(Duty.RECEIPT, amount=2)
    (receipt,) = of(clocks_of(told, shorter), Duty.RECEIPT)
    assert receipt.due_at == london("2026-11-17 10:00")
    assert receipt.met_at == london("2026-11-17 09:00")
    assert f"ladder {DEFAULT}" in receipt.explanation


def test_what_is_met_after_the_change_is_judged_by_the_new_time() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-16 11:00")
    told.tell("ladder_pinned", version=OTHER).at("2026-11-17 09:00").tell("referral_received")
    (receipt,) = of(clocks_of(told, with_duty(Duty.RECEIPT, amount=2)), Duty.RECEIPT)
    assert receipt.due_at == london("2026-11-16 12:00")


def test_a_duty_the_new_ladder_lacks_stays_ended_with_the_reason() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-16 11:00")
    told.tell("ladder_pinned", version=OTHER)
    (receipt,) = of(clocks_of(told, without(Duty.RECEIPT)), Duty.RECEIPT)
    assert receipt.ended_at == told.now
    assert receipt.explanation.endswith(f"the case follows ladder {OTHER} since Mon 16 Nov 2026.")


def test_what_was_only_planned_under_the_old_ladder_is_not_kept() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-16 11:00")
    assert of(clocks_of(told), Duty.CHASE)
    told.tell("ladder_pinned", version=OTHER)
    assert not of(clocks_of(told, without(Duty.CHASE)), Duty.CHASE)


def test_a_duty_that_was_over_before_the_new_ladder_asked_for_it_is_not_late() -> None:
    told = a_full_record("2026-11-16 10:00").tell("ladder_pinned", version=OTHER)
    told.tell("threshold_decided").tell("referral_sent").at("2026-11-18 09:00")
    told.tell("referral_received").later(minutes=5).tell("ladder_pinned", version=DEFAULT)
    (receipt,) = of(clocks_of(told, without(Duty.RECEIPT)), Duty.RECEIPT)
    assert receipt.met_at is None
    assert receipt.ended_at == receipt.started_at < receipt.due_at
    assert receipt.explanation.endswith(f"before the case followed ladder {DEFAULT}.")


def test_each_ladder_keeps_what_was_settled_under_it() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-16 12:00").tell("referral_received")
    told.tell("ladder_pinned", version="none").later(hours=1).tell("referral_acknowledged")
    told.tell("ladder_pinned", version=OTHER)
    both = with_duty(Duty.RECEIPT, amount=1).model_copy(update={"version": "none"})
    last = with_duty(Duty.ACKNOWLEDGEMENT, amount=0)
    found = clocks_of(told, both, last)
    (receipt,), (in_hand,) = of(found, Duty.RECEIPT), of(found, Duty.ACKNOWLEDGEMENT)
    assert f"ladder {DEFAULT} " in receipt.explanation
    assert "ladder none " in in_hand.explanation


def test_what_had_begun_never_vanishes_by_a_change_to_a_slower_ladder() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-19 12:00")
    began = {key for key, clock in clocks_of(told).items() if clock.started_at <= told.now}
    told.tell("ladder_pinned", version=OTHER)
    slower = with_duty(Duty.RECEIPT, amount=300)
    found = clocks_of(told, slower)
    assert began <= set(found)
    (receipt,) = of(found, Duty.RECEIPT)
    assert receipt.due_at - receipt.started_at == timedelta(hours=300)
