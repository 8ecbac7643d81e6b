"""A safeguarding plan is a stage of its own and is looked at again by its time (R122)."""

from sgtui.domain.stage import CaseStage
from tests.domain.a_home import london
from tests.domain.case_builder import Told, a_referral


def enquiry() -> Told:
    return a_referral("2026-11-19 09:00").tell("referral_decided")


def test_the_plan_follows_the_enquiry_and_the_review_follows_the_plan() -> None:
    told = enquiry().tell("safeguarding_plan_agreed")
    assert told.case.stage is CaseStage.PLAN
    assert told.tell("review_held").case.stage is CaseStage.REVIEW


def test_the_agencys_outcome_takes_a_plan_to_review() -> None:
    told = enquiry().tell("safeguarding_plan_agreed").tell("outcome_received")
    assert told.case.stage is CaseStage.REVIEW
    told = enquiry().tell("safeguarding_plan_agreed")
    assert told.tell("referral_decided").case.stage is CaseStage.PLAN


def test_a_plan_made_before_the_agency_has_decided_moves_no_stage() -> None:
    told = a_referral().tell("safeguarding_plan_agreed")
    assert told.case.stage is CaseStage.REFERRED


def test_the_plan_is_reviewed_by_the_time_it_names_else_by_the_ladders() -> None:
    told = enquiry().tell("safeguarding_plan_agreed", review_at=london("2026-12-01 10:00"))
    assert told.of("plan_review")[0].due_at == london("2026-12-01 10:00")
    told = enquiry().tell("safeguarding_plan_agreed")
    assert told.of("plan_review")[0].due_at == london("2026-12-31 09:00")


def test_a_newer_plan_sets_its_own_review() -> None:
    told = enquiry().tell("safeguarding_plan_agreed").later(days=2)
    told.tell("safeguarding_plan_agreed", review_at=london("2026-11-30 10:00"))
    old, new = told.of("plan_review")
    assert old.ended_at == told.now
    assert old.explanation.endswith("Ended: a newer plan set its own review.")
    assert (new.due_at, new.is_open) == (london("2026-11-30 10:00"), True)


def test_a_review_answers_the_plans_and_starts_the_next() -> None:
    told = enquiry().tell("safeguarding_plan_agreed").later(days=3).tell("review_held")
    plan, review = told.of("plan_review")
    assert (plan.met_at, review.started_at) == (told.now, told.now)
    assert review.is_open


def test_a_refusal_accepted_in_part_waits_for_the_outcome_of_the_rest() -> None:
    told = a_referral().tell("referral_decided", decision="partly_accepted")
    told.tell("agency_decision_accepted")
    assert "first_review" not in told.running()
    assert "first_review" in told.tell("outcome_received").running()


def test_where_there_is_a_plan_f4_offers_to_change_it() -> None:
    told = enquiry().tell("safeguarding_plan_agreed")
    step = next(one for one in told.next_steps() if one.clock.duty == "plan_review")
    offered = [one.kind for one in step.steps]
    assert offered == ["review_held", "safeguarding_plan_agreed", "closure_requested"]
