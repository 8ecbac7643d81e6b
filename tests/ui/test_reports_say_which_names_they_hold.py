"""What is said about a report before it is printed: the names it holds, where its work is done."""

import pytest

from sgtui.services.reports import CATALOGUE, Audience
from sgtui.ui.wording.report_words import about_lines


def said(name: str) -> list[str]:
    """The lines about a report, at 80 columns."""
    lines = about_lines(CATALOGUE[name], "~/Documents", 76)
    return ["".join(piece.text for piece in line) for line in lines]


def test_the_ladder_is_for_anybody_and_names_who_holds_each_role() -> None:
    assert any("Staff are named." in line for line in said("ladder"))
    assert not any("No names." in line for line in said("ladder"))


def test_only_what_goes_to_boards_holds_no_names() -> None:
    without = [name for name in CATALOGUE if any("No names." in line for line in said(name))]
    assert [CATALOGUE[name].audience for name in without] == [Audience.BOARD]


def test_an_audit_report_says_where_files_are_audited() -> None:
    assert said("file-audit")[-1].startswith("A begins an audit")
    assert said("learning")[-1].startswith("G sets what is to change")


@pytest.mark.parametrize("name", CATALOGUE)
def test_all_that_is_said_fits_at_80_columns(name: str) -> None:
    assert len(said(name)) <= 4
    assert all(len(line) <= 76 for line in said(name))
