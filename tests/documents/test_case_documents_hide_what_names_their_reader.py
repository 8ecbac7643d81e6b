"""Whoever is alleged or in conflict is given no document of the case, nor a word of it (G21)."""

from dataclasses import dataclass
from uuid import uuid4

import pytest

from sgtui.domain.people import Role
from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.links import link_cases
from sgtui.services.record import NoSuchCase, NotForYou, Recorded
from tests.documents.a_told_record import document, text
from tests.services.a_body import a_case, add, look
from tests.services.conftest import Home

NAMES = ("inspection-pack", "chronology", "combined-chronology")


@dataclass(frozen=True)
class Named:
    """Two linked cases about one person; the first names whoever sits at `desk`."""

    case: Recorded
    other: Recorded
    desk: Desk


@pytest.fixture
def named(home: Home) -> Named:
    """Kit Dunn is alleged in one of two linked cases, each with a body map."""
    desk = home.desk_of("Kit Dunn", Role.SHIFT_LEADER)
    person = home.person()
    kit = desk.author.staff_id
    case = a_case(home, person, "bruise, left forearm, 3 cm", alleged_staff=kit)
    home.clock.forward(hours=5)
    other = a_case(home, person, "cut, nose, 5 mm")
    link_cases(home.desk, other.case_id, case.reference, "The same carer on both days")
    home.clock.forward(hours=5)
    look(home, other.case_id, "cut, nose, 4 mm")
    return Named(case, other, desk)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_refused_by_its_reference(named: Named, name: str) -> None:
    with pytest.raises(NotForYou, match="You are named in this case"):
        document(named.desk, name, named.case.reference)
    with pytest.raises(NoSuchCase):
        document(named.desk, name, "SG-26-0000")


@pytest.mark.parametrize("name", NAMES)
def test_over_a_period_it_is_left_out_and_counted(named: Named, name: str) -> None:
    made = document(named.desk, name, "")
    assert any(note.startswith("1 case names whoever made this") for note in made.notes)
    assert [found.reference for found in made.sections] == [named.other.reference]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("reference", ["", "the other"])
def test_another_case_says_nothing_of_it(named: Named, name: str, reference: str) -> None:
    asked = named.other.reference if reference else ""
    said = text(named.desk, name, asked)
    assert named.case.reference not in said
    assert "The same carer" not in said


@pytest.mark.parametrize("name", NAMES)
def test_everybody_else_is_given_it_whole(home: Home, named: Named, name: str) -> None:
    said = text(home.desk, name, named.other.reference)
    assert named.case.reference in said and "The same carer" in said


def test_a_link_that_was_put_right_says_nothing_of_it_either(home: Home, named: Named) -> None:
    with home.desk.store.reading() as unit:
        (link,) = unit.entries_of_kind([named.other.case_id], "cases_linked")
    changes = {"reason": "The same carer, seen twice"}
    add(home, named.other.case_id, "amended", entry=link.id, changes=changes, reason="Plainer")
    said = text(named.desk, "inspection-pack", named.other.reference)
    assert "seen twice" not in said and named.case.reference not in said
    assert "It speaks of a case that is not shown to whoever made this." in said
    assert "seen twice" in text(home.desk, "inspection-pack", named.other.reference)


def test_one_that_came_to_name_its_reader_meanwhile_is_passed_over(home: Home) -> None:
    desk = home.desk_of("Kit Dunn", Role.SHIFT_LEADER)
    case = record_concern(home.desk, home.notice(), case_id=uuid4())
    made = document(desk, "inspection-pack", case.reference)
    kit = {"name": "Kit Dunn", "involvement": "conflicted", "staff": desk.author.staff_id}
    add(home, case.case_id, "person_involved", **kit)
    assert list(made.sections) == []
