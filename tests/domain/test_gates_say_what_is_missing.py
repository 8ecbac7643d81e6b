"""A gate that is shut says what is missing, in a plain sentence (domain 4.5)."""

from datetime import timedelta

import pytest

from sgtui.domain.gates import Missing
from tests.domain.a_home import AUDITOR, CARER, DESK, LEAD, LEADER, MANAGER, ON_CALL, an_id
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral


def gates(found: tuple[Missing, ...]) -> set[str]:
    return {item.gate for item in found}


def ready_to_close() -> Told:
    told = a_full_record().tell("threshold_decided", route="internal")
    return told.tell("sharing_decided").tell("wishes_recorded")


@pytest.mark.parametrize(
    ("answers", "sentence", "mends"),
    [
        ({"place": None}, "The record still needs where it happened.", "concern_completed"),
        ({"happened_at": None}, "The record still needs when it happened.", "concern_completed"),
        (
            {"category": "physical"},
            "The record still needs a body map, or why there is none.",
            "body_mapped",
        ),
    ],
)
def test_the_threshold_waits_for_a_full_record(
    answers: dict[str, str], sentence: str, mends: str
) -> None:
    told = a_concern(**answers).tell("statement_taken").tell("safety_checked")
    (item,) = told.try_to("threshold_decided")
    assert (item.sentence, item.mends) == (sentence, mends)


def test_the_threshold_needs_a_first_hand_statement_and_a_safety_check() -> None:
    told = a_concern().tell("statement_taken", statement_type="opinion")
    assert {item.sentence for item in told.try_to("threshold_decided")} == {
        "The record still needs what was seen, or their own words.",
        "The record still needs what makes the person safe now.",
    }


def test_saying_why_there_is_no_body_map_opens_the_gate() -> None:
    told = a_full_record(category="physical").tell("body_map_declined")
    assert told.try_to("threshold_decided") == ()


def test_the_threshold_needs_a_decider_with_the_right_and_a_second_person() -> None:
    told = a_full_record()
    assert gates(told.try_to("threshold_decided", decided_by=CARER)) == {"G4"}
    assert gates(told.try_to("threshold_decided", second_person=None)) == {"G4"}
    assert told.try_to("threshold_decided", second_person=None, provisional="yes") == ()


def test_a_referral_waits_for_threshold_sharing_and_wishes() -> None:
    told = a_full_record()
    assert told.gates_of("referral_sent") == {"G4", "G5", "G6"}
    told.tell("threshold_decided").tell("sharing_decided").tell("wishes_recorded")
    assert told.try_to("referral_sent") == ()


def test_a_decision_to_manage_inside_does_not_open_the_way_out() -> None:
    told = ready_to_close()
    (item,) = told.try_to("referral_sent")
    assert item.sentence == "The last decision keeps it inside. Decide the threshold anew."


def test_in_immediate_danger_the_gates_stand_open() -> None:
    told = a_concern(level="immediate", happened_at=None, place=None)
    assert told.try_to("referral_sent") == ()
    assert told.try_to("threshold_decided") == ()


def test_once_the_danger_is_judged_over_the_gates_shut_again() -> None:
    told = a_concern(level="immediate").tell("internally_escalated", risk="low")
    assert "G4" in told.gates_of("referral_sent")


def test_no_word_comes_before_the_referral_went() -> None:
    told = a_referral()
    early = told.now - timedelta(hours=1)
    (item,) = told.try_to("referral_acknowledged", acknowledged_at=early)
    assert item.gate == "G9"


def test_a_safeguard_ends_only_when_something_else_covers_the_person() -> None:
    told = a_full_record().tell("safeguard_started")
    first = told.last
    assert gates(told.try_to("safeguard_ended")) == {"G10"}
    assert told.try_to("safeguard_ended", formal_plan="The council's plan") == ()
    told.tell("safeguard_started", measure="Room by the office")
    assert told.try_to("safeguard_ended", safeguard=first, replaced_by=told.last) == ()
    assert gates(told.try_to("safeguard_ended", safeguard=first, replaced_by=first)) == {"G10"}


def test_an_ended_safeguard_is_neither_reviewed_nor_ended_again() -> None:
    told = a_full_record().tell("safeguard_started").tell("safeguard_ended", formal_plan="Plan")
    assert told.gates_of("safeguard_reviewed") == {"G10"}
    assert told.gates_of("safeguard_ended", formal_plan="Plan") == {"G10"}


def test_only_a_refusal_is_accepted_and_only_by_people_who_may_decide() -> None:
    told = a_referral()
    assert told.gates_of("agency_decision_accepted") == {"G11"}
    told.tell("referral_decided", decision="not_progressed")
    assert told.try_to("agency_decision_accepted") == ()
    assert told.gates_of("agency_decision_accepted", second_person=CARER) == {"G11"}


def test_a_refusal_closes_nothing() -> None:
    told = a_referral().tell("referral_decided", decision="not_progressed")
    assert "G11" in told.gates_of("closure_requested")


@pytest.mark.parametrize("words", ["Manager informed", "manager aware.", "TBC", "-", "Told!"])
def test_manager_informed_is_no_decision(words: str) -> None:
    (item,) = a_concern().try_to("internally_escalated", decision=words)
    assert item.gate == "G12"
    assert item.sentence == "Being told is no decision. Write what will be done, in Decided."


def test_every_body_is_told_or_need_not_be_before_closing() -> None:
    told = a_referral().tell("referral_decided", decision="closed_by_agency")
    assert told.gates_of("closure_requested") == {"G13"}
    for kind in ("cqc_18", "commissioner", "family"):
        told.tell("notification_decided", notification=kind)
    assert told.try_to("closure_requested") == ()


def test_another_person_who_may_decide_answers_a_request_to_close() -> None:
    told = ready_to_close().by(LEAD).tell("closure_requested")
    assert told.gates_of("closure_approved") == {"G14"}
    assert told.by(CARER).gates_of("closure_approved") == {"G14"}
    assert told.by(MANAGER).try_to("closure_approved") == ()


def test_what_has_come_up_since_stops_the_approval_and_not_the_refusal() -> None:
    told = ready_to_close().tell("closure_requested").tell("observation_made", worse="yes")
    told.by(MANAGER)
    assert told.gates_of("closure_approved") == {"G4"}
    assert told.try_to("closure_refused") == ()


def test_nobody_can_answer_a_request_that_was_not_made() -> None:
    told = ready_to_close()
    found = told.by(MANAGER).try_to("closure_refused", request=told.last)
    assert [item.sentence for item in found] == ["Nobody has asked to close this case."]


def test_a_closed_case_takes_nothing_but_reopening_and_corrections() -> None:
    told = ready_to_close().tell("closure_requested").by(MANAGER).tell("closure_approved")
    assert [item.sentence for item in told.try_to("observation_made")] == [
        "This case is closed. Reopen it first."
    ]
    assert told.try_to("reopened") == ()
    assert told.try_to("amended", entry=told.entries[0].id, changes={"place": "lounge"}) == ()
    assert ready_to_close().gates_of("reopened") == {"G14"}


def test_another_person_countersigns() -> None:
    told = a_full_record().by(ON_CALL)
    told.tell("threshold_decided", decided_by=ON_CALL, second_person=None, provisional="yes")
    assert told.gates_of("countersigned") == {"G18"}
    assert told.by(CARER).gates_of("countersigned") == {"G18"}
    assert told.by(MANAGER).try_to("countersigned") == ()


def test_an_on_call_decision_stops_closing_until_countersigned() -> None:
    told = a_full_record().tell("sharing_decided").tell("wishes_recorded")
    told.tell("threshold_decided", route="internal", second_person=None, provisional="yes")
    assert told.gates_of("closure_requested") == {"G18"}
    assert told.by(MANAGER).tell("countersigned").try_to("closure_requested") == ()


def test_a_correction_must_fit_its_field_and_what_was_allowed() -> None:
    told = a_concern().tell("internally_escalated")
    said = told.last
    assert told.gates_of("amended", entry=said, changes={"decision": "   "}) == {"G20"}
    assert told.gates_of("amended", entry=said, changes={"decision": "TBC"}) == {"G12"}
    assert told.gates_of("amended", entry=said, changes={"told": str(an_id("nobody"))}) == {"G1"}
    assert told.gates_of("amended", entry=said, changes={"kind": "reopened"}) == {"G20"}
    assert told.try_to("amended", entry=said, changes={"decision": "Move rooms"}) == ()


def test_striking_takes_two_people() -> None:
    told = a_full_record()
    assert told.gates_of("entered_in_error", entry=told.last, second_person=LEADER) == {"G20"}
    assert told.try_to("entered_in_error", entry=told.last) == ()


def test_what_later_entries_rest_on_cannot_be_struck() -> None:
    told = ready_to_close().tell("closure_requested")
    request = told.last
    told.by(MANAGER).tell("closure_approved")
    told.by(LEAD)
    assert told.gates_of("entered_in_error", entry=request) == {"G20"}
    told.tell("reopened").tell("observation_made")
    assert told.gates_of("entered_in_error", entry=told.newest("closure_approved")) == {"G20"}
    assert told.gates_of("entered_in_error", entry=told.newest("reopened")) == {"G20"}


def test_who_may_only_read_records_nothing() -> None:
    (item,) = a_full_record().by(AUDITOR).try_to("observation_made")
    assert item.sentence == "Auditor may read, not record. Sign in as staff."


def test_the_person_alleged_records_nothing_and_owns_nothing() -> None:
    told = a_full_record(alleged_staff=CARER)
    assert told.gates_of("owner_assigned", owner=CARER) == {"G21"}
    assert told.by(CARER).gates_of("observation_made") == {"G21"}


def test_every_id_names_something_that_exists() -> None:
    told = a_referral()
    nobody = an_id("nobody")
    assert told.gates_of("owner_assigned", owner=nobody) == {"G1"}
    assert told.gates_of("agency_contacted", contact=nobody) == {"G1"}
    assert told.gates_of("referral_received", referral=nobody) == {"G1"}
    assert "G1" in told.gates_of("safeguard_reviewed", safeguard=nobody)
    assert told.try_to("agency_contacted", contact=DESK) == ()


def test_nothing_is_recorded_before_it_has_happened() -> None:
    told = a_referral()
    ahead = told.now + timedelta(days=3)
    (item,) = told.try_to("referral_received", received_at=ahead)
    assert item.sentence == "Received at: that time is still to come."
    assert [item.sentence for item in told.try_to("observation_made", at=ahead)] == [
        "When: that time is still to come."
    ]
