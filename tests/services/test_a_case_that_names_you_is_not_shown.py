"""Whoever is alleged or in conflict sees nothing of the case, wherever it would show (G21)."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from sgtui.domain.people import Role
from sgtui.services import drafts
from sgtui.services.body_map import read_person_maps
from sgtui.services.case import case_id_of, read_case
from sgtui.services.concern import record_concern
from sgtui.services.desk import Desk
from sgtui.services.find import find
from sgtui.services.links import combined, link_cases
from sgtui.services.queue import arrange, read_facts
from sgtui.services.record import NotForYou, NotYet, Recorded
from tests.services.a_body import a_case, add, look
from tests.services.conftest import Home

SENTENCE = "You are named in this case, so it is not shown to you."


@dataclass(frozen=True)
class Named:
    """Two cases about one person; the first names whoever sits at `desk`."""

    case: Recorded
    other: Recorded
    desk: Desk
    person: UUID


@pytest.fixture(params=["as the one alleged", "in conflict"])
def named(home: Home, request: pytest.FixtureRequest) -> Named:
    """Kit Dunn is named in one of two cases, alleged from the start or in conflict later on."""
    desk = home.desk_of("Kit Dunn", Role.SHIFT_LEADER)
    kit, person = desk.author.staff_id, home.person()
    alleged = {"alleged_staff": kit} if request.param == "as the one alleged" else {}
    case = a_case(home, person, "bruise, left forearm, 3 cm", **alleged)
    if not alleged:
        fields = {"name": "Kit Dunn", "involvement": "conflicted", "staff": kit}
        add(home, case.case_id, "person_involved", **fields)
    home.clock.forward(hours=5)
    other = a_case(home, person, "cut, nose, 5 mm")
    return Named(case, other, desk, person)


def test_it_opens_for_nobody_whom_it_names_by_reference_or_by_id(named: Named) -> None:
    with pytest.raises(NotForYou, match=SENTENCE):
        case_id_of(named.desk, named.case.reference)
    for read in (read_case, combined, read_person_maps):
        with pytest.raises(NotForYou, match=SENTENCE):
            read(named.desk, named.case.case_id)


def test_it_opens_for_everybody_else(home: Home, named: Named) -> None:
    assert case_id_of(home.desk, named.case.reference) == named.case.case_id
    assert read_case(home.desk, named.case.case_id).case.reference == named.case.reference


def test_neither_the_rows_nor_the_counts_of_the_queue_tell_of_it(home: Home, named: Named) -> None:
    theirs = arrange(read_facts(named.desk), home.clock.at)
    mine = arrange(read_facts(home.desk), home.clock.at)
    assert {row.reference for row in theirs.rows} == {named.other.reference}
    assert (theirs.open_cases, mine.open_cases) == (1, 2)
    late = sum(row.urgency.is_late for row in mine.rows if row.reference == named.other.reference)
    assert theirs.late == late < mine.late


@pytest.mark.parametrize("typed", ["", "ada", "12"])
def test_it_is_not_found_among_others(home: Home, named: Named, typed: str) -> None:
    found = find(named.desk, typed)
    assert [one.reference for one in found.cases] == [named.other.reference]
    assert len(find(home.desk, typed).cases) == 2


def test_it_is_not_found_by_its_reference(named: Named) -> None:
    assert find(named.desk, named.case.reference).cases == ()


def test_a_list_is_as_long_without_it_as_with_it(home: Home, named: Named) -> None:
    for _ in range(3):
        record_concern(home.desk, home.notice(alleged_staff=named.desk.author.staff_id),
                       case_id=uuid4())  # fmt: skip
    found = find(named.desk, "", most=1)
    assert ([one.reference for one in found.cases], found.more) == ([named.other.reference], False)


def test_its_body_maps_are_missing_from_the_persons_maps(home: Home, named: Named) -> None:
    def seen(desk: Desk) -> set[str]:
        by_person, by_case = named.person, named.other.case_id
        maps = [read_person_maps(desk, key).maps for key in (by_person, by_case)]
        assert maps[0] == maps[1]
        return {one.reference for one in maps[0]}

    assert seen(named.desk) == {named.other.reference}
    assert seen(home.desk) == {named.other.reference, named.case.reference}
    look(home, named.other.case_id, "bruise, left forearm, 2 cm")
    compared = read_case(named.desk, named.other.case_id).comparisons
    assert {one.earlier.reference for one in compared} == {named.other.reference}


def test_a_link_to_it_says_nothing_but_another_case(home: Home, named: Named) -> None:
    reason = "The same carer on both days"
    link_cases(home.desk, named.other.case_id, named.case.reference, reason)
    view = read_case(named.desk, named.other.case_id)
    assert [one.reference for one in view.linked] == ["another case"]
    (line,) = [line for line in view.lines if line.title == "Case linked"]
    assert line.text == "another case"
    told = "\n".join(f"{line.text} {line.corrected}" for line in view.lines)
    assert named.case.reference not in told
    assert reason not in told
    payloads = str([view.veil.payload(entry) for entry in view.case.entries])
    assert named.case.reference not in payloads and reason not in payloads
    whole = combined(named.desk, named.other.case_id)
    assert ({one.reference for one in whole.lines}, whole.not_shown) == (
        {named.other.reference}, 1)  # fmt: skip
    assert "The same carer" in str(read_case(home.desk, named.other.case_id).lines)


def test_it_cannot_be_linked_by_whom_it_names_nor_told_apart_from_none(named: Named) -> None:
    with pytest.raises(NotYet, match=f"no case has the reference {named.case.reference}"):
        link_cases(named.desk, named.other.case_id, named.case.reference, "Curious")


def test_a_draft_about_it_is_not_listed_any_more(named: Named) -> None:
    for case in (named.case, named.other):
        drafts.keep(named.desk, uuid4(), "observation_made", case.case_id, {"text": "calm"})
    assert [draft.case_id for draft in drafts.mine(named.desk)] == [named.other.case_id]


def test_whoever_records_a_concern_that_names_them_sees_it_no_more(home: Home) -> None:
    desk = home.desk_of("Kit Dunn", Role.SHIFT_LEADER)
    notice = home.notice(alleged_staff=desk.author.staff_id)
    recorded = record_concern(desk, notice, case_id=uuid4())
    with pytest.raises(NotForYou):
        read_case(desk, recorded.case_id)
    assert arrange(read_facts(desk), home.clock.at).rows == ()


def test_it_is_shown_again_once_the_naming_was_entered_in_error(home: Home) -> None:
    desk = home.desk_of("Kit Dunn", Role.SHIFT_LEADER)
    case = record_concern(home.desk, home.notice(), case_id=uuid4())
    kit = {"name": "Kit Dunn", "involvement": "conflicted", "staff": desk.author.staff_id}
    naming = add(home, case.case_id, "person_involved", **kit)
    with pytest.raises(NotForYou):
        read_case(desk, case.case_id)
    lead = home.staff("Sam Lead", Role.SAFEGUARDING_LEAD)
    fields = {"entry": naming, "second_person": lead, "reason": "Another Kit"}
    add(home, case.case_id, "entered_in_error", **fields)
    assert read_case(desk, case.case_id).case.barred == frozenset()
