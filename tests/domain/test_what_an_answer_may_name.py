"""An answer may name only what is there, of the right kind, and not over."""

import pytest

from sgtui.domain.asking import has_what_it_is_about, is_for, may_be_named, whom
from sgtui.domain.entries import CASE_KINDS
from tests.domain.case_builder import Told, a_concern, a_referral


def named(told: Told, kind: str, field: str) -> list[int]:
    """Numbers of the entries that a field of a new entry may name."""
    model = CASE_KINDS[kind]
    return [entry.number for entry in may_be_named(told.case, model, model.asks()[field])]


def test_the_newest_stands_first() -> None:
    told = a_concern().tell("action_agreed").tell("action_agreed", what="Ring the GP")
    assert named(told, "action_done", "action") == [3, 2]


def test_what_is_done_is_verified_and_what_is_dropped_is_over() -> None:
    told = a_concern().tell("action_agreed").tell("action_agreed").tell("action_agreed")
    told.tell("action_done", action=told.entries[1].id)
    told.tell("action_dropped", action=told.entries[2].id)
    assert named(told, "action_done", "action") == [4]
    assert named(told, "action_dropped", "action") == [4]
    assert named(told, "action_verified", "action") == [2]
    told.tell("action_verified", action=told.entries[1].id)
    assert named(told, "action_verified", "action") == []


@pytest.mark.parametrize(
    ("begins", "ends", "field"),
    [
        ("monitoring_started", "monitoring_ended", "monitoring"),
        ("meeting_arranged", "meeting_called_off", "arranged"),
        ("challenge_raised", "challenge_concluded", "challenge"),
        ("pattern_found", "pattern_answered", "pattern"),
        ("closure_requested", "closure_refused", "request"),
    ],
)
def test_what_was_ended_is_not_offered_again(begins: str, ends: str, field: str) -> None:
    told = a_referral().tell(begins)
    assert named(told, ends, field) == [len(told.entries)]
    assert has_what_it_is_about(told.case, CASE_KINDS[ends])
    told.tell(ends)
    assert named(told, ends, field) == []
    assert not has_what_it_is_about(told.case, CASE_KINDS[ends])


def test_what_was_entered_in_error_is_never_offered() -> None:
    told = a_concern().tell("evidence_secured")
    told.tell("entered_in_error", entry=told.last)
    assert named(told, "evidence_moved", "evidence") == []


def test_what_the_program_made_is_no_choice_for_a_correction() -> None:
    told = a_concern().tell("pattern_found")
    assert named(told, "entered_in_error", "entry") == [1]


@pytest.mark.parametrize(
    ("case_kind", "about", "capacity"),
    [("adult", "adult", True), ("position_of_trust", "adult", True), ("child", "child", False)],
)
def test_a_childs_case_asks_a_childs_questions(case_kind: str, about: str, capacity: bool) -> None:
    case = a_concern(case_kind=case_kind).case
    assert whom(case) == about
    assert is_for(case, CASE_KINDS["capacity_noted"]) is capacity
    asked = CASE_KINDS["threshold_decided"].asks(whom(case))
    assert ("significant_harm" in asked) is (about == "child")
    assert ("needs" in asked) is (about == "adult")
