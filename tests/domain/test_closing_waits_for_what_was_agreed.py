"""A case closes with everything agreed at its end, in words, and by two people (G13, G14, G15)."""

from typing import Any

import pytest

from tests.domain.a_home import LEAD, LEADER, MANAGER, london
from tests.domain.case_builder import Told, a_full_record, a_referral

BODIES = ("cqc_18", "commissioner", "family")


def inside() -> Told:
    told = a_full_record().tell("threshold_decided", route="internal")
    return told.tell("sharing_decided").tell("wishes_recorded")


def outside() -> Told:
    told = a_referral()
    for body in BODIES:
        told.tell("notification_decided", notification=body)
    return told


def waits_for(told: Told, **answers: Any) -> list[tuple[str, str, str]]:
    found = told.try_to("closure_requested", **answers)
    return [(item.gate, item.sentence, item.mends) for item in found]


def test_it_waits_for_the_outcome_of_an_enquiry() -> None:
    told = outside().tell("referral_decided")
    assert waits_for(told) == [
        ("G14", "LA duty desk has not told the outcome yet.", "outcome_received")
    ]
    assert waits_for(told.tell("outcome_received")) == []


def test_it_waits_for_a_meeting_that_is_set() -> None:
    told = inside().tell("meeting_arranged", meets_at=london("2026-11-23 14:00"))
    assert waits_for(told) == [
        (
            "G14",
            "A meeting is set for Mon 23 Nov 2026 14:00: hold it or call it off first.",
            "meeting_held",
        )
    ]
    assert waits_for(told.tell("meeting_called_off")) == []


def test_it_waits_for_each_action_to_be_verified_or_dropped() -> None:
    told = inside().tell("action_agreed")
    assert waits_for(told) == [
        ("G15", '"Change the lock" is not done yet: do it or drop it.', "action_done")
    ]
    told.tell("action_done")
    assert waits_for(told) == [
        ("G15", '"Change the lock" is done; another person must verify it.', "action_verified")
    ]
    assert waits_for(told.by(MANAGER).tell("action_verified")) == []
    assert waits_for(told.tell("action_agreed").tell("action_dropped")) == []


def test_it_waits_for_a_challenge_to_be_concluded() -> None:
    told = inside().tell("challenge_raised", ground="roles", referral=None)
    assert waits_for(told) == [
        (
            "G11",
            "Our challenge (who does what) is open. Two people conclude it first.",
            "challenge_concluded",
        )
    ]
    assert waits_for(told.tell("challenge_concluded", outcome="withdrawn")) == []


def test_it_waits_for_whoever_must_be_told_and_is_not_yet() -> None:
    told = outside().tell("referral_decided", decision="closed_by_agency")
    told.tell("notification_decided", notification="dbs", required="yes")
    assert waits_for(told) == [
        ("G13", "DBS: they must be told, and are not yet. Tell them first.", "notification_decided")
    ]
    told.tell("notification_decided", notification="dbs", required="yes", sent_at=told.now)
    assert waits_for(told) == []


def test_it_waits_for_a_pattern_to_be_looked_at() -> None:
    told = inside().tell("pattern_found")
    assert waits_for(told) == [("G14", "A pattern is still to be looked at.", "pattern_answered")]
    assert waits_for(told.tell("pattern_answered")) == []


def test_with_three_agencies_somebody_must_have_led() -> None:
    told = inside().tell("agency_involved").tell("agency_involved", agency="police")
    told.tell("agency_involved", agency="community_nurse")
    told.tell("coordination_recorded", multi_agency_required="no")
    (item,) = told.try_to("closure_requested")
    assert (item.gate, item.mends) == ("G8", "lead_professional_named")
    assert waits_for(told.tell("lead_professional_named")) == []


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("outcome", "Outcome"),
        ("person_view", "Their view"),
        ("feedback_given", "Feedback to"),
        ("agencies_told", "Agencies told"),
        ("others_at_risk", "Others at risk"),
        ("alleged_action", "About the alleged"),
        ("support", "Support asked for"),
        ("raise_again", "Raising it again"),
        ("lessons", "Learnt"),
        ("reason", "Reason"),
    ],
)
def test_a_closing_question_answered_with_nothing_is_named(name: str, label: str) -> None:
    sentence = f"{label}: that is no answer. Say what it is, or none and why."
    assert waits_for(inside(), **{name: "n/a"}) == [("G14", sentence, "")]


def test_a_safeguarding_adults_review_must_have_been_thought_of() -> None:
    (item,) = inside().try_to("closure_requested", sar_considered="no")
    assert item.gate == "G14"
    assert item.sentence.startswith("SAR thought of: ")


def test_what_was_agreed_since_stops_the_approval() -> None:
    told = inside().tell("closure_requested").tell("action_agreed").by(MANAGER)
    assert told.gates_of("closure_approved") == {"G15"}
    assert told.try_to("closure_refused") == ()


def test_whoever_is_alleged_or_in_conflict_approves_nothing() -> None:
    told = inside().tell("closure_requested")
    assert told.by(LEAD).try_to("closure_approved") == ()
    told.by(LEADER).tell("person_involved", involvement="conflicted", staff=LEAD)
    assert "G21" in told.by(LEAD).gates_of("closure_approved")


def test_what_closed_cleanly_starts_anew_when_reopened() -> None:
    told = inside().tell("action_agreed").tell("action_done").by(MANAGER)
    told.tell("action_verified").by(LEADER).tell("closure_requested").by(LEAD)
    assert told.try_to("closure_approved") == ()
    told.tell("closure_approved").later(days=1).tell("reopened")
    assert told.running() == {"threshold", "observation"}
