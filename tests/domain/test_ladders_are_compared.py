"""Two ladders are set side by side, stage by stage, in words."""

from sgtui.domain.ladder import Duty, Ladder
from sgtui.domain.ladder_compare import compare
from tests.domain.a_home import LADDER
from tests.domain.boards_ladders import SOUTH_TYNESIDE, ladder_of
from tests.domain.followed_ladders import with_duty, without


def with_stage(code: str, **terms: object) -> Ladder:
    """The default ladder, one stage of it on other terms."""
    stages = tuple(
        stage.model_copy(update=terms) if stage.code == code else stage for stage in LADDER.stages
    )
    return LADDER.model_copy(update={"stages": stages})


def test_a_ladder_does_not_differ_from_itself() -> None:
    assert compare(LADDER, LADDER) == ()


def test_a_boards_shorter_time_is_told_stage_by_stage() -> None:
    found = compare(LADDER, ladder_of(SOUTH_TYNESIDE))
    assert "L10: Team manager's answer: 1 working day -> the same working day" in found
    assert "L10: other words for what to say" in found


def test_owner_and_desk_are_told_in_words() -> None:
    other = with_stage("L10", owner_role=LADDER.stage("L11").owner_role, contact_point=None)
    assert compare(LADDER, other) == (
        "L10: owner Registered manager -> Nominated individual",
        "L10: ring Team manager -> none",
    )


def test_a_duty_that_is_gone_and_one_that_is_new_are_told() -> None:
    fewer = without(Duty.RECEIPT)
    assert compare(LADDER, fewer) == ("L7: gone: Confirm receipt",)
    assert compare(fewer, LADDER) == ("L7: new: Confirm receipt, 24 hours (they owe it)",)


def test_each_notification_is_compared_with_its_own() -> None:
    found = compare(LADDER, with_duty(Duty.NOTIFICATION, amount=48))
    assert "L6a: Tell CQC: 24 hours -> 48 hours" in found
    assert "L6a: Tell the family: 24 hours -> 48 hours" in found


def test_what_words_do_not_show_is_said_to_differ() -> None:
    assert compare(LADDER, with_duty(Duty.RECEIPT, at_desk=False)) == (
        "L7: Confirm receipt: owed on other terms",
    )


def test_a_stage_that_is_gone_is_told_by_its_title() -> None:
    stages = tuple(stage for stage in LADDER.stages if stage.code != "L13")
    fewer = LADDER.model_copy(update={"stages": stages})
    assert "L13: gone, Safeguarding partnership" in compare(LADDER, fewer)
    assert "L13: new, Safeguarding partnership" in compare(fewer, LADDER)
