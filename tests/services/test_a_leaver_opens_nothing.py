"""Somebody who has left cannot sign in; a forgotten passphrase is given anew; one's own changed."""

import pytest

from sgtui.domain.people import Role
from sgtui.services.failures import WrongPassphrase
from sgtui.services.record import NotYet
from sgtui.services.register import staff_back
from tests.services.conftest import PASSPHRASE, Home

OTHER = "seven quiet otters dance"


def test_who_has_left_has_no_way_in_and_the_reason_is_kept(home: Home) -> None:
    staff_id = home.desk_of("Joy Okafor", Role.SHIFT_LEADER).author.staff_id
    assert home.door.leave(home.desk, staff_id, "Moved to another home") == "Joy Okafor"
    with pytest.raises(WrongPassphrase):
        home.door.sign_in(staff_id, PASSPHRASE)
    with home.desk.store.reading() as unit:
        newest = unit.register_entries()[-1]
        assert not home.desk.register(unit).staff[staff_id].active
    assert "Moved to another home" in newest.payload.model_dump().values()


def test_who_is_back_is_given_a_passphrase_again(home: Home) -> None:
    staff_id = home.desk_of("Joy Okafor", Role.SHIFT_LEADER).author.staff_id
    home.door.leave(home.desk, staff_id, "Maternity leave")
    staff_back(home.desk, staff_id, "Leave is over")
    home.door.enrol(home.desk, staff_id, OTHER)
    assert home.door.sign_in(staff_id, OTHER).author.staff_id == staff_id


def test_the_last_manager_cannot_leave_and_still_signs_in(home: Home) -> None:
    with pytest.raises(NotYet, match="last manager"):
        home.door.leave(home.desk, home.manager, "Retired")
    assert home.door.sign_in(home.manager, PASSPHRASE)


def test_a_manager_may_leave_once_another_can_sign_in(home: Home) -> None:
    second = home.desk_of("Bea Next", Role.REGISTERED_MANAGER)
    assert home.door.leave(second, home.manager, "Retired") == "Mo Grant"


def test_who_may_not_manage_sends_nobody_away(home: Home) -> None:
    leader = home.desk_of("Joy Okafor", Role.SHIFT_LEADER)
    other = home.desk_of("Liam Byrne", Role.CARE_WORKER).author.staff_id
    with pytest.raises(NotYet, match="manager"):
        home.door.leave(leader, other, "A quarrel")
    assert home.door.sign_in(other, PASSPHRASE)


def test_a_forgotten_passphrase_is_given_anew_and_the_old_one_is_dead(home: Home) -> None:
    staff_id = home.desk_of("Joy Okafor", Role.SHIFT_LEADER).author.staff_id
    home.door.enrol(home.desk, staff_id, OTHER, anew=True)
    assert home.door.sign_in(staff_id, OTHER)
    with pytest.raises(WrongPassphrase):
        home.door.sign_in(staff_id, PASSPHRASE)


def test_nobody_but_a_manager_takes_a_passphrase_away(home: Home) -> None:
    leader = home.desk_of("Joy Okafor", Role.SHIFT_LEADER)
    with pytest.raises(NotYet, match="manager"):
        home.door.enrol(leader, home.manager, OTHER, anew=True)
    assert home.door.sign_in(home.manager, PASSPHRASE)


def test_ones_own_passphrase_is_changed_by_the_old_one_only(home: Home) -> None:
    with pytest.raises(WrongPassphrase):
        home.door.change_passphrase(home.desk, "not this one at all", OTHER)
    with pytest.raises(NotYet, match="12 characters"):
        home.door.change_passphrase(home.desk, PASSPHRASE, "short")
    home.door.change_passphrase(home.desk, PASSPHRASE, OTHER)
    assert home.door.sign_in(home.manager, OTHER).author.staff_id == home.manager
