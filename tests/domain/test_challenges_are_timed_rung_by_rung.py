"""How long a challenge stood at each rung, and what became of it (R75, R90)."""

from datetime import timedelta

from sgtui.domain.entries.challenge import ChallengeAnswer
from sgtui.domain.response_times import Standing
from sgtui.domain.rung_times import ChallengeTimes, challenge_times
from tests.domain.case_builder import Told, a_referral


def refused() -> Told:
    """A referral that the council has refused, and a challenge at the lowest rung."""
    told = a_referral("2026-11-16 09:00").later(hours=2).tell("referral_acknowledged")
    told.at("2026-11-17 10:00").tell("referral_decided", decision="not_progressed")
    return told.at("2026-11-17 11:00").tell("challenge_raised")


def timed(told: Told) -> ChallengeTimes:
    """The one challenge of a case, as timed now."""
    (found,) = challenge_times(told.case, tuple(told.clocks.values()), told.now)
    return found


def test_a_rung_runs_until_they_answer_at_it() -> None:
    told = refused().later(hours=3)
    (rung,) = timed(told).rungs
    assert (rung.stage, rung.taken, rung.standing) == ("L9", timedelta(hours=3), Standing.RUNNING)
    told.later(hours=1).tell("challenge_answered")
    (rung,) = timed(told).rungs
    assert (rung.taken, rung.standing) == (timedelta(hours=4), Standing.IN_TIME)
    assert rung.answer is ChallengeAnswer.REFUSED


def test_an_answer_after_its_working_day_is_late() -> None:
    told = refused().at("2026-11-19 11:00").tell("challenge_answered")
    assert timed(told).rungs[0].standing is Standing.LATE


def test_each_rung_has_its_own_time() -> None:
    told = refused().later(hours=4).tell("challenge_answered")
    told.at("2026-11-18 09:00").tell("challenge_taken_up").later(hours=5)
    told.tell("challenge_answered", answer="upheld")
    rungs = [(rung.stage, rung.taken, rung.answer) for rung in timed(told).rungs]
    assert rungs == [
        ("L9", timedelta(hours=4), ChallengeAnswer.REFUSED),
        ("L10", timedelta(hours=5), ChallengeAnswer.UPHELD),
    ]
    assert timed(told).rungs[-1].stage == "L10"


def test_a_rung_left_for_a_higher_one_without_an_answer_was_never_answered() -> None:
    told = refused().at("2026-11-19 11:00").tell("challenge_taken_up")
    first, second = timed(told).rungs
    assert (first.answer, first.standing) == (None, Standing.ENDED_LATE)
    assert second.standing is Standing.RUNNING


def test_upheld_is_what_ended_with_what_we_asked_for_at_least_in_part() -> None:
    told = refused().later(hours=4).tell("challenge_answered", answer="partly")
    assert (timed(told).outcome, timed(told).upheld) == (None, False)
    told.tell("challenge_concluded", outcome="partly")
    assert timed(told).upheld
    assert timed(told).concluded_at == told.now
