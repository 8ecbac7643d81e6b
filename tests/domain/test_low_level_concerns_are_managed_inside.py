"""A low-level concern is managed inside and looked at in a day, until something takes it up."""

from typing import Any

import pytest

from sgtui.domain.stage import CaseStage
from tests.domain.a_home import CARER, LEAD, MANAGER, london
from tests.domain.case_builder import Told, a_concern

INSIDE, PENDING = CaseStage.INTERNAL_MANAGEMENT, CaseStage.THRESHOLD_PENDING


def low(at: str = "2026-11-19 09:00", **answers: Any) -> Told:
    """A low-level concern with its own statement and safety check."""
    told = a_concern(at, level="low_level", **answers)
    return told.tell("statement_taken").tell("safety_checked")


def test_it_starts_inside_and_owes_nothing_of_telling_deciding_or_referring() -> None:
    told = low()
    assert told.case.stage is INSIDE
    assert told.running() == {"internal_review", "observation"}


def test_somebody_looks_at_it_within_a_day_of_recording() -> None:
    told = low("2026-11-19 09:00")
    (clock,) = told.of("internal_review")
    assert clock.due_at == london("2026-11-20 09:00")
    assert "Began after it was recorded as low-level." in clock.explanation


def test_a_review_meets_that_and_the_next_review_is_owed() -> None:
    told = low().later(hours=20).tell("review_held")
    assert told.case.stage is INSIDE
    assert told.running() == {"observation", "plan_review"}


def test_deciding_the_threshold_meets_it_too() -> None:
    told = low().tell("threshold_decided", route="internal")
    first, anew = told.of("internal_review")
    assert (first.is_open, anew.is_open) == (False, True)
    assert told.case.stage is INSIDE


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("statement_taken", {"statement_type": "verbatim", "text": "He hit me."}),
        ("observation_made", {"worse": "yes"}),
        ("harm_judged", {"harm": "treated"}),
        ("harm_judged", {"harm": "hospital"}),
        ("review_held", {"outcome": "escalate"}),
        ("safety_checked", {"safety": "unsafe_uncontrolled"}),
        ("internally_escalated", {"risk": "high"}),
        ("pattern_answered", {"verdict": "taken_up"}),
    ],
)
def test_new_evidence_takes_it_up_and_the_threshold_has_its_clock(
    kind: str, answers: dict[str, Any]
) -> None:
    told = low("2026-11-19 09:00")
    if kind == "pattern_answered":
        told.tell("pattern_found")
    told.later(hours=2).tell(kind, **answers)
    assert told.case.stage is PENDING
    (clock,) = told.of("threshold")
    assert (clock.started_at, clock.due_at) == (told.now, london("2026-11-19 15:00"))


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("observation_made", {}),
        ("harm_judged", {"harm": "first_aid"}),
        ("internally_escalated", {}),
        ("review_held", {}),
        ("body_map_declined", {}),
    ],
)
def test_what_is_nothing_new_leaves_it_inside(kind: str, answers: dict[str, Any]) -> None:
    told = low().tell(kind, **answers)
    assert told.case.stage is INSIDE
    assert told.of("threshold") == []


def test_a_pattern_dismissed_leaves_it_inside() -> None:
    told = low().tell("pattern_found").tell("pattern_answered", verdict="dismissed")
    assert told.case.stage is INSIDE


def test_others_are_told_and_staff_supported_only_once_it_is_taken_up() -> None:
    told = low("2026-11-19 09:00", category="financial", alleged_staff=CARER)
    assert not {"notification", "staff_support"} & told.running()
    told.later(hours=3).tell("observation_made", worse="yes")
    kinds = {clock.key.split(".")[2] for clock in told.of("notification")}
    assert kinds == {"police", "dbs", "professional_body"}
    assert {clock.started_at for clock in told.of("notification")} == {told.now}
    assert "staff_support" in told.running()


def test_it_closes_after_a_review_and_without_a_threshold_decision() -> None:
    told = low().tell("sharing_decided").tell("wishes_recorded")
    found = [(item.gate, item.mends) for item in told.try_to("closure_requested")]
    assert found == [("G14", "review_held")]
    told.tell("review_held").by(LEAD)
    assert told.try_to("closure_requested") == ()
    told.tell("closure_requested").by(MANAGER)
    assert told.try_to("closure_approved") == ()


def test_taken_up_it_closes_only_with_a_threshold_decision() -> None:
    told = low().tell("sharing_decided").tell("wishes_recorded").tell("review_held")
    told.tell("observation_made", worse="yes").tell("safety_checked")
    assert "threshold_decided" in [m.mends for m in told.try_to("closure_requested")]


def test_f4_offers_the_review_and_the_way_up() -> None:
    step = next(s for s in low().next_steps() if s.clock.duty == "internal_review")
    kinds = [one.kind for one in step.steps]
    assert kinds[0] == "review_held"
    assert "threshold_decided" in kinds


def test_an_emergency_referral_of_it_is_not_held_back() -> None:
    told = low().tell("internally_escalated", risk="immediate")
    assert told.try_to("referral_sent") == ()
    assert told.tell("referral_sent").case.stage is CaseStage.REFERRED
