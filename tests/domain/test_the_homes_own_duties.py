"""What starts and meets each duty of the home, from first notice to closing."""

from datetime import datetime, timedelta

import pytest

from sgtui.domain.london_time import in_london
from tests.domain.a_home import LEAD, MANAGER, london
from tests.domain.case_builder import Told, a_concern, a_full_record, a_referral


def only(told: Told, duty: str) -> tuple[str, str, bool]:
    """Start and due time in London, and whether it is open, of the one clock of that duty."""
    (clock,) = told.of(duty)
    return words(clock.started_at), words(clock.due_at), clock.is_open


def words(at: datetime | None) -> str:
    assert at is not None
    return f"{in_london(at):%Y-%m-%d %H:%M}"


def test_telling_the_shift_leader_runs_from_noticing_to_recording() -> None:
    told = a_concern("2026-11-19 02:44", noticed="2026-11-19 02:20")
    (clock,) = told.of("tell_shift_leader")
    assert (words(clock.due_at), words(clock.met_at)) == ("2026-11-19 02:35", "2026-11-19 02:44")


def test_making_safe_runs_from_noticing_until_found_safe() -> None:
    told = a_concern("2026-11-19 02:20")
    assert only(told, "make_safe") == ("2026-11-19 02:20", "2026-11-19 02:50", True)
    told.later(minutes=5).tell("safety_checked", safety="unable", because="Room locked")
    assert told.of("make_safe")[0].is_open
    told.later(minutes=5).tell("safety_checked", safety="unsafe_controlled")
    assert told.of("make_safe")[0].met_at == london("2026-11-19 02:30")


def test_in_immediate_danger_making_safe_is_due_at_once() -> None:
    told = a_concern("2026-11-19 02:20", level="immediate")
    assert told.of("make_safe")[0].due_at == told.now


def test_a_worse_observation_starts_making_safe_again() -> None:
    told = a_full_record().later(hours=3).tell("observation_made", worse="yes")
    first, again = told.of("make_safe")
    assert (first.is_open, again.is_open) == (False, True)
    assert again.started_at == told.now


def test_a_check_made_before_the_new_danger_does_not_answer_it() -> None:
    told = a_full_record().later(hours=3).tell("observation_made", worse="yes")
    earlier = told.now - timedelta(hours=1)
    told.later(minutes=5).tell("safety_checked", at=earlier)
    assert told.of("make_safe")[-1].is_open
    assert not told.tell("safety_checked").of("make_safe")[-1].is_open


def test_the_full_record_is_due_in_two_hours_and_never_after_the_shift() -> None:
    assert only(a_concern("2026-11-19 09:00"), "full_record")[1] == "2026-11-19 11:00"
    assert only(a_concern("2026-11-19 07:10"), "full_record")[1] == "2026-11-19 08:00"


def test_the_record_is_full_with_the_entry_that_brought_the_last_fact() -> None:
    told = a_concern("2026-11-19 09:00", place=None).tell("statement_taken")
    told.later(minutes=30).tell("safety_checked").later(minutes=20).tell("concern_completed")
    (clock,) = told.of("full_record")
    assert clock.met_at == london("2026-11-19 09:50")


def test_later_danger_does_not_make_a_full_record_unfinished() -> None:
    told = a_full_record().later(hours=4).tell("safety_checked", safety="unsafe_uncontrolled")
    assert not told.of("full_record")[0].is_open
    assert "make_safe" in told.running()


def test_a_fact_brought_by_an_amendment_counts_from_the_amendment() -> None:
    told = a_concern("2026-11-19 09:00", place=None).tell("statement_taken").tell("safety_checked")
    told.later(hours=1).tell("amended", entry=told.entries[0].id, changes={"place": "lounge"})
    assert told.of("full_record")[0].met_at == london("2026-11-19 10:00")


def test_telling_the_lead_is_met_by_a_decision_not_by_a_note() -> None:
    told = a_full_record()
    assert "internal_escalation" in told.tell("observation_made").running()
    assert "internal_escalation" not in told.tell("internally_escalated").running()


def test_the_threshold_is_due_four_hours_after_the_lead_was_told() -> None:
    told = a_full_record("2026-11-19 09:00").later(hours=1).tell("internally_escalated")
    assert only(told, "threshold") == ("2026-11-19 10:00", "2026-11-19 14:00", True)
    assert "threshold" not in told.tell("threshold_decided").running()


def test_an_on_call_decision_is_countersigned_the_next_working_day() -> None:
    told = a_full_record("2026-11-21 22:00")
    told.tell("threshold_decided", second_person=None, provisional="yes")
    assert only(told, "countersign")[1] == "2026-11-23 17:00"
    assert "countersign" not in told.tell("countersigned").running()


def test_managing_inside_is_looked_at_within_a_day() -> None:
    told = a_full_record("2026-11-19 09:00").tell("threshold_decided", route="internal")
    assert only(told, "internal_review")[1] == "2026-11-20 09:00"
    assert told.of("referral") == []
    assert "internal_review" not in told.tell("review_held").running()


def test_the_first_referral_has_its_day_from_noticing() -> None:
    told = a_full_record("2026-11-19 09:00").later(hours=3).tell("threshold_decided")
    assert only(told, "referral") == ("2026-11-19 09:00", "2026-11-20 09:00", True)


def test_a_referral_is_no_longer_owed_once_it_is_decided_to_manage_inside() -> None:
    told = a_full_record().tell("threshold_decided")
    told.later(hours=1).tell("threshold_decided", route="internal")
    (clock,) = told.of("referral")
    assert clock.ended_at == told.now
    assert "Ended: it was decided to manage it inside." in clock.explanation


def test_a_redirected_referral_is_owed_anew() -> None:
    told = a_referral().later(hours=2).tell("referral_decided", decision="redirected")
    assert told.of("referral")[-1].started_at == told.now
    assert "referral" in told.running()


def test_a_risk_judged_immediate_makes_the_referral_due_then_and_not_before() -> None:
    told = a_full_record("2026-11-19 09:00").later(hours=3)
    told.tell("threshold_decided", risk="immediate")
    (clock,) = told.of("referral")
    assert clock.due_at == london("2026-11-19 12:00")
    assert "The risk was judged immediate Thu 19 Nov 2026 12:00" in clock.explanation


def test_a_later_judgement_does_not_rewrite_what_was_over() -> None:
    told = a_referral().later(hours=1).tell("referral_acknowledged").later(days=2)
    told.tell("referral_decided")
    before = told.of("decision")
    told.later(hours=1).tell("internally_escalated", risk="high")
    assert told.of("decision") == before


def test_a_fall_in_risk_lengthens_nothing_already_begun() -> None:
    told = a_full_record().tell("threshold_decided", risk="high").tell("referral_sent")
    told.tell("referral_acknowledged")
    due_at = told.of("decision")[0].due_at
    told.later(hours=1).tell("internally_escalated", risk="low")
    assert told.of("decision")[0].due_at == due_at


def test_deciding_to_refer_starts_the_duties_to_tell_others() -> None:
    told = a_full_record("2026-11-19 09:00").tell("threshold_decided")
    assert [clock.title for clock in told.of("notification")] == [
        "Tell CQC",
        "Tell the commissioner",
        "Tell the family",
    ]
    told.tell("notification_decided", notification="cqc_18")
    assert [clock.is_open for clock in told.of("notification")] == [False, True, True]


def test_the_lado_is_told_where_children_or_trust_are_concerned() -> None:
    told = a_full_record(case_kind="position_of_trust").tell("threshold_decided")
    assert "Tell the LADO" in [clock.title for clock in told.of("notification")]


def test_each_shift_owes_an_observation_until_the_case_is_closed() -> None:
    told = a_concern("2026-11-19 09:00")
    assert only(told, "observation")[1] == "2026-11-20 08:00"
    told.later(hours=5).tell("observation_made")
    first, second = told.of("observation")
    assert (first.is_open, second.is_open, words(second.due_at)) == (
        False,
        True,
        "2026-11-20 08:00",
    )


def test_an_observation_written_up_late_does_not_take_the_place_of_a_newer_one() -> None:
    told = a_concern("2026-11-19 09:00").at("2026-11-19 21:00").tell("observation_made")
    newest = told.last
    told.tell("observation_made", at=london("2026-11-19 14:00"))
    (running,) = (clock for clock in told.of("observation") if clock.is_open)
    assert running.subject == newest


def test_a_safeguard_is_reviewed_in_a_day_and_then_every_three() -> None:
    told = a_full_record("2026-11-20 16:00").tell("safeguard_started")
    assert only(told, "safeguard_first_review")[1] == "2026-11-21 16:00"
    told.later(hours=20).tell("safeguard_reviewed")
    assert only(told, "safeguard_review")[1] == "2026-11-24 12:00"


@pytest.mark.parametrize(
    "kinds", [("referral_sent",), ("closure_requested",), ("review_held", "agency_contacted")]
)
def test_nothing_pauses_the_clock_of_a_safeguard(kinds: tuple[str, ...]) -> None:
    told = a_full_record("2026-12-24 16:00").tell("safeguard_started")
    before = only(told, "safeguard_first_review")
    for kind in kinds:
        told.tell(kind)
    assert (
        only(told, "safeguard_first_review")
        == before
        == (
            "2026-12-24 16:00",
            "2026-12-25 16:00",
            True,
        )
    )


def test_a_safeguard_entered_in_error_owes_no_more_reviews() -> None:
    told = a_full_record().tell("safeguard_started")
    started = told.last
    told.tell("safeguard_reviewed").tell("entered_in_error", entry=started)
    assert not {"safeguard_review", "safeguard_first_review"} & told.running()
    assert told.of("safeguard_review")[0].ended_at is not None


def test_the_agencys_outcome_starts_the_first_review_and_that_the_next() -> None:
    told = a_referral("2026-11-16 09:00").tell("referral_decided")
    assert told.of("first_review") == []
    told.at("2026-11-19 11:00").tell("outcome_received")
    assert only(told, "first_review")[1] == "2026-12-03 17:00"
    told.later(days=1).tell("review_held")
    assert only(told, "plan_review")[1] == "2027-01-01 11:00"
    assert "first_review" not in told.running()


def test_accepting_that_the_threshold_is_not_met_starts_a_review_too() -> None:
    told = a_referral().tell("referral_decided", decision="not_progressed")
    assert "first_review" in told.tell("agency_decision_accepted").running()


def test_a_refused_closing_leaves_the_review_owed() -> None:
    told = a_referral().tell("referral_decided").tell("review_held").tell("closure_requested")
    assert "plan_review" not in told.running()
    assert "closure" in told.running()
    told.by(MANAGER).tell("closure_refused")
    assert "plan_review" in told.running()
    assert "closure" not in told.running()


def test_closing_ends_every_clock_and_says_so() -> None:
    told = a_full_record().tell("threshold_decided", route="internal").tell("closure_requested")
    told.later(hours=1).by(MANAGER).tell("closure_approved")
    assert told.running() == set()
    ended = [clock for clock in told.clocks.values() if clock.ended_at == told.now]
    assert {clock.duty.value for clock in ended} >= {"observation", "internal_review"}
    assert all(clock.explanation.endswith("Ended: the case was closed.") for clock in ended)


def test_reopening_starts_anew_and_revives_nothing() -> None:
    told = a_full_record().tell("threshold_decided", route="internal").tell("closure_requested")
    told.by(MANAGER).tell("closure_approved").later(days=3).by(LEAD).tell("reopened")
    assert told.running() == {"threshold", "observation"}
    assert all(c.started_at == told.now for c in told.clocks.values() if c.is_open)
