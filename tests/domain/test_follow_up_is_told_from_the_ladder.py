"""How follow-up and audit work is said in sentences that come from the ladder's own data (R47)."""

from sgtui.domain.follow_up_words import follow_up, protection, scrutiny
from sgtui.domain.ladder import Duty, Ladder
from tests.domain.a_home import LADDER


def without(duty: Duty) -> Ladder:
    stages = tuple(
        one.model_copy(update={"clocks": tuple(c for c in one.clocks if c.duty is not duty)})
        for one in LADDER.stages
    )
    return LADDER.model_copy(update={"stages": stages})


def test_each_sentence_has_the_time_and_the_stage_of_the_ladder() -> None:
    assert follow_up(LADDER)[0] == (
        "That a referral has arrived is confirmed by a named person: 24 hours. (L7)"
    )


def test_another_time_in_the_data_is_another_time_in_the_words() -> None:
    rules = {one.duty: one for stage in LADDER.stages for one in stage.clocks}
    slower = rules[Duty.RECEIPT].model_copy(update={"amount": 48})
    stages = tuple(
        one.model_copy(
            update={"clocks": tuple(slower if c.duty is Duty.RECEIPT else c for c in one.clocks)}
        )
        for one in LADDER.stages
    )
    assert "48 hours" in follow_up(LADDER.model_copy(update={"stages": stages}))[0]


def test_a_duty_that_the_ladder_lacks_is_not_claimed() -> None:
    assert any("file audit" in one for one in scrutiny(LADDER))
    assert not any("file audit" in one for one in scrutiny(without(Duty.FINDING)))


def test_the_handover_has_its_own_times() -> None:
    assert "within the 60 minutes before it ends" in protection(LADDER)[-1]
