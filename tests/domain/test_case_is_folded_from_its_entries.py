"""What is known of a case follows from its entries alone."""

import pytest
from pydantic import ValidationError

from sgtui.domain.case_file import NotACase, fold
from sgtui.domain.entries.choices import Risk, Safety
from sgtui.domain.stage import CaseStage
from tests.domain.a_home import CARER, LEAD, LEADER, MANAGER, london
from tests.domain.case_builder import a_concern, a_full_record, a_referral


def test_without_a_concern_there_is_no_case() -> None:
    told = a_full_record()
    with pytest.raises(NotACase):
        fold(told.entries[1:])
    with pytest.raises(NotACase):
        fold([])


def test_whoever_recorded_it_owns_it_until_somebody_decides_or_is_named() -> None:
    told = a_concern()
    assert told.case.owner == LEADER
    assert told.tell("internally_escalated").case.owner == LEAD
    assert told.tell("owner_assigned", owner=MANAGER).case.owner == MANAGER


def test_the_person_alleged_is_never_the_owner_even_if_found_out_later() -> None:
    told = a_concern().tell("owner_assigned", owner=CARER)
    told.tell("amended", entry=told.entries[0].id, changes={"alleged_staff": str(CARER)})
    assert told.case.owner == LEADER


def test_an_amendment_counts_and_the_original_stays() -> None:
    told = a_concern()
    told.tell("amended", entry=told.last, changes={"place": "lounge"})
    assert told.case.place == "Lounge"
    assert told.case.entries[0].payload.model_dump()["place"] == "bedroom"


def test_what_was_entered_in_error_no_longer_counts_and_stays() -> None:
    told = a_full_record()
    told.tell("entered_in_error", entry=told.last)
    assert told.case.safety is None
    assert len(told.case.entries) == 4
    assert told.case.entries[2].id in told.case.struck


def test_striking_an_amendment_brings_the_original_back() -> None:
    told = a_concern()
    told.tell("amended", entry=told.last, changes={"place": "lounge"})
    told.tell("entered_in_error", entry=told.last)
    assert told.case.place == "Bedroom"


def test_a_case_can_be_read_even_when_an_amendment_no_longer_fits() -> None:
    told = a_full_record().tell("threshold_decided", second_person=None, provisional="yes")
    decision = told.last
    told.tell("amended", entry=decision, changes={"decided_by": str(MANAGER)})
    first = told.last
    told.tell("amended", entry=decision, changes={"second_person": str(LEAD)})
    assert told.gates_of("entered_in_error", entry=first) == {"G20"}
    told.tell("entered_in_error", entry=first)
    assert told.case.stage is CaseStage.THRESHOLD_PENDING


def test_safety_is_the_newest_answer_and_no_stage() -> None:
    told = a_full_record()
    assert told.case.safety is Safety.SAFE
    assert told.tell("safety_checked", safety="unsafe_uncontrolled").case.safety == (
        Safety.UNSAFE_UNCONTROLLED
    )
    assert told.case.stage is CaseStage.RECORDED


def test_risk_is_immediate_from_the_start_in_danger_and_then_as_judged() -> None:
    told = a_concern(level="immediate")
    assert told.case.risk is Risk.IMMEDIATE
    assert told.tell("internally_escalated").case.risk is Risk.IMMEDIATE
    assert told.tell("internally_escalated", risk="low").case.risk is Risk.LOW


def test_sent_received_acknowledged_and_decided_are_four_facts() -> None:
    told = a_referral("2026-11-19 09:00")
    (sent,) = told.case.referrals
    assert (sent.received_at, sent.acknowledged_at, sent.decision) == (None, None, None)
    told.at("2026-11-19 11:00").tell("referral_received")
    assert told.case.referrals[0].received_at == told.now
    assert told.case.referrals[0].acknowledged_at is None
    told.at("2026-11-19 14:00").tell("referral_acknowledged")
    assert told.case.referrals[0].acknowledged_at == told.now
    assert told.case.referrals[0].decision is None
    told.at("2026-11-20 10:00").tell("referral_decided")
    assert told.case.referrals[0].decision is not None


def test_acknowledging_says_that_it_arrived() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=2).tell("referral_acknowledged")
    assert told.case.referrals[0].received_at == london("2026-11-19 11:00")


def test_asking_for_more_is_no_decision() -> None:
    told = a_referral().later(hours=1).tell("referral_decided", decision="more_info_requested")
    assert told.case.referrals[0].decision is None
    assert not told.case.referrals[0].settled


def test_the_same_refusal_again_needs_no_second_acceptance_and_another_one_does() -> None:
    told = a_referral().tell("referral_decided", decision="not_progressed")
    told.tell("agency_decision_accepted")
    told.tell("referral_decided", decision="not_progressed")
    assert told.case.referrals[0].settled
    told.tell("referral_decided", decision="partly_accepted")
    assert not told.case.referrals[0].settled


def test_a_contact_about_one_referral_is_not_counted_for_another() -> None:
    told = a_referral()
    first = told.last
    told.tell("referral_sent")
    told.tell("agency_contacted", referral=first)
    one, other = told.case.referrals
    assert (len(one.contacts), len(other.contacts)) == (1, 0)


def test_a_safeguard_protects_until_it_is_ended() -> None:
    told = a_full_record().tell("safeguard_started")
    assert len(told.case.active_safeguards) == 1
    assert told.tell("safeguard_ended", formal_plan="Plan").case.active_safeguards == ()


def test_an_entry_is_never_altered() -> None:
    with pytest.raises(ValidationError):
        a_concern().entries[0].number = 2  # type: ignore[misc]
