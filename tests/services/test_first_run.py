"""The first run makes a home that can be worked with at once."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from sgtui.domain.ladder_words import ContactKind
from sgtui.domain.people import Role
from sgtui.services.first_run import FIRST_LADDER, FirstRun
from tests.services.conftest import Home


def test_the_register_knows_home_manager_and_ladder(home: Home) -> None:
    with home.desk.store.reading() as unit:
        register = home.desk.register(unit)
    assert (register.service, register.authority) == ("Elm Court", "Testshire")
    assert register.staff[home.manager].roles == (Role.REGISTERED_MANAGER,)
    assert register.current_ladder == FIRST_LADDER


def test_there_is_a_contact_point_of_each_sort_that_a_ladder_can_name(home: Home) -> None:
    with home.desk.store.reading() as unit:
        register = home.desk.register(unit)
    assert {contact.point for contact in register.contacts.values()} == set(ContactKind)
    emergency = register.contact_at("emergency_999")
    assert emergency is not None
    assert emergency.phone == "999"


def test_the_numbers_told_at_the_start_stand_in_the_register(
    set_up: Callable[..., Home],
) -> None:
    home = set_up(duty_desk_phone="01632 960114", duty_desk_hours="Mon-Fri 08:30-17:00")
    with home.desk.store.reading() as unit:
        desk = home.desk.register(unit).contact_at("duty_desk")
    assert desk is not None
    assert (desk.phone, desk.hours.words()) == ("01632 960114", "Mon-Fri 08:30-17:00")


def test_the_manager_signs_in_with_the_passphrase_of_the_first_run(home: Home) -> None:
    with home.desk.store.reading() as unit:
        member = home.desk.member(home.desk.register(unit))
    assert member.name == "Mo Grant"
    assert member.public_key


@pytest.mark.parametrize(
    ("field", "given"),
    [("shifts", "whenever"), ("duty_desk_hours", "most days"), ("service", "   ")],
)
def test_what_cannot_be_read_is_refused_before_anything_is_made(field: str, given: str) -> None:
    said = {"service": "Elm Court", "authority": "Testshire", "manager": "Mo Grant", field: given}
    with pytest.raises(ValidationError):
        FirstRun.model_validate(said)
