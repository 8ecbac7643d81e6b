"""What becomes of a referral: taken on, in part, elsewhere, refused; and when it is settled."""

import pytest

from sgtui.domain.referrals import Referral
from sgtui.domain.stage import CaseStage
from tests.domain.a_home import london
from tests.domain.case_builder import Told, a_referral


def decided(decision: str) -> Told:
    told = a_referral("2026-11-16 09:00").at("2026-11-16 10:00")
    return told.tell("referral_decided", decision=decision)


def sent(told: Told) -> Referral:
    return told.case.referrals[0]


@pytest.mark.parametrize("decision", ["returned", "redirected"])
def test_one_that_is_not_theirs_is_done_with_and_ours_starts_anew(decision: str) -> None:
    told = decided(decision)
    assert sent(told).settled
    assert "referral" in told.running()
    told.at("2026-12-01 10:00")
    assert not {"receipt", "chase", "decision", "L9", "L10"} & told.running()


def test_taken_on_it_is_settled_by_its_outcome() -> None:
    told = decided("accepted_s42")
    assert sent(told).awaits_outcome and not sent(told).settled
    told.later(days=3).tell("outcome_received")
    assert sent(told).settled
    assert told.case.stage is CaseStage.REVIEW


def test_its_outcome_is_a_fact_with_its_time() -> None:
    told = decided("accepted_s42").later(days=3).tell("outcome_received")
    outcome = sent(told).outcome
    assert outcome is not None and outcome.at == told.now
    closed = decided("closed_by_agency")
    assert sent(closed).outcome is not None and sent(closed).settled


def test_the_outcome_is_owed_from_when_they_took_it_on() -> None:
    told = decided("accepted_s42")
    (owed,) = told.of("outcome")
    assert owed.due_at == london("2026-12-14 17:00")
    assert owed.direction == "they_owe"
    told.later(days=3).tell("outcome_received")
    assert told.of("outcome")[0].met_at == told.now


def test_a_missed_outcome_raises_the_rungs_one_by_one() -> None:
    told = decided("accepted_s42").at("2026-12-14 17:01")
    assert {"outcome", "L9"} <= told.running()
    told.at("2026-12-15 17:01")
    assert {"outcome", "L10"} <= told.running()
    told.tell("outcome_received")
    assert not {"outcome", "L9", "L10"} & told.running()


def test_given_up_again_no_outcome_is_owed_and_it_is_disputed() -> None:
    told = decided("accepted_s42").later(days=1).tell("referral_decided", decision="not_progressed")
    assert "outcome" not in told.running()
    assert "L9" in told.running()
    assert told.of("outcome")[0].explanation.endswith("Ended: they decided otherwise.")


def test_accepted_in_part_is_an_enquiry_and_a_dispute() -> None:
    told = decided("partly_accepted")
    assert told.case.stage is CaseStage.ENQUIRY
    assert {"outcome", "L9"} <= told.running()
    assert sent(told).awaits_answer_to_refusal and not sent(told).settled


def test_two_people_accept_the_part_that_was_refused_and_the_outcome_is_still_owed() -> None:
    told = decided("partly_accepted").later(hours=1)
    assert told.try_to("agency_decision_accepted") == ()
    told.tell("agency_decision_accepted")
    assert "L9" not in told.running()
    assert sent(told).awaits_outcome and not sent(told).settled
    told.tell("outcome_received")
    assert sent(told).settled


@pytest.mark.parametrize("outcome", ["reason_accepted", "withdrawn"])
def test_a_challenge_that_two_people_gave_up_settles_a_refusal(outcome: str) -> None:
    told = decided("not_progressed").tell("challenge_raised").later(hours=1)
    assert not sent(told).settled
    told.tell("challenge_concluded", outcome=outcome)
    assert sent(told).settled
    assert told.case.stage is CaseStage.REVIEW


def test_an_upheld_challenge_leaves_the_new_decision_to_be_seen_through() -> None:
    told = decided("not_progressed").tell("challenge_raised").later(hours=1)
    told.tell("referral_decided").tell("challenge_concluded")
    assert sent(told).awaits_outcome and not sent(told).settled


def test_nothing_that_was_taken_on_is_accepted_as_refused() -> None:
    found = decided("accepted_s42").try_to("agency_decision_accepted")
    assert "Only what an agency refused" in found[0].sentence


def test_an_outcome_needs_their_taking_it_on_first() -> None:
    (missing,) = a_referral().try_to("outcome_received")
    assert (missing.gate, missing.mends) == ("G9", "referral_decided")


def test_an_outcome_never_comes_before_they_took_it_on() -> None:
    told = decided("accepted_s42").later(hours=2)
    (missing,) = told.try_to("outcome_received", told_at=london("2026-11-16 09:30"))
    assert missing.sentence == "That time is before they took it on. Put the time right."


def test_a_promise_that_was_over_when_written_down_is_due_when_it_was_promised() -> None:
    told = a_referral("2026-11-16 09:00").at("2026-11-16 15:00")
    rang, by = london("2026-11-16 10:00"), london("2026-11-16 12:00")
    told.tell("agency_contacted", at=rang, promised="To ring back", promised_by=by)
    (promise,) = told.of("promise")
    assert (promise.started_at, promise.due_at) == (rang, by)
    assert promise.is_open


def test_giving_up_the_challenge_of_a_silence_leaves_it_with_the_agency() -> None:
    told = a_referral("2026-11-16 09:00").later(days=2)
    told.tell("challenge_raised", ground="no_response", stage="L10")
    told.tell("challenge_concluded", outcome="withdrawn")
    assert told.case.stage is CaseStage.REFERRED
    assert "receipt" in told.running()
