"""The ladder drawn: every stage, owner, deadline and way on, within the columns there are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sgtui.domain.flowchart import HERE, NARROWEST, deadline_words, draw
from sgtui.domain.ladder import ClockRule, Ladder
from sgtui.domain.ladder_file import shipped


@pytest.fixture(name="ladder", scope="module")
def _ladder() -> Ladder:
    found = shipped("ENG-default-1")
    assert found is not None
    return found


def box(lines: list[str], code: str) -> list[str]:
    """The lines of one stage, from its upper edge to the ways out of it."""
    at = next(n for n, line in enumerate(lines) if line.startswith(f"│ {code} "))
    end = next(n for n in range(at, len(lines)) if lines[n].startswith("└"))
    return lines[at - 1 : end + 2]


def test_every_stage_shows_its_owner_and_each_deadline(ladder: Ladder) -> None:
    lines = draw(ladder)
    for stage in ladder.stages:
        drawn = "\n".join(box(lines, stage.code))
        assert stage.owner_role.label in drawn
        for rule in stage.clocks:
            assert rule.title in drawn and deadline_words(rule).split(";")[0] in drawn


def test_ways_on_are_named_by_stage_and_run_into_the_next_box(ladder: Ladder) -> None:
    receipt = box(draw(ladder), "L7")
    assert "└─ in time > L8" in receipt[-1]
    assert "│ late > L7a" in receipt[-1]
    chase = box(draw(ladder), "L7a")
    column = receipt[-1].index("│ late")
    assert (receipt[-2][column], chase[0][column]) == ("┬", "┴")


def test_a_stage_with_no_stage_after_lateness_names_who_takes_over(ladder: Ladder) -> None:
    assert "late > On-call manager" in box(draw(ladder), "L4")[-1]


def test_stages_beside_the_ladder_stand_apart_at_the_end(ladder: Ladder) -> None:
    lines = draw(ladder)
    apart = next(n for n, line in enumerate(lines) if "BESIDE THE LADDER" in line)
    codes = [line.split()[1] for line in lines[apart:] if line.startswith("│ L")]
    assert codes == ["L6a", "L14", "L15"]


def test_where_the_case_is_now_is_marked_in_words(ladder: Ladder) -> None:
    lines = draw(ladder, now_at=frozenset({"L7"}))
    [marked] = [line for line in lines if HERE in line]
    assert marked.startswith("│ L7 ")


@settings(max_examples=25, deadline=None)
@given(width=st.integers(0, 200), ascii=st.booleans())
def test_no_line_is_wider_than_it_may_be(ladder: Ladder, width: int, ascii: bool) -> None:
    lines = draw(ladder, width, ascii, frozenset({"L12"}))
    assert max(map(len, lines)) <= max(width, NARROWEST)
    assert not ascii or all(line.isascii() for line in lines)


def test_boxes_are_closed_on_both_sides(ladder: Ladder) -> None:
    for line in draw(ladder):
        if line.startswith("│"):
            assert line.endswith("│") and len(line) == 78


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"amount": 24, "unit": "hours"}, "24 hours"),
        ({"amount": 1, "unit": "working_days"}, "1 working day"),
        ({"amount": 0, "unit": "minutes"}, "at once"),
        ({"amount": 0, "unit": "working_days"}, "the same working day"),
        ({"amount": 0, "unit": "office_hours"}, "when the desk opens"),
        ({"amount": 1, "unit": "end_of_shift"}, "by the end of the next shift"),
        (
            {"amount": 2, "unit": "hours", "cap": "end_of_shift"},
            "2 hours, never after the shift ends",
        ),
        (
            {
                "amount": 1,
                "unit": "office_hours",
                "repeat": {"amount": 1, "unit": "working_days"},
            },
            "1 desk hour, then every working day",
        ),
        (
            {
                "amount": 5,
                "unit": "working_days",
                "risk_override": {"high": {"amount": 1, "unit": "working_days"}},
            },
            "5 working days; high risk 1",
        ),
        (
            {
                "amount": 1,
                "unit": "working_days",
                "risk_override": {"immediate": {"amount": 4, "unit": "hours"}},
            },
            "1 working day; immediate risk 4 hours",
        ),
        (
            {
                "amount": 30,
                "unit": "minutes",
                "risk_override": {"immediate": {"amount": 0, "unit": "minutes"}},
            },
            "30 minutes; immediate risk at once",
        ),
    ],
)
def test_a_deadline_is_said_in_plain_words(fields: dict[str, object], words: str) -> None:
    assert deadline_words(ClockRule.model_validate({"duty": "decision"} | fields)) == words
