"""From which count on a number stands in a summary is what the home's own ladder says."""

import pytest

from sgtui.documents.catalogue import make
from sgtui.domain.ladder_compare import compare
from sgtui.domain.ladder_faults import LadderRefused
from sgtui.domain.ladder_file import read_ladder, shipped
from sgtui.services.files import Period
from sgtui.services.ladders import adopt_ladder
from sgtui.services.reports import Asked
from sgtui.services.summary import fewest_shown
from tests.services.conftest import START, Home
from tests.services.test_ladder_adoption import OURS


def with_fewest(count: int) -> str:
    """A ladder of the home's own that says so."""
    return f"{OURS}fewest_shown = {count}\n"


def test_five_is_usual_and_the_ladder_says_otherwise(home: Home) -> None:
    assert fewest_shown(home.desk) == 5
    adopt_ladder(home.desk, with_fewest(10), "ours.toml")
    assert fewest_shown(home.desk) == 10
    period = Period(START, home.clock.at)
    notes = make(home.desk, "summary", Asked(period)).notes
    assert any("below 10 is told" in note for note in notes)


@pytest.mark.parametrize("count", [0, 2, 51])
def test_a_count_that_hides_nobody_or_everything_is_refused(count: int) -> None:
    with pytest.raises(LadderRefused, match="fewest_shown"):
        read_ladder(with_fewest(count), "ours.toml")


def test_that_it_differs_is_told_before_a_ladder_is_adopted() -> None:
    default = shipped("ENG-default-1")
    assert default is not None
    ours = read_ladder(with_fewest(10), "ours.toml")
    assert "fewest shown in a summary: 5, now 10" in compare(default, ours)
