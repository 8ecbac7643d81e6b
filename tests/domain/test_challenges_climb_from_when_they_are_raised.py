"""A challenge: ours to raise at a rung, then theirs to answer, from when it was put to them."""

from sgtui.domain.clock import Clock
from sgtui.domain.london_time import in_london
from tests.domain.a_home import CHAIR, DASS, HEAD, TEAM, london
from tests.domain.case_builder import Told, a_referral


def refused() -> Told:
    """Refused on a Monday at ten: L9 is due on Tuesday at five."""
    told = a_referral("2026-11-16 09:00").at("2026-11-16 10:00")
    return told.tell("referral_decided", decision="not_progressed")


def rung(told: Told, stage: str) -> Clock:
    """The newest clock of a rung that is open, and begun."""
    found = [c for c in told.of("challenge", stage) if c.is_open and c.started_at <= told.now]
    return found[-1]


def due(clock: Clock) -> str:
    return f"{in_london(clock.due_at):%a %d %b %H:%M}"


def rungs(told: Told) -> set[str]:
    return {one for one in told.running() if one in {"L9", "L10", "L11", "L12", "L13"}}


def test_until_it_is_raised_the_rung_is_ours() -> None:
    clock = rung(refused(), "L9")
    assert (clock.direction.value, clock.title) == ("we_owe", "Challenge: practitioners")


def test_once_raised_they_have_their_time_from_then_on() -> None:
    told = refused().at("2026-11-17 16:00").tell("challenge_raised")
    clock = rung(told, "L9")
    assert (clock.direction.value, clock.title) == ("they_owe", "Practitioner's answer")
    assert due(clock) == "Wed 18 Nov 17:00"


def test_raising_it_meets_what_was_ours_and_one_rung_is_owed() -> None:
    told = refused()
    ours = rung(told, "L9").key
    told.at("2026-11-16 15:00").tell("challenge_raised")
    assert told.clocks[ours].met_at == told.now
    assert rungs(told) == {"L9"}


def test_unanswered_the_next_rung_is_ours_to_raise() -> None:
    told = refused().at("2026-11-16 15:00").tell("challenge_raised").at("2026-11-17 17:00")
    assert rungs(told) == {"L10"}
    assert rung(told, "L10").direction == "we_owe"


def test_taken_up_in_time_their_time_counts_from_then_and_the_clock_says_so() -> None:
    told = refused().tell("challenge_raised").at("2026-11-18 11:00").tell("challenge_taken_up")
    clock = rung(told, "L10")
    assert (due(clock), clock.direction.value) == ("Thu 19 Nov 17:00", "they_owe")
    assert "counted from when it was put to them" in clock.explanation


def test_what_is_written_down_after_the_next_rung_began_moves_nothing() -> None:
    told = refused().tell("challenge_raised").at("2026-11-19 09:00")
    assert rungs(told) == {"L11"}
    told.tell("challenge_taken_up", at=london("2026-11-18 11:00"))
    assert rungs(told) == {"L11"}


def test_a_refusal_meets_the_rung_and_opens_the_next_at_once() -> None:
    told = refused().tell("challenge_raised").at("2026-11-16 14:00").tell("challenge_answered")
    assert rungs(told) == {"L10"}
    assert due(rung(told, "L10")) == "Tue 17 Nov 17:00"
    assert [c.met_at for c in told.of("challenge", "L9")] == [london("2026-11-16 10:00"), told.now]


def test_their_agreeing_stops_the_climb_until_two_people_conclude_it() -> None:
    told = refused().tell("challenge_raised").at("2026-11-16 14:00")
    told.tell("challenge_answered", answer="upheld")
    assert rungs(told.at("2026-11-30 09:00")) == set()
    assert "challenge_conclusion" in told.running()
    told.tell("referral_decided").tell("challenge_concluded")
    assert "challenge_conclusion" not in told.running()


def test_an_agreement_that_is_not_kept_is_taken_up() -> None:
    told = refused().tell("challenge_raised").at("2026-11-16 14:00")
    told.tell("challenge_answered", answer="partly").at("2026-11-18 09:00")
    told.tell("challenge_taken_up")
    assert rungs(told) == {"L10"}
    assert "challenge_conclusion" not in told.running()


def test_taken_up_early_to_a_higher_rung_those_between_are_passed_over() -> None:
    told = refused().tell("challenge_raised").at("2026-11-16 12:00")
    told.tell("challenge_taken_up", stage="L11", contact=HEAD, higher_because="She is in danger")
    assert rungs(told) == {"L11"}
    assert told.of("challenge", "L10") == []
    below = told.of("challenge", "L9")[-1]
    assert below.explanation.endswith("Ended: it was taken up to L11.")


def test_concluding_it_ends_every_rung() -> None:
    told = refused().tell("challenge_raised").at("2026-11-19 09:00")
    told.tell("challenge_concluded", outcome="reason_accepted")
    assert rungs(told) == set()
    assert not any(clock.is_open for clock in told.of("challenge"))


def test_another_decision_ends_the_rungs_and_leaves_it_to_be_concluded() -> None:
    told = refused().tell("challenge_raised").at("2026-11-17 09:00").tell("referral_decided")
    assert rungs(told) == set()
    assert "challenge_conclusion" in told.running()


def test_a_silence_that_is_challenged_ends_with_the_word_that_was_awaited() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-17 11:30")
    told.tell("challenge_raised", ground="no_response")
    assert rungs(told) == {"L9"}
    told.at("2026-11-17 15:00").tell("referral_acknowledged")
    assert rungs(told) == set()
    assert {"decision", "challenge_conclusion"} <= told.running()


def test_a_silence_after_the_challenge_is_concluded_climbs_anew() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-17 11:30")
    told.tell("challenge_raised", ground="no_response")
    told.tell("challenge_concluded", outcome="withdrawn").at("2026-11-17 12:00")
    told.tell("agency_contacted")
    assert rungs(told.at("2026-11-18 17:00")) == {"L9"}


def test_a_challenge_on_another_ground_climbs_by_itself() -> None:
    told = a_referral("2026-11-16 10:00").tell("referral_decided").at("2026-11-17 09:00")
    told.tell("challenge_raised", ground="risk_rising")
    assert rungs(told) == {"L9"}
    assert "outcome" in told.running()
    assert rungs(told.at("2026-11-18 17:00")) == {"L10"}


def test_an_answer_belongs_to_the_rung_that_it_was_last_put_to() -> None:
    told = refused().tell("challenge_raised").at("2026-11-18 09:00")
    told.tell("challenge_taken_up").at("2026-11-18 12:00").tell("challenge_answered")
    assert rungs(told) == {"L11"}
    assert told.of("challenge", "L10")[-1].met_at == told.now


def test_the_highest_rung_unanswered_stays_late_and_comes_round_each_week() -> None:
    told = refused().at("2026-11-30 17:00")
    late, again = (c for c in told.of("challenge", "L13") if c.is_open)
    assert due(late) == "Fri 27 Nov 16:30"
    assert (again.title, due(again)) == ("Look again", "Fri 04 Dec 16:30")
    assert {late.key, again.key} <= {step.clock.key for step in told.next_steps()}
    told.at("2026-12-01 09:00").tell("agency_contacted", stage="L13")
    assert told.clocks[again.key].met_at == told.now
    assert due(told.of("challenge", "L13")[-1]) == "Tue 08 Dec 17:00"
    assert told.clocks[late.key].is_open


def test_refused_at_the_highest_rung_two_people_conclude_it() -> None:
    told = refused().tell("challenge_raised", stage="L13", higher_because="Nothing below is left")
    told.later(hours=2).tell("challenge_answered")
    assert rungs(told) == set()
    assert "challenge_conclusion" in told.running()


def test_the_boards_chair_is_told_by_a_clock_of_its_own() -> None:
    told = refused().tell("challenge_raised", stage="L12", higher_because="Danger", contact=DASS)
    (tell,) = told.of("challenge_tell")
    assert (tell.stage, tell.contact, tell.direction.value) == ("L12", CHAIR, "we_owe")
    told.later(hours=1).tell("agency_contacted", contact=DASS, stage="L12")
    assert "challenge_tell" in told.running()
    told.tell("agency_contacted", contact=CHAIR, stage="L12")
    assert told.of("challenge_tell")[0].met_at == told.now


def test_a_call_to_the_chair_raises_nothing_and_is_no_attempt() -> None:
    told = refused().at("2026-11-19 17:00")
    assert rungs(told) == {"L12"}
    told.tell("agency_contacted", contact=CHAIR, stage="L12", referral=told.newest("referral_sent"))
    assert rung(told, "L12").direction == "we_owe"
    assert "chase" not in told.running()


def test_the_case_knows_its_challenges() -> None:
    told = refused().tell("challenge_raised").later(hours=1).tell("challenge_answered")
    told.later(hours=1).tell("challenge_taken_up", contact=TEAM)
    (challenge,) = told.case.challenges
    assert (challenge.rung.stage, challenge.is_open, challenge.is_answered) == ("L10", True, False)
    told.tell("challenge_concluded", outcome="withdrawn")
    assert not told.case.challenges[0].is_open
