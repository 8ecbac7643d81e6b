"""F4 at a rung: ground, rung, our person, their desk, and what is new since, ready filled in."""

from typing import Any

from tests.domain.a_home import LEAD, MANAGER, TEAM, WORKER
from tests.domain.case_builder import Told, a_referral


def refused() -> Told:
    told = a_referral("2026-11-16 09:00").tell("observation_made").at("2026-11-16 10:00")
    return told.tell("referral_decided", decision="not_progressed")


def offered(told: Told, kind: str) -> dict[str, Any]:
    """What is known for the first step of a kind at a rung."""
    steps = [
        s for found in told.next_steps() if found.clock.duty == "challenge" for s in found.steps
    ]
    return next(step.known for step in steps if step.kind == kind)


def test_a_refusal_is_challenged_with_what_is_new_since_their_decision() -> None:
    told = refused().later(hours=1).tell("observation_made")
    since = told.last
    told.tell("statement_taken", text='"I am afraid of him"')
    known = offered(told, "challenge_raised")
    assert known == {
        "ground": "threshold",
        "referral": told.newest("referral_sent"),
        "stage": "L9",
        "ours": LEAD,
        "contact": WORKER,
        "evidence": (since, told.last),
    }
    told.tell("challenge_raised", **known)


def test_what_is_offered_passes_the_gate() -> None:
    told = refused().later(hours=1).tell("observation_made")
    assert told.try_to("challenge_raised", **offered(told, "challenge_raised")) == ()


def test_a_silence_is_challenged_on_that_ground() -> None:
    told = a_referral("2026-11-16 10:00").at("2026-11-17 11:30")
    assert offered(told, "challenge_raised")["ground"] == "no_response"


def test_the_same_challenge_is_taken_up_at_the_next_rung_by_who_owns_that() -> None:
    told = refused().tell("challenge_raised").at("2026-11-18 09:00").tell("observation_made")
    known = offered(told, "challenge_taken_up")
    assert (known["stage"], known["ours"], known["contact"]) == ("L10", MANAGER, TEAM)
    assert known["challenge"] == told.newest("challenge_raised")
    assert known["evidence"] == (told.last,)
    assert told.try_to("challenge_taken_up", **known) == ()


def test_while_they_owe_an_answer_the_answer_is_offered_first() -> None:
    told = refused().tell("challenge_raised")
    (found,) = (one for one in told.next_steps() if one.clock.stage == "L9")
    assert [step.kind for step in found.steps] == [
        "challenge_answered",
        "agency_contacted",
        "referral_decided",
        "agency_decision_accepted",
        "challenge_taken_up",
        "challenge_concluded",
    ]


def test_a_missed_outcome_offers_the_outcome() -> None:
    told = a_referral("2026-11-16 09:00").tell("referral_decided").at("2026-12-14 17:01")
    assert offered(told, "outcome_received") == {"referral": told.newest("referral_sent")}
