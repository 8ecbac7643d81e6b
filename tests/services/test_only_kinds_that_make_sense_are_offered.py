"""A tired person is offered what makes sense now, and nothing that could only be refused."""

from dataclasses import replace

import pytest

from sgtui.domain.entries import CASE_KINDS
from sgtui.services.kinds import FAMILIES, kinds_for
from tests.domain.a_home import MANAGER
from tests.domain.case_builder import Told, a_concern, a_referral


def offered(told: Told) -> set[str]:
    """Every kind that can be added now."""
    return {kind for kinds in kinds_for(told.case, told.register).values() for kind in kinds}


def test_nothing_is_offered_twice_and_nothing_that_the_program_makes() -> None:
    kinds = [kind for family in FAMILIES.values() for kind in family]
    assert len(kinds) == len(set(kinds))
    assert not [kind for kind in kinds if CASE_KINDS[kind].by_program]


@pytest.mark.parametrize(
    ("begins", "opens"),
    [
        ("challenge_raised", {"challenge_taken_up", "challenge_answered", "challenge_concluded"}),
        ("agency_involved", {"agency_agreed", "lead_professional_named"}),
        ("coordination_recorded", {"coordination_reviewed", "coordination_validated"}),
        ("meeting_arranged", {"meeting_called_off"}),
        ("action_agreed", {"action_done", "action_dropped"}),
        ("monitoring_started", {"monitoring_ended"}),
        ("evidence_secured", {"evidence_moved"}),
        ("pattern_found", {"pattern_answered"}),
    ],
)
def test_what_needs_something_to_be_about_comes_with_it(begins: str, opens: set[str]) -> None:
    told = a_referral()
    assert not opens & offered(told)
    assert opens <= offered(told.tell(begins))


def test_an_action_is_verified_once_it_is_done() -> None:
    told = a_referral().tell("action_agreed")
    assert "action_verified" not in offered(told)
    assert "action_verified" in offered(told.tell("action_done"))


def test_a_challenge_needs_somebody_to_be_challenged() -> None:
    assert "challenge_raised" not in offered(a_concern())
    assert "challenge_raised" in offered(a_referral())


def test_capacity_is_not_asked_about_a_child() -> None:
    assert "capacity_noted" in offered(a_concern())
    child = a_concern(case_kind="child")
    assert "capacity_noted" not in offered(child)
    said = [item.sentence for item in child.try_to("capacity_noted")]
    assert "Capacity: not recorded about a child." in said


def test_another_ladder_is_offered_where_there_is_one() -> None:
    told = a_concern()
    assert "ladder_pinned" not in offered(told)
    told.register = replace(told.register, ladders={"ONE-1": "", "TWO-1": ""})
    assert "ladder_pinned" in offered(told)


def test_a_closed_case_can_only_be_looked_back_on_and_opened_again() -> None:
    told = a_referral().tell("closure_requested").by(MANAGER).tell("closure_approved")
    assert offered(told) == {"audit_finding_raised", "reopened"}
