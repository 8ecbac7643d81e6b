"""A child's case goes to children's social care, and asks nothing that is about adults (SC14)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sgtui.domain.age import age_on, case_kind_of
from sgtui.domain.bank_holidays import Jurisdiction
from sgtui.domain.entries import ContactPointRegistered
from sgtui.domain.entries.choices import CaseKind
from sgtui.domain.people import Person
from tests.domain.a_home import ADA, DESK, EDT, LEAD, MANAGER, a_home, an_id, london, register_of
from tests.domain.case_builder import Told, a_concern, a_full_record

MASH = an_id("mash")
WITH_MASH = register_of(
    *a_home(),
    ContactPointRegistered(
        contact=MASH, point="mash", name="Children's front door", phone="01632 960120",
        hours="Mon-Fri 09:00-17:00",
    ),
)  # fmt: skip
HARM: dict[str, Any] = {
    **{f"{part}{because}": None for part in ("needs", "at_risk", "cannot_protect")
       for because in ("", "_because")},
    "significant_harm": "yes", "significant_harm_because": "Hit with a belt, he says.",
    "parents_told": "no", "parents_because": "The father is alleged.",
}  # fmt: skip


def a_child(at: str = "2026-11-19 10:00") -> Told:
    """A full record about a visiting child."""
    return replace(a_full_record(at, case_kind="child"), register=WITH_MASH)


def decided() -> Told:
    told = a_child().tell("internally_escalated").tell("threshold_decided", **HARM)
    return told.tell("sharing_decided").tell("wishes_recorded")


@pytest.mark.parametrize(
    ("born", "nation", "kind"),
    [
        ("2008-11-20", "ENG", CaseKind.CHILD),
        ("2008-11-19", "ENG", CaseKind.ADULT),
        ("2010-11-19", "SCT", CaseKind.ADULT),
        ("2010-11-20", "SCT", CaseKind.CHILD),
        ("2008-11-20", "WLS", CaseKind.CHILD),
    ],
)
def test_a_child_is_one_until_the_birthday(born: str, nation: Jurisdiction, kind: CaseKind) -> None:
    person = Person(id=ADA, name="Bo Vale", born_on=date.fromisoformat(born))
    assert case_kind_of(person, nation, london("2026-11-19 00:30")) is kind


def test_nobody_is_taken_for_a_child_without_a_birth() -> None:
    person = Person(id=ADA, name="Ada Vale")
    assert case_kind_of(person, "ENG", london("2026-11-19 02:20")) is CaseKind.ADULT


def test_born_on_a_leap_day_is_a_year_older_on_the_first_of_march() -> None:
    born = date(2008, 2, 29)
    assert [age_on(born, date(2026, 2, 28)), age_on(born, date(2026, 3, 1))] == [17, 18]


def test_the_referral_is_owed_to_the_childrens_desk() -> None:
    (clock,) = decided().of("referral")
    assert (clock.contact, clock.counterpart) == (MASH, "Children's front door")
    (step,) = [one for one in decided().next_steps() if one.clock.duty == "referral"]
    assert step.contact is not None and step.contact.id == MASH
    assert step.urgent_contact is not None and step.urgent_contact.id == EDT
    assert step.steps[-1].known == {"contact": MASH}


def test_a_desk_that_is_not_registered_is_named_and_no_adults_desk_stands_in() -> None:
    told = a_full_record("2026-11-19 10:00", case_kind="child").tell("internally_escalated")
    (clock,) = told.tell("threshold_decided", **HARM).of("referral")
    assert (clock.contact, clock.counterpart) == (None, "Multi-agency hub (MASH)")


def test_an_adults_referral_is_owed_to_the_duty_desk() -> None:
    told = a_full_record("2026-11-19 10:00").tell("internally_escalated").tell("threshold_decided")
    (clock,) = told.of("referral")
    assert (clock.contact, clock.counterpart) == (DESK, "Duty desk, adult social care")


def test_significant_harm_and_the_parents_are_asked_and_not_the_three_parts() -> None:
    told = a_child().tell("internally_escalated")
    assert told.try_to("threshold_decided", **HARM) == ()
    adult = {item.sentence.partition(":")[0] for item in told.try_to("threshold_decided")}
    assert adult == {
        "Needs care and support", "Needs shown by", "Abused or at risk", "Risk shown by",
        "Cannot protect self", "That shown by", "Significant harm", "Harm shown by",
        "Parents told", "Told or not because",
    }  # fmt: skip


def test_an_adults_threshold_needs_each_part_with_what_shows_it() -> None:
    told = a_full_record("2026-11-19 10:00").tell("internally_escalated")
    (item,) = told.try_to("threshold_decided", at_risk_because=None)
    assert (item.gate, item.sentence) == ("G4", "Risk shown by: this must be answered.")
    assert {m.gate for m in told.try_to("threshold_decided", **HARM)} == {"G4"}


def test_capacity_is_not_noted_of_a_child() -> None:
    assert a_child().gates_of("capacity_noted") == {"G1"}


def test_a_child_in_danger_goes_to_the_emergency_team_and_that_meets_it() -> None:
    told = replace(a_concern(case_kind="child", level="immediate"), register=WITH_MASH)
    assert "referral" in told.running()
    told.tell("referral_sent", contact=EDT)
    assert "referral" not in told.running()


def test_who_owns_a_childs_threshold_is_as_for_an_adult() -> None:
    told = a_child().tell("internally_escalated")
    (step,) = [one for one in told.next_steps() if one.clock.duty == "threshold"]
    assert step.owner.member is not None and step.owner.member.id in (LEAD, MANAGER)
