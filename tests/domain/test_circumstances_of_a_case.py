"""What a case has about it, and which entry brought it."""

from typing import Any

import pytest

from sgtui.domain.circumstances import circumstances, fits
from sgtui.domain.entries.choices import Category, Risk
from sgtui.domain.ladder_parts import Condition
from sgtui.domain.ladder_words import Circumstance
from tests.domain.a_full_home import FULL_HOME, OWN, PLACED, POLICE, RING_999, TUTOR
from tests.domain.a_home import ADA, CARER, DESK
from tests.domain.case_builder import Told, a_concern, a_full_record


def there(told: Told) -> dict[str, int]:
    """Each circumstance with the number of the entry that brought it."""
    found = circumstances(told.case, FULL_HOME)
    return {one.value: entry.number for one, entry in found.items()}


def test_nothing_is_about_a_concern_that_says_nothing_of_the_sort() -> None:
    assert there(a_full_record()) == {}


def test_a_name_alone_says_that_somebody_is_alleged() -> None:
    assert there(a_concern(alleged="A visitor")) == {"somebody_alleged": 1}


def test_a_member_of_staff_or_a_resident_alleged_is_somebody_too() -> None:
    assert there(a_concern(alleged_staff=CARER)) == {"staff_alleged": 1, "somebody_alleged": 1}
    assert there(a_concern(alleged_person=ADA)) == {"resident_alleged": 1, "somebody_alleged": 1}


def test_the_register_says_who_works_with_children() -> None:
    assert "works_with_children" in there(a_concern(alleged_staff=TUTOR))
    assert "works_with_children" not in there(a_concern(alleged_staff=CARER))


def test_somebody_named_later_brings_it_with_that_entry() -> None:
    told = a_full_record().tell(
        "person_involved", involvement="alleged", staff=CARER, works_with_children="yes"
    )
    assert there(told) == dict.fromkeys(
        ("staff_alleged", "somebody_alleged", "works_with_children"), len(told.entries)
    )


def test_a_witness_or_a_conflict_alleges_nobody() -> None:
    told = a_full_record().tell("person_involved").tell("person_involved", involvement="conflicted")
    assert there(told) == {}


@pytest.mark.parametrize(
    ("harm", "brought"),
    [
        ("hospital", {"hospital"}),
        ("serious", {"serious_harm"}),
        ("died", {"died"}),
        ("first_aid", set()),
        ("treated", set()),
    ],
)
def test_harm_as_judged_brings_what_its_level_means(harm: str, brought: set[str]) -> None:
    assert set(there(a_full_record().tell("harm_judged", harm=harm))) == brought


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("safety_checked", {"steps": ("police_101",)}),
        ("agency_contacted", {"contact": POLICE}),
        ("agency_contacted", {"contact": RING_999}),
        (
            "notification_decided",
            {"notification": "police", "required": "yes", "sent_at": "2026-11-19T09:00Z"},
        ),
    ],
)
def test_the_police_have_been_told_in_several_ways(kind: str, answers: dict[str, Any]) -> None:
    told = a_full_record().tell(kind, **answers)
    assert there(told) == {"police_told": len(told.entries)}


def test_a_call_that_reached_nobody_or_another_desk_has_not_told_the_police() -> None:
    told = a_full_record().tell("agency_contacted", contact=POLICE, result="voicemail")
    told.tell("agency_contacted", contact=DESK).tell("safety_checked", steps=("rang_999",))
    told.tell("notification_decided", notification="police")
    assert there(told) == {}


def test_another_authority_than_the_homes_own_placed_the_person() -> None:
    assert there(a_concern(person=PLACED)) == {"placed": 1}
    assert there(a_concern(person=OWN)) == {}
    assert there(a_concern(person=ADA)) == {}


def test_deciding_to_refer_or_referring_makes_it_one_that_goes_out() -> None:
    inside = a_full_record().tell("threshold_decided", route="internal")
    assert "referred" not in there(inside)
    assert there(a_full_record().tell("threshold_decided"))["referred"] == 4
    assert there(a_full_record().tell("referral_sent"))["referred"] == 4


def test_what_was_struck_brings_nothing() -> None:
    told = a_full_record().tell("harm_judged", harm="died")
    assert there(told.tell("entered_in_error", entry=told.last)) == {}


def test_a_condition_comes_true_with_the_last_thing_it_asks_for() -> None:
    physical = Condition(
        categories=(Category.PHYSICAL,), circumstances=(Circumstance.SOMEBODY_ALLEGED,)
    )
    told = a_full_record(category="physical")
    assert fits(physical, told.case, FULL_HOME) is None
    told.tell("person_involved", involvement="alleged")
    brought = fits(physical, told.case, FULL_HOME)
    assert brought is not None and brought.id == told.last


def test_any_one_of_a_list_is_enough_and_the_first_of_them_brings_it() -> None:
    harm = Condition(circumstances=(Circumstance.DIED, Circumstance.HOSPITAL))
    told = a_full_record().tell("harm_judged", harm="hospital")
    first = told.last
    brought = fits(harm, told.tell("harm_judged", harm="died").case, FULL_HOME)
    assert brought is not None and brought.id == first


def test_a_risk_once_judged_fits_and_an_empty_condition_always_does() -> None:
    high = Condition(risks=(Risk.HIGH,))
    told = a_full_record()
    assert fits(high, told.case, FULL_HOME) is None
    told.tell("internally_escalated", risk="high").tell("internally_escalated", risk="low")
    brought = fits(high, told.case, FULL_HOME)
    assert brought is not None and brought.number == 4
    assert fits(Condition(), told.case, FULL_HOME) == told.case.opening.entry
