"""Nobody answers: chase, promise, next rung; a chase moves nothing that they owe (L7 to L13)."""

from sgtui.domain.clock import Clock
from sgtui.domain.london_time import in_london
from tests.domain.a_home import DESK, LADDER, TEAM, WORKER, london
from tests.domain.case_builder import Told, a_referral


def at(clock: Clock) -> str:
    return f"{in_london(clock.due_at):%a %d %b %H:%M}"


def no_answer(told: Told) -> Told:
    return told.tell("agency_contacted", result="no_answer", spoke_to=None)


def rungs(told: Told) -> list[str]:
    return [c.stage for c in told.of("challenge") if c.is_open and c.started_at <= told.now]


def sent_monday() -> Told:
    return a_referral("2026-11-16 10:00")


def test_receipt_is_due_a_day_after_sending_and_then_the_desk_is_rung() -> None:
    told = sent_monday()
    assert at(told.of("receipt")[0]) == "Tue 17 Nov 10:00"
    assert "chase" not in told.at("2026-11-17 09:59").running()
    assert "chase" in told.at("2026-11-17 10:00").running()
    assert at(told.of("chase")[0]) == "Tue 17 Nov 11:00"


def test_a_chase_falls_due_only_while_the_desk_is_open() -> None:
    told = a_referral("2026-11-20 16:00").at("2026-11-21 18:00")
    assert at(told.of("chase")[0]) == "Mon 23 Nov 09:30"


def test_a_chase_never_moves_what_the_agency_owes() -> None:
    told = sent_monday().at("2026-11-17 12:00")
    owed = told.of("receipt")
    no_answer(told).later(hours=1).tell("agency_contacted", promised="To ring", promised_in=48)
    assert told.of("receipt") == owed
    assert "receipt" in told.running()


def test_after_speaking_the_next_call_is_due_in_a_working_day_or_as_promised() -> None:
    told = sent_monday().at("2026-11-17 10:30").tell("agency_contacted")
    assert at(told.of("chase")[-1]) == "Wed 18 Nov 17:00"
    told.at("2026-11-17 10:40").tell("agency_contacted", promised="A call", promised_in=4)
    assert at(told.of("chase")[-1]) == at(told.of("promise")[-1]) == "Tue 17 Nov 14:40"


def test_after_reaching_nobody_the_next_call_is_due_in_an_hour_of_the_desk() -> None:
    told = no_answer(sent_monday().at("2026-11-17 10:30"))
    assert at(told.of("chase")[-1]) == "Tue 17 Nov 11:30"


def test_a_promise_is_kept_by_reaching_them_again_or_by_a_fact() -> None:
    told = sent_monday().later(hours=1)
    told.tell("agency_contacted", promised="Receipt", promised_in=3).later(hours=1)
    assert "promise" in no_answer(told).running()
    told.later(hours=1).tell("referral_received")
    assert told.of("promise")[0].met_at == told.now


def test_a_call_before_anything_is_late_is_no_chase() -> None:
    told = sent_monday().later(hours=2)
    no_answer(no_answer(told))
    assert "chase" not in told.running()
    assert rungs(told) == []


def test_two_calls_that_reach_nobody_raise_the_next_rung() -> None:
    told = no_answer(sent_monday().at("2026-11-17 10:20"))
    assert rungs(told) == []
    no_answer(told.at("2026-11-17 10:50"))
    assert rungs(told) == ["L9"]


def test_reaching_somebody_in_between_starts_the_count_anew() -> None:
    told = no_answer(sent_monday().at("2026-11-17 10:10"))
    told.at("2026-11-17 10:20").tell("agency_contacted", spoke_to="P Ames")
    assert rungs(no_answer(told.at("2026-11-17 10:30"))) == []


def test_a_chase_that_is_not_made_raises_the_next_rung() -> None:
    told = sent_monday().at("2026-11-17 11:01")
    assert {"chase", "L9", "receipt"} <= told.running()


def test_the_rungs_above_are_planned_ahead_in_working_days() -> None:
    told = sent_monday()
    plan = [(clock.stage, at(clock)) for clock in told.of("challenge")]
    assert plan == [
        ("L9", "Wed 18 Nov 17:00"),
        ("L10", "Thu 19 Nov 17:00"),
        ("L11", "Fri 20 Nov 16:30"),
        ("L12", "Mon 23 Nov 17:00"),
        ("L13", "Mon 30 Nov 17:00"),
        ("L13", "Mon 07 Dec 17:00"),
    ]


def test_only_the_highest_rung_begun_is_owed() -> None:
    told = sent_monday().at("2026-11-20 09:00")
    assert rungs(told) == ["L9", "L10", "L11"]
    assert {"L9", "L10", "L11"} & told.running() == {"L11"}


def test_a_call_made_in_time_and_written_up_late_ends_the_rung_it_had_raised() -> None:
    told = sent_monday().at("2026-11-17 11:20")
    assert "L9" in told.running()
    told.tell("agency_contacted", at=london("2026-11-17 10:40"))
    assert "L9" not in told.running()
    ended = [clock for clock in told.of("challenge", "L9") if clock.ended_at]
    assert ["Ended: they had been rung in time." in clock.explanation for clock in ended] == [True]


def test_ringing_late_does_not_take_a_rung_back() -> None:
    told = sent_monday().at("2026-11-17 12:00").tell("agency_contacted")
    assert "L9" in told.running()
    assert rungs(told) == ["L9"]


def test_somebody_having_it_in_hand_ends_the_chasing_and_the_rungs() -> None:
    told = sent_monday().at("2026-11-18 09:00").tell("referral_acknowledged")
    assert not {"chase", "L9", "receipt", "acknowledgement"} & told.running()
    assert told.of("challenge", "L9")[0].met_at == told.now


def test_receipt_without_anybody_having_it_in_hand_is_chased_again() -> None:
    told = sent_monday().at("2026-11-16 12:00").tell("referral_received")
    assert at(told.of("acknowledgement")[0]) == "Tue 17 Nov 17:00"
    assert "chase" in told.at("2026-11-17 17:01").running()


def test_a_missed_decision_raises_the_rungs_one_by_one() -> None:
    told = sent_monday().at("2026-11-16 12:00").tell("referral_acknowledged")
    assert at(told.of("decision")[0]) == "Mon 23 Nov 17:00"
    assert rungs(told.at("2026-11-23 17:01")) == ["L9"]
    assert {"decision", "L9"} <= told.running()
    assert rungs(told.at("2026-11-24 17:01")) == ["L9", "L10"]
    assert {"decision", "L10"} <= told.running()
    told.tell("referral_decided")
    assert not {"decision", "L9", "L10"} & told.running()


def test_a_rung_is_ours_to_raise_and_then_theirs_to_answer() -> None:
    told = sent_monday().at("2026-11-17 11:30")
    (before,) = (c for c in told.of("challenge", "L9") if c.started_at <= told.now)
    assert (before.direction.value, before.title) == ("we_owe", "Challenge: practitioners")
    told.tell("agency_contacted", contact=WORKER, stage="L9", referral=told.newest("referral_sent"))
    (after,) = (c for c in told.of("challenge", "L9") if c.key == before.key)
    assert (after.direction.value, after.title) == ("they_owe", "Practitioner's answer")


def test_each_rung_names_its_own_desk() -> None:
    told = sent_monday()
    assert told.of("challenge", "L10")[0].contact == TEAM
    assert told.of("chase")[0].contact == DESK


def test_threshold_not_met_is_a_dispute_until_two_people_accept() -> None:
    told = sent_monday().at("2026-11-17 09:00").tell("referral_decided", decision="not_progressed")
    assert "L9" in told.running()
    told.at("2026-11-19 09:00").tell("agency_decision_accepted")
    assert not {"L9", "L10"} & told.running()


def test_the_same_refusal_again_goes_on_from_the_rung_reached() -> None:
    told = sent_monday().at("2026-11-17 09:00").tell("referral_decided", decision="not_progressed")
    told.at("2026-11-19 09:00").tell("referral_decided", decision="not_progressed")
    assert {"L9", "L10"} & told.running() == {"L10"}


def test_asking_for_more_resolves_no_dispute() -> None:
    told = sent_monday().at("2026-11-17 09:00").tell("referral_decided", decision="not_progressed")
    told.tell("referral_decided", decision="more_info_requested")
    assert {"L9", "answer_agency"} <= told.running()


def test_asking_for_more_stops_their_clock_and_starts_ours_until_we_answer() -> None:
    told = sent_monday().later(hours=1).tell("referral_acknowledged").later(hours=1)
    told.tell("referral_decided", decision="more_info_requested")
    assert "answer_agency" in told.running() and "decision" not in told.running()
    told.later(hours=1).tell("agency_contacted", result="written", spoke_to=None)
    assert "decision" in told.running() and "answer_agency" not in told.running()


def test_a_decision_without_our_answer_ends_the_asking() -> None:
    told = sent_monday().tell("referral_decided", decision="more_info_requested")
    told.later(hours=2).tell("referral_decided")
    (clock,) = told.of("answer_agency")
    assert clock.explanation.endswith("Ended: they went on without our answer.")


def test_higher_risk_shortens_what_the_agency_has() -> None:
    told = sent_monday().later(hours=1).tell("referral_acknowledged")
    told.later(hours=1).tell("internally_escalated", risk="high")
    assert at(told.of("decision")[0]) == "Tue 17 Nov 17:00"


def test_a_clock_explains_start_rule_and_source() -> None:
    said = sent_monday().of("receipt")[0].explanation
    assert said == (
        "24 hours after Mon 16 Nov 2026 10:00 is Tue 17 Nov 10:00. Began after the referral was"
        f" sent. Rule: L7 Confirm receipt, ladder {LADDER.version} (24 hours elapsed: follow-up"
        " practice of providers; Sussex: 1 working day to acknowledge)."
    )
