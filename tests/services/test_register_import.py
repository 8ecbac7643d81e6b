"""A table of people, staff or desks comes in whole, or not at all with every fault named."""

import pytest

from sgtui.domain.people import Role
from sgtui.services.record import NotYet
from sgtui.services.register_import import Imported, ImportRefused, import_rows
from tests.services.conftest import Home


def came_of(home: Home, sort: str, *rows: dict[str, str]) -> Imported:
    """What came of a table with these rows, from line 2 on."""
    return import_rows(home.desk, sort, tuple(rows[0]), list(enumerate(rows, start=2)))


def people_of(home: Home) -> set[tuple[str, str]]:
    """Name and room of everybody."""
    with home.desk.store.reading() as unit:
        people = home.desk.register(unit).people.values()
    return {(person.name, person.room) for person in people}


def test_the_same_table_again_changes_nothing(home: Home) -> None:
    rows = ({"name": "Eve One", "room": "5"}, {"name": "Sid Two", "room": "6"})
    assert came_of(home, "people", *rows) == Imported(added=2, changed=0, same=0)
    assert came_of(home, "people", *rows) == Imported(added=0, changed=0, same=2)


def test_an_empty_cell_leaves_what_is_there(home: Home) -> None:
    came_of(home, "people", {"name": "Eve One", "room": "5", "gp": "Dr Gold"})
    came_of(home, "people", {"name": "eve  one", "room": "7", "gp": ""})
    with home.desk.store.reading() as unit:
        (person,) = home.desk.register(unit).people.values()
    assert (person.room, person.gp) == ("7", "Dr Gold")


def test_one_bad_row_keeps_all_others_out(home: Home) -> None:
    good = {"name": "Eve One", "born_on": "1/2/1940"}
    with pytest.raises(ImportRefused) as refused:
        came_of(home, "people", good, {"name": "Sid Two", "born_on": "long ago"})
    assert refused.value.faults[0].startswith("Line 3: born_on: ")
    assert "long ago" not in str(refused.value)
    assert people_of(home) == set()


def test_two_of_one_name_are_told_apart_by_birth(home: Home) -> None:
    twins = ({"name": "Ann Lee", "born_on": ""}, {"name": "Ann Lee", "born_on": ""})
    with pytest.raises(ImportRefused, match="Line 3: the same as line 2"):
        came_of(home, "people", *twins)
    born = ({"name": "Ann Lee", "born_on": f"1/2/{year}"} for year in (1940, 1962))
    assert came_of(home, "people", *born).added == 2


def test_staff_keep_their_key_and_may_gain_a_role(home: Home) -> None:
    both = {"name": "Mo Grant", "roles": "registered manager, safeguarding lead"}
    assert came_of(home, "staff", both).changed == 1
    with home.desk.store.reading() as unit:
        member = home.desk.register(unit).staff[home.manager]
    assert member.public_key
    assert member.roles == (Role.REGISTERED_MANAGER, Role.SAFEGUARDING_LEAD)


def test_a_table_cannot_leave_the_home_without_a_manager(home: Home) -> None:
    with pytest.raises(NotYet, match="last manager"):
        came_of(home, "staff", {"name": "Mo Grant", "roles": "care worker"})


def test_a_desk_of_a_sort_takes_the_place_of_the_one_there(home: Home) -> None:
    desk = {"point": "duty desk", "name": "The desk", "phone": "01632 960114", "hours": "always"}
    assert came_of(home, "contacts", desk).changed == 1
    with home.desk.store.reading() as unit:
        found = home.desk.register(unit).contact_at("duty_desk")
    assert found is not None
    assert (found.name, found.hours.words()) == ("The desk", "always")


def test_who_may_not_manage_imports_no_staff(home: Home) -> None:
    desk = home.desk_of("Liam Byrne", Role.CARE_WORKER)
    row = (2, {"name": "A friend", "roles": "registered manager"})
    with pytest.raises(NotYet, match="manager"):
        import_rows(desk, "staff", ("name", "roles"), [row])


@pytest.mark.parametrize(
    ("header", "said"),
    [(("name", "plaice"), "not known"), (("name", "name"), "twice"), (("room",), "must be name")],
)
def test_a_header_that_does_not_fit_is_explained(
    home: Home, header: tuple[str, ...], said: str
) -> None:
    with pytest.raises(ImportRefused, match=said):
        import_rows(home.desk, "people", header, [])


def test_staff_come_with_their_manager_from_the_same_table(home: Home) -> None:
    rows = (
        {"name": "Ida Holt", "roles": "care worker", "line_manager": "Olu Bright",
         "works_with_children": "yes"},
        {"name": "Olu Bright", "roles": "shift leader", "line_manager": "Mo Grant",
         "works_with_children": ""},
    )  # fmt: skip
    assert came_of(home, "staff", *rows).added == 2
    with home.desk.store.reading() as unit:
        staff = {member.name: member for member in home.desk.register(unit).staff.values()}
    assert staff["Ida Holt"].line_manager == staff["Olu Bright"].id
    assert staff["Olu Bright"].line_manager == home.manager
    assert (staff["Ida Holt"].works_with_children, staff["Olu Bright"].works_with_children) == (
        True,
        None,
    )
    assert came_of(home, "staff", *rows) == Imported(added=0, changed=0, same=2)


def test_nobody_manages_themselves(home: Home) -> None:
    row = {"name": "Ida Holt", "roles": "care worker", "line_manager": "Ida Holt"}
    with pytest.raises(ImportRefused, match="Nobody manages themselves"):
        came_of(home, "staff", row)
