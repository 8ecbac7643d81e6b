"""Recording a concern looks for what it has in common with others, in the same transaction."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from sgtui.domain.entries import PatternFound
from sgtui.domain.entries.choices import Place
from sgtui.domain.people import Role
from sgtui.services.case import CaseView, read_case
from sgtui.services.concern import record_concern
from sgtui.services.patterns import new_patterns
from sgtui.services.projection import differences
from sgtui.services.queue import arrange, read_facts
from sgtui.services.record import NotYet, Recorded, new_reference
from tests.services.a_body import a_case, add, look
from tests.services.conftest import Home

_PLACES = (Place.LOUNGE, Place.GARDEN, Place.CORRIDOR, Place.BATHROOM, Place.DINING_ROOM)


def a_concern(home: Home, number: int, **other: object) -> Recorded:
    """A concern like no other before it: four hours later each, at a place of its own."""
    home.clock.forward(hours=28)
    fields = {"place": _PLACES[number % len(_PLACES)], **other}
    return record_concern(home.desk, home.notice(**fields), case_id=uuid4())


def patterns(home: Home, case_id: UUID) -> dict[str, tuple[str, ...]]:
    """The references that each rule found in a case."""
    said = read_case(home.desk, case_id).case.of(PatternFound)
    return {one.what.rule: one.what.references for one in said}


def owed(home: Home) -> list[str]:
    """The duties in the queue."""
    return [row.duty for row in arrange(read_facts(home.desk), home.clock.at).rows]


def test_a_second_concern_about_who_is_alleged_proposes_to_link_it(home: Home) -> None:
    first = a_concern(home, 0, alleged="Margaret Shaw")
    second = a_concern(home, 1, alleged="margaret shaw")
    assert patterns(home, first.case_id) == {}
    assert patterns(home, second.case_id) == {"Same person alleged": (first.reference,)}
    assert "Look at a pattern" in owed(home)


def test_concerns_with_nothing_in_common_are_no_pattern(home: Home) -> None:
    found = [patterns(home, a_concern(home, number).case_id) for number in range(4)]
    assert found == [{}, {}, {}, {}]


def test_somebody_named_later_is_looked_for_when_named(home: Home) -> None:
    carer = home.staff("Kit Dunn", Role.CARE_WORKER)
    first = a_concern(home, 0, alleged_staff=carer)
    second = a_concern(home, 1)
    add(home, second.case_id, "person_involved", name="Kit", involvement="alleged", staff=carer)
    assert patterns(home, second.case_id) == {"Same person alleged": (first.reference,)}


def test_a_mark_in_the_same_place_of_the_same_person_is_found_when_mapped(home: Home) -> None:
    person = home.person()
    first = a_case(home, person, "bruise, left forearm, 3 cm", place=Place.LOUNGE)
    second = a_concern(home, 1, person=person)
    assert patterns(home, second.case_id) == {}
    look(home, second.case_id, "bruise, left forearm, 2 cm")
    assert patterns(home, second.case_id) == {"Same body region": (first.reference,)}


def test_what_was_told_once_is_not_told_again_in_this_case_or_another(home: Home) -> None:
    first = a_concern(home, 0, alleged="Margaret Shaw")
    second = a_concern(home, 1, alleged="Margaret Shaw")
    told = {"name": "Margaret Shaw", "involvement": "alleged"}
    for recorded in (second, first):
        add(home, recorded.case_id, "person_involved", **told)
    assert len(read_case(home.desk, second.case_id).case.of(PatternFound)) == 1
    assert patterns(home, first.case_id) == {}


def test_one_more_of_the_same_is_told_as_a_larger_pattern(home: Home) -> None:
    earlier = [a_concern(home, number, alleged="Margaret Shaw") for number in range(2)]
    third = a_concern(home, 2, alleged="Margaret Shaw")
    references = tuple(recorded.reference for recorded in earlier)
    assert patterns(home, third.case_id) == {"Same person alleged": references}


def test_a_case_entered_in_error_has_nothing_in_common_with_any(home: Home) -> None:
    first = a_concern(home, 0, alleged="Margaret Shaw")
    lead = home.staff("Sam Lead", Role.SAFEGUARDING_LEAD)
    mistake = {"entry": first.entries[0].id, "second_person": lead, "reason": "Wrong home"}
    add(home, first.case_id, "entered_in_error", **mistake)
    assert patterns(home, a_concern(home, 1, alleged="Margaret Shaw").case_id) == {}


def answered(home: Home, view: CaseView, verdict: str) -> None:
    """The newest pattern of a case looked at."""
    found = view.case.of(PatternFound)[-1].entry.id
    fields = {"pattern": found, "verdict": verdict, "reason": "The same visitor each time"}
    add(home, view.case.id, "pattern_answered", **fields)


def test_taken_up_both_cases_say_that_they_are_linked(home: Home) -> None:
    first = a_concern(home, 0, alleged="Margaret Shaw")
    second = a_concern(home, 1, alleged="Margaret Shaw")
    answered(home, read_case(home.desk, second.case_id), "taken_up")
    assert read_case(home.desk, second.case_id).case.linked == {first.reference}
    assert read_case(home.desk, first.case_id).case.linked == {second.reference}
    assert "Look at a pattern" not in owed(home)
    with home.desk.store.reading() as unit:
        assert differences(home.desk, unit) == ()


def test_taken_up_every_case_of_it_is_linked_with_the_one_that_told_of_it(home: Home) -> None:
    earlier = [a_concern(home, number, alleged="Margaret Shaw") for number in range(3)]
    last = a_concern(home, 3, alleged="Margaret Shaw")
    answered(home, read_case(home.desk, last.case_id), "taken_up")
    references = {recorded.reference for recorded in earlier}
    assert read_case(home.desk, last.case_id).case.linked == references
    for recorded in earlier:
        assert read_case(home.desk, recorded.case_id).case.linked == {last.reference}


def test_dismissed_nothing_is_linked_and_it_is_not_proposed_again(home: Home) -> None:
    a_concern(home, 0, alleged="Margaret Shaw")
    second = a_concern(home, 1, alleged="Margaret Shaw")
    answered(home, read_case(home.desk, second.case_id), "dismissed")
    told = {"name": "Margaret Shaw", "involvement": "alleged"}
    add(home, second.case_id, "person_involved", **told)
    case = read_case(home.desk, second.case_id).case
    assert case.linked == frozenset()
    assert len(case.of(PatternFound)) == 1


def test_linked_cases_are_no_pattern_any_more(home: Home) -> None:
    first = a_concern(home, 0)
    second = a_concern(home, 1, alleged="Margaret Shaw")
    add(home, second.case_id, "cases_linked", reference=first.reference, reason="Sisters")
    told = {"name": "Margaret Shaw", "involvement": "alleged"}
    add(home, first.case_id, "person_involved", **told)
    assert patterns(home, first.case_id) == {}


def test_a_refused_concern_leaves_no_pattern_behind(home: Home) -> None:
    first = a_concern(home, 0, alleged="Margaret Shaw")
    with pytest.raises(NotYet):
        a_concern(home, 1, alleged="Margaret Shaw", told=uuid4())
    with home.desk.store.reading() as unit:
        assert [row.reference for row in unit.cases()] == [first.reference]


def test_the_query_reads_only_what_lies_within_the_days_of_the_rules(home: Home) -> None:
    long_ago = a_concern(home, 0, alleged="Margaret Shaw")
    home.clock.forward(days=40)
    recent = a_concern(home, 1)
    with home.desk.store.reading() as unit:
        since = home.clock.at - timedelta(days=28)
        found = {one.reference for one in unit.incidents(since, home.clock.at)}
        case = read_case(home.desk, recent.case_id).case
        ladder = home.desk.ladder_of(home.desk.register(unit), case)
        assert new_patterns(unit, case, ladder, begun=True) == ()
        assert new_reference(unit, home.clock.at) not in {long_ago.reference, recent.reference}
    assert found == {recent.reference}
