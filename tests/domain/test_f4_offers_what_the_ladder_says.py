"""Every duty that runs has a next step: what to record, about what, whom to ring, who owns it."""

from collections.abc import Callable

import pytest

from sgtui.domain.entries import CASE_KINDS
from sgtui.domain.next_step import NextStep
from tests.domain.a_home import DESK, EDT, LEADER
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral


def step_for(told: Told, duty: str) -> NextStep:
    return next(step for step in told.next_steps() if step.clock.duty == duty)


def kinds(told: Told, duty: str) -> list[str]:
    return [step.kind for step in step_for(told, duty).steps]


def closing() -> Told:
    return a_full_record().tell("threshold_decided", route="internal").tell("closure_requested")


def asked() -> Told:
    return a_referral().tell("referral_decided", decision="more_info_requested")


def in_hand() -> Told:
    return a_referral().tell("referral_acknowledged")


def refused_by_them() -> Told:
    return a_referral().tell("referral_decided", decision="not_progressed")


CASES: dict[str, tuple[Callable[[], Told], list[str]]] = {
    "make_safe": (a_concern, ["safety_checked", "safeguard_started"]),
    "full_record": (a_concern, ["statement_taken", "safety_checked"]),
    "internal_escalation": (a_concern, ["internally_escalated"]),
    "threshold": (lambda: a_full_record().tell("internally_escalated"), ["threshold_decided"]),
    "countersign": (
        lambda: a_full_record().tell("threshold_decided", second_person=None, provisional="yes"),
        ["countersigned"],
    ),
    "internal_review": (
        lambda: a_full_record().tell("threshold_decided", route="internal"),
        ["review_held", "closure_requested"],
    ),
    "referral": (
        lambda: a_full_record().tell("threshold_decided"),
        ["sharing_decided", "wishes_recorded", "referral_sent"],
    ),
    "notification": (a_referral, ["notification_decided"]),
    "receipt": (a_referral, ["referral_received", "agency_contacted", "referral_acknowledged"]),
    "acknowledgement": (
        lambda: a_referral().tell("referral_received"),
        ["referral_acknowledged", "agency_contacted"],
    ),
    "chase": (
        lambda: a_referral().later(days=2),
        ["agency_contacted", "referral_received", "referral_acknowledged"],
    ),
    "promise": (
        lambda: a_referral().tell("agency_contacted", promised="To ring", promised_in=2),
        ["agency_contacted", "referral_received", "referral_acknowledged"],
    ),
    "decision": (in_hand, ["referral_decided", "agency_contacted"]),
    "answer_agency": (asked, ["agency_contacted"]),
    "challenge": (
        refused_by_them,
        [
            "challenge_raised",
            "agency_contacted",
            "referral_decided",
            "agency_decision_accepted",
        ],
    ),
    "challenge_conclusion": (
        lambda: (
            refused_by_them().tell("challenge_raised").tell("challenge_answered", answer="upheld")
        ),
        ["referral_decided", "challenge_concluded", "challenge_taken_up"],
    ),
    "challenge_tell": (
        lambda: refused_by_them().later(days=6),
        ["agency_contacted"],
    ),
    "outcome": (
        lambda: a_referral().tell("referral_decided"),
        ["outcome_received", "agency_contacted"],
    ),
    "observation": (a_concern, ["observation_made"]),
    "safeguard_first_review": (
        lambda: a_full_record().tell("safeguard_started"),
        ["safeguard_reviewed", "safeguard_ended"],
    ),
    "safeguard_review": (
        lambda: a_full_record().tell("safeguard_started").tell("safeguard_reviewed"),
        ["safeguard_reviewed", "safeguard_ended"],
    ),
    "first_review": (
        lambda: a_referral().tell("referral_decided").tell("outcome_received"),
        ["review_held", "closure_requested"],
    ),
    "plan_review": (
        lambda: a_full_record().tell("review_held"),
        ["review_held", "closure_requested"],
    ),
    "coordination": (
        lambda: a_referral().tell("agency_involved").tell("coordination_called"),
        ["coordination_recorded"],
    ),
    "lead_professional": (
        lambda: a_full_record().tell("coordination_recorded"),
        ["lead_professional_named", "agency_involved"],
    ),
    "coordination_review": (
        lambda: a_full_record().tell("coordination_recorded").tell("agency_involved"),
        ["coordination_reviewed", "agency_agreed", "coordination_validated"],
    ),
    "meeting": (
        lambda: a_full_record().tell("meeting_arranged"),
        ["meeting_held", "meeting_called_off"],
    ),
    "action": (
        lambda: a_full_record().tell("action_agreed"),
        ["action_done", "action_dropped"],
    ),
    "verification": (
        lambda: a_full_record().tell("action_agreed").tell("action_done"),
        ["action_verified"],
    ),
    "closure": (closing, ["closure_approved", "closure_refused"]),
}


@pytest.mark.parametrize("duty", CASES)
def test_each_duty_offers_the_entries_that_meet_it(duty: str) -> None:
    make, expected = CASES[duty]
    assert kinds(make(), duty) == expected


@pytest.mark.parametrize("duty", CASES)
def test_what_is_already_known_is_filled_in_and_fits(duty: str) -> None:
    told = CASES[duty][0]()
    for step in step_for(told, duty).steps:
        assert set(step.known) <= set(CASE_KINDS[step.kind].model_fields)
        told.payload(step.kind, **step.known)


def test_a_shut_desk_has_its_urgent_alternative() -> None:
    step = step_for(a_referral("2026-11-20 22:00"), "receipt")
    assert step.contact is not None and step.contact.id == DESK
    assert step.urgent_contact is not None and step.urgent_contact.id == EDT


def test_the_owner_of_the_case_comes_first_where_the_stage_allows() -> None:
    owner = step_for(a_concern(), "make_safe").owner
    assert owner.member is not None and owner.member.id == LEADER


def test_a_safeguard_is_offered_while_an_agency_is_silent_and_nothing_protects() -> None:
    assert "safeguard_started" in kinds(a_referral(), "observation")


def test_no_safeguard_is_offered_where_one_runs() -> None:
    assert "safeguard_started" not in kinds(a_referral().tell("safeguard_started"), "observation")


def test_a_promise_of_another_desk_brings_no_word_about_our_referral() -> None:
    promised = a_referral().tell("agency_contacted", contact=EDT, promised="x", promised_in=3)
    steps = step_for(promised, "promise").steps
    assert [step.kind for step in steps] == ["agency_contacted"]
    assert "referral" not in steps[0].known
