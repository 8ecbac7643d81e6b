"""What makes no sense at a rung of a ladder file is told at its line."""

import pytest

from sgtui.domain.ladder_file import LadderRefused, read_ladder

HEAD = """[ladder]
id = "Town"
version = "Town-1"
extends = "ENG-default-1"
jurisdiction = "ENG"
authority = "Town Council"
source_title = "An invented procedure"
source_checked_on = 2026-11-01
review_by = 2027-05-01

[[stage]]
code = "L9"
"""
ANSWER = """[[stage.clock]]
duty = "challenge"
amount = 2
unit = "working_days"
"""
TELL = """[[stage.clock]]
duty = "challenge_tell"
amount = 1
unit = "working_days"
"""


def sentences(text: str) -> list[str]:
    with pytest.raises(LadderRefused) as refused:
        read_ladder(HEAD + text, "town.toml")
    return [fault.sentence for fault in refused.value.faults]


def test_who_is_told_must_be_said() -> None:
    assert "contact_point is missing; say who is told" in sentences(ANSWER + TELL)[0]


def test_a_stage_waits_for_one_answer() -> None:
    assert sentences(ANSWER + ANSWER) == [
        "a stage has one answer to wait for; put the other into a stage of its own."
    ]


def test_nothing_comes_after_what_is_not_there() -> None:
    assert sentences(ANSWER + "after = true\n") == [
        "no clock stands above this one in the stage; leave after out."
    ]


def test_a_side_has_a_title() -> None:
    text = '[[stage.side]]\ncontact_point = "police_101"\n' + ANSWER
    assert sentences(text) == ["title is missing; every side needs it."]
