"""How shifts hand over is the ladder's: taken over from the one it extends, or its own."""

import pytest

from sgtui.domain.ladder import Duty
from sgtui.domain.ladder_compare import compare
from sgtui.domain.ladder_file import read_ladder, shipped_text
from sgtui.domain.ladder_kept import handover_terms, read_kept
from tests.domain.a_home import LADDER
from tests.domain.test_ladder_tables import HEAD, refused

HANDOVER = """
[handover]
opens_minutes = 90
accept_minutes = 15
asked_days = 7
first = ["full_record"]
source = "The home's own policy"
"""
WITHOUT = shipped_text("ENG-default-1").partition("[handover]")[0]


def test_a_ladder_hands_over_as_the_one_it_extends() -> None:
    town = read_ladder(HEAD, "town.toml")
    assert town.handover == LADDER.handover
    assert handover_terms(town).opens_minutes == 60


def test_its_own_terms_take_the_place_of_theirs() -> None:
    terms = handover_terms(read_ladder(HEAD + HANDOVER, "town.toml"))
    assert (terms.opens_minutes, terms.accept_minutes, terms.asked_days) == (90, 15, 7)
    assert terms.first == (Duty.FULL_RECORD,)


@pytest.mark.parametrize(
    ("text", "line", "where", "words"),
    [
        (HANDOVER.replace("90", "1"), 12, "handover, opens_minutes", "below 5"),
        (HANDOVER.replace("15", "1500"), 13, "handover, accept_minutes", "the most allowed"),
        (HANDOVER.replace("full_record", "ful_record"), 15, "handover, first", "full_record"),
        (HANDOVER.replace("asked_days", "ask_days"), 14, "handover, ask_days", "asked_days"),
    ],
)
def test_each_fault_is_told_at_its_line(text: str, line: int, where: str, words: str) -> None:
    found = [fault for fault in refused(text) if fault.where == where]
    assert [fault.line for fault in found] == [line]
    assert words in found[0].sentence


def test_a_ladder_that_says_nothing_hands_over_as_the_shipped_one() -> None:
    silent = read_kept(WITHOUT, "ENG-default-1")
    assert silent.handover is None
    assert handover_terms(silent) == LADDER.handover


def test_two_ladders_that_hand_over_differently_are_told_apart() -> None:
    silent, base = read_kept(WITHOUT, "ENG-default-1"), LADDER
    assert compare(silent, base) == ()
    own = base.model_copy(update={"handover": read_ladder(HEAD + HANDOVER, "t").handover})
    assert compare(base, own) == ("how shifts hand over: changed",)
