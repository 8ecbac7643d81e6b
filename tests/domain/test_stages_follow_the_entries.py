"""A case moves from stage to stage as its entries come (domain 4.2)."""

import pytest

from sgtui.domain.stage import CaseStage
from tests.domain.a_home import MANAGER
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral


def managed_inside() -> Told:
    return a_full_record().tell("threshold_decided", route="internal")


def closing(told: Told) -> Told:
    return told.tell("closure_requested")


def test_the_way_from_recorded_to_closed() -> None:
    told = a_concern()
    stages = [told.case.stage]
    for kind in (
        "internally_escalated", "threshold_decided", "referral_sent", "referral_received",
        "referral_decided", "review_held", "closure_requested", "closure_approved", "reopened",
    ):  # fmt: skip
        stages.append(told.tell(kind).case.stage)
    assert [stage.value for stage in stages] == [
        "recorded", "threshold_pending", "threshold_pending", "referred", "referred",
        "enquiry", "review", "closure_requested", "closed", "threshold_pending",
    ]  # fmt: skip


def test_in_danger_it_is_referred_straight_away() -> None:
    told = a_concern(level="immediate").tell("referral_sent")
    assert told.case.stage is CaseStage.REFERRED


@pytest.mark.parametrize("kind", ["statement_taken", "observation_made"])
def test_new_evidence_takes_a_case_managed_inside_back_to_the_threshold(kind: str) -> None:
    told = managed_inside()
    told = told.tell(kind, worse="yes") if kind == "observation_made" else told.tell(kind)
    assert told.case.stage is CaseStage.THRESHOLD_PENDING
    assert "threshold" in told.running()


def test_a_quiet_observation_changes_no_stage() -> None:
    assert managed_inside().tell("observation_made").case.stage is CaseStage.INTERNAL_MANAGEMENT


def test_a_decision_inside_never_takes_a_case_back_from_an_agency() -> None:
    told = a_referral().tell("threshold_decided", route="internal").tell("internally_escalated")
    assert told.case.stage is CaseStage.REFERRED


def test_a_second_referral_does_not_undo_an_enquiry() -> None:
    told = a_referral().tell("referral_decided").tell("referral_sent")
    assert told.case.stage is CaseStage.ENQUIRY


def test_threshold_not_met_moves_nothing_until_two_people_accept_it() -> None:
    told = a_referral().tell("referral_decided", decision="not_progressed")
    assert told.case.stage is CaseStage.REFERRED
    assert told.tell("agency_decision_accepted").case.stage is CaseStage.REVIEW


def test_a_refused_closing_goes_back_to_the_stage_before() -> None:
    told = closing(managed_inside()).by(MANAGER).tell("closure_refused")
    assert told.case.stage is CaseStage.INTERNAL_MANAGEMENT


def test_asking_twice_and_being_refused_goes_back_to_the_stage_before_both() -> None:
    told = closing(closing(managed_inside())).by(MANAGER).tell("closure_refused")
    assert told.case.stage is CaseStage.INTERNAL_MANAGEMENT


def test_what_comes_in_while_closure_is_asked_for_leaves_it_to_be_answered() -> None:
    told = closing(managed_inside()).tell("observation_made", worse="yes")
    assert told.case.stage is CaseStage.CLOSURE_REQUESTED
    assert told.by(MANAGER).tell("closure_refused").case.stage is CaseStage.THRESHOLD_PENDING


def test_a_review_may_ask_for_the_threshold_anew() -> None:
    told = managed_inside().tell("review_held", outcome="escalate")
    assert told.case.stage is CaseStage.THRESHOLD_PENDING


def test_a_second_person_who_disagrees_takes_it_back_to_the_threshold() -> None:
    told = managed_inside().tell("countersigned", agrees="no")
    assert told.case.stage is CaseStage.THRESHOLD_PENDING
    assert "threshold" in told.running()


def test_a_concern_entered_in_error_is_no_open_case_and_stays_readable() -> None:
    told = a_full_record()
    told.tell("entered_in_error", entry=told.entries[0].id)
    assert told.case.stage is CaseStage.ENTERED_IN_ERROR
    assert not told.case.is_open
    assert told.case.reference == "SG-26-K4T7"
    assert told.running() == set()
