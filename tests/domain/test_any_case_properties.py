"""What is true of every case, in whatever order its entries come, told late or put right."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given, settings

from sgtui.domain.case_file import fold
from sgtui.domain.clock import Clock
from sgtui.domain.clocks import clocks
from sgtui.domain.in_force import in_force
from sgtui.domain.stage import CaseStage
from tests.domain.a_home import HOME, LADDER
from tests.domain.any_case import BEGINNINGS, MOVES, STARTS, Move, story
from tests.domain.case_builder import Told

STEADY = settings(max_examples=60, deadline=None, derandomize=True, database=None)
THOROUGH = settings(STEADY, max_examples=150)

CORRECTIONS = ("amended", "entered_in_error")


@contextmanager
def machine_in(zone: str) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def whole(start: str, beginning: str, moves: list[Move]) -> Told:
    return list(story(start, beginning, moves))[-1]


@THOROUGH
@given(STARTS, BEGINNINGS, MOVES)
def test_no_order_of_entries_makes_a_clock_vanish_unmet(
    start: str, beginning: str, moves: list[Move]
) -> None:
    began: dict[str, int] = {}
    for told in story(start, beginning, moves):
        there = told.clocks
        for key, number in began.items():
            assert key in there, f"{key}, begun by entry {number}, is gone"
            assert accounted_for(there[key], told, number), f"{key} runs no more, and why?"
        for clock in in_force(there.values(), told.now):
            began.setdefault(clock.key, len(told.entries))


def accounted_for(clock: Clock, told: Told, begun: int) -> bool:
    """Running, met, ended with its reason, or begun anew later because an entry was put right."""
    if clock.met_at is not None:
        return True
    if clock.ended_at is not None:
        return "Ended: " in clock.explanation
    corrected = any(entry.kind in CORRECTIONS for entry in told.entries[begun:])
    return corrected or clock.started_at <= told.now


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_the_same_entries_always_give_the_same_case_and_clocks(
    start: str, beginning: str, moves: list[Move]
) -> None:
    entries = tuple(whole(start, beginning, moves).entries)
    once, again = fold(entries), fold(entries)
    assert once == again
    assert clocks(once, LADDER, HOME) == clocks(again, LADDER, HOME)


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_nothing_is_due_met_or_ended_before_it_began(
    start: str, beginning: str, moves: list[Move]
) -> None:
    for clock in whole(start, beginning, moves).clocks.values():
        assert clock.started_at <= clock.due_at <= clock.late_at
        assert clock.met_at is None or clock.met_at >= clock.started_at
        assert clock.met_at is None or clock.ended_at is None


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_an_open_case_always_owes_something_and_a_closed_one_nothing(
    start: str, beginning: str, moves: list[Move]
) -> None:
    for told in story(start, beginning, moves):
        assert bool(in_force(told.clocks.values(), told.now)) == told.case.is_open


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_the_zone_of_the_machine_never_matters(
    start: str, beginning: str, moves: list[Move]
) -> None:
    with machine_in("Pacific/Kiritimati"):
        there = whole(start, beginning, moves)
        told_there = there.clocks, there.lines()
    with machine_in("America/Adak"):
        here = whole(start, beginning, moves)
        assert (here.clocks, here.lines()) == told_there


AGENCY = {CaseStage.REFERRED, CaseStage.ENQUIRY, CaseStage.PLAN, CaseStage.REVIEW}
HOME_STAGES = {CaseStage.THRESHOLD_PENDING, CaseStage.INTERNAL_MANAGEMENT, CaseStage.REFERRED}
ASKED, CLOSED = CaseStage.CLOSURE_REQUESTED, CaseStage.CLOSED
ALLOWED = {
    CaseStage.RECORDED: HOME_STAGES | {ASKED},
    CaseStage.THRESHOLD_PENDING: HOME_STAGES | {ASKED},
    CaseStage.INTERNAL_MANAGEMENT: HOME_STAGES | {ASKED},
    CaseStage.REFERRED: {CaseStage.ENQUIRY, CaseStage.REVIEW, ASKED},
    CaseStage.ENQUIRY: {CaseStage.PLAN, CaseStage.REVIEW, ASKED},
    CaseStage.PLAN: {CaseStage.REVIEW, ASKED},
    CaseStage.REVIEW: {CaseStage.THRESHOLD_PENDING, CaseStage.REFERRED, CaseStage.ENQUIRY, ASKED},
    ASKED: {CaseStage.RECORDED, CLOSED} | HOME_STAGES | AGENCY,
    CLOSED: {CaseStage.THRESHOLD_PENDING},
}
"""Domain 4.2: in an emergency straight to referred; a refusal goes back to the stage before."""


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_a_stage_is_left_only_for_one_that_may_follow(
    start: str, beginning: str, moves: list[Move]
) -> None:
    before: CaseStage | None = None
    for told in story(start, beginning, moves):
        stage = told.case.stage
        if before is not None and told.entries[-1].kind not in CORRECTIONS:
            assert stage is before or stage in ALLOWED[before]
        before = stage


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_a_deadline_that_passed_stands_in_the_chronology_once(
    start: str, beginning: str, moves: list[Move]
) -> None:
    told = whole(start, beginning, moves)
    late = [line.at for line in told.lines() if line.title == "Became late"]
    missed = [
        clock.due_at
        for clock in told.clocks.values()
        if clock.started_at <= clock.due_at < (clock.met_at or clock.ended_at or told.now)
    ]
    assert sorted(late) == sorted(missed)
    assert all(at <= told.now for at in late)


@STEADY
@given(STARTS, BEGINNINGS, MOVES)
def test_nobody_alleged_and_never_nobody_owns_a_case(
    start: str, beginning: str, moves: list[Move]
) -> None:
    told = whole(start, beginning, moves)
    assert told.case.owner in HOME.staff
