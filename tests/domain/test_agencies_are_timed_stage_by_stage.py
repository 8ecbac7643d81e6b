"""What an agency took is measured by the case's own clocks, and what runs is told apart (R90)."""

from datetime import timedelta

from sgtui.domain.ladder import Duty
from sgtui.domain.response_times import ReferralTimes, Standing, times_of
from tests.domain.a_home import CARER, EDT, LEAD, MANAGER, london
from tests.domain.case_builder import Told, a_referral

RECEIVED, IN_HAND, DECIDED, OUTCOME = (
    Duty.RECEIPT, Duty.ACKNOWLEDGEMENT, Duty.DECISION, Duty.OUTCOME,
)  # fmt: skip


def referral_of(told: Told) -> ReferralTimes:
    """The one referral of a case, as timed now."""
    (found,) = times_of(told.case, tuple(told.clocks.values()), "Anyshire", told.now).referrals
    return found


def standings(told: Told) -> dict[Duty, Standing]:
    """How each stage of it stands now."""
    return {one.duty: one.standing for one in referral_of(told).timings}


def taken(told: Told) -> dict[Duty, timedelta]:
    """How long each stage of it took, in elapsed time."""
    return {one.duty: one.taken for one in referral_of(told).timings}


def test_each_stage_counts_from_the_one_before_it() -> None:
    told = a_referral("2026-11-19 09:00").at("2026-11-19 15:30").tell("referral_received")
    told.at("2026-11-20 10:00").tell("referral_acknowledged")
    told.at("2026-11-24 16:00").tell("referral_decided")
    told.at("2026-12-01 09:00").tell("outcome_received")
    assert taken(told) == {
        RECEIVED: timedelta(hours=6, minutes=30),
        IN_HAND: timedelta(hours=18, minutes=30),
        DECIDED: timedelta(days=4, hours=6),
        OUTCOME: timedelta(days=6, hours=17),
    }
    assert set(standings(told).values()) == {Standing.IN_TIME}
    assert referral_of(told).whole == timedelta(days=5, hours=7)


def test_nights_and_weekends_count_and_a_change_of_the_clocks_adds_no_hour() -> None:
    told = a_referral("2026-10-24 20:00").at("2026-10-25 19:00").tell("referral_received")
    assert taken(told)[RECEIVED] == timedelta(hours=24)
    assert standings(told)[RECEIVED] is Standing.IN_TIME


def test_the_time_allowed_is_that_of_the_ladder_the_case_follows() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=25).tell("referral_received")
    timing = referral_of(told).timing(RECEIVED)
    assert timing is not None
    assert timing.allowed == timedelta(hours=24)
    assert timing.standing is Standing.LATE
    assert timing.late_by == timedelta(hours=1)


def test_what_still_waits_is_an_age_and_no_answer() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=20)
    assert standings(told) == {RECEIVED: Standing.RUNNING}
    assert taken(told) == {RECEIVED: timedelta(hours=20)}
    told.later(hours=5)
    assert standings(told) == {RECEIVED: Standing.RUNNING_LATE}
    assert not any(one.answered for one in standings(told).values())


def test_one_word_that_says_two_things_times_the_first_stage_alone() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=5).tell("referral_acknowledged")
    assert taken(told) == {RECEIVED: timedelta(hours=5), DECIDED: timedelta(0)}


def test_a_decision_out_of_the_blue_is_timed_from_sending_and_not_as_instant() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=30).tell("referral_decided")
    assert DECIDED not in standings(told)
    assert standings(told)[RECEIVED] is Standing.LATE
    assert referral_of(told).whole == timedelta(hours=30)


def test_what_they_wait_for_our_answer_is_not_their_time() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=1).tell("referral_acknowledged")
    told.later(hours=4).tell("referral_decided", decision="more_info_requested")
    assert standings(told)[DECIDED] is Standing.WITH_US
    told.later(hours=48).tell("agency_contacted", said="The answer, in full.")
    assert standings(told)[DECIDED] is Standing.RUNNING
    told.later(hours=3).tell("referral_decided")
    assert taken(told)[DECIDED] == timedelta(hours=7)
    assert referral_of(told).whole == timedelta(hours=56)


def test_a_question_put_too_late_stays_late_however_soon_they_decide_then() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=1).tell("referral_acknowledged")
    told.later(days=12).tell("referral_decided", decision="more_info_requested")
    told.later(hours=1).tell("agency_contacted").later(hours=1).tell("referral_decided")
    assert standings(told)[DECIDED] is Standing.LATE


def test_calls_about_it_are_counted_reached_or_not_but_answers_to_questions_are_none() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=25)
    told.tell("agency_contacted", result="no_answer", spoke_to=None)
    told.later(hours=1).tell("agency_contacted")
    told.tell("referral_acknowledged").later(hours=1)
    told.tell("agency_contacted", direction="in")
    told.tell("referral_decided", decision="more_info_requested").tell("agency_contacted")
    assert referral_of(told).chases == 2


def test_each_referral_of_a_case_is_timed_by_itself() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=2).tell("referral_received")
    told.tell("referral_sent", contact=EDT).later(hours=3)
    found = times_of(told.case, tuple(told.clocks.values()), "Anyshire", told.now).referrals
    assert [one.timings[0].taken for one in found] == [timedelta(hours=2), timedelta(hours=3)]
    assert [one.number for one in found] == [one.entry.number for one in told.case.referrals]


def test_our_own_duties_are_timed_by_the_same_measure() -> None:
    told = a_referral("2026-11-19 09:00")
    told.tell("threshold_decided", second_person=None, decided_by=LEAD).later(hours=6)
    told.by(MANAGER).tell("countersigned")
    ours = times_of(told.case, tuple(told.clocks.values()), "Anyshire", told.now).ours
    found = {one.duty: one for one in ours}
    assert found[Duty.COUNTERSIGN].taken == timedelta(hours=6)
    assert found[Duty.COUNTERSIGN].standing is Standing.IN_TIME
    assert found[Duty.REFERRAL].standing is Standing.IN_TIME
    assert Duty.RECEIPT not in found


def test_a_case_entered_in_error_counts_for_nobody() -> None:
    told = a_referral("2026-11-19 09:00")
    told.tell("entered_in_error", entry=told.entries[0].id, second_person=CARER, reason="Double")
    found = times_of(told.case, tuple(told.clocks.values()), "Anyshire", told.now)
    assert (found.referrals, found.ours) == ((), ())


def test_what_a_closed_case_no_longer_asks_for_is_late_only_if_it_was_due() -> None:
    told = a_referral("2026-11-19 09:00").later(hours=2)
    told.tell("closure_requested").by(MANAGER).tell("closure_approved", comment="Seen.")
    assert standings(told) == {RECEIVED: Standing.ENDED}
    told = a_referral("2026-11-19 09:00").later(hours=30)
    told.tell("closure_requested").by(MANAGER).tell("closure_approved", comment="Seen.")
    assert standings(told) == {RECEIVED: Standing.ENDED_LATE}


def test_a_moment_due_at_is_still_in_time() -> None:
    told = a_referral("2026-11-19 09:00").at("2026-11-20 09:00").tell("referral_received")
    assert told.of("receipt")[0].due_at == london("2026-11-20 09:00")
    assert standings(told)[RECEIVED] is Standing.IN_TIME
