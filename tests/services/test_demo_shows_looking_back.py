"""The demo looks back: reviews held and owed, weekly looks, learning at every stage."""

from collections import Counter
from pathlib import Path

import pytest

from sgtui.domain.entries import AfterActionReviewed, OversightHeld
from sgtui.domain.learning import LearningState
from sgtui.services.case import CaseView, case_id_of, read_case
from sgtui.services.learning import read_learning
from sgtui.services.queue import arrange, read_facts
from tests.services.demo_home import Furnished, furnished


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """The demo on an ordinary Wednesday."""
    folder: Path = tmp_path_factory.mktemp("looking back")
    return furnished(folder)


def view_of(made: Furnished, last_four: str) -> CaseView:
    """The case with that reference."""
    return read_case(made.desk, case_id_of(made.desk, f"SG-26-{last_four}"))


def test_an_escalation_was_looked_back_on_after_the_case_was_closed(made: Furnished) -> None:
    case = view_of(made, "D7NB").case
    (review,) = case.of(AfterActionReviewed)
    assert not case.is_open
    assert case.closed_at is not None
    assert review.entry.recorded_at > case.closed_at


def test_another_waits_to_be_looked_back_on_and_is_late(made: Furnished) -> None:
    view = view_of(made, "H3WD")
    assert not view.case.is_open
    assert [clock.duty.value for clock in view.running] == ["after_action"]
    assert view.running[0].due_at < made.now


def test_a_case_of_high_risk_was_looked_at_and_is_due_again(made: Furnished) -> None:
    view = view_of(made, "M6RX")
    assert len(view.case.of(OversightHeld)) == 2
    (owed,) = [clock for clock in view.running if clock.duty.value == "oversight"]
    assert owed.due_at < made.now


def test_learning_is_shown_at_every_stage_and_one_is_late(made: Furnished) -> None:
    learnt = read_learning(made.desk)
    states = Counter(one.state for one in learnt.there)
    assert states[LearningState.VERIFIED] == states[LearningState.DONE] == 1
    assert states[LearningState.OPEN] == 2
    assert [one.is_late(made.now) for one in learnt.there].count(True) == 1


def test_learning_from_a_case_names_its_review(made: Furnished) -> None:
    review = view_of(made, "D7NB").case.of(AfterActionReviewed)[0].entry.id
    assert review in {one.said.comes_from for one in read_learning(made.desk).there}


def test_all_of_it_stands_in_the_queue(made: Furnished) -> None:
    rows = arrange(read_facts(made.desk), made.now).rows
    late = {(row.reference[-4:], row.duty) for row in rows if row.urgency.is_late}
    assert ("H3WD", "After-action review") in late
    assert ("M6RX", "Manager's weekly look") in late
    assert ("HOME", "Training to do") in late
