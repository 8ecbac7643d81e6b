"""What is derived from a case is kept whole, replaced whole and dropped whole."""

from dataclasses import replace
from uuid import uuid4

from sgtui.services.ports import Projection
from tests.storage.invented import NOW, Home, case_row, clock_row, projection, query_plans


def put(home: Home, *wanted: Projection) -> None:
    with home.store.writing() as unit:
        for one in wanted:
            unit.put_projection(one)


def test_a_projection_is_read_back_equal(home: Home) -> None:
    kept = projection()
    put(home, kept)
    with home.store.reading() as unit:
        assert unit.projection(kept.case.case_id) == kept
        assert unit.projection(uuid4()) is None
        assert unit.case_by_reference("SG-26-K4T7") == kept.case
        assert unit.case_by_reference("SG-26-0000") is None


def test_a_projection_put_again_replaces_all_of_it(home: Home) -> None:
    first = projection()
    later = Projection(replace(first.case, stage="L8"), first.clocks[:1], ())
    put(home, first, projection("SG-26-9MQX"), later)
    with home.store.reading() as unit:
        assert unit.projection(first.case.case_id) == later
        assert len(unit.cases()) == 2


def test_cleared_projections_leave_the_entries(home: Home) -> None:
    case_id = home.sealed_case(2)
    put(home, projection())
    with home.store.writing() as unit:
        unit.clear_projections()
        assert unit.cases() == ()
        assert unit.open_clocks() == ()
    with home.store.reading() as unit:
        assert len(unit.entries(case_id)) == 2


def test_open_clocks_come_soonest_first_with_their_case(home: Home) -> None:
    one, two = case_row("SG-26-K4T7"), case_row("SG-26-9MQX")
    soon, later = clock_row(two.case_id, "soon", 1), clock_row(one.case_id, "later", 9)
    shut = (clock_row(one.case_id, "met", 0, met=True), clock_row(one.case_id, "e", 0, ended=True))
    put(home, Projection(one, (later, *shut), ()), Projection(two, (soon,), ()))
    with home.store.reading() as unit:
        assert unit.open_clocks() == ((soon, two), (later, one))


def test_open_clocks_are_found_by_an_index_of_open_ones_alone(home: Home) -> None:
    put(home, projection())
    with home.store.reading() as unit, query_plans(home) as plans:
        assert len(unit.open_clocks()) == 1
    (plan,) = plans
    assert "INDEX clocks_open" in plan
    assert "TEMP B-TREE" not in plan


def test_cases_are_paged_newest_first(home: Home) -> None:
    rows = [case_row(f"SG-26-000{hour}", hour, closed=hour == 3) for hour in range(6)]
    put(home, *(Projection(row, (), ()) for row in rows))
    with home.store.reading() as unit:
        first = unit.cases(limit=4)
        rest = unit.cases(limit=4, after=first[-1])
        assert list(first + rest) == rows[::-1]
        assert rows[3] not in unit.cases(open_only=True)
        assert len(unit.cases(open_only=True)) == 5


def test_cases_opened_in_the_same_moment_are_each_shown_once(home: Home) -> None:
    rows = [case_row(f"SG-26-000{number}") for number in range(5)]
    put(home, *(Projection(row, (), ()) for row in rows))
    seen: list[str] = []
    with home.store.reading() as unit:
        page = unit.cases(limit=2)
        while page:
            seen += [row.reference for row in page]
            page = unit.cases(limit=2, after=page[-1])
    assert sorted(seen) == [row.reference for row in rows]


def test_cases_are_found_by_the_people_they_are_about(home: Home) -> None:
    rows = [case_row(f"SG-26-000{hour}", hour) for hour in range(3)]
    put(home, *(Projection(row, (), ()) for row in rows))
    with home.store.reading() as unit:
        wanted = [rows[0].person_id, rows[2].person_id, *(uuid4() for _ in range(1200))]
        assert unit.find_cases(wanted) == (rows[2], rows[0])
        assert unit.find_cases([]) == ()


def test_times_keep_their_microseconds(home: Home) -> None:
    kept = projection()
    put(home, kept)
    with home.store.reading() as unit:
        (read,) = unit.cases()
    assert read.opened_at == NOW
    assert read.opened_at.microsecond == 123456
    assert read.opened_at.utcoffset() is not None


def test_cases_noticed_within_some_days_are_found_by_their_index(home: Home) -> None:
    rows = [case_row(f"SG-26-000{hour}", hour) for hour in range(6)]
    put(home, *(Projection(row, (), ()) for row in rows))
    with home.store.reading() as unit, query_plans(home) as plans:
        found = unit.incidents(rows[1].noticed_at, rows[3].noticed_at)
        assert [one.case_id for one in found] == [row.case_id for row in rows[1:4]]
        assert found[0].person == rows[1].person_id
        assert found[0].regions == rows[1].regions
        assert "INDEX cases_noticed" in plans[0]
        assert "TEMP B-TREE" not in plans[0]
        assert len(unit.incidents()) == 6


def test_a_case_is_read_by_its_id(home: Home) -> None:
    kept = projection()
    put(home, kept)
    with home.store.reading() as unit:
        assert unit.case_row(kept.case.case_id) == kept.case
        assert unit.case_row(uuid4()) is None


def test_lists_are_lacking_while_there_are_entries_and_nothing_derived(home: Home) -> None:
    with home.store.reading() as unit:
        assert not unit.lacks_lists()
    home.sealed_case(2)
    with home.store.reading() as unit:
        assert unit.lacks_lists()
    put(home, projection())
    with home.store.reading() as unit:
        assert not unit.lacks_lists()


def test_entries_of_one_kind_are_read_from_several_cases_at_once(home: Home) -> None:
    first, second, third = (home.sealed_case(3, f"SG-26-000{n}") for n in range(3))
    with home.store.reading() as unit, query_plans(home) as plans:
        found = unit.entries_of_kind([first, second], "statement_taken")
        assert {entry.case_id for entry in found} == {first, second}
        assert [entry.kind for entry in found] == ["statement_taken"] * 4
        assert "INDEX entries_kind" in plans[0]
        assert unit.entries_of_kind([third], "body_mapped") == ()
