"""Signing in opens the record for the one who does, and for nobody else."""

from uuid import uuid4

import pytest

from sgtui.domain.entries import StaffRegistered
from sgtui.domain.people import Role
from sgtui.services.desk import NobodySignedIn
from sgtui.services.failures import SlotRefused, TryLater, WrongPassphrase
from sgtui.services.ports import SlotPerson
from sgtui.services.record import NotYet
from sgtui.services.register import register_staff
from sgtui.services.sign_in import UnknownName, person_named, weakness
from tests.services.conftest import PASSPHRASE, Home


def test_the_right_passphrase_gives_that_persons_desk(home: Home) -> None:
    desk = home.door.sign_in(home.manager, PASSPHRASE)
    assert desk.author.staff_id == home.manager


def test_a_wrong_passphrase_gives_none(home: Home) -> None:
    with pytest.raises(WrongPassphrase, match="does not open"):
        home.door.sign_in(home.manager, "river copper mango cat")


def test_after_five_wrong_tries_one_waits_and_then_is_let_in(home: Home) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            home.door.sign_in(home.manager, "wrong wrong wrong")
    with pytest.raises(TryLater):
        home.door.sign_in(home.manager, PASSPHRASE)
    home.clock.forward(minutes=1)
    assert home.door.sign_in(home.manager, PASSPHRASE).author.staff_id == home.manager


def test_somebody_enrolled_signs_in_and_what_they_record_verifies(home: Home) -> None:
    desk = home.desk_of("Joy Okafor", Role.SHIFT_LEADER)
    with desk.store.reading() as unit:
        assert desk.member(desk.register(unit)).name == "Joy Okafor"


def test_a_leaver_is_not_let_in_although_the_passphrase_is_right(home: Home) -> None:
    staff_id = home.desk_of("Joy Okafor", Role.SHIFT_LEADER).author.staff_id
    gone = StaffRegistered(staff=staff_id, name="Joy Okafor", roles=(Role.SHIFT_LEADER,))
    register_staff(home.desk, gone.model_copy(update={"active": False}))
    with pytest.raises(NobodySignedIn):
        home.door.sign_in(staff_id, PASSPHRASE)


def test_changing_somebodys_roles_keeps_their_key(home: Home) -> None:
    staff_id = home.desk_of("Joy Okafor", Role.SHIFT_LEADER).author.staff_id
    lead = StaffRegistered(staff=staff_id, name="Joy Okafor", roles=(Role.SAFEGUARDING_LEAD,))
    register_staff(home.desk, lead)
    assert home.door.sign_in(staff_id, PASSPHRASE).author.staff_id == staff_id


def test_nobody_is_enrolled_twice(home: Home) -> None:
    staff_id = home.desk_of("Joy Okafor", Role.SHIFT_LEADER).author.staff_id
    with pytest.raises(SlotRefused):
        home.door.enrol(home.desk, staff_id, PASSPHRASE)


def test_who_may_not_manage_enrols_nobody_and_leaves_no_slot(home: Home) -> None:
    leader = home.desk_of("Joy Okafor", Role.SHIFT_LEADER)
    other = home.staff("Liam Byrne", Role.CARE_WORKER)
    with pytest.raises(NotYet, match="manager"):
        home.door.enrol(leader, other, PASSPHRASE)
    assert [person.name for person in home.door.people()] == ["Joy Okafor", "Mo Grant"]


def test_a_weak_passphrase_is_refused_before_a_slot_is_made(home: Home) -> None:
    other = home.staff("Liam Byrne", Role.CARE_WORKER)
    with pytest.raises(NotYet, match="12 characters"):
        home.door.enrol(home.desk, other, "liam")
    assert len(home.door.people()) == 1


@pytest.mark.parametrize(
    ("passphrase", "word"),
    [("short", "12"), ("aaaaaaaaaaaaaa", "same"), ("elm court password", "guessed")],
)
def test_what_is_easily_guessed_is_named(passphrase: str, word: str) -> None:
    assert word in weakness(passphrase, ("Elm Court",))


def test_four_words_are_strong_enough() -> None:
    assert weakness(PASSPHRASE, ("Elm Court", "Testshire")) == ""


def test_the_beginnings_of_the_words_of_a_name_are_enough(home: Home) -> None:
    home.desk_of("Sam Lister", Role.SAFEGUARDING_LEAD)
    assert home.door.named("s l").name == "Sam Lister"


def test_a_name_that_fits_several_or_nobody_is_refused_without_repeating_it() -> None:
    people = tuple(SlotPerson(uuid4(), name) for name in ("Ada Lister", "Adam Lowe"))
    with pytest.raises(UnknownName, match="several"):
        person_named(people, "ada l")
    with pytest.raises(UnknownName) as refused:
        person_named(people, "hunter2")
    assert "hunter2" not in str(refused.value)
