"""The register says what its newest entry for each thing says."""

from datetime import date

import pytest
from pydantic import ValidationError

from sgtui.domain.entries import (
    ContactPointRegistered,
    HolidayAdded,
    LadderAdopted,
    PersonRegistered,
    ServiceSetUp,
)
from sgtui.domain.ladder_file import shipped_text
from tests.domain.a_home import ADA, DESK, EDT, HOME, a_home, london, register_of


def a_desk(hours: str, *, closed: bool = True) -> ContactPointRegistered:
    return ContactPointRegistered(
        contact=DESK, point="duty_desk", name="Desk", hours=hours, closed_on_bank_holidays=closed
    )


def test_the_newest_entry_for_a_person_holds() -> None:
    moved = PersonRegistered(person=ADA, name="Ada Vale", room="14")
    assert register_of(*a_home(), moved).people[ADA].room == "14"
    assert HOME.people[ADA].initials == "AV"


def test_an_added_holiday_is_no_working_day() -> None:
    added = HolidayAdded(on=date(2026, 6, 15), name="One-off", source="gov.uk")
    assert HOME.calendar.is_working_day(date(2026, 6, 15))
    assert not register_of(*a_home(), added).calendar.is_working_day(date(2026, 6, 15))


def test_the_shift_pattern_is_the_services_own() -> None:
    home = ServiceSetUp(service="R", authority="A", shifts="07:00 14:00 21:00")
    assert register_of(home).calendar.shift_end(london("2026-11-19 15:00")) == london(
        "2026-11-19 21:00"
    )


@pytest.mark.parametrize("hours", ["always", "Mon-Fri 09:00-17:00, bank holidays as usual"])
def test_a_desk_whose_hours_include_bank_holidays_answers_on_them(hours: str) -> None:
    register = register_of(a_desk(hours))
    assert register.calendar.is_open(register.contacts[DESK].hours, london("2026-12-25 10:00"))


def test_the_emergency_team_answers_on_a_bank_holiday() -> None:
    christmas = london("2026-12-25 12:00")
    assert HOME.calendar.is_open(HOME.contacts[EDT].hours, christmas)
    assert not HOME.calendar.is_open(HOME.contacts[DESK].hours, christmas)


def test_hours_or_shifts_that_cannot_be_read_never_enter_the_register() -> None:
    with pytest.raises(ValidationError):
        a_desk("whenever")
    with pytest.raises(ValidationError):
        ServiceSetUp(service="R", authority="A", shifts="mornings")


def test_a_ladder_half_as_long_again_as_the_shipped_one_can_be_adopted() -> None:
    text = shipped_text("ENG-default-1")
    longer = text + "# " + "x" * (len(text) // 2)
    register = register_of(LadderAdopted(version="local-1", toml=longer))
    assert (register.current_ladder, register.ladders["local-1"]) == ("local-1", longer)


def test_an_id_nobody_knows_reads_as_plain_words() -> None:
    assert HOME.staff_name(ADA) == "someone not in the register"
    assert HOME.contact_name(ADA) == "a desk not in the register"
