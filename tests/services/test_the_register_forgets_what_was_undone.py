"""What a failed transaction wrote to the register is not remembered by the desk."""

import pytest

from sgtui.domain.entries import ContactPointRegistered, StaffRegistered
from sgtui.domain.people import Role
from sgtui.services.desk import Desk
from sgtui.services.register import register_contact, register_entry
from tests.services.conftest import Home


class Undone(Exception):
    """Stands for anything that ends a transaction half way."""


def write_and_undo(desk: Desk, said: StaffRegistered) -> None:
    with desk.store.writing() as unit:
        register_entry(desk, unit, said)
        assert said.staff in desk.register(unit).staff
        raise Undone


def test_a_person_whose_registration_was_undone_is_not_there(home: Home) -> None:
    held = home.staff("Sam Lead", Role.SAFEGUARDING_LEAD)
    gone = StaffRegistered(staff=home.manager, name="Renamed", roles=(Role.REGISTERED_MANAGER,))
    with pytest.raises(Undone):
        write_and_undo(home.desk, gone)
    with home.desk.store.reading() as unit:
        register = home.desk.register(unit)
    assert register.staff[home.manager].name == "Mo Grant"
    assert held in register.staff


def test_what_takes_its_number_afterwards_is_read(home: Home) -> None:
    gone = StaffRegistered(staff=home.manager, name="Renamed", roles=(Role.REGISTERED_MANAGER,))
    with pytest.raises(Undone):
        write_and_undo(home.desk, gone)
    with home.desk.store.reading() as unit:
        point = next(iter(home.desk.register(unit).contacts.values()))
    said = ContactPointRegistered(
        contact=point.id, point=point.point, name="New name", hours="always", phone="01632 960001"
    )
    register_contact(home.desk, said)
    with home.desk.store.reading() as unit:
        assert home.desk.register(unit).contacts[point.id].name == "New name"
