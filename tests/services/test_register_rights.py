"""Who may change the register: a manager all of it, anyone who records may add a person."""

from uuid import uuid4

import pytest

from sgtui.domain.entries import PersonRegistered, StaffRegistered
from sgtui.domain.ladder_file import shipped_text
from sgtui.domain.people import Role
from sgtui.services.ladders import adopt_ladder
from sgtui.services.record import NotYet
from sgtui.services.register import register_person, register_staff
from tests.services.conftest import Home


def test_a_care_worker_adds_a_person_that_a_concern_can_be_about(home: Home) -> None:
    desk = home.desk_of("Liam Byrne", Role.CARE_WORKER)
    person = register_person(desk, PersonRegistered(person=uuid4(), name="A visitor"))
    with desk.store.reading() as unit:
        assert desk.register(unit).people[person].name == "A visitor"


def test_a_care_worker_does_not_register_staff(home: Home) -> None:
    desk = home.desk_of("Liam Byrne", Role.CARE_WORKER)
    said = StaffRegistered(staff=uuid4(), name="A friend", roles=(Role.REGISTERED_MANAGER,))
    with pytest.raises(NotYet, match="manager"):
        register_staff(desk, said)


def test_an_inspector_adds_nobody(home: Home) -> None:
    desk = home.desk_of("Ines Pektor", Role.READ_ONLY)
    with pytest.raises(NotYet):
        register_person(desk, PersonRegistered(person=uuid4(), name="A visitor"))


def test_what_is_refused_leaves_no_entry(home: Home) -> None:
    desk = home.desk_of("Liam Byrne", Role.CARE_WORKER)
    with desk.store.reading() as unit:
        before = unit.register_entries()
    with pytest.raises(NotYet):
        adopt_ladder(desk, shipped_text("ENG-default-1"), "ours.toml")
    with desk.store.reading() as unit:
        assert unit.register_entries() == before
