"""Whatever a board has published can be written as data alone, and the clocks go by it."""

import pytest

from sgtui.domain.entries.choices import Risk
from sgtui.domain.flowchart import draw
from sgtui.domain.ladder import Ladder
from sgtui.domain.ladder_faults import LadderRefused
from sgtui.domain.ladder_file import read_ladder
from sgtui.domain.london_time import in_london
from tests.domain.boards_ladders import DEFAULT, refused
from tests.domain.case_builder import Told
from tests.domain.invented_boards import LETTERS, MEETING, WEEKS


def ladder(text: str) -> Ladder:
    return read_ladder(text, "board.toml")


def under(text: str, at: str = "2026-11-16 10:00", risk: Risk = Risk.MEDIUM) -> Told:
    """A case that the agency refuses, following a board's ladder."""
    told = refused(DEFAULT, at, risk)
    told.ladder = ladder(text)
    return told


def climb(told: Told) -> list[tuple[str, str, str]]:
    """Stage, duty and London time of everything a rung asks for."""
    return [
        (clock.stage, clock.duty.value, f"{in_london(clock.due_at):%a %d %b %H:%M}")
        for clock in told.clocks.values()
        if clock.duty.value.startswith("challenge")
    ]


def test_two_sides_and_weeks() -> None:
    assert climb(under(WEEKS))[:3] == [
        ("L9", "challenge", "Mon 23 Nov 10:00"),
        ("L10", "challenge", "Mon 07 Dec 10:00"),
        ("L13", "challenge", "Mon 14 Dec 17:00"),
    ]


@pytest.mark.parametrize(
    ("risk", "due"), [(Risk.HIGH, "Wed 18 Nov 17:00"), (Risk.IMMEDIATE, "Mon 16 Nov 14:00")]
)
def test_or_shorter_where_safety_needs_it(risk: Risk, due: str) -> None:
    assert climb(under(WEEKS, risk=risk))[0] == ("L9", "challenge", due)


def test_a_letter_has_its_own_time_and_the_answer_counts_from_there() -> None:
    assert climb(under(LETTERS))[:5] == [
        ("L9", "challenge", "Tue 17 Nov 17:00"),
        ("L10", "challenge_letter", "Thu 19 Nov 17:00"),
        ("L10", "challenge", "Thu 26 Nov 17:00"),
        ("L11", "challenge_letter", "Fri 27 Nov 17:00"),
        ("L11", "challenge", "Fri 04 Dec 17:00"),
    ]


def test_a_meeting_of_all_parties_its_decision_and_who_is_told() -> None:
    told = under(MEETING)
    found = [item for item in climb(told) if item[0] == "L11"]
    assert found == [
        ("L11", "challenge_tell", "Thu 19 Nov 17:00"),
        ("L11", "challenge_meeting", "Fri 20 Nov 17:00"),
        ("L11", "challenge", "Mon 23 Nov 17:00"),
    ]
    assert "L12" not in {stage for stage, _, _ in climb(told)}


def test_every_side_of_the_table_is_drawn() -> None:
    drawn = "\n".join(draw(ladder(MEETING)))
    for side in ("Head of Service", "Designated nurse", "Police inspector"):
        assert side in drawn


@pytest.mark.parametrize("text", [WEEKS, LETTERS, MEETING])
def test_an_open_case_owes_something_at_every_hour_of_the_climb(text: str) -> None:
    told = under(text)
    for _ in range(60):
        told.later(hours=12)
        assert told.running() & {"L9", "L10", "L11", "L12", "L13"}


def test_a_stage_left_out_must_be_one_of_the_ladder_it_extends() -> None:
    with pytest.raises(LadderRefused, match='"L40" is not a stage of the ladder it extends'):
        ladder(WEEKS.replace('"L11", "L12"', '"L40"'))


def test_a_stage_left_out_that_others_lead_to_is_told() -> None:
    with pytest.raises(LadderRefused, match='"L11" is not a stage of this ladder'):
        ladder(WEEKS.replace('next_missed = ["L13"]\n', ""))
