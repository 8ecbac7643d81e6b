"""Who answered for a case at each of its stages (R1)."""

from sgtui.domain.stage import CaseStage
from sgtui.domain.stage_owners import stage_owners
from tests.domain.a_home import LEAD, LEADER, MANAGER
from tests.domain.case_builder import a_concern, a_referral


def test_each_change_of_stage_or_owner_begins_a_time_and_ends_the_one_before() -> None:
    told = a_referral().later(hours=1).tell("owner_assigned", owner=MANAGER)
    held = stage_owners(told.case)
    assert [(one.stage, one.owner) for one in held] == [
        (CaseStage.RECORDED, LEADER),
        (CaseStage.THRESHOLD_PENDING, LEAD),
        (CaseStage.REFERRED, LEAD),
        (CaseStage.REFERRED, MANAGER),
    ]
    assert [one.until for one in held] == [*(one.since for one in held[1:]), None]
    assert held[-1].number == len(told.entries)


def test_nobody_is_named_where_the_only_one_is_alleged() -> None:
    (held,) = stage_owners(a_concern(alleged_staff=LEADER).case)
    assert held.owner is None


def test_whoever_comes_to_be_alleged_answers_no_more() -> None:
    told = a_referral().tell("person_involved", name="Sam Lead", involvement="alleged", staff=LEAD)
    assert [one.owner for one in stage_owners(told.case)][-1] == LEADER


def test_a_case_entered_in_error_says_so_from_then_on() -> None:
    told = a_concern()
    told.later(hours=1).tell("entered_in_error", entry=told.entries[0].id)
    last = stage_owners(told.case)[-1]
    assert (last.stage, last.number) == (CaseStage.ENTERED_IN_ERROR, 2)
