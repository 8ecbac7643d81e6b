"""Two cases that belong together: both say so, and their chronologies are read as one."""

from uuid import uuid4

import pytest

from sgtui.domain.entries import CasesLinked
from sgtui.domain.people import Role
from sgtui.services.case import read_case
from sgtui.services.concern import record_concern
from sgtui.services.links import combined, link_cases
from sgtui.services.projection import differences
from sgtui.services.record import NotYet, Recorded
from tests.services.a_body import add
from tests.services.conftest import Home


def two(home: Home) -> tuple[Recorded, Recorded]:
    """Two cases, an hour apart."""
    first = record_concern(home.desk, home.notice(), case_id=uuid4())
    home.clock.forward(hours=1)
    ben = home.person("Ben Idle", "4")
    return first, record_concern(home.desk, home.notice(person=ben), case_id=uuid4())


def linked(home: Home, case: Recorded) -> frozenset[str]:
    """What a case is linked with."""
    return read_case(home.desk, case.case_id).case.linked


def test_a_link_stands_in_both_cases_with_its_reason_and_its_author(home: Home) -> None:
    first, second = two(home)
    link_cases(home.desk, first.case_id, f" {second.reference.lower()} ", "The same visitor")
    assert linked(home, first) == {second.reference}
    assert linked(home, second) == {first.reference}
    (said,) = read_case(home.desk, second.case_id).case.of(CasesLinked)
    assert said.what.reason == "The same visitor"
    assert said.entry.recorded_by == home.manager
    with home.desk.store.reading() as unit:
        assert differences(home.desk, unit) == ()


def test_a_link_is_made_once_from_either_side(home: Home) -> None:
    first, second = two(home)
    link_cases(home.desk, first.case_id, second.reference, "The same visitor")
    for case, other in ((first, second), (second, first)):
        with pytest.raises(NotYet, match="is linked already"):
            link_cases(home.desk, case.case_id, other.reference, "Again")


def test_a_case_that_is_not_there_cannot_be_linked_and_nothing_is_written(home: Home) -> None:
    first, _ = two(home)
    with pytest.raises(NotYet, match="no case has the reference SG-26-0000"):
        link_cases(home.desk, first.case_id, "SG-26-0000", "The same visitor")
    with pytest.raises(NotYet, match="this is the same case"):
        link_cases(home.desk, first.case_id, first.reference, "The same visitor")
    assert linked(home, first) == frozenset()


def test_a_link_entered_in_error_goes_from_both_cases(home: Home) -> None:
    first, second = two(home)
    link = link_cases(home.desk, first.case_id, second.reference, "The same visitor").entries[0]
    lead = home.staff("Sam Lead", Role.SAFEGUARDING_LEAD)
    mistake = {"entry": link.id, "second_person": lead, "reason": "Another visitor"}
    add(home, first.case_id, "entered_in_error", **mistake)
    assert linked(home, first) == linked(home, second) == frozenset()
    link_cases(home.desk, second.case_id, first.reference, "The same after all")
    assert linked(home, first) == {second.reference}


def test_chronologies_of_linked_cases_are_read_as_one_in_the_order_of_time(home: Home) -> None:
    first, second = two(home)
    link_cases(home.desk, first.case_id, second.reference, "The same visitor")
    whole = combined(home.desk, first.case_id)
    assert [case.reference for case in whole.cases] == [first.reference, second.reference]
    assert [case.name for case in whole.cases] == ["Ada Vale", "Ben Idle"]
    times = [one.line.at for one in whole.lines]
    assert times == sorted(times)
    alone = [len(read_case(home.desk, case.case_id).lines) for case in (first, second)]
    assert len(whole.lines) == sum(alone)
    assert {one.reference for one in whole.lines} == {first.reference, second.reference}


def test_only_what_is_linked_directly_is_read_with_it(home: Home) -> None:
    first, second = two(home)
    third = record_concern(home.desk, home.notice(), case_id=uuid4())
    link_cases(home.desk, first.case_id, second.reference, "The same visitor")
    link_cases(home.desk, second.case_id, third.reference, "The same room")
    assert len(combined(home.desk, first.case_id).cases) == 2
    assert len(combined(home.desk, second.case_id).cases) == 3
