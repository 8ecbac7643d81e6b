"""An authority's own file builds on another ladder and says only what differs."""

import pytest

from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.ladder_file import Fault, LadderRefused, read_ladder, shipped

HEAD = """[ladder]
id = "Town"
version = "Town-1"
extends = "ENG-default-1"
jurisdiction = "ENG"
authority = "Town Council"
source_title = "Town SAB procedures"
source_checked_on = 2026-11-01
review_by = 2027-05-01
"""

THREE_DAYS = """
[[stage]]
code = "L8"
owner_role = "registered_manager"
[[stage.clock]]
duty = "decision"
amount = 3
unit = "working_days"
direction = "they_owe"
at_desk = true
[[stage.clock]]
duty = "outcome"
amount = 10
unit = "working_days"
[[stage.clock]]
duty = "answer_agency"
amount = 2
unit = "working_days"
"""

VISIT = """
[[stage]]
code = "L17"
name = "visit"
title = "Ask for a visit"
trigger = ["by_hand"]
owner_role = "registered_manager"
parallel = true
script = "Please visit {home}."
source = "Town SAB procedures 4"
"""


def refused(text: str) -> tuple[Fault, ...]:
    with pytest.raises(LadderRefused) as error:
        read_ladder(text, "town.toml")
    return error.value.faults


@pytest.fixture(name="base")
def _base() -> Ladder:
    found = shipped("ENG-default-1")
    assert found is not None
    return found


def test_a_head_alone_takes_every_stage_over(base: Ladder) -> None:
    town = read_ladder(HEAD, "town.toml")
    assert town.stages == base.stages
    assert (town.version, town.authority) == ("Town-1", "Town Council")


def test_a_stage_is_replaced_key_by_key_where_it_stood(base: Ladder) -> None:
    town = read_ladder(HEAD + THREE_DAYS, "town.toml")
    assert [s.code for s in town.stages] == [s.code for s in base.stages]
    assert town.stage("L8").owner_role == "registered_manager"
    assert town.stage("L8").script == base.stage("L8").script


def test_the_clocks_of_a_stage_are_replaced_whole() -> None:
    town = read_ladder(HEAD + THREE_DAYS, "town.toml")
    [(_, rule)] = town.rules(Duty.DECISION)
    assert (rule.amount, rule.risk_override) == (3, {})


def test_a_new_stage_comes_after_the_others() -> None:
    town = read_ladder(HEAD + VISIT, "town.toml")
    assert town.stages[-1].code == "L17"


def test_a_replaced_clock_that_is_left_out_is_told_at_extends() -> None:
    text = HEAD + THREE_DAYS.rpartition("[[stage.clock]]")[0]
    [fault] = refused(text)
    assert (fault.line, fault.where) == (4, "ladder, extends")
    assert 'no stage has a clock for "answer_agency"' in fault.sentence


def test_a_new_stage_that_nothing_leads_to_is_told_at_its_own_line() -> None:
    text = HEAD + VISIT.replace("parallel = true\n", "")
    [fault] = refused(text)
    assert (fault.line, fault.where) == (12, "stage L17, code")


def test_a_fault_in_a_replaced_stage_is_told_at_the_line_of_this_file() -> None:
    [fault] = refused(HEAD + THREE_DAYS.replace("amount = 2", "amount = -2"))
    assert (fault.line, fault.where) == (26, "stage L8, clock 3, amount")


def test_extending_an_unknown_ladder_names_those_that_are_known() -> None:
    [fault] = refused(HEAD.replace("ENG-default-1", "ENG-defualt-1"))
    assert fault.line == 4
    assert 'did you mean "ENG-default-1"?' in fault.sentence


def test_a_ladder_needs_a_version_of_its_own() -> None:
    [fault] = refused(HEAD.replace("Town-1", "ENG-default-1"))
    assert (fault.line, fault.where) == (3, "ladder, version")


def test_a_ladder_can_extend_one_adopted_before() -> None:
    def known(version: str) -> Ladder | None:
        return read_ladder(HEAD + THREE_DAYS, "town.toml") if version == "Town-1" else None

    later = HEAD.replace("ENG-default-1", "Town-1").replace('version = "Town-1"', 'version = "T-2"')
    [(_, rule)] = read_ladder(later, "town.toml", known).rules(Duty.DECISION)
    assert rule.amount == 3
