"""A manager looks at each open case of high risk every week, until the risk is lower (R89, G19)."""

from datetime import timedelta
from typing import Any

import pytest

from sgtui.domain.clock import Clock
from sgtui.domain.routing import route_in
from tests.domain.a_home import (
    DIRECTOR,
    LEAD,
    LEADER,
    MANAGER,
    ON_CALL,
    a_home,
    london,
    register_of,
)
from tests.domain.case_builder import Told, a_concern, a_full_record

WELL: dict[str, Any] = {"enough": "yes", "together": "well", "found": "Read the file; it holds."}


def judged(risk: str = "high", **answers: Any) -> Told:
    """A case whose risk the lead has judged."""
    told = a_full_record("2026-11-16 09:00")
    return told.later(hours=1).tell("internally_escalated", risk=risk, **answers)


def the_look(told: Told) -> Clock:
    """The look that is owed now."""
    (found,) = [clock for clock in told.of("oversight") if clock.is_open]
    return found


def test_a_judgement_of_high_risk_starts_it_with_seven_days() -> None:
    clock = the_look(judged())
    assert clock.due_at == london("2026-11-23 10:00")
    assert "after the risk was judged high" in clock.explanation


def test_a_concern_that_comes_in_as_immediate_danger_starts_it_at_once() -> None:
    assert "immediate danger" in the_look(a_concern(level="immediate")).explanation


@pytest.mark.parametrize("risk", ["low", "medium"])
def test_at_a_lower_risk_none_is_owed(risk: str) -> None:
    assert judged(risk).of("oversight") == []


def test_each_look_starts_the_next() -> None:
    told = judged().later(days=3).by(MANAGER).tell("oversight_held")
    first, second = told.of("oversight")
    assert first.met_at == told.now
    assert second.due_at == told.now + timedelta(days=7)


def test_when_the_risk_is_judged_lower_it_ends_unmet() -> None:
    told = judged().later(days=2).tell("internally_escalated", risk="medium")
    (clock,) = told.of("oversight")
    assert (clock.met_at, clock.ended_at) == (None, told.now)
    assert "the risk was judged lower" in clock.explanation


def test_one_that_rises_higher_still_goes_on_from_the_same_day() -> None:
    told = judged()
    due_at = the_look(told).due_at
    told.later(days=2).tell("internally_escalated", risk="immediate")
    assert the_look(told).due_at == due_at


def test_a_look_from_before_the_risk_rose_meets_nothing() -> None:
    told = judged().later(hours=3)
    told.by(MANAGER).tell("oversight_held", at=told.now - timedelta(days=1))
    assert len(told.of("oversight")) == 1
    assert the_look(told).met_at is None


def test_it_falls_to_the_manager() -> None:
    told = judged()
    stage = told.ladder.stage(the_look(told).stage)
    routed = route_in(told.register, told.case, stage.owners, now=told.now, task=the_look(told))
    assert routed.member is not None
    assert routed.member.id == MANAGER


def test_a_lead_who_leads_the_case_does_not_oversee_it() -> None:
    told = judged(decision_owner=LEAD).by(LEAD)
    (refusal,) = told.try_to("oversight_held", **WELL)
    assert refusal.gate == "G19"
    assert told.by(ON_CALL).try_to("oversight_held", **WELL) == ()


def test_a_manager_may_look_at_a_case_that_they_lead_too() -> None:
    told = judged(decision_owner=MANAGER)
    assert told.by(MANAGER).try_to("oversight_held", **WELL) == ()


def test_where_nobody_else_is_left_whoever_leads_it_looks() -> None:
    keep = [p for p in a_home() if getattr(p, "staff", LEAD) in (LEAD, LEADER)]
    told = judged(decision_owner=LEAD).by(LEAD)
    told.register = register_of(*keep)
    assert told.try_to("oversight_held", **WELL) == ()


def test_somebody_who_does_not_decide_does_not_oversee() -> None:
    assert judged().by(LEADER).gates_of("oversight_held", **WELL) == {"G19"}


@pytest.mark.parametrize("words", ["n/a", "TBC", "none", "-"])
def test_words_that_say_nothing_are_no_look(words: str) -> None:
    given = {**WELL, "found": words}
    assert judged().by(MANAGER).gates_of("oversight_held", **given) == {"G19"}


def test_not_enough_being_done_says_what_must_change() -> None:
    told = judged().by(DIRECTOR)
    with pytest.raises(ValueError, match="say what must change"):
        told.payload("oversight_held", **{**WELL, "enough": "no"})
    wanting = {**WELL, "together": "wanting", "wanted": "none"}
    assert told.gates_of("oversight_held", **wanting) == {"G19"}
    assert told.try_to("oversight_held", **{**wanting, "wanted": "One name at each"}) == ()


def test_nobody_alleged_is_asked_or_may_look() -> None:
    told = a_full_record("2026-11-16 09:00", alleged_staff=MANAGER)
    told.later(hours=1).tell("internally_escalated", risk="high", told=DIRECTOR,
                             decision_owner=DIRECTOR)  # fmt: skip
    stage = told.ladder.stage(the_look(told).stage)
    routed = route_in(told.register, told.case, stage.owners, now=told.now, task=the_look(told))
    assert routed.member is not None
    assert routed.member.id != MANAGER
    assert "G21" in told.by(MANAGER).gates_of("oversight_held", **WELL)
