"""The demo's physical stories have real body maps, so that comparing and prompts can be seen."""

from pathlib import Path

import pytest

from sgtui.domain.body_map.compare import Change
from sgtui.domain.entries import BodyMapDeclined, BodyMapped, BodyMapPromptAnswered
from sgtui.domain.entries.choices import Category
from sgtui.services.case import CaseView, case_id_of, read_case
from tests.services.demo_home import Furnished, furnished


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """One home for every test here, for none of them writes."""
    folder: Path = tmp_path_factory.mktemp("demo")
    return furnished(folder)


def view_of(made: Furnished, last_four: str) -> CaseView:
    """One case of this year's demo."""
    return read_case(made.desk, case_id_of(made.desk, f"SG-26-{last_four}"))


def test_every_physical_concern_has_its_map(made: Furnished) -> None:
    with made.store.reading() as unit:
        rows = unit.cases(limit=1000)
    physical = [row.case_id for row in rows if row.category == Category.PHYSICAL.value]
    assert len(physical) >= 5
    for case_id in physical:
        case = read_case(made.desk, case_id).case
        assert case.of(BodyMapped)
        assert not case.of(BodyMapDeclined)


def test_two_maps_of_one_person_differ_in_every_way(made: Furnished) -> None:
    (compared,) = view_of(made, "K4T7").comparisons
    assert compared.earlier.case_id != compared.later.case_id
    changes = {one.change for one in compared.changes}
    assert changes >= {Change.NEW, Change.GONE, Change.CHANGED}


def test_one_prompt_is_open_and_one_was_answered(made: Furnished) -> None:
    assert len(view_of(made, "M5RA").open_prompts) == 1
    answered = view_of(made, "K4T7")
    assert answered.open_prompts == ()
    assert len(answered.case.of(BodyMapPromptAnswered)) == 1


def test_a_later_look_may_find_no_mark(made: Furnished) -> None:
    first, second = view_of(made, "7YCP").maps
    assert first.what.marks
    assert second.what.marks == ()
