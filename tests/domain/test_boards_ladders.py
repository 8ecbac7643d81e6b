"""Two boards' own ladders are shipped: whole, with their source, and no figure of our making."""

import tomllib
from datetime import date
from typing import Any

import pytest

from sgtui.domain.calendar import Unit
from sgtui.domain.entries.register import LADDER_LIMIT
from sgtui.domain.ladder import Duty, Ladder, Stage
from sgtui.domain.ladder_file import read_ladder, shipped_text, shipped_versions
from sgtui.domain.text import stored
from tests.domain.boards_ladders import BOARDS, DEFAULT, DORSET, SOUTH_TYNESIDE, ladder_of

DIFFERENCES = {
    DORSET: {
        "L9": {"checklist", "source"},
        "L10": {"title", "counterpart", "checklist", "source"},
        "L11": {"checklist", "source"},
        "L12": {"counterpart", "checklist", "source"},
    },
    SOUTH_TYNESIDE: {
        "L9": {"checklist", "script", "source", "clocks"},
        "L10": {"script", "source", "clocks"},
        "L11": {"script", "source", "clocks"},
        "L12": {"checklist", "source", "clocks"},
    },
}
"""What the boards' own words alter in each stage; everything else is the default's."""


def unlike(ours: Stage, theirs: Stage) -> set[str]:
    before, after = ours.model_dump(), theirs.model_dump()
    return {key for key in before if before[key] != after[key]}


def figures(ladder: Ladder) -> dict[str, list[dict[str, Any]]]:
    return {s.code: [rule.model_dump() for rule in s.clocks] for s in ladder.stages}


@pytest.mark.parametrize("version", BOARDS)
def test_it_is_shipped_and_read_without_a_fault(version: str) -> None:
    assert version in shipped_versions()
    ladder = read_ladder(shipped_text(version), f"{version}.toml")
    assert ladder.version == version
    assert version.startswith(f"{ladder.id}-")


@pytest.mark.parametrize("version", BOARDS)
def test_it_says_whose_it_is_and_that_it_was_not_read_again_at_its_source(version: str) -> None:
    ladder = ladder_of(version)
    assert "Safeguarding Adults Board" in ladder.authority
    assert ladder.source_title.startswith(ladder.authority)
    assert "from our notes of practice, not read again at the board" in ladder.source_title
    assert ladder.source_checked_on == date(2026, 11, 22)
    assert ladder.source_checked_on < ladder.review_by <= date(2027, 11, 22)


@pytest.mark.parametrize("version", BOARDS)
def test_its_file_names_only_what_differs_from_the_default(version: str) -> None:
    base, board = ladder_of(DEFAULT), ladder_of(version)
    pairs = zip(base.stages, board.stages, strict=True)
    found = {mine.code: unlike(mine, theirs) for mine, theirs in pairs}
    assert {code: keys for code, keys in found.items() if keys} == DIFFERENCES[version]
    for item in tomllib.loads(shipped_text(version))["stage"]:
        named = {"clocks" if key == "clock" else key for key in item}
        assert named == {"code"} | DIFFERENCES[version][item["code"]]


@pytest.mark.parametrize("version", BOARDS)
def test_each_stage_that_differs_names_the_board_and_that_it_is_from_our_notes(
    version: str,
) -> None:
    for code in DIFFERENCES[version]:
        source = ladder_of(version).stage(code).source
        assert source.startswith(("Dorset and BCP SABs, 2025", "South Tyneside SAB"))
        assert "from our notes" in source


@pytest.mark.parametrize("version", BOARDS)
def test_its_text_fits_into_the_entry_that_adopts_it(version: str) -> None:
    text = shipped_text(version)
    assert len(text) <= LADDER_LIMIT
    assert stored(text) == text


def test_dorset_has_the_figures_of_the_default_because_its_notes_give_no_others() -> None:
    assert figures(ladder_of(DORSET)) == figures(ladder_of(DEFAULT))


def test_dorset_says_that_the_line_managers_own_time_is_not_known() -> None:
    source = ladder_of(DORSET).stage("L10").source
    assert "Their time for this step is not known; 1 working day is the default's" in source


def test_dorset_marks_the_formal_step_and_tells_the_boards_chair() -> None:
    ladder = ladder_of(DORSET)
    [marked] = [item for item in ladder.stage("L11").checklist if "formal escalation" in item]
    assert "e-mail marked" in marked
    assert ladder.stage("L12").counterpart == "Director of Adult Services; SAB chair told"
    assert "Tell the board's Independent Chair within 1 working day" in (
        ladder.stage("L12").checklist
    )


def test_south_tyneside_goes_up_the_same_working_day_wherever_there_is_a_rung_above() -> None:
    ladder = ladder_of(SOUTH_TYNESIDE)
    terms = [(rule.amount, rule.unit) for _, rule in ladder.rules(Duty.CHALLENGE)]
    assert terms == [(0, Unit.WORKING_DAYS)] * 4 + [(5, Unit.WORKING_DAYS)]


def test_south_tyneside_alters_nothing_in_its_clocks_but_how_long_they_are() -> None:
    base, board = ladder_of(DEFAULT), ladder_of(SOUTH_TYNESIDE)
    before = [rule.model_dump(exclude={"amount"}) for _, rule in base.rules(Duty.CHALLENGE)]
    after = [rule.model_dump(exclude={"amount"}) for _, rule in board.rules(Duty.CHALLENGE)]
    assert after == before


def test_south_tyneside_says_what_its_procedure_is_not_for() -> None:
    first = ladder_of(SOUTH_TYNESIDE).stage("L9").checklist
    assert "Between agencies only: within one agency, its own policy" in first
    assert "Not for the conduct of a professional" in first


def test_no_script_of_south_tyneside_grants_the_default_a_working_day() -> None:
    for rung in ladder_of(SOUTH_TYNESIDE).rungs[:4]:
        assert "one working day" not in rung.script
