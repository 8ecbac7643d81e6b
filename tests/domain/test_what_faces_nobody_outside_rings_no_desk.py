"""A duty that faces nobody outside shows no desk, whatever the contact point of its stage."""

import pytest

from sgtui.domain.ladder import Duty
from tests.domain.a_home import CARER, LADDER
from tests.domain.case_builder import Told, a_full_record, a_referral


def _pattern() -> Told:
    return a_referral().tell("pattern_found")


def _meeting() -> Told:
    return a_referral().tell("meeting_arranged")


def _allegation() -> Told:
    return a_full_record(alleged_staff=CARER)


def _high_risk() -> Told:
    return a_full_record().tell("internally_escalated", risk="high")


@pytest.mark.parametrize(
    ("told", "duty"),
    [
        (_pattern(), "pattern"), (_allegation(), "staff_support"), (_meeting(), "meeting"),
        (_high_risk(), "oversight"),
    ],
)  # fmt: skip
def test_it_has_neither_desk_nor_counterpart(told: Told, duty: str) -> None:
    (clock,) = told.of(duty)
    assert LADDER.stage(clock.stage).contact_point is not None
    assert (clock.contact, clock.counterpart) == (None, "")


def test_the_other_duties_of_such_a_stage_face_whom_it_faces() -> None:
    told = a_full_record().tell("coordination_called")
    (clock,) = told.of("coordination")
    assert clock.contact is not None and clock.counterpart


def test_the_shipped_ladder_says_so_of_what_is_only_ours() -> None:
    inside = {rule.duty for stage in LADDER.stages for rule in stage.clocks if rule.inside}
    ours = {Duty.AFTER_ACTION, Duty.MEETING, Duty.OVERSIGHT, Duty.PATTERN, Duty.STAFF_SUPPORT}
    assert inside == ours
