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
        lambda: a_referral().tell("agency_contacted", promised="To ring", promised_hours=2),
        ["agency_contacted", "referral_received", "referral_acknowledged"],
    ),
    "decision": (in_hand, ["referral_decided", "agency_contacted"]),
    "answer_agency": (asked, ["agency_contacted"]),
    "challenge": (
        lambda: a_referral().tell("referral_decided", decision="not_progressed"),
        ["agency_contacted", "referral_decided", "agency_decision_accepted"],
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
        lambda: a_referral().tell("referral_decided"),
        ["review_held", "closure_requested"],
    ),
    "plan_review": (
        lambda: a_full_record().tell("review_held"),
        ["review_held", "closure_requested"],
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
