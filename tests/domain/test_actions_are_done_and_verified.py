"""An action is agreed, done, and then seen by somebody else to have been done (R18, R106, G15)."""

from datetime import timedelta
from typing import Any

import pytest

from sgtui.domain.actions import ActionState
from sgtui.domain.ladder import OwedBy
from tests.domain.a_home import DESK, LEAD, LEADER, MANAGER, ON_CALL, london
from tests.domain.case_builder import Told, a_full_record


def agreed(**answers: Any) -> Told:
    return a_full_record("2026-11-19 09:00").tell("action_agreed", **answers)


def state(told: Told) -> ActionState:
    (action,) = told.case.actions
    return action.state


def test_an_action_is_due_when_it_was_agreed_for() -> None:
    told = agreed(due_at=london("2026-11-20 15:00"))
    (clock,) = told.of("action")
    assert (clock.due_at, clock.direction) == (london("2026-11-20 15:00"), OwedBy.WE_OWE)


def test_without_a_time_the_ladders_holds() -> None:
    assert agreed().of("action")[0].due_at == london("2026-11-26 17:00")


def test_what_somebody_outside_agreed_to_is_owed_by_them() -> None:
    told = agreed(owner=None, theirs="Owen Tarrant, council")
    (clock,) = told.of("action")
    assert (clock.direction, clock.counterpart) == (OwedBy.THEY_OWE, "Owen Tarrant, council")
    assert told.try_to("action_done", done_by=None) == ()


def test_whoever_outside_has_agreed_to_it_is_rung_first() -> None:
    told = agreed(owner=None, theirs="Dr Halloran, GP")
    (step,) = [one for one in told.next_steps() if one.clock.duty == "action"]
    assert [one.kind for one in step.steps] == ["agency_contacted", "action_done", "action_dropped"]
    assert step.steps[0].known == {}


def test_their_desk_is_filled_in_where_the_case_knows_it() -> None:
    told = agreed(owner=None, theirs="Dr Halloran, GP").tell("agency_involved", desk=DESK)
    (step,) = [one for one in told.next_steps() if one.clock.duty == "action"]
    assert step.steps[0].known == {"contact": DESK}


def test_doing_it_starts_the_verifying_and_verifying_ends_that() -> None:
    told = agreed().later(hours=1).tell("action_done")
    assert told.of("action")[0].met_at == told.now
    assert state(told) is ActionState.DONE
    assert "verification" in told.running()
    told.later(hours=1).by(MANAGER).tell("action_verified")
    assert told.of("verification")[0].met_at == told.now
    assert state(told) is ActionState.VERIFIED


def test_who_did_it_and_who_recorded_it_do_not_verify_it() -> None:
    told = agreed().by(LEAD).tell("action_done", done_by=ON_CALL)
    for author in (LEAD, ON_CALL):
        (item,) = told.by(author).try_to("action_verified")
        assert item.gate == "G15"
        assert item.sentence == "Another person verifies it, not who did it nor who recorded it."
    assert told.by(LEADER).try_to("action_verified") == ()


def test_nothing_is_verified_before_it_is_done() -> None:
    told = agreed()
    (item,) = told.by(MANAGER).try_to("action_verified")
    assert (item.gate, item.mends) == ("G15", "action_done")
    told.later(hours=2).by(LEADER).tell("action_done").by(MANAGER).later(minutes=5)
    early = told.now - timedelta(hours=1)
    (item,) = told.try_to("action_verified", at=early)
    assert item.sentence == "When: that is before the action was done. Put the time right."


def test_an_action_is_done_once_and_verified_once() -> None:
    told = agreed().tell("action_done")
    (item,) = told.try_to("action_done")
    assert item.sentence == "That action was done already. Choose one that is still open."
    told.by(MANAGER).tell("action_verified")
    (item,) = told.by(LEAD).try_to("action_verified")
    assert item.sentence == "That action is verified already."


def test_one_of_us_who_did_it_is_named() -> None:
    (item,) = agreed().try_to("action_done", done_by=None)
    assert item.sentence == "Done by: choose who of us did it."


def test_an_open_action_may_be_dropped_with_a_reason_and_a_done_one_not() -> None:
    told = agreed()
    assert told.try_to("action_dropped") == ()
    assert agreed().tell("action_done").gates_of("action_dropped") == {"G15"}
    told.later(hours=1).tell("action_dropped")
    assert state(told) is ActionState.DROPPED
    (clock,) = told.of("action")
    assert clock.ended_at == told.now
    assert clock.explanation.endswith("Ended: the action was dropped.")
    assert told.gates_of("action_done") == {"G15"}


@pytest.mark.parametrize("who", [{"owner": None}, {"theirs": "Owen, council"}])
def test_exactly_one_person_owns_an_action(who: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="Name one of us in Who of us"):
        agreed(**who)


def test_a_doing_struck_as_an_error_leaves_the_action_owed() -> None:
    told = agreed().tell("action_done").later(hours=1)
    told.tell("entered_in_error", entry=told.newest("action_done"))
    assert state(told) is ActionState.OPEN
    assert "action" in told.running() and "verification" not in told.running()
    assert told.of("verification")[0].ended_at == told.now
