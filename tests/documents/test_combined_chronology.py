"""A case and those linked with it as one line of time, for a meeting (R85)."""

from uuid import uuid4

from sgtui.documents.model import Section
from sgtui.domain.people import Role
from sgtui.services.concern import record_concern
from sgtui.services.links import link_cases
from sgtui.services.record import Recorded
from tests.documents.a_told_record import document, text
from tests.services.a_body import add
from tests.services.conftest import Home

NAME = "combined-chronology"


def two(home: Home) -> tuple[Recorded, Recorded]:
    """Two linked cases, an hour apart, about Ada Vale and Ben Idle."""
    first = record_concern(home.desk, home.notice(), case_id=uuid4())
    home.clock.forward(hours=1)
    ben = home.person("Ben Idle", "4")
    second = record_concern(home.desk, home.notice(person=ben), case_id=uuid4())
    link_cases(home.desk, first.case_id, second.reference, "The same visitor")
    return first, second


def sections(home: Home, reference: str = "") -> list[Section]:
    """The sections of the document."""
    return list(document(home.desk, NAME, reference).sections)


def test_the_cases_are_listed_and_then_told_as_one_in_the_order_of_time(home: Home) -> None:
    first, second = two(home)
    home.clock.forward(hours=1)
    add(home, first.case_id, "observation_made", text="Calm again.")
    (whole,) = sections(home, first.reference)
    times = [str(record.cells[2]) for record in whole.records]
    assert times == sorted(times)
    assert {str(record.cells[0]) for record in whole.records} == {first.reference, second.reference}
    said = text(home.desk, NAME, first.reference)
    assert f"{first.reference} and the cases linked with it" in said
    assert "Ada Vale. Neglect." in said and "Ben Idle. Neglect." in said
    assert f"{first.reference} 5" in said or f"{first.reference} 4" in said


def test_people_of_the_cases_keep_their_names_and_others_do_not(home: Home) -> None:
    home.person("Carl Orr", "9")
    first, _ = two(home)
    add(home, first.case_id, "observation_made", text="Carl Orr and Ben Idle were there.")
    assert "resident A and Ben Idle were there." in text(home.desk, NAME, first.reference)


def test_a_case_that_is_linked_with_none_says_so(home: Home) -> None:
    alone = record_concern(home.desk, home.notice(), case_id=uuid4())
    said = text(home.desk, NAME, alone.reference)
    assert "No other case is linked with it." in said
    assert "and the cases linked with it" not in said


def test_over_a_period_cases_linked_with_one_another_are_told_once(home: Home) -> None:
    two(home)
    record_concern(home.desk, home.notice(), case_id=uuid4())
    assert len(sections(home)) == 2


def test_a_linked_case_that_names_the_reader_is_counted_and_not_shown(home: Home) -> None:
    desk = home.desk_of("Kit Dunn", Role.SHIFT_LEADER)
    first, second = two(home)
    kit = {"name": "Kit Dunn", "involvement": "alleged", "staff": desk.author.staff_id}
    add(home, second.case_id, "person_involved", **kit)
    said = text(desk, NAME, first.reference)
    assert "1 more linked case names whoever made this, so nothing of it is here." in said
    assert second.reference not in said and "The same visitor" not in said
    assert second.reference in text(home.desk, NAME, first.reference)
