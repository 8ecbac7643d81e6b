"""A concern about a child takes the children's route by their age; who is alleged decides more."""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest

from sgtui.domain.entries import PersonInvolved, PersonRegistered, StaffRegistered
from sgtui.domain.entries.choices import CaseKind, Level, Safety, YesNo
from sgtui.domain.entries.involved import Involvement
from sgtui.domain.people import Role
from sgtui.services.case import CaseView, read_case
from sgtui.services.concern import record_concern
from sgtui.services.register import register_person, register_staff
from tests.services.conftest import Home


def born(home: Home, on: date) -> UUID:
    """Somebody born on a day."""
    said = PersonRegistered(person=uuid4(), name="Bo Vale", born_on=on)
    return register_person(home.desk, said)


def recorded(home: Home, **said: object) -> CaseView:
    """A concern, recorded."""
    notice = home.notice(**said)
    return read_case(home.desk, record_concern(home.desk, notice, case_id=uuid4()).case_id)


def kind_of(view: CaseView) -> CaseKind:
    return view.case.opening.what.case_kind


def test_who_is_under_age_today_is_a_child_whatever_was_said(home: Home) -> None:
    child = born(home, date(2008, 11, 19))
    assert kind_of(recorded(home, person=child)) is CaseKind.CHILD
    assert kind_of(recorded(home, person=child, case_kind="adult")) is CaseKind.CHILD


def test_who_is_of_age_today_is_an_adult(home: Home) -> None:
    assert kind_of(recorded(home, person=born(home, date(2008, 11, 18)))) is CaseKind.ADULT


def test_a_child_whose_birth_nobody_knows_can_be_said_to_be_one(home: Home) -> None:
    assert kind_of(recorded(home, case_kind="child")) is CaseKind.CHILD


def test_in_scotland_sixteen_is_of_age(set_up: Callable[..., Home]) -> None:
    scottish = set_up(jurisdiction="SCT")
    assert kind_of(recorded(scottish, person=born(scottish, date(2010, 11, 18)))) is CaseKind.ADULT
    assert kind_of(recorded(scottish, person=born(scottish, date(2010, 11, 19)))) is CaseKind.CHILD
    scottish.door.close()


def worker(home: Home, answer: YesNo | None) -> UUID:
    """A care worker of whom the register says this about children."""
    said = StaffRegistered(
        staff=uuid4(), name="Kit Dunn", roles=(Role.CARE_WORKER,), works_with_children=answer
    )
    return register_staff(home.desk, said)


def duties(view: CaseView) -> set[str]:
    """What is owed, notifications by whom they tell."""
    return {clock.key.split(".")[2] if clock.duty == "notification" else clock.duty.value
            for clock in view.running}  # fmt: skip


@pytest.mark.parametrize(("known", "told"), [(YesNo.YES, True), (YesNo.NO, False), (None, False)])
def test_the_lado_is_told_of_staff_who_work_with_children(
    home: Home, known: YesNo | None, told: bool
) -> None:
    assert ("lado" in duties(recorded(home, alleged_staff=worker(home, known)))) is told


def test_what_the_register_does_not_say_is_asked_and_kept_with_the_case(home: Home) -> None:
    staff = worker(home, None)
    view = recorded(
        home, alleged="Kit Dunn", alleged_staff=staff, works_with_children=YesNo.YES
    )  # fmt: skip
    (involved,) = view.case.of(PersonInvolved)
    assert (involved.what.staff, involved.what.involvement) == (staff, Involvement.ALLEGED)
    assert "lado" in duties(view)


def test_a_resident_alleged_is_kept_as_one(home: Home) -> None:
    other = home.person("Tom Bell", "3")
    view = recorded(home, alleged="Tom Bell", alleged_person=other)
    assert view.case.opening.what.alleged_person == other


def test_a_low_level_concern_is_kept_inside_and_danger_never_is_one(home: Home) -> None:
    low = recorded(home, level=Level.LOW_LEVEL)
    assert "internal_review" in duties(low)
    assert "internal_escalation" not in duties(low)
    danger = recorded(home, level=Level.LOW_LEVEL, safety=Safety.UNSAFE_UNCONTROLLED)
    assert danger.case.opening.what.level is Level.IMMEDIATE
