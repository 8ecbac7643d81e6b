"""While nobody has said if several agencies are needed, nothing is ended; help never waits (G7)."""

from typing import Any

import pytest

from tests.domain.a_home import LEAD
from tests.domain.case_builder import Told, a_full_record, a_referral

WAITING: dict[str, dict[str, Any]] = {
    "review_held": {},
    "safeguarding_plan_agreed": {},
    "lead_professional_named": {},
    "threshold_decided": {"route": "internal"},
    "closure_requested": {},
}


def called() -> Told:
    return a_full_record().tell("threshold_decided", route="internal").tell("coordination_called")


@pytest.mark.parametrize("kind", WAITING)
def test_what_would_end_or_settle_something_waits_for_the_answer(kind: str) -> None:
    found = [item for item in called().try_to(kind, **WAITING[kind]) if item.gate == "G7"]
    assert [(item.sentence, item.mends) for item in found] == [
        (
            "Are several agencies needed? That is open after somebody called for it."
            " Record the coordination first, yes or no and why.",
            "coordination_recorded",
        )
    ]


@pytest.mark.parametrize("kind", WAITING)
@pytest.mark.parametrize("answer", ["yes", "no"])
def test_either_answer_opens_the_way(kind: str, answer: str) -> None:
    told = called().tell("coordination_recorded", multi_agency_required=answer)
    assert "G7" not in told.gates_of(kind, **WAITING[kind])


def test_accepting_a_refusal_waits_too() -> None:
    told = a_referral().tell("referral_decided", decision="not_progressed")
    assert told.try_to("agency_decision_accepted") == ()
    told.tell("coordination_called")
    assert told.gates_of("agency_decision_accepted") == {"G7"}


def test_approving_a_closing_waits_for_an_answer_asked_since() -> None:
    told = a_full_record().tell("threshold_decided", route="internal").tell("sharing_decided")
    told.tell("wishes_recorded").tell("closure_requested").tell("coordination_called")
    assert told.by(LEAD).gates_of("closure_approved") == {"G7"}
    assert told.try_to("closure_refused") == ()


@pytest.mark.parametrize(
    "kind",
    [
        "safety_checked", "statement_taken", "observation_made", "agency_contacted",
        "safeguard_started", "agency_involved", "action_agreed", "meeting_arranged",
        "harm_judged", "threshold_decided",
    ],
)  # fmt: skip
def test_safety_records_contacts_and_going_outside_never_wait(kind: str) -> None:
    assert a_referral().tell("coordination_called").try_to(kind) == ()


def test_a_referral_and_a_challenge_never_wait() -> None:
    told = a_full_record().tell("threshold_decided").tell("sharing_decided")
    told.tell("wishes_recorded").tell("coordination_called")
    assert told.try_to("referral_sent") == ()
    told.tell("referral_sent").tell("referral_decided", decision="not_progressed")
    assert "G7" not in told.gates_of("challenge_raised")


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("nature_of_risk", "Nature of risk"),
        ("professionals_involved", "Professionals"),
        ("actions_taken", "Actions taken"),
        ("additional_support_required", "Support needed"),
        ("multi_agency_because", "Because"),
    ],
)
@pytest.mark.parametrize("words", ["n/a", "None.", "-", "TBC", "not known"])
def test_a_field_filled_with_nothing_is_refused_by_its_name(
    name: str, label: str, words: str
) -> None:
    given: dict[str, Any] = {name: words}
    (item,) = called().try_to("coordination_recorded", **given)
    sentence = f"{label}: that is no answer. Say what it is, or none and why."
    assert (item.gate, item.sentence) == ("G7", sentence)


def test_none_with_its_reason_is_an_answer() -> None:
    why = "None: the GP saw her today and asks for nothing"
    assert called().try_to("coordination_recorded", additional_support_required=why) == ()
