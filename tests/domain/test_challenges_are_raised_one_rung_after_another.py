"""Gates of a challenge: its ground, its rung, what is new, and who ends it (G11)."""

from typing import Any

import pytest

from tests.domain.a_home import LEAD, LEADER, MANAGER, london
from tests.domain.case_builder import Told, a_referral


def refused() -> Told:
    told = a_referral("2026-11-16 09:00").at("2026-11-16 10:00")
    return told.tell("referral_decided", decision="not_progressed")


def said(told: Told, kind: str, **answers: Any) -> list[str]:
    return [item.sentence for item in told.try_to(kind, **answers)]


def test_a_refusal_may_be_challenged_at_the_lowest_rung() -> None:
    assert said(refused(), "challenge_raised") == []


def test_a_threshold_challenge_names_the_referral() -> None:
    wanted = "Choose the referral that it is about, in About referral."
    assert said(refused(), "challenge_raised", referral=None) == [wanted]


def test_what_was_not_refused_has_no_threshold_to_dispute() -> None:
    found = said(a_referral(), "challenge_raised")
    assert found == ["Nothing of that referral is refused now. Choose another ground."]


def test_an_answered_referral_is_no_silence() -> None:
    found = said(refused(), "challenge_raised", ground="no_response")
    assert found == ["They have answered that referral. Choose another ground."]


def test_one_challenge_at_a_time_on_one_ground() -> None:
    told = refused().tell("challenge_raised")
    assert said(told, "challenge_raised") == [
        "A challenge on that ground is open already. Take that one up instead."
    ]
    assert said(told, "challenge_raised", ground="risk_rising") == []


def test_a_rung_is_passed_over_only_with_a_reason() -> None:
    told = refused()
    assert said(told, "challenge_raised", stage="L11") == [
        "Say why L9 is passed over, in Higher because."
    ]
    assert said(told, "challenge_raised", stage="L11", higher_because="She is in danger") == []


def test_a_challenge_never_goes_down() -> None:
    told = refused().at("2026-11-18 09:00")
    assert said(told, "challenge_raised") == [
        "Rung: it stands at L10 and never goes down. Choose L10."
    ]
    assert said(told, "challenge_raised", stage="L10") == []
    told.tell("challenge_raised", stage="L10")
    assert said(told, "challenge_taken_up", stage="L9") == [
        "Rung: it stands at L11 and never goes down. Choose L11."
    ]


def test_what_was_raised_in_time_may_be_written_down_late() -> None:
    told = refused().at("2026-11-18 09:00")
    assert said(told, "challenge_raised", raised_at=london("2026-11-17 09:00")) == []


def test_a_rung_is_one_of_the_cases_own_ladder() -> None:
    assert said(refused(), "challenge_raised", stage="L7") == [
        "Rung: L7 is no rung of this ladder. Choose L9, L10, L11, L12 or L13."
    ]


def test_above_the_highest_rung_there_is_nothing() -> None:
    told = refused().tell("challenge_raised", stage="L13", higher_because="Nothing else is left")
    assert said(told, "challenge_taken_up", stage="L13") == [
        "L13 is the highest rung. Two people conclude it with their answer."
    ]


def test_nothing_is_raised_before_what_it_disputes() -> None:
    assert said(refused(), "challenge_raised", raised_at=london("2026-11-16 09:30")) == [
        "Raised at: that is before what you challenge. Put the time right."
    ]


def test_evidence_is_new_since_their_decision() -> None:
    told = refused()
    decided = told.newest("referral_decided")
    number = len(told.entries)
    old, new = told.newest("statement_taken"), told.tell("observation_made").last
    assert said(told, "challenge_raised", evidence=(new,)) == []
    assert said(told, "challenge_raised", evidence=(old, new)) == [
        f"New since: choose entries made after entry {number}."
    ]
    assert decided != new


def test_an_answer_comes_after_the_challenge() -> None:
    told = refused().at("2026-11-16 12:00").tell("challenge_raised")
    assert said(told, "challenge_answered", answered_at=london("2026-11-16 11:00")) == [
        "At: that is before it was raised. Put the time right."
    ]


@pytest.mark.parametrize("outcome", ["upheld", "partly"])
def test_a_threshold_is_upheld_by_their_new_decision(outcome: str) -> None:
    told = refused().tell("challenge_raised").tell("challenge_answered", answer=outcome)
    label = {"upheld": "Upheld", "partly": "Upheld in part"}[outcome]
    assert said(told, "challenge_concluded", outcome=outcome) == [
        f'"{label}" needs their new decision. Record that first.'
    ]
    told.tell("referral_decided", decision="partly_accepted")
    expected = [] if outcome == "partly" else 1 * ['"Upheld" needs their new decision.']
    found = said(told, "challenge_concluded", outcome=outcome)
    assert [one[: len('"Upheld" needs their new decision.')] for one in found] == expected
    told.tell("referral_decided")
    assert said(told, "challenge_concluded", outcome=outcome) == []


def test_those_who_conclude_it_may_decide() -> None:
    told = refused().tell("challenge_raised")
    found = said(
        told, "challenge_concluded", outcome="withdrawn", first_person=LEAD, second_person=LEADER
    )
    assert found == ["Joy Okafor may not decide this. Choose a lead or manager."]


def test_concluding_takes_two_people() -> None:
    told = refused().tell("challenge_raised")
    with pytest.raises(ValueError, match="takes two people"):
        told.payload("challenge_concluded", first_person=MANAGER, second_person=MANAGER)


def test_what_is_concluded_stays_so() -> None:
    told = refused().tell("challenge_raised").tell("challenge_concluded", outcome="withdrawn")
    over = "That challenge is concluded. Raise a new one if need be."
    for kind in ("challenge_taken_up", "challenge_answered", "challenge_concluded"):
        assert over in said(told, kind, **({"outcome": "withdrawn"} if "concl" in kind else {}))


def test_what_it_asked_for_having_come_it_is_concluded_and_not_taken_up() -> None:
    told = refused().tell("challenge_raised").later(hours=1).tell("referral_decided")
    found = said(told, "challenge_taken_up")
    assert "What it asked for has come. Two people conclude it." in found
