"""The rota is a manager's to set; a turn changes, ends and goes, and staff keep what was said."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from sgtui.domain.entries import OnCallSet, StaffRegistered
from sgtui.domain.entries.choices import YesNo
from sgtui.domain.people import Role
from sgtui.domain.register import Register
from sgtui.services.record import NotYet
from sgtui.services.register import register_staff, set_on_call, staff_back, staff_gone
from tests.services.conftest import PASSPHRASE, Home


def turn(home: Home, staff: UUID, start: float = 1, end: float = 13) -> OnCallSet:
    """A turn that begins and ends so many hours from now."""
    now = home.clock.at
    hours = (now + timedelta(hours=start), now + timedelta(hours=end))
    return OnCallSet(slot=uuid4(), staff=staff, since=hours[0], until=hours[1])


def register_of(home: Home) -> Register:
    """The register as it is recorded now."""
    with home.desk.store.reading() as unit:
        return home.desk.register(unit)


def test_a_turn_is_kept_and_the_same_turn_again_changes_it(home: Home) -> None:
    first = turn(home, home.manager)
    set_on_call(home.desk, first)
    other = home.staff("Olu Bright", Role.ON_CALL_MANAGER)
    register = set_on_call(home.desk, first.model_copy(update={"staff": other}))
    assert [slot.staff for slot in register.slots.values()] == [other]
    assert register_of(home).slots == register.slots


def test_a_turn_taken_off_is_gone(home: Home) -> None:
    first = turn(home, home.manager)
    set_on_call(home.desk, first)
    set_on_call(home.desk, first.model_copy(update={"active": False}))
    assert register_of(home).slots == {}


def test_a_turn_that_is_over_is_refused(home: Home) -> None:
    with pytest.raises(NotYet, match="Until: that is over already"):
        set_on_call(home.desk, turn(home, home.manager, -13, -1))


def test_who_has_left_is_put_on_no_rota(home: Home) -> None:
    other = home.staff("Olu Bright", Role.ON_CALL_MANAGER)
    staff_gone(home.desk, other, "Moved away")
    with pytest.raises(NotYet, match="Who: choose somebody who works here"):
        set_on_call(home.desk, turn(home, other))


def test_only_a_manager_sets_it(home: Home) -> None:
    desk = home.desk_of("Liam Byrne", Role.SHIFT_LEADER)
    with pytest.raises(NotYet, match="manager"):
        set_on_call(desk, turn(home, home.manager))


def test_leaving_coming_back_and_a_passphrase_lose_nothing_of_what_is_known(home: Home) -> None:
    staff = uuid4()
    said = StaffRegistered(
        staff=staff, name="Olu Bright", roles=(Role.SHIFT_LEADER,), phone="07700 900104",
        works_with_children=YesNo.NO, line_manager=home.manager,
    )  # fmt: skip
    register_staff(home.desk, said)
    before = register_of(home).staff[staff]
    staff_gone(home.desk, staff, "Moved away")
    staff_back(home.desk, staff, "Came back")
    home.door.enrol(home.desk, staff, PASSPHRASE)
    after = register_of(home).staff[staff]
    assert after.model_copy(update={"public_key": ""}) == before
    assert (after.works_with_children, after.line_manager) == (False, home.manager)
