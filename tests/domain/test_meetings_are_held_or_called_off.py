"""A meeting that was set is held or called off; until then it is owed at its time (R120)."""

from sgtui.domain.stage import CaseStage
from tests.domain.a_home import london
from tests.domain.case_builder import Told, a_full_record, a_referral


def arranged() -> Told:
    told = a_full_record("2026-11-19 09:00")
    return told.tell("meeting_arranged", meets_at=london("2026-11-23 14:00"))


def test_a_meeting_is_due_when_it_is_to_be() -> None:
    (clock,) = arranged().of("meeting")
    assert clock.due_at == london("2026-11-23 14:00")
    assert clock.explanation.startswith("Due Mon 23 Nov 2026 14:00, as was said.")


def test_holding_it_meets_the_duty_at_the_time_it_was_held() -> None:
    told = arranged()
    meeting = told.last
    told.at("2026-11-23 16:00")
    told.tell("meeting_held", arranged=meeting, held_at=london("2026-11-23 14:10"))
    assert told.of("meeting")[0].met_at == london("2026-11-23 14:10")


def test_calling_it_off_ends_the_duty_with_its_reason() -> None:
    told = arranged().later(hours=1).tell("meeting_called_off")
    (clock,) = told.of("meeting")
    assert clock.ended_at == told.now
    assert clock.explanation.endswith("Ended: the meeting was called off.")


def test_another_meeting_held_does_not_answer_for_it() -> None:
    assert "meeting" in arranged().tell("meeting_held").running()


def test_a_meeting_is_held_or_called_off_once() -> None:
    told = arranged()
    meeting = told.last
    told.tell("meeting_called_off")
    (item,) = told.try_to("meeting_held", arranged=meeting)
    assert item.sentence == ("That meeting was called off already. Arrange another, or amend it.")
    assert told.gates_of("meeting_called_off") == {"G1"}
    assert told.try_to("meeting_held", arranged=None) == ()


def test_a_review_meeting_is_no_review_of_the_case() -> None:
    told = a_referral().tell("referral_decided").tell("outcome_received")
    told.tell("meeting_held", meeting_kind="review")
    assert told.case.stage is CaseStage.REVIEW
    assert "first_review" in told.running()
