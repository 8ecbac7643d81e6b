"""A concern's body map becomes an entry of its own, dated when the person was looked at."""

from datetime import timedelta
from uuid import uuid4

from sgtui.domain.entries import BodyMapDeclined, BodyMapped, SafetyChecked
from sgtui.domain.entries.choices import Category
from sgtui.services.case import read_case
from sgtui.services.concern import ConcernNotice, first_entries, record_concern
from tests.services.a_body import a_case, a_map
from tests.services.conftest import Home

BRUISE = "bruise, left forearm, 3x2cm, purple"


def kinds_of(notice: ConcernNotice, home: Home) -> list[type]:
    """The kinds of the first entries that a notice makes."""
    made = first_entries(notice, "SG-26-K4T7", "ENG-default-1", home.clock.at)
    return [type(new.payload) for new in made]


def test_the_map_follows_the_safety_check_and_has_its_own_time(home: Home) -> None:
    looked = home.clock.at - timedelta(minutes=7)
    notice = home.notice(body_map=a_map(home, BRUISE, at=looked))
    *_, checked, mapped = first_entries(notice, "SG-26-K4T7", "ENG-default-1", home.clock.at)
    assert isinstance(checked.payload, SafetyChecked)
    assert isinstance(mapped.payload, BodyMapped)
    assert mapped.occurred_at == looked


def test_a_reason_for_having_none_falls_away_beside_a_map(home: Home) -> None:
    both = home.notice(body_map=a_map(home, BRUISE), no_map_because="She declined")
    assert BodyMapDeclined not in kinds_of(both, home)
    assert BodyMapDeclined in kinds_of(both.model_copy(update={"body_map": None}), home)


def test_with_a_map_the_record_of_a_physical_concern_is_full(home: Home) -> None:
    person = home.person()
    with_map = read_case(home.desk, a_case(home, person, BRUISE).case_id)
    notice = home.notice(person=person, category=Category.PHYSICAL)
    without = read_case(home.desk, record_concern(home.desk, notice, case_id=uuid4()).case_id)
    owed = [{clock.duty.value for clock in view.running} for view in (with_map, without)]
    assert "full_record" not in owed[0]
    assert "full_record" in owed[1]


def test_that_no_mark_was_seen_is_a_map_too(home: Home) -> None:
    view = read_case(home.desk, a_case(home, home.person()).case_id)
    assert [mapped.what.marks for mapped in view.maps] == [()]
    assert any(line.text.startswith("No mark was seen.") for line in view.lines)
